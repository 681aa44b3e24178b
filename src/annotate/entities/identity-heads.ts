import { firstSyllable, firstWord, type NameKeys, NO_KEY, restOf } from './identity-keys.js';

/** Class words before a name that news leaves out as often as not; as `identityKey`s. */
const HEADS: readonly (readonly [type: 'LOC' | 'ORG', heads: readonly string[]])[] = [
  [
    'LOC',
    'tỉnh,tp,thị xã,thị trấn,thủ phủ,quận,huyện,xã,phường,bang,tiểu bang,đảo,quần đảo,bán đảo,dải,vùng,khu vực,đặc khu,hạt,làng'.split(','),
  ],
  [
    'ORG',
    'tập đoàn,công ty,tổng công ty,hãng,hãng tin,hãng thông tấn,hãng hàng không,báo,tờ,tạp chí,đài,đài truyền hình,kênh,ngân hàng,clb,đội,tổ chức,phong trào,lực lượng,nhóm,đảng,liên minh,thương hiệu'.split(
      ',',
    ),
  ],
];

/** `firstSyllable` of a Vietnamese syllable that no foreign name could be. */
const MARKED = 2;

/** The district of Sông Mã is not the river. */
const FEATURES = new Set('sông,núi,hồ,suối,đèo,biển,cầu,đường,phố,chợ,ga'.split(','));

const BY_FIRST_WORD = headMap();

export interface Head {
  readonly type: 'LOC' | 'ORG';
  /** The key of the rest. */
  readonly bare: number;
}

/** Cuts the class word off a key; `undefined` when there is none, or when what is left is a single syllable, which says too little. */
export function headOf(keys: NameKeys, key: number): Head | undefined {
  for (const { words, type } of BY_FIRST_WORD.get(firstWord(keys, key)) ?? []) {
    const bare = behind(keys, key, words);
    if (bare === NO_KEY) continue;
    const first = firstWord(keys, bare);
    const isBare = restOf(keys, bare) === NO_KEY ? first.length > 1 && firstSyllable(keys, bare) !== MARKED : !FEATURES.has(first);
    return isBare ? { type, bare } : undefined;
  }
  return undefined;
}

/** The key behind so many first words; `NO_KEY` where it begins otherwise or has no more. */
function behind(keys: NameKeys, key: number, words: readonly string[]): number {
  let rest = key;
  for (const word of words) {
    if (rest === NO_KEY || firstWord(keys, rest) !== word) return NO_KEY;
    rest = restOf(keys, rest);
  }
  return rest;
}

interface HeadWords {
  readonly words: readonly string[];
  readonly type: 'LOC' | 'ORG';
}

/** The heads that begin with a word, the longest first. */
function headMap(): Map<string, HeadWords[]> {
  const map = new Map<string, HeadWords[]>();
  for (const [type, heads] of HEADS) {
    for (const head of heads) {
      const words = head.split(' ');
      const known = map.get(words[0]!) ?? [];
      map.set(words[0]!, known);
      known.push({ words, type });
    }
  }
  for (const heads of map.values()) heads.sort((a, b) => b.words.length - a.words.length);
  return map;
}
