import { createMemory, instantiate, inWebAssembly } from '../../text/web-assembly.js';
import { UNITS } from './characters.js';
import { KERNEL_BASE64 } from './kernel-bytes.js';
import { KIND, type Lexemes, YEARS } from './lexeme.js';
import { LEXICON } from './lexicon.table.js';
import { LOOSE_MARK, TIGHT_MARK } from './marks.js';
import { RULE_TABLE } from './rules.table.js';
import { SYLLABLES } from './scan.js';

/** The longest text, in codes; longer ones are for plain JavaScript. */
export const MOST_CODES = 0x8000;
/** A word that is not known may stand before each lexeme, and before the end. */
const MOST_LEXEMES = 2 * (MOST_CODES + 1);

/** Reads texts as lexemes in WebAssembly: `scan`, `assemble` and `findPlaces` in one. */
export interface Kernel {
  /** Where a text is put before `lex`. */
  readonly codes: Uint16Array<ArrayBuffer>;
  /** The lexemes of the first `length` codes, good until the next call; `undefined` where they cannot hold a date. */
  lex(length: number, source: Lexemes['source']): Lexemes | undefined;
}

interface Exports {
  /** Says how many places there are. */
  lex(length: number): number;
  readonly count: { readonly value: number };
}

/** `undefined` where WebAssembly or memory for it is missing. */
export function createKernel(): Kernel | undefined {
  return inWebAssembly(load);
}

function load(): Kernel {
  let free = 0;
  const place = (bytes: number): number => {
    const at = free;
    // A line of the cache farther each time, so that columns of one length do not compete for the same lines.
    free = at + ((bytes + 127) & ~63);
    return at;
  };
  const tables: [at: number, table: ArrayBufferView][] = [];
  const placed = (table: ArrayBufferView): number => {
    const at = place(table.byteLength);
    tables.push([at, table]);
    return at;
  };
  const { numerals, hint, wordKind, isMark, root, kind, value, firstEdge, edgeSyllable, edgeNode } = LEXICON;
  const { base, from, to, firstEnd } = RULE_TABLE;
  const at = {
    // At the address 0, where the kernel looks for them.
    units: placed(UNITS),
    slotHash: placed(SYLLABLES.hash),
    slotId: placed(SYLLABLES.value),
    hint: placed(hint),
    isMark: placed(isMark),
    wordKind: placed(wordKind),
    root: placed(root),
    wordOf: placed(kind),
    wordValue: placed(value),
    firstEdge: placed(firstEdge),
    edgeSyllable: placed(edgeSyllable),
    edgeNode: placed(edgeNode),
    digit: placed(numerals.digit),
    ones: placed(numerals.ones),
    looseMark: placed(LOOSE_MARK),
    tightMark: placed(TIGHT_MARK),
    base: placed(base),
    from: placed(from),
    to: placed(to),
    firstEnd: placed(firstEnd),
    codes: place(2 * (MOST_CODES + 1)),
    raw: place(16 * (MOST_CODES + 1)),
    kind: place(MOST_LEXEMES),
    symbol: place(MOST_LEXEMES),
    value: place(4 * MOST_LEXEMES),
    start: place(4 * MOST_LEXEMES),
    end: place(4 * MOST_LEXEMES),
    places: place(4 * MOST_LEXEMES),
  };
  const memory = createMemory(free);
  const { buffer } = memory;
  const bytes = new Uint8Array(buffer);
  for (const [to, table] of tables) bytes.set(new Uint8Array(table.buffer, table.byteOffset, table.byteLength), to);
  const env = {
    ...at,
    memory,
    slotShift: 32 - SYLLABLES.bits,
    lastSlot: (1 << SYLLABLES.bits) - 1,
    number: KIND.Number,
    year: KIND.Year,
    firstYear: YEARS.first,
    moreYears: YEARS.last - YEARS.first,
    bigNumber: KIND.BigNumber,
    numWord: KIND.NumWord,
    firstUnit: KIND.SecondWord,
    lastUnit: KIND.YearWord,
  };
  const { lex, count } = instantiate<Exports>(KERNEL_BASE64, env);
  const codes = new Uint16Array(buffer, at.codes, MOST_CODES + 1);
  const int32 = (offset: number): Int32Array => new Int32Array(buffer, offset, MOST_LEXEMES);
  const lexemes: Lexemes = {
    length: 0,
    kind: new Uint8Array(buffer, at.kind, MOST_LEXEMES),
    symbol: new Uint8Array(buffer, at.symbol, MOST_LEXEMES),
    value: int32(at.value),
    start: int32(at.start),
    end: int32(at.end),
    codes,
    source: { text: '' },
    places: int32(at.places),
    placeCount: 0,
  };
  return {
    codes,
    lex(length, source) {
      const places = lex(length);
      if (places === 0) return undefined;
      lexemes.length = count.value;
      lexemes.placeCount = places;
      lexemes.source = source;
      return lexemes;
    },
  };
}
