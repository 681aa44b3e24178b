import type { CodeSpan } from '../../model/snippet.js';
import { isWordUnit } from './characters.js';
import { KIND, type Lexemes, reserveColumns, YEARS } from './lexeme.js';
import { NO_WORD, WORDS_OF } from './lexicon.js';
import { LEXICON } from './lexicon.table.js';
import { LOOSE_MARK, TIGHT_MARK } from './marks.js';
import { beginsNumber, readNumberWords } from './number-words.js';
import { Raw, raw } from './raw.js';

const { root, kind: kindOf, value: wordValue, wordKind, firstEdge, edgeSyllable, edgeNode, numerals } = LEXICON;

/** Turns `raw` into lexemes: words, number words, numbers and separators. */
export function assemble(text: CodeSpan, out: Lexemes): void {
  out.length = 0;
  const { kind: rawKind, value: rawValue, start: rawStart, end: rawEnd, length } = raw;
  // Each raw lexeme gives one, and may have another word before it.
  if (out.kind.length < length * 2) {
    reserveColumns(out, length * 2);
    out.symbol = new Uint8Array(out.kind.length);
  }
  const { kind, symbol, value, start, end } = out;
  for (let at = 0; at < length; ) {
    const mark = rawKind[at]!;
    if (mark >= Raw.Behind) other(rawStart[at]!, rawStart[at]!, out);
    switch (mark & 3) {
      case Raw.Syllable: {
        const id = rawValue[at]!;
        const simple = wordKind[id]!;
        if (simple >= 0) {
          const n = out.length++;
          kind[n] = simple;
          symbol[n] = simple;
          value[n] = wordValue[root[id]!]!;
          start[n] = rawStart[at]!;
          end[n] = rawEnd[at++]!;
        } else if (simple === WORDS_OF.None) {
          other(rawStart[at]!, rawEnd[at]!, out);
          at++;
        } else at = (beginsNumber(numerals, id) && numberWords(at, out)) || word(at, out);
        break;
      }
      case Raw.Digits:
        at = digits(text, at, out);
        break;
      case Raw.Punct: {
        const n = out.length++;
        kind[n] = (isTight(text, rawStart[at]!) ? TIGHT_MARK : LOOSE_MARK)[rawValue[at]!]!;
        symbol[n] = kind[n]!;
        value[n] = 0;
        start[n] = rawStart[at]!;
        end[n] = rawEnd[at++]!;
        break;
      }
      default:
        at++;
    }
  }
}

/** A number of several words (`hai mươi lăm`); returns the place behind it, 0 where there is none. */
function numberWords(at: number, out: Lexemes): number {
  const found = readNumberWords(numerals, raw, at);
  if (found === undefined) return 0;
  push(out, KIND.NumWord, found.value, raw.start[at]!, raw.end[found.behind - 1]!);
  return found.behind;
}

/** The longest word of the lexicon that begins at syllable `at`; returns the place behind it. */
function word(at: number, out: Lexemes): number {
  let found = 0;
  let behind = at + 1;
  let node = root[raw.value[at]!]!;
  for (let next = at + 1; node !== 0; next++) {
    if (kindOf[node] !== NO_WORD) {
      found = node;
      behind = next;
    }
    node = raw.kind[next] === Raw.Syllable ? nodeBehind(node, raw.value[next]!) : 0;
  }
  const kind = found === 0 ? KIND.Other : kindOf[found]!;
  if (kind === KIND.Other) other(raw.start[at]!, raw.end[behind - 1]!, out);
  else push(out, kind, wordValue[found]!, raw.start[at]!, raw.end[behind - 1]!);
  return behind;
}

/** The node that a syllable leads to; 0 without one. */
function nodeBehind(node: number, syllable: number): number {
  const last = firstEdge[node + 1]!;
  for (let edge = firstEdge[node]!; edge < last; edge++) if (edgeSyllable[edge] === syllable) return edgeNode[edge]!;
  return 0;
}

function push(lexemes: Lexemes, kind: number, value: number, start: number, end: number): void {
  const at = lexemes.length++;
  lexemes.kind[at] = kind;
  lexemes.symbol[at] = kind === KIND.Number && value >= YEARS.first && value <= YEARS.last ? KIND.Year : kind;
  lexemes.value[at] = value;
  lexemes.start[at] = start;
  lexemes.end[at] = end;
}

/** A word that says nothing; it joins such a word before it. */
function other(start: number, end: number, out: Lexemes): void {
  const last = out.length - 1;
  if (last >= 0 && out.kind[last] === KIND.Other) out.end[last] = end;
  else push(out, KIND.Other, 0, start, end);
}

/** A run of digits: a number, a number with thousands (`1.004`), or part of a word (`121kg`); `18h30` gives number, mark, number. */
function digits(text: CodeSpan, at: number, out: Lexemes): number {
  const start = raw.start[at]!;
  let end = raw.end[at]!;
  let behind = at + 1;
  let kind: number = end - start <= 4 ? KIND.Number : KIND.BigNumber;
  while (
    end - raw.start[behind - 1]! <= 3 &&
    raw.value[behind] === 0x2e &&
    raw.kind[behind] === Raw.Punct &&
    raw.start[behind] === end &&
    raw.kind[behind + 1] === Raw.Digits &&
    raw.start[behind + 1] === end + 1 &&
    raw.end[behind + 1] === end + 4
  ) {
    kind = KIND.BigNumber;
    end += 4;
    behind += 2;
  }
  if (text.start + end < text.end && isWordUnit(text.codes[text.start + end]!) && !(raw.start[behind] === end && isTimeUnit(behind))) {
    const isKnown = raw.start[behind] === end && raw.kind[behind] === Raw.Syllable;
    other(start, end, out);
    return isKnown ? behind + 1 : behind;
  }
  push(out, kind, numberAt(text, start, Math.min(end, start + 11)), start, end);
  return behind;
}

/** The number that a run of digits and dots writes; large ones need not be right. */
function numberAt({ codes, start: base }: CodeSpan, start: number, end: number): number {
  let number = 0;
  for (let at = start; at < end; at++) {
    const digit = codes[base + at]! - 0x30;
    if (digit >= 0 && number < 100_000_000) number = number * 10 + digit;
  }
  return number;
}

/** A unit of time written onto its number: `18h30`, `3ngày`. */
function isTimeUnit(at: number): boolean {
  if (raw.kind[at] !== Raw.Syllable) return false;
  const kind = kindOf[root[raw.value[at]!]!]!;
  return kind >= KIND.SecondWord && kind <= KIND.YearWord;
}

function isTight({ codes, start, end }: CodeSpan, offset: number): boolean {
  const at = start + offset;
  return offset > 0 && at + 1 < end && isWordUnit(codes[at - 1]!) && isWordUnit(codes[at + 1]!);
}
