import type { Columns } from './lexeme.js';
import { Raw } from './raw.js';

/** What a syllable is in a number, by syllable. */
export interface Numerals {
  /** 1 to 9, or one of `SCALE`. */
  readonly digit: Uint8Array;
  /** 1 to 9 behind tens: `hai mươi mốt`, `mười lăm`. There `năm` is the unit, not five: `hai mươi năm` are twenty years. */
  readonly ones: Uint8Array;
}

const SCALE = { Ten: 10, Tens: 11, Dozen: 12, Hundred: 13 } as const;

const DIGITS: Readonly<Record<string, number>> = {
  một: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  năm: 5,
  sáu: 6,
  bảy: 7,
  tám: 8,
  chín: 9,
  mười: SCALE.Ten,
  mươi: SCALE.Tens,
  chục: SCALE.Dozen,
  trăm: SCALE.Hundred,
};
const ONES: Readonly<Record<string, number>> = {
  một: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  sáu: 6,
  bảy: 7,
  tám: 8,
  chín: 9,
  mốt: 1,
  tư: 4,
  lăm: 5,
  nhăm: 5,
};

export function numeralsOf(ids: ReadonlyMap<string, number>, size: number): Numerals {
  return { digit: columnOf(DIGITS, ids, size), ones: columnOf(ONES, ids, size) };
}

function columnOf(words: Readonly<Record<string, number>>, ids: ReadonlyMap<string, number>, size: number): Uint8Array {
  const column = new Uint8Array(size);
  for (const [word, number] of Object.entries(words)) column[ids.get(word) ?? 0] = number;
  column[0] = 0;
  return column;
}

/** Whether a number can begin with a syllable. */
export function beginsNumber({ digit }: Numerals, syllable: number): boolean {
  const first = digit[syllable]!;
  return first > 0 && first <= SCALE.Ten;
}

export interface NumberWords {
  readonly value: number;
  /** The place behind the last syllable. */
  readonly behind: number;
}

/** Reads a number of two to five syllables: `mười hai`, `hai mươi lăm`, `ba chục`, `một trăm`. */
export function readNumberWords({ digit, ones }: Numerals, raw: Columns, at: number): NumberWords | undefined {
  const first = digit[raw.value[at]!]!;
  const scale = of(digit, at + 1);
  if (first === SCALE.Ten) {
    const unit = of(ones, at + 1);
    return unit > 0 ? { value: 10 + unit, behind: at + 2 } : undefined;
  }
  if (scale === SCALE.Dozen) return { value: first * 10, behind: at + 2 };
  if (scale === SCALE.Tens) return tens(first, at + 2);
  if (scale !== SCALE.Hundred) return undefined;
  const next = of(digit, at + 2);
  const rest = next > 0 && next < SCALE.Ten && of(digit, at + 3) === SCALE.Tens ? tens(next, at + 4) : { value: 0, behind: at + 2 };
  return { value: first * 100 + rest.value, behind: rest.behind };

  /** What a syllable that follows without a word between is; 0 for none. */
  function of(column: Uint8Array, place: number): number {
    return raw.kind[place] === Raw.Syllable ? column[raw.value[place]!]! : 0;
  }

  function tens(count: number, place: number): NumberWords {
    const unit = of(ones, place);
    return { value: count * 10 + unit, behind: unit > 0 ? place + 1 : place };
  }
}
