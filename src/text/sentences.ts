import type { CodeSpan } from '../model/snippet.js';
import { Kind, pushSentence, type Sentences, type Tokens } from '../model/tokens.js';
import { CHARACTER, UPPER } from './segment/characters.js';

/** By a name of this module: in the bundle an import may be a call, and it is read for every token. */
const PUNCT = Kind.Punct;

/** Marks that close a sentence: `. ? ! …` and their runs. */
const isEnd = (code: number): boolean => code === 0x2e || code === 0x3f || code === 0x21 || code === 0x2026;
/** Brackets and quotes that belong to the sentence before them. */
const isCloser = (code: number): boolean =>
  code === 0x22 || code === 0x201d || code === 0x2019 || code === 0x29 || code === 0x5d || code === 0xbb || code === 0x27;

/**
 * Cuts a text into sentences, by its tokens: at `.`, `?`, `!` and `…` where something new begins behind them. Dots of abbreviations
 * and initials are part of their tokens, so they end nothing; nor does a mark before a lower-case word (`"Đi!" anh nói`). A line end
 * within the text ends a sentence too. A text without tokens is one empty sentence.
 */
export function splitSentences(text: CodeSpan, tokens: Tokens, out: Sentences): void {
  out.length = 0;
  const count = tokens.length;
  if (count === 0) {
    pushSentence(out, 0, 0);
    return;
  }
  const { codes, start: origin } = text;
  const { start, end, kind } = tokens;
  let begin = 0;
  for (let t = 0; t + 1 < count; t++) {
    const stop = kind[t] === PUNCT ? endsAt(text, tokens, t) : -1;
    if (stop < 0 && !hasLineEnd(codes, origin + end[t]!, origin + start[t + 1]!)) continue;
    const last = stop < 0 ? t : stop;
    if (last + 1 >= count) break;
    pushSentence(out, tokens.start[begin]!, tokens.end[last]!);
    begin = last + 1;
    t = last;
  }
  pushSentence(out, tokens.start[begin]!, tokens.end[count - 1]!);
}

/** The last token of the sentence that the mark at `t` closes; -1 when it closes none. */
function endsAt(text: CodeSpan, tokens: Tokens, t: number): number {
  if (!isEnd(codeAt(text, tokens.start[t]!))) return -1;
  let last = t;
  while (last + 1 < tokens.length && isMark(text, tokens, last + 1) && tokens.start[last + 1] === tokens.end[last]) last++;
  const next = last + 1;
  if (next >= tokens.length) return last;
  // Glued letters (`xong.Sau đó`) begin a sentence only with a capital; so do spaced ones.
  return beginsSentence(text, tokens, next) ? last : -1;
}

function isMark(text: CodeSpan, tokens: Tokens, t: number): boolean {
  if (tokens.kind[t] !== Kind.Punct) return false;
  const code = codeAt(text, tokens.start[t]!);
  return isEnd(code) || isCloser(code);
}

/** A capital, a digit, or a mark that opens (`“`, `-`, `(`) before one of them. */
function beginsSentence(text: CodeSpan, tokens: Tokens, from: number): boolean {
  for (let t = from; t < tokens.length && t < from + 3; t++) {
    if (tokens.kind[t] === Kind.Punct || tokens.kind[t] === Kind.Symbol) {
      const code = codeAt(text, tokens.start[t]!);
      if (code === 0x2c || code === 0x3b || code === 0x3a || code === 0x29 || isEnd(code)) return false;
      continue;
    }
    if (tokens.lettered[t] === 0) return true;
    const info = CHARACTER[codeAt(text, tokens.start[t]!)]!;
    return (info & UPPER) !== 0 || tokens.kind[t] === Kind.Number || tokens.kind[t] === Kind.Date || tokens.kind[t] === Kind.Url;
  }
  return true;
}

function hasLineEnd(codes: Uint16Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (codes[i] === 0x0a) return true;
  return false;
}

const codeAt = ({ codes, start }: CodeSpan, at: number): number => codes[start + at]!;
