import type { CodeSpan } from '../../model/snippet.js';
import { CodeBuffer } from '../../text/codes.js';
import { assemble } from './assemble.js';
import { findPlaces } from './automaton.js';
import { createKernel, MOST_CODES } from './kernel.js';
import { createColumns, type Lexemes } from './lexeme.js';
import { RULE_TABLE } from './rules.table.js';
import { scan } from './scan.js';

type Source = Lexemes['source'];

const kernel = createKernel();
const short = new CodeBuffer(kernel?.codes);
const long = new CodeBuffer();

/** The lexemes of a text, good until the next is read; `undefined` where it cannot hold a date. */
export function lex(text: string): Lexemes | undefined {
  if (kernel === undefined || text.length > MOST_CODES) return lexPlainly(long.span(text), { text });
  short.load(text);
  return kernel.lex(text.length, { text });
}

/** The same for a text as codes. */
export function lexCodes(text: CodeSpan, source: Source): Lexemes | undefined {
  const { codes, start, end } = text;
  if (kernel === undefined || end - start > MOST_CODES) return lexPlainly(text, source);
  kernel.codes.set(codes.subarray(start, end));
  return kernel.lex(end - start, source);
}

const lexemes: Lexemes = {
  ...createColumns(),
  symbol: new Uint8Array(512),
  codes: new Uint16Array(1),
  source: { text: '' },
  places: new Int32Array(0),
  placeCount: 0,
};

/** Without the kernel, which says the same. */
export function lexPlainly(text: CodeSpan, source: Source): Lexemes | undefined {
  if (!scan(text)) return undefined;
  assemble(text, lexemes);
  const { symbol, length } = lexemes;
  if (lexemes.places.length < length) lexemes.places = new Int32Array(symbol.length);
  lexemes.placeCount = findPlaces(RULE_TABLE, symbol, length, lexemes.places);
  lexemes.codes = closed(text);
  lexemes.source = source;
  return lexemes.placeCount === 0 ? undefined : lexemes;
}

const LINE_BREAK = 0x0a;

function closed({ codes, start, end }: CodeSpan): Uint16Array {
  if (codes[end] === LINE_BREAK) return codes.subarray(start);
  const copy = new Uint16Array(end - start + 1);
  copy.set(codes.subarray(start, end));
  copy[end - start] = LINE_BREAK;
  return copy;
}
