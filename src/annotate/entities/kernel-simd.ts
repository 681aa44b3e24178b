import { SENTINEL, spelled } from '../../text/codes.js';
import { instantiate, inWebAssembly } from '../../text/web-assembly.js';
import { type Kernel, MOST_LEXEMES } from './kernel.js';
import { KERNEL_BASE64 } from './kernel-bytes.js';
import { CHAINS, createKernelMemory, Field, LEXEME, shiftOf } from './kernel-memory.js';
import { readLexeme } from './lexemes.js';
import { CHECKED_FROM, type EntityModel } from './model.js';
import { createPhraseTable, createWordTable, type Finder, type Look } from './tables.js';

interface Exports {
  checksum(from: number, to: number): number;
  find(prints: number, mask: number, shift: number, hash: number): number;
  /** Writes what the tables say of a word, as `Look` does. */
  look(key: number, cased: number): void;
  /** Cuts the codes of a text into units; says how many there are, also where they have no room. */
  scan(codes: number): number;
  /** Reads the lexemes of the units `[from, to)`; says which is the first that is not known, or `to`. */
  identify(from: number, to: number): number;
  /** Sums the attributes of a lexeme, which is told by where its record lies from the first one. */
  addLexeme(lexeme: number, attributes: number): void;
  /** Reads what follows from several units, and labels them. */
  surround(units: number): void;
  label(units: number): void;
}

/** Room for a text at first. */
const CODES = 1 << 12;
const UNITS = 1 << 10;

/** The kernel in WebAssembly; `undefined` where that, SIMD or memory for it is missing. */
export function createSimdKernel(model: EntityModel): Kernel | undefined {
  return inWebAssembly(() => createKernel(model));
}

function createKernel(model: EntityModel): Kernel {
  const memory = createKernelMemory(model);
  const { modelAt, env } = memory;
  const { checksum, find, look, scan, identify, addLexeme, surround, label } = instantiate<Exports>(KERNEL_BASE64, env);
  const finder = (prints: Uint16Array): Finder => {
    const [at, mask, shift] = [memory.placeOf(prints), prints.length - 1, shiftOf(prints)];
    return hash => find(at, mask, shift, hash);
  };
  const words = createWordTable(model.words.facts, model.words.parents, finder(model.words.prints));
  const phrases = createPhraseTable(model.phrases.classes, finder(model.phrases.prints));
  const lookUp: Look = (key, cased) => {
    look(key, cased);
    return memory.known;
  };
  /** So many lexemes are known. */
  let size = 0;
  memory.place(CODES, UNITS, 1);
  const units = { length: 0, start: memory.column('starts'), end: memory.column('ends') };
  let [firsts, seconds] = [memory.column('firsts'), memory.column('seconds')];
  const context = textContext();
  const chains = memory.chainsAt >> 2;

  function textContext() {
    return {
      key: memory.column('keys'),
      facts: memory.column('facts'),
      runFirst: memory.column('runFirst'),
      runLast: memory.column('runLast'),
    };
  }

  function seeColumns(): void {
    units.start = memory.column('starts');
    units.end = memory.column('ends');
    firsts = memory.column('firsts');
    seconds = memory.column('seconds');
    Object.assign(context, textContext());
  }

  function place(codes: number, unitRoom: number): void {
    memory.place(codes, unitRoom, size);
    seeColumns();
  }

  function add(text: string, first: number, second: number): void {
    if (memory.reserve(size + 1)) seeColumns();
    const lexeme = size++ * LEXEME;
    const { numbers, attributes, lexemesAt } = memory;
    const { key, facts, starts } = readLexeme(text, words, lookUp, attributes);
    const record = (lexemesAt + lexeme) >> 2;
    numbers[record + Field.First] = first;
    numbers[record + Field.Second] = second;
    numbers[record + Field.Key] = key;
    numbers[record + Field.Facts] = facts;
    numbers[record + Field.Starts] = starts;
    numbers[record + Field.Next] = 0;
    addLexeme(lexeme, attributes.length);
    if (lexeme === 0) return;
    let link = chains + (first & (CHAINS - 1));
    while (numbers[link] !== 0) link = ((lexemesAt + numbers[link]!) >> 2) + Field.Next;
    numbers[link] = lexeme;
  }

  /** Forgets all lexemes but the edge. */
  function forget(): void {
    memory.numbers.fill(0, chains, chains + CHAINS);
    size = 0;
    add('', 0, 0);
  }
  add('', 0, 0);

  return {
    checksum: () => checksum(modelAt + CHECKED_FROM, modelAt + model.bytes.length) >>> 0,
    words,
    phrases,
    units,
    context,
    get labels() {
      return memory.labels;
    },
    read({ codes, start, end }) {
      if (size > MOST_LEXEMES) forget();
      const length = end - start;
      if (length >= memory.codeRoom) place(2 * length, memory.unitRoom);
      memory.codes.set(codes.subarray(start, end));
      memory.codes[length] = SENTINEL;
      units.length = scan(length);
      if (units.length > memory.unitRoom) {
        place(memory.codeRoom, 2 * units.length);
        scan(length);
      }
      for (let i = identify(0, units.length); i < units.length; i = identify(i, units.length)) {
        add(spelled(codes, start + units.start[i]!, start + units.end[i]!), firsts[i]!, seconds[i]!);
      }
    },
    label() {
      surround(units.length);
      label(units.length);
    },
  };
}
