import { comparisonKey, foldedKey, withoutMarks } from '../text/keys.js';
import { normalizeText } from '../text/normalize.js';
import { foldedUnits, MARK } from './letters.js';

/** A word of the query, or a word inside its phrase. */
export interface Piece {
  /** Normal text, its syllables one space apart, case as typed. */
  readonly text: string;
  readonly syllables: number;
  /** Marks are not compared. */
  readonly folds: boolean;
}

/** Normal text, white space as single spaces, none outside. */
export function tidied(text: string): string {
  return normalizeText(text).text.trim().replace(/\s+/g, ' ');
}

export function carriesMarks(text: string): boolean {
  return withoutMarks(text) !== text;
}

/** Whether a stretch of text, equal to the pieces in `foldedUnits`, spells them. */
export type SpellingTest = (spelled: string) => boolean;

/** The test of a sequence of pieces; what it has seen it remembers. */
export function spellingTest(pieces: readonly Piece[], caseSensitive: boolean): SpellingTest {
  const whole = pieces.map(piece => piece.text).join(' ');
  const wholeKey = comparisonKey(whole);
  const wholeCase = caseSensitive ? caseOf(whole) : undefined;
  const tests = pieces.map(pieceTest);
  const seen = new Map<string, boolean>();

  const decide = (spelled: string): boolean => {
    if (wholeCase !== undefined && caseOf(spelled) !== wholeCase) return false;
    if (comparisonKey(spelled) === wholeKey) return true;
    if (tests.length === 1) return tests[0]!(spelled);
    const syllables = spelled.split(/\s+/);
    let at = 0;
    return pieces.every((piece, i) => {
      const part = syllables.slice(at, at + piece.syllables).join(' ');
      at += piece.syllables;
      return tests[i]!(part);
    });
  };

  return spelled => {
    let verdict = seen.get(spelled);
    if (verdict === undefined) {
      verdict = decide(spelled);
      if (seen.size >= 20_000) seen.clear();
      seen.set(spelled, verdict);
    }
    return verdict;
  };
}

function pieceTest(piece: Piece): SpellingTest {
  const key = comparisonKey(piece.text);
  if (!piece.folds) return spelled => comparisonKey(spelled) === key;
  const plain = withoutMarks(piece.text.toLowerCase());
  const folded = foldedKey(piece.text);
  return spelled => {
    const spelledKey = comparisonKey(spelled);
    const spelledFolded = withoutMarks(spelledKey);
    if (spelledFolded === plain || spelledFolded === folded) return true;
    const lower = spelled.toLowerCase().replace(/\s+/g, ' ');
    if (withoutMarks(lower) === plain) return true;
    // `mi` finds `Mỹ`, because `Mĩ`, which it finds, is another spelling of it; it does not find `may`.
    return comparisonKey(spelledLike(lower, plain)) === spelledKey;
  };
}

const SWAPPED = new Map([...'iíìỉĩịyýỳỷỹỵ'].map((letter, i, all) => [letter, all[(i + 6) % 12]!]));

/** `text` with its i and y as in `model`, which is equal to it but for marks, and for i and y. */
function spelledLike(text: string, model: string): string {
  let out = '';
  let at = 0;
  for (const letter of text) {
    if (foldedUnits()[letter.charCodeAt(0)] === MARK) {
      out += letter;
      continue;
    }
    const wanted = model[at++];
    const swaps = (wanted === 'i' || wanted === 'y') && withoutMarks(letter) !== wanted;
    out += swaps ? (SWAPPED.get(letter) ?? letter) : letter;
  }
  return out;
}

/** Which letters are upper case, mark by mark left out. */
function caseOf(text: string): string {
  let out = '';
  for (const letter of text.replace(/\s+/g, ' ')) {
    if (foldedUnits()[letter.charCodeAt(0)] === MARK) continue;
    out += letter !== letter.toLowerCase() ? 'A' : 'a';
  }
  return out;
}
