import type { CodeSpan } from '../../model/snippet.js';
import { spelled } from '../../text/codes.js';
import { PAD } from './context.js';
import { join } from './hash.js';
import type { TextContext } from './kernel.js';
import { Letter, letterClass } from './letters.js';
import { GAZETTEER_SEED, longer, NAME_SEED, PART_SEED, PHRASE_GOES_ON, type PhraseTable, type WordTable } from './tables.js';
import type { UnitSpans } from './units.js';

/** Fewer letters than this are an acronym or a name rather than a headline. */
const LEAST_LETTERS = 12;
/** Rates of `WordTable`: over half of a word's occurrences have a capital; some have. */
const MOSTLY = 5;
const SOMETIMES = 3;

/** Whether all letters of a text are capitals. */
export function isAllCapitals({ codes, start, end }: CodeSpan): boolean {
  let upper = 0;
  for (let i = start; i < end; i++) {
    const kind = letterClass(codes[i]!);
    if (kind === Letter.Lower) return false;
    if (kind === Letter.Upper) upper++;
  }
  return upper >= LEAST_LETTERS;
}

/**
 * Writes a text in capitals as news would write it, by what is known of its words: names with capitals, acronyms as they are,
 * the rest in lower case. Offsets stay the same.
 */
export function withUsualCapitals(span: CodeSpan, units: UnitSpans, context: TextContext, phrases: PhraseTable, words: WordTable): string {
  const text = spelled(span.codes, span.start, span.end);
  const { length, start, end } = units;
  const keyAt = (i: number): number => context.key[i + PAD]!;
  const rateAt = (i: number): number => words.rate(Math.max(words.find(join(keyAt(i), 1)), words.find(join(keyAt(i), 0))));
  let written = '';
  let reached = 0;
  for (let i = 0; i < length; i++) {
    const last = Math.max(phraseEnd(i, GAZETTEER_SEED), phraseEnd(i, NAME_SEED));
    if (last > i) {
      for (; i <= last; i++) write(i, true);
      i--;
    } else write(i, isName(i));
  }
  return written + text.slice(reached);

  function isName(i: number): boolean {
    if (rateAt(i) >= MOSTLY || phrases.step(longer(PART_SEED, keyAt(i))) === 1) return true;
    return i > 0 && start[i] === end[i - 1]! + 1 && isTitled(i - 1) && rateAt(i) >= SOMETIMES;
  }

  function isTitled(i: number): boolean {
    const letter = letterClass(written.charCodeAt(start[i]!));
    return letter === Letter.Upper;
  }

  function write(i: number, isTitle: boolean): void {
    written += text.slice(reached, start[i]!);
    reached = end[i]!;
    const unit = text.slice(start[i]!, reached);
    const isAcronym = words.find(join(keyAt(i), 2)) >= 0 && words.find(join(keyAt(i), 0)) < 0 && words.find(join(keyAt(i), 1)) < 0;
    const lower = unit.toLowerCase();
    if (isAcronym || lower.length !== unit.length) written += unit;
    else written += i === 0 || isTitle ? unit[0]! + lower.slice(1) : lower;
  }

  /** The last unit of the longest listed name of two units or more that begins here; -1 when there is none. */
  function phraseEnd(first: number, seed: number): number {
    let hash = seed;
    let last = -1;
    for (let i = first; i < length; i++) {
      hash = longer(hash, keyAt(i));
      const found = phrases.step(hash);
      if (i > first && (found & ~PHRASE_GOES_ON) !== 0) last = i;
      if ((found & PHRASE_GOES_ON) === 0) break;
    }
    return last;
  }
}
