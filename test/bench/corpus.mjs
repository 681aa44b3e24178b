// A corpus of any size, of our own sentences, the same for the same seed: a snippet a line.

import { once } from 'node:events';
import { closeSync, createWriteStream, openSync, readSync, truncateSync, writeSync } from 'node:fs';

const PEOPLE = [
  'Nguyễn Văn Hải',
  'Trần Thị Minh Châu',
  'Lê Quang Vinh',
  'Phạm Thu Hà',
  'Hoàng Đức Long',
  'Đặng Ngọc Bích',
  'Vũ Hồng Sơn',
  'Bùi Thanh Tùng',
  'John Carter',
  'Maria Lopez',
  'Kenji Tanaka',
  'Anna Kowalska',
];
const TITLES = ['Bộ trưởng', 'Chủ tịch', 'Giám đốc', 'Đại tá', 'Thủ tướng', 'Tiến sĩ', 'ông', 'bà', 'Phó Chủ tịch', 'luật sư'];
const PLACES = [
  'Hà Nội',
  'TP.HCM',
  'Đà Nẵng',
  'Cần Thơ',
  'tỉnh Quảng Ninh',
  'huyện Ba Vì',
  'quận 7',
  'Việt Nam',
  'Nhật Bản',
  'Mỹ',
  'Ukraine',
  'Nga',
  'Brussels',
  'Bắc Kinh',
  'châu Âu',
  'vịnh Hạ Long',
  'Tây Nguyên',
];
const BODIES = [
  'Bộ Y tế',
  'Bộ Giao thông Vận tải',
  'Ngân hàng Nhà nước',
  'NATO',
  'Liên Hợp Quốc',
  'Công an tỉnh Nghệ An',
  'Tập đoàn Sao Biển',
  'Đại học Bách khoa Hà Nội',
  'Tổng cục Thống kê',
  'Quốc hội',
  'EU',
  'hãng tin Reuters',
];
const TOPICS = [
  'giá xăng dầu',
  'an ninh hàng không',
  'chuyển đổi số',
  'xuất khẩu nông sản',
  'cải cách thủ tục hành chính',
  'hòa bình và ổn định',
  'phòng chống thiên tai',
  'đầu tư công',
  'thị trường bất động sản',
  'an toàn thực phẩm',
  'nguồn nhân lực chất lượng cao',
  'biến đổi khí hậu',
  'viện trợ nhân đạo',
  'giao thông công cộng',
  'bảo hiểm xã hội',
];
const VERBS = [
  'nhấn mạnh tầm quan trọng của',
  'bày tỏ lo ngại về',
  'công bố kế hoạch về',
  'kêu gọi các bên hợp tác trong lĩnh vực',
  'cam kết tăng cường đầu tư cho',
  'thảo luận về',
  'triển khai chương trình về',
  'đánh giá cao kết quả của',
  'cảnh báo về những rủi ro của',
  'khẳng định sẽ tiếp tục hỗ trợ',
];
const CLAUSES = [
  'theo báo cáo vừa được công bố',
  'trong bối cảnh kinh tế còn nhiều khó khăn',
  'bất chấp những ý kiến trái chiều',
  'sau nhiều tháng chờ đợi',
  'với sự tham gia của hơn 200 đại biểu',
  'nhằm bảo đảm quyền lợi của người dân',
  'khi mưa lớn gây ngập lụt tại nhiều nơi',
  'dù chưa có số liệu chính thức',
];
const NUMBERS = [
  'tăng 12,5% so với cùng kỳ năm ngoái',
  'trị giá 3.200 tỷ đồng',
  'giảm còn 47%',
  'với khoảng 1.710 người',
  'đạt 5,8 triệu USD',
];

/**
 * Numbers from 0 to 1, the same for the same seed.
 * @param {number} seed
 */
export function createRandom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * One snippet of one to three sentences.
 * @param {() => number} random
 */
export function snippet(random) {
  const pick = list => list[Math.floor(random() * list.length)];
  const number = most => 1 + Math.floor(random() * most);
  const when = () =>
    pick([
      () => `Ngày ${number(28)}/${number(12)}`,
      () => `Sáng ${number(28)}-${number(12)}`,
      () => `Hôm ${number(28)}/${number(12)}/20${10 + number(14)}`,
      () => 'Tuần trước',
      () => `Tháng ${number(12)}/20${10 + number(14)}`,
      () => '',
    ])();
  const sentence = () => {
    const start = when();
    const who = random() < 0.6 ? `${pick(TITLES)} ${pick(PEOPLE)}` : pick(BODIES);
    const body = `${who} ${pick(VERBS)} ${pick(TOPICS)} tại ${pick(PLACES)}`;
    const tail = [random() < 0.5 ? `, ${pick(CLAUSES)}` : '', random() < 0.3 ? `, ${pick(NUMBERS)}` : ''].join('');
    const text = start === '' ? body : `${start}, ${body}`;
    return `${text[0].toUpperCase()}${text.slice(1)}${tail}.`;
  };
  return Array.from({ length: number(3) }, sentence).join(' ');
}

/**
 * Writes about `megabytes` of snippets, and tells how many they are.
 * @param {string} path
 * @param {number} megabytes
 */
export async function writeCorpus(path, megabytes, seed = 1) {
  const random = createRandom(seed);
  const sink = createWriteStream(path);
  let snippets = 0;
  for (let left = megabytes * 1e6; left > 0; ) {
    let block = '';
    for (; block.length < 1 << 16; snippets++) block += `${snippet(random)}\n`;
    const bytes = Buffer.from(block);
    left -= bytes.length;
    if (!sink.write(bytes)) await once(sink, 'drain');
  }
  sink.end();
  await once(sink, 'close');
  return snippets;
}

/**
 * Whole lines of a file, again and again where it is shorter: about `megabytes` of them.
 * @param {string} from
 * @param {string} to
 * @param {number} megabytes
 */
export function copyCorpus(from, to, megabytes) {
  const [source, target] = [openSync(from, 'r'), openSync(to, 'w')];
  const block = Buffer.allocUnsafe(1 << 20);
  let written = 0;
  let end = 0;
  for (let position = 0; written < megabytes * 1e6; ) {
    const count = readSync(source, block, 0, block.length, position);
    if (count === 0) {
      if (position === 0) throw new Error(`${from} is empty`);
      if (end < written) end = written += writeSync(target, '\n');
      position = 0;
      continue;
    }
    const newline = block.lastIndexOf('\n', count - 1);
    if (newline >= 0) end = written + newline + 1;
    written += writeSync(target, block, 0, count);
    position += count;
  }
  closeSync(source);
  closeSync(target);
  truncateSync(to, end);
}
