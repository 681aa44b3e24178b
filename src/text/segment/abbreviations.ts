import { CHARACTER, Digit, Letter, Space, UPPER } from './characters.js';

/** Written with a dot behind them: places, titles, firms; by lower-case letters. */
const DOTTED = new Set(
  'tp tt tx gs ts pgs ths bs ks ls cn tr th nxb q p h x mr mrs ms dr st jr sr prof gen inc corp ltd co bros vs no vol etc'.split(' '),
);
/** Those of them that are no syllables of Vietnamese, so that the lower-case form is an abbreviation too. */
const DOTTED_IN_LOWER_CASE = new Set('tp tt tx gs ts pgs ths bs nxb q p mr mrs ms dr jr vs'.split(' '));

const isUpper = (code: number): boolean => (CHARACTER[code]! & UPPER) !== 0;
const isLetter = (code: number): boolean => ((CHARACTER[code]! >>> 20) & 7) === Letter;
const isDigit = (code: number): boolean => ((CHARACTER[code]! >>> 20) & 7) === Digit;
const isSpace = (code: number): boolean => ((CHARACTER[code]! >>> 20) & 7) === Space;

/**
 * Whether the dot at `dot`, with white space behind it, belongs to the letters from `start`: an initial (`Nguyễn Văn H. khai`) or
 * an abbreviation (`TP. Hồ Chí Minh`). A letter that closes a sentence keeps its dot only where the next word is no new sentence.
 */
export function keepsDot(text: string, start: number, dot: number): boolean {
  const length = dot - start;
  if (length > 4) return false;
  if (length === 1) return (isUpper(text.charCodeAt(start)) || DOTTED_IN_LOWER_CASE.has(text[start]!)) && followedBy(text, dot + 1);
  const lower = text.slice(start, dot).toLowerCase();
  if (!DOTTED.has(lower)) return false;
  return (isUpper(text.charCodeAt(start)) || DOTTED_IN_LOWER_CASE.has(lower)) && followedBy(text, dot + 1);
}

/** Something stands behind the white space: at the end of a text the dot is the sentence's own. */
function followedBy(text: string, from: number): boolean {
  let i = from;
  while (i < text.length && i < from + 16 && isSpace(text.charCodeAt(i))) i++;
  return i < text.length;
}

/** Whether a dot between `start` and `next`, without white space, joins them: `TP.HCM`, `J.Smith`, `U.S`, `q.1`; not `xong.Sau`. */
export function joinsDot(text: string, start: number, dot: number, next: number): boolean {
  const follower = text.charCodeAt(next);
  if (!isUpper(follower) && !isDigit(follower)) {
    return dot - start === 1 && isLetter(follower) && text.length > next + 1
      ? !isLetter(text.charCodeAt(next + 1))
      : dot - start === 1 && next + 1 === text.length;
  }
  const length = dot - start;
  if (length > 4) return false;
  let uppers = 0;
  for (let i = start; i < dot; i++) uppers += isUpper(text.charCodeAt(i)) ? 1 : 0;
  if (length === 1) return uppers === 1 || DOTTED_IN_LOWER_CASE.has(text[start]!);
  const listed = DOTTED.has(text.slice(start, dot).toLowerCase());
  if (listed && isUpper(follower) && next + 1 < text.length && isLower(text.charCodeAt(next + 1))) return false;
  return listed || uppers === length;
}

const isLower = (code: number): boolean => isLetter(code) && !isUpper(code);

/** Whether a listed abbreviation keeps its dot although a letter follows at once: `TP.Hải Phòng` is `TP.` and `Hải Phòng`. */
export function dotBeforeName(text: string, start: number, dot: number): boolean {
  return dot - start > 1 && dot - start <= 4 && isUpper(text.charCodeAt(dot + 1)) && DOTTED.has(text.slice(start, dot).toLowerCase());
}
