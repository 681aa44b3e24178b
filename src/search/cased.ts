/** Blocks with letters that have case or marks, each up to before its second number; other units stand for themselves. */
export const CASED: readonly (readonly [from: number, to: number])[] = [
  [0x41, 0x5b],
  [0x61, 0x7b],
  [0xc0, 0x250],
  [0x370, 0x588],
  [0x1e00, 0x2000],
  [0xff21, 0xff5b],
];
