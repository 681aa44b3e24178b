import { createMemory, instantiate, inWebAssembly, type Memory, PAGE } from '../web-assembly.js';
import { CHARACTER } from './characters.js';
import { HEADER_BYTES, NUMBERS, placeOf, type Section, SUMMED_FROM } from './format.js';
import { KERNEL_BASE64 } from './kernel-bytes.js';
import { WordModel } from './model.js';
import type { GapColumns } from './score.js';
import type { SpellingHashes } from './spelling-hash.js';
import { OUTSIDE, type Units } from './units.js';

/** The longest text, in codes; longer ones are for plain JavaScript. */
export const MOST_CODES = 0xeff0;
/** Behind it is room for a stretch of another text. */
export const STRETCH = { from: 0xf000, to: 0xfff0 } as const;

/** What lies where, in bytes; `kernel.wat` has the same numbers. Room for a unit more than codes, and two behind it. */
const SLOTS = 0x10000;
const CODES_AT = 4 * SLOTS;
const START_AT = CODES_AT + 2 * SLOTS;
const END_AT = START_AT + 4 * SLOTS;
const KEY_AT = END_AT + 4 * SLOTS;
const LOOK_AT = KEY_AT + 4 * SLOTS;
const PAIRS_AT = LOOK_AT + 4 * SLOTS;
const JOINS_AT = PAIRS_AT + 4 * SLOTS;
const COUNTS_AT = JOINS_AT + SLOTS - 8;
const HASHES_AT = JOINS_AT + SLOTS;
const TEXT_AT = HASHES_AT + 4 * SLOTS;
/** Four bytes for each code of the longest text, and as much again half. */
const TEXT_ROOM = 6 * SLOTS;
const SPELLINGS_AT = TEXT_AT + TEXT_ROOM;
/** The sums of the gaps, and where in the lexicon's weights they were. */
const SUMS_AT = SPELLINGS_AT + 4 * SLOTS;
const LEXICON_PLACES_AT = SUMS_AT + 4 * SLOTS;
/** The columns of tokens. */
const TOKENS_AT = LEXICON_PLACES_AT + 4 * SLOTS;
const MODEL_AT = TOKENS_AT + 5 * 4 * SLOTS;
/** Room behind the model for kernels of others, which takes no memory until it is used. */
const SPARE = 80 * PAGE;

/** The loops that are most of the work, in WebAssembly. It reads the codes and units of its own memory. */
export interface Kernel {
  readonly model: WordModel;
  /** The memory all of this lies in, for kernels that call this one's functions: from `spareAt` on it is theirs. */
  readonly memory: Memory;
  readonly spareAt: number;
  readonly codes: Uint16Array<ArrayBuffer>;
  readonly units: Units;
  readonly columns: GapColumns;
  /** Appends plain units behind the first `length`, and says where they end. */
  scan(from: number, to: number, length: number, spaced: number): number;
  /** After `scan`: how many units there are, and whether white space stands before the next. */
  readonly counts: Int32Array;
  /** `decideGaps` of the first units. */
  decide(length: number): void;
  /**
   * Looks the first units up, and decides their gaps from the last unit up to `first` on that begins a word whatever stands before them;
   * says which, or -1 when that is not told. With `opens` nothing stands before them.
   */
  decideBehind(first: number, length: number, opens: number): number;
  /**
   * Makes `tokens` of the first units, decided, as `appendTokens` does, and with `hashes` 1 also their hashes; says how many they are.
   */
  take(length: number, origin: number, opens: number, capitals: number, hashes: number): number;
  readonly tokens: KernelTokens;
  /** To be called once before `write`. */
  spell(): void;
  /** Where `write` writes. */
  readonly text: Uint8Array;
  /** Writes the first units, decided, as `writeUnderscore` does; from `at` on, and says where it ends. There are no surrogates among the codes. */
  write(length: number, at: number, close: number): number;
}

/** Tokens as the kernel leaves them. */
export interface KernelTokens {
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** Bits 0 to 3 the kind, bit 4 `lettered`, above bit 7 the syllables. */
  readonly look: Int32Array;
  readonly hashes: SpellingHashes;
}

interface Exports extends Pick<Kernel, 'scan' | 'decide' | 'decideBehind' | 'take' | 'spell' | 'write'> {
  checksum(from: number, to: number): number;
}

/**
 * A kernel with the model of these bytes; `undefined` where WebAssembly or memory for it is missing.
 * @throws NewsError `RESOURCE` when the bytes are no sound model.
 */
export function createKernel(bytes: Uint8Array): Kernel | undefined {
  const loaded = bytes.length < HEADER_BYTES ? undefined : inWebAssembly(() => load(bytes));
  if (loaded === undefined) return undefined;
  const { memory, exports } = loaded;
  const { buffer } = memory;
  const { scan, decide, decideBehind, take, spell, write, checksum } = exports;
  const int32 = (at: number): Int32Array => new Int32Array(buffer, at, SLOTS);
  const tokenColumn = (column: number): Int32Array => int32(TOKENS_AT + 4 * SLOTS * column);
  return {
    model: new WordModel(new Uint8Array(buffer, MODEL_AT, bytes.length), () => checksum(MODEL_AT + SUMMED_FROM, MODEL_AT + bytes.length)),
    memory,
    spareAt: buffer.byteLength - SPARE,
    codes: new Uint16Array(buffer, CODES_AT, SLOTS),
    units: { length: 0, start: int32(START_AT), end: int32(END_AT), key: int32(KEY_AT), look: int32(LOOK_AT) },
    columns: { pairs: int32(PAIRS_AT), joins: new Uint8Array(buffer, JOINS_AT, SLOTS - 8) },
    counts: new Int32Array(buffer, COUNTS_AT, 2),
    scan,
    decide,
    decideBehind,
    take,
    tokens: {
      start: tokenColumn(0),
      end: tokenColumn(1),
      look: tokenColumn(2),
      hashes: { first: tokenColumn(3), second: tokenColumn(4) },
    },
    spell,
    write,
    text: new Uint8Array(buffer, TEXT_AT, TEXT_ROOM),
  };
}

interface Loaded {
  readonly memory: Memory;
  readonly exports: Exports;
}

/** The model's bytes and the table of characters in a memory of their own, and the functions over them. */
function load(bytes: Uint8Array): Loaded {
  const memory = createMemory(MODEL_AT + bytes.length + SPARE);
  new Uint8Array(memory.buffer).set(bytes, MODEL_AT);
  const ints = new Int32Array(memory.buffer);
  ints.set(CHARACTER);
  // Before the first unit stands what stands around a text.
  ints[LOOK_AT / 4 - 1] = OUTSIDE;
  const at = (section: Section): number => MODEL_AT + placeOf(bytes, section).offset;
  const last = (section: Section, size: number): number => placeOf(bytes, section).length / size - 1;
  const env = {
    memory,
    syllables: at('syllables'),
    syllableMask: last('syllables', 4),
    pairs: at('pairs'),
    pairMask: last('pairs', 4),
    spans: at('spans'),
    spanMask: last('spans', 2),
    rows: at('syllableWeights'),
    shapes: at('shapeWeights'),
    classes: at('classWeights'),
    lexicon: at('lexiconWeights'),
    natures: at('natureWeights'),
    syllableFlags: at('syllableFlags'),
    bias: ints[(at('numbers') >> 2) + NUMBERS.bias] ?? 0,
  };
  return { memory, exports: instantiate(KERNEL_BASE64, env) };
}
