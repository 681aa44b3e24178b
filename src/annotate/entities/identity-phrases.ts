import { ABBREVIATION_KEYS } from './identity-abbreviations.table.js';

export interface Phrase {
  /** The words after the first. */
  readonly rest: readonly string[];
  readonly standsFor: readonly string[];
}

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
  for (const line of ABBREVIATION_KEYS.split('\n')) {
    const [written, standsFor] = line.split('\t') as [string, string];
    const [first, ...rest] = written.split(' ') as [string, ...string[]];
    const phrases = map.get(first) ?? [];
    phrases.push({ rest, standsFor: standsFor.split(' ') });
    map.set(first, phrases);
  }
  return map;
}
