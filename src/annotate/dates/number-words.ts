import type { Lexemes } from './lexeme.js';
import { Raw } from './scan.js';

export interface NumberWords {
  readonly value: number;
  /** The place behind the last syllable. */
  readonly behind: number;
}

export interface NumberReader {
  /** 1 for the ids of syllables that a number can begin with. */
  readonly begins: Uint8Array;
  readonly read: (raw: Lexemes, at: number) => NumberWords | undefined;
}

const DIGITS = 'một hai ba bốn năm sáu bảy tám chín'.split(' ');
/** What only follows tens: `hai mươi mốt`, `mười lăm`. */
const AFTER_TENS: Readonly<Record<string, number>> = { mốt: 1, tư: 4, lăm: 5, nhăm: 5 };

/**
 * Reads numbers of two to five syllables: `mười hai`, `hai mươi lăm`, `ba chục`, `một trăm`. After tens `năm` is the unit, not five
 * (`hai mươi năm` are twenty years). The syllables get ids of their own where the lexicon had none.
 */
export function numberReader(syllables: ReadonlyMap<string, number>, size: number): NumberReader {
  const digitOf = new Map<number, number>();
  DIGITS.forEach((word, i) => {
    const id = syllables.get(word);
    if (id !== undefined) digitOf.set(id, i + 1);
  });
  const afterTens = new Map(digitOf);
  for (const [word, digit] of Object.entries(AFTER_TENS)) {
    const id = syllables.get(word);
    if (id !== undefined) afterTens.set(id, digit);
  }
  const five = syllables.get('năm');
  if (five !== undefined) afterTens.delete(five);
  const [ten, tens, dozen, hundred] = ['mười', 'mươi', 'chục', 'trăm'].map(word => syllables.get(word));

  const begins = new Uint8Array(size);
  for (const id of [...digitOf.keys(), ten]) if (id !== undefined) begins[id] = 1;

  const read = (raw: Lexemes, at: number): NumberWords | undefined => {
    const id = (place: number) => (place === at || raw.kind[place] === Raw.Syllable ? raw.value[place]! : -1);
    const unit = (place: number) => afterTens.get(id(place)) ?? 0;
    if (id(at) === ten) {
      const ones = unit(at + 1);
      return ones > 0 ? { value: 10 + ones, behind: at + 2 } : undefined;
    }
    const digit = digitOf.get(id(at));
    if (digit === undefined) return undefined;
    const scale = id(at + 1);
    if (scale === dozen) return { value: digit * 10, behind: at + 2 };
    if (scale === tens) {
      const ones = unit(at + 2);
      return { value: digit * 10 + ones, behind: at + (ones > 0 ? 3 : 2) };
    }
    if (scale !== hundred) return undefined;
    const rest: NumberWords = tail(at + 2);
    return { value: digit * 100 + rest.value, behind: rest.behind };

    function tail(place: number): NumberWords {
      const next = digitOf.get(id(place));
      if (next === undefined || id(place + 1) !== tens) return { value: 0, behind: place };
      const ones = unit(place + 2);
      return { value: next * 10 + ones, behind: place + (ones > 0 ? 3 : 2) };
    }
  };
  return { begins, read };
}
