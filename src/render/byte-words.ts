const encoder = new TextEncoder();

/** UTF-8 as little-endian words of four bytes, of which so many are meant: what is behind them is written over. */
export interface Words {
  readonly words: Int32Array;
  readonly length: number;
}

export function wordsOf(text: string): Words {
  const bytes = encoder.encode(text);
  const words = new Int32Array((bytes.length + 3) >> 2);
  bytes.forEach((byte, i) => {
    words[i >> 2]! |= byte << ((i & 3) * 8);
  });
  return { words, length: bytes.length };
}

/** The numbers below a thousand, with three digits each. */
const PADDED = Int32Array.from({ length: 1000 }, (_, number) => {
  const tens = (number / 10) | 0;
  const hundreds = (tens / 10) | 0;
  return 0x303030 | hundreds | ((tens - hundreds * 10) << 8) | ((number - tens * 10) << 16);
});

/** Where there is room for a whole word more. Returns where it ends. */
export function putWords(view: DataView, at: number, { words, length }: Words): number {
  for (let i = 0; i < words.length; i++) view.setInt32(at + i * 4, words[i]!, true);
  return at + length;
}

/** A whole number that is not negative and below 2^31, where there is room for a whole word more. Returns where it ends. */
export function putNumber(view: DataView, at: number, value: number): number {
  if (value < 1000) {
    const digits = value < 10 ? 1 : value < 100 ? 2 : 3;
    view.setInt32(at, PADDED[value]! >> ((3 - digits) * 8), true);
    return at + digits;
  }
  const thousands = (value / 1000) | 0;
  const end = putNumber(view, at, thousands);
  view.setInt32(end, PADDED[value - thousands * 1000]!, true);
  return end + 3;
}
