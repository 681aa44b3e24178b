import { syllableOf } from './identity-key.js';

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

/** `syllableOf` a Vietnamese syllable that no foreign name could be. */
const MARKED = 2;

/** The district of Sông Mã is not the river. */
const FEATURES = new Set('sông,núi,hồ,suối,đèo,biển,cầu,đường,phố,chợ,ga'.split(','));

const BY_FIRST_WORD = headMap();

export interface Head {
  readonly type: 'LOC' | 'ORG';
  /** The rest of the key. */
  readonly bare: string;
}

/** Cuts the class word off a key; `undefined` when there is none, or when what is left is a single syllable, which says too little. */
export function headOf(key: string): Head | undefined {
  const space = key.indexOf(' ');
  if (space < 0) return undefined;
  for (const [head, type] of BY_FIRST_WORD.get(key.slice(0, space)) ?? []) {
    if (!key.startsWith(head) || key[head.length] !== ' ') continue;
    const bare = key.slice(head.length + 1);
    const isFeature = FEATURES.has(bare.slice(0, bare.indexOf(' ')));
    return isFeature || bare.length < 2 || (!bare.includes(' ') && syllableOf(bare) === MARKED) ? undefined : { type, bare };
  }
  return undefined;
}

/** The heads that begin with a word, the longest first. */
function headMap(): Map<string, (readonly [head: string, type: 'LOC' | 'ORG'])[]> {
  const map = new Map<string, (readonly [string, 'LOC' | 'ORG'])[]>();
  for (const [type, heads] of HEADS) {
    for (const head of heads) {
      const first = head.split(' ')[0]!;
      map.set(
        first,
        [...(map.get(first) ?? []), [head, type] as const].sort(([a], [b]) => b.length - a.length),
      );
    }
  }
  return map;
}
