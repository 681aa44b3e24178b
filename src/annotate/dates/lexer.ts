import type { CodeSpan } from '../../model/snippet.js';
import { isWordUnit } from './characters.js';
import { KIND, type Lexemes, pushLexeme, reserveLexemes } from './lexeme.js';
import { NO_WORD } from './lexicon.js';
import { LEXICON } from './lexicon.table.js';
import { beginsNumber, readNumberWords } from './number-words.js';
import { Raw, raw } from './raw.js';
import { scan, scanText } from './scan.js';

const { root, kind: kindOf, value: wordValue, firstEdge, edgeSyllable, edgeNode, numerals } = LEXICON;

/** Puts the lexemes of a text into `out`. Returns false, with nothing put out, where the text cannot hold a date. */
export function lex(text: string, out: Lexemes): boolean {
  if (!scanText(text)) return false;
  assemble(text, out);
  return true;
}

/** The same for a text as codes; it is asked for as a string only where it may hold a date. */
export function lexCodes(codes: CodeSpan, source: { readonly text: string }, out: Lexemes): boolean {
  if (!scan(codes)) return false;
  assemble(source.text, out);
  return true;
}

/** By syllable: the kind of a word that no other word begins with; otherwise one of these. */
const MANY = -1;
const NOTHING = -2;
const wordKind = Int16Array.from(root, (node, id) => {
  if (beginsNumber(numerals, id) || firstEdge[node] !== firstEdge[node + 1]) return MANY;
  return kindOf[node] === NO_WORD ? NOTHING : kindOf[node]!;
});

/** Turns `raw` into lexemes: words, number words, numbers and separators. */
function assemble(text: string, out: Lexemes): void {
  out.text = text;
  out.length = 0;
  const { kind: rawKind, value: rawValue, start: rawStart, end: rawEnd, length } = raw;
  // Each raw lexeme gives one, and may have another word before it.
  if (out.kind.length < length * 2) reserveLexemes(out, length * 2);
  const { kind, value, start, end } = out;
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
          value[n] = wordValue[root[id]!]!;
          start[n] = rawStart[at]!;
          end[n] = rawEnd[at++]!;
        } else if (simple === NOTHING) {
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
        kind[n] = punctuation(text, rawStart[at]!, rawValue[at]!);
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
  pushLexeme(out, KIND.NumWord, found.value, raw.start[at]!, raw.end[found.behind - 1]!);
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
  else pushLexeme(out, kind, wordValue[found]!, raw.start[at]!, raw.end[behind - 1]!);
  return behind;
}

/** The node that a syllable leads to; 0 without one. */
function nodeBehind(node: number, syllable: number): number {
  const last = firstEdge[node + 1]!;
  for (let edge = firstEdge[node]!; edge < last; edge++) if (edgeSyllable[edge] === syllable) return edgeNode[edge]!;
  return 0;
}

/** A word that says nothing; it joins such a word before it. */
function other(start: number, end: number, out: Lexemes): void {
  const last = out.length - 1;
  if (last >= 0 && out.kind[last] === KIND.Other) out.end[last] = end;
  else pushLexeme(out, KIND.Other, 0, start, end);
}

/** A run of digits: a number, a number with thousands (`1.004`), or part of a word (`121kg`); `18h30` gives number, mark, number. */
function digits(text: string, at: number, out: Lexemes): number {
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
  if (end < text.length && isWordUnit(text.charCodeAt(end)) && !(raw.start[behind] === end && isTimeUnit(behind))) {
    const isKnown = raw.start[behind] === end && raw.kind[behind] === Raw.Syllable;
    other(start, end, out);
    return isKnown ? behind + 1 : behind;
  }
  pushLexeme(out, kind, numberAt(text, start, Math.min(end, start + 11)), start, end);
  return behind;
}

/** The number that a run of digits and dots writes; large ones need not be right. */
function numberAt(text: string, start: number, end: number): number {
  let number = 0;
  for (let at = start; at < end; at++) {
    const digit = text.charCodeAt(at) - 0x30;
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

/** What a punctuation mark separates; a tight one has no space on either side. */
function punctuation(text: string, at: number, unit: number): number {
  switch (unit) {
    case 0x2f:
      return isTight(text, at) ? KIND.Slash : KIND.SlashLoose;
    case 0x2d:
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
      return isTight(text, at) ? KIND.Dash : KIND.DashLoose;
    case 0x2e:
      return isTight(text, at) ? KIND.Dot : KIND.Stop;
    case 0x2c:
      return isTight(text, at) ? KIND.CommaTight : KIND.Comma;
    case 0x3a:
      return isTight(text, at) ? KIND.Colon : KIND.Stop;
    case 0x28:
    case 0x5b:
      return KIND.Open;
    case 0x29:
    case 0x5d:
      return KIND.Close;
    case 0x25:
      return KIND.Percent;
    case 0x22:
    case 0x27:
    case 0x2018:
    case 0x2019:
    case 0x201c:
    case 0x201d:
    case 0xab:
    case 0xbb:
      return KIND.Quote;
    case 0x3b:
    case 0x21:
    case 0x3f:
    case 0x0a:
    case 0x2026:
      return KIND.Stop;
    default:
      return KIND.Symbol;
  }
}

function isTight(text: string, at: number): boolean {
  return at > 0 && at + 1 < text.length && isWordUnit(text.charCodeAt(at - 1)) && isWordUnit(text.charCodeAt(at + 1));
}
