import { CHARACTER, Digit, Letter, Space, UPPER } from './characters.js';

/** Longer words are none of these. */
const LONGEST = 4;

/** Written with a dot behind them: places, titles, firms; by lower-case letters. */
const DOTTED = packedWords(
  'tp tt tx gs ts pgs ths bs ks ls cn tr th nxb q p h x mr mrs ms dr st jr sr prof gen inc corp ltd co bros vs no vol etc',
);
/** Those of them that are no syllables of Vietnamese, so that the lower-case form is an abbreviation too. */
const DOTTED_IN_LOWER_CASE = packedWords('tp tt tx gs ts pgs ths bs nxb q p mr mrs ms dr jr vs');

const isUpper = (code: number): boolean => (CHARACTER[code]! & UPPER) !== 0;
const isLetter = (code: number): boolean => ((CHARACTER[code]! >>> 20) & 7) === Letter;
const isLower = (code: number): boolean => isLetter(code) && !isUpper(code);
const isDigit = (code: number): boolean => ((CHARACTER[code]! >>> 20) & 7) === Digit;
const isSpace = (code: number): boolean => ((CHARACTER[code]! >>> 20) & 7) === Space;

/**
 * Whether the dot at `dot`, with white space behind it, belongs to the letters from `start`: an initial (`Nguyễn Văn H. khai`) or
 * an abbreviation (`TP. Hồ Chí Minh`). A letter that closes a sentence keeps its dot only where the next word is no new sentence.
 * Here and below the text ends at `limit`.
 */
export function keepsDot(text: Uint16Array, start: number, dot: number, limit: number): boolean {
  const length = dot - start;
  if (length > LONGEST) return false;
  const word = packed(text, start, dot);
  if (length > 1 && !DOTTED.has(word)) return false;
  return (isUpper(text[start]!) || DOTTED_IN_LOWER_CASE.has(word)) && followedBy(text, dot + 1, limit);
}

/** Something stands behind the white space: at the end of a text the dot is the sentence's own. */
function followedBy(text: Uint16Array, from: number, limit: number): boolean {
  let i = from;
  while (i < limit && i < from + FOLLOWED_WITHIN && isSpace(text[i]!)) i++;
  return i < limit;
}

/** No more units of white space are looked through for what follows. */
export const FOLLOWED_WITHIN = 16;

/** Whether a dot between `start` and `next`, without white space, joins them: `TP.HCM`, `J.Smith`, `U.S`, `q.1`; not `xong.Sau`. */
export function joinsDot(text: Uint16Array, start: number, dot: number, next: number, limit: number): boolean {
  const follower = text[next]!;
  const length = dot - start;
  if (!isUpper(follower) && !isDigit(follower)) {
    return length === 1 && (next + 1 === limit || (isLetter(follower) && !isLetter(text[next + 1]!)));
  }
  if (length > LONGEST) return false;
  let uppers = 0;
  for (let i = start; i < dot; i++) uppers += isUpper(text[i]!) ? 1 : 0;
  if (length === 1) return uppers === 1 || DOTTED_IN_LOWER_CASE.has(packed(text, start, dot));
  const listed = DOTTED.has(packed(text, start, dot));
  if (listed && isUpper(follower) && next + 1 < limit && isLower(text[next + 1]!)) return false;
  return listed || uppers === length;
}

/** Whether a listed abbreviation keeps its dot although a letter follows at once: `TP.Hải Phòng` is `TP.` and `Hải Phòng`. */
export function dotBeforeName(text: Uint16Array, start: number, dot: number): boolean {
  return dot - start > 1 && dot - start <= LONGEST && isUpper(text[dot + 1]!) && DOTTED.has(packed(text, start, dot));
}

/** Up to four letters of ASCII in lower case as one number; 0 where another character is among them. */
function packed(text: ArrayLike<number>, from: number, to: number): number {
  let word = 0;
  for (let i = from; i < to; i++) {
    const lower = text[i]! | 0x20;
    if (lower < 0x61 || lower > 0x7a) return 0;
    word = (word << 5) | (lower - 0x60);
  }
  return word;
}

function packedWords(list: string): ReadonlySet<number> {
  return new Set(list.split(' ').map(word => packed(new TextEncoder().encode(word), 0, word.length)));
}
