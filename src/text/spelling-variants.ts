/**
 * Syllables that are written with i or y without another meaning, as `other spelling → key`. The key is the spelling that news
 * prefers. Left out are pairs of different words (`tai`/`tay`), of names (`Vi`/`Vy`), and of years (`Tý`, `Tỵ`).
 */
export const VARIANT_SYLLABLES: ReadonlyMap<string, string> = new Map([
  ['kĩ', 'kỹ'],
  ['kí', 'ký'],
  ['kì', 'kỳ'],
  ['kỉ', 'kỷ'],
  ['kị', 'kỵ'],
  ['lí', 'lý'],
  ['lỵ', 'lị'],
  ['lỳ', 'lì'],
  ['mĩ', 'mỹ'],
  ['mỳ', 'mì'],
  ['mỵ', 'mị'],
  ['sỹ', 'sĩ'],
  ['tỉ', 'tỷ'],
  ['hỉ', 'hỷ'],
  ['qui', 'quy'],
  ['quì', 'quỳ'],
  ['quí', 'quý'],
  ['quỉ', 'quỷ'],
  ['quĩ', 'quỹ'],
  ['quị', 'quỵ'],
  ['quít', 'quýt'],
]);

interface Pairs {
  readonly key: string;
  /** The syllable right before it. */
  readonly before: ReadonlySet<string>;
  /** The syllable right behind it. */
  readonly after: ReadonlySet<string>;
}

const pairs = (key: string, before: string, after: string): Pairs => ({ key, before: words(before), after: words(after) });
const words = (list: string): ReadonlySet<string> => new Set(list.split(' ').filter(Boolean));

/** Syllables that are variants only in the company of certain others: `hi vọng` = `hy vọng`, `công ti` = `công ty`. */
export const VARIANT_PAIRS: ReadonlyMap<string, Pairs> = new Map([
  ['hi', pairs('hy', '', 'vọng sinh lạp hữu hãn')],
  ['ti', pairs('ty', 'công', 'tiện')],
  ['li', pairs('ly', 'biệt phân chia cách', 'hôn khai dị tán biệt thân kỳ tâm giáo hương')],
  ['tỵ', pairs('tị', 'ganh suy đố ghen', 'nạn nạnh hiềm')],
  ['tì', pairs('tỳ', '', 'vết bà thiếp')],
  ['tý', pairs('tí', 'một tẹo', 'hon xíu')],
  ['hí', pairs('hý', '', 'kịch trường viện hoạ')],
  ['vỹ', pairs('vĩ', 'hùng', 'đại mô tuyến độ mạch')],
  ['ỉ', pairs('ỷ', '', 'lại')],
]);
