import { comparisonKey } from '../../text/keys.js';

export interface Phrase {
  /** The words after the first. */
  readonly rest: readonly string[];
  readonly standsFor: readonly string[];
}

/** What news abbreviates inside names: left and right are one. The left side is matched longest first, in lower case. */
const ABBREVIATIONS: readonly (readonly [written: string, standsFor: string])[] = [
  ['ủy ban nhân dân', 'ubnd'],
  ['hội đồng nhân dân', 'hđnd'],
  ['mặt trận tổ quốc', 'mttq'],
  ['viện kiểm sát nhân dân tối cao', 'vksnd tối cao'],
  ['viện kiểm sát nhân dân', 'vksnd'],
  ['vksndtc', 'vksnd tối cao'],
  ['tòa án nhân dân tối cao', 'tand tối cao'],
  ['tòa án nhân dân', 'tand'],
  ['tandtc', 'tand tối cao'],
  ['cảnh sát giao thông', 'csgt'],
  ['cảnh sát điều tra', 'csđt'],
  ['cơ quan cảnh sát điều tra', 'cơ quan csđt'],
  ['công an nhân dân', 'cand'],
  ['quân đội nhân dân', 'qđnd'],
  ['câu lạc bộ', 'clb'],
  ['trường đại học', 'đh'],
  ['trường đh', 'đh'],
  ['đại học', 'đh'],
  ['đại học quốc gia', 'đhqg'],
  ['đh quốc gia', 'đhqg'],
  ['trường đại học quốc gia', 'đhqg'],
  ['trường cao đẳng', 'cđ'],
  ['trường cđ', 'cđ'],
  ['cao đẳng', 'cđ'],
  ['trung học phổ thông', 'thpt'],
  ['trường thpt', 'thpt'],
  ['trường trung học phổ thông', 'thpt'],
  ['trung học cơ sở', 'thcs'],
  ['trường thcs', 'thcs'],
  ['trường trung học cơ sở', 'thcs'],
  ['trường tiểu học', 'tiểu học'],
  ['bệnh viện', 'bv'],
  ['bệnh viện đa khoa', 'bvđk'],
  ['bv đa khoa', 'bvđk'],
  ['trung ương', 'tư'],
  ['tw', 'tư'],
  ['thành phố', 'tp'],
  ['thành phố hồ chí minh', 'tp hcm'],
  ['tp hồ chí minh', 'tp hcm'],
  ['tphcm', 'tp hcm'],
  ['vn', 'việt nam'],
  ['hoa kỳ', 'mỹ'],
  ['liên hiệp quốc', 'liên hợp quốc'],
  ['lhq', 'liên hợp quốc'],
  ['gd đt', 'giáo dục đào tạo'],
  ['gdđt', 'giáo dục đào tạo'],
  ['gtvt', 'giao thông vận tải'],
  ['tn mt', 'tài nguyên môi trường'],
  ['tnmt', 'tài nguyên môi trường'],
  ['nn ptnt', 'nông nghiệp phát triển nông thôn'],
  ['lđ tb xh', 'lao động thương binh xã hội'],
  ['lđtb xh', 'lao động thương binh xã hội'],
  ['lđtbxh', 'lao động thương binh xã hội'],
  ['vh tt dl', 'văn hóa thể thao du lịch'],
  ['vhtt dl', 'văn hóa thể thao du lịch'],
  ['vhttdl', 'văn hóa thể thao du lịch'],
  ['kh cn', 'khoa học công nghệ'],
  ['khcn', 'khoa học công nghệ'],
  ['kh đt', 'kế hoạch đầu tư'],
  ['khđt', 'kế hoạch đầu tư'],
  ['tt tt', 'thông tin truyền thông'],
  ['tttt', 'thông tin truyền thông'],
  ['qlđt', 'quản lý đô thị'],
  ['attp', 'an toàn thực phẩm'],
  ['công ty cổ phần', 'công ty cp'],
  ['trách nhiệm hữu hạn', 'tnhh'],
  ['một thành viên', 'mtv'],
  ['khu công nghiệp', 'kcn'],
  ['khu đô thị', 'kđt'],
  ['ngân hàng nhà nước', 'nhnn'],
  ['ngân hàng thương mại cổ phần', 'ngân hàng'],
  ['ngân hàng tmcp', 'ngân hàng'],
  ['nh', 'ngân hàng'],
];

/** It counts for nothing between other words: `Văn hóa và Thể thao` is `Văn hóa, Thể thao`. */
export const AND = 'và';

/** Only at the start, and not before another initial: `Q.Bình Tân`, `H. Củ Chi`. */
export const SHORT_HEADS: ReadonlyMap<string, readonly string[]> = new Map([
  ['q', ['quận']],
  ['p', ['phường']],
  ['h', ['huyện']],
  ['tx', ['thị', 'xã']],
]);

/** By the first word, longest first. */
export const PHRASES: ReadonlyMap<string, readonly Phrase[]> = phraseMap();

function phraseMap(): Map<string, Phrase[]> {
  const map = new Map<string, Phrase[]>();
  for (const [written, standsFor] of ABBREVIATIONS) {
    const [first, ...rest] = comparisonKey(written).split(' ') as [string, ...string[]];
    const phrases = map.get(first) ?? [];
    phrases.push({ rest, standsFor: comparisonKey(standsFor).split(' ') });
    map.set(first, phrases);
  }
  for (const phrases of map.values()) phrases.sort((a, b) => b.rest.length - a.rest.length);
  return map;
}
