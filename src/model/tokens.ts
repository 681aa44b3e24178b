/** What a token is. The numbers are stored in `Tokens.kind`; the names are those of the JSON. */
export const Kind = { Word: 0, Name: 1, Number: 2, Date: 3, Url: 4, Email: 5, Abbr: 6, Symbol: 7, Punct: 8 } as const;
export type KindCode = (typeof Kind)[keyof typeof Kind];
export const KIND_NAMES = ['word', 'name', 'number', 'date', 'url', 'email', 'abbr', 'symbol', 'punct'] as const;

/**
 * The tokens of one text as columns, reused from snippet to snippet: entries at and above `length` are stale.
 * Offsets are UTF-16 units, half-open, ascending, without overlap; between two tokens stands only white space (or nothing).
 */
export interface Tokens {
  length: number;
  start: Int32Array;
  end: Int32Array;
  /** `Kind` codes. */
  kind: Uint8Array;
  /** Syllables in the token; at least 1. */
  syllables: Uint8Array;
  /** 1 where the token has a letter: such tokens are the *words* that `stats` counts. */
  lettered: Uint8Array;
  /** Ids in the segmenter's `Vocabulary`, of words; filled only with forms. */
  form: Int32Array;
  /** The form that stands for all spellings of the same key (case, tone placement, y/i variants): that of `hoà` for `Hòa`. */
  key: Int32Array;
  /** A 64-bit hash of the comparison key of the whole text, in two halves; filled only with forms. */
  textLow: number;
  textHigh: number;
}

/** The spellings behind `Tokens.form`: a form is a word as it is written, in NFC, its syllables one space apart. */
export interface Vocabulary {
  readonly size: number;
  spelling(form: number): string;
  /** As `Tokens.key`. */
  keyForm(form: number): number;
}

/** Sentence borders as columns, reused like `Tokens`. A text has at least one sentence; they hold no outer white space. */
export interface Sentences {
  length: number;
  start: Int32Array;
  end: Int32Array;
}

export function createTokens(capacity = 256): Tokens {
  return {
    length: 0,
    start: new Int32Array(capacity),
    end: new Int32Array(capacity),
    kind: new Uint8Array(capacity),
    syllables: new Uint8Array(capacity),
    lettered: new Uint8Array(capacity),
    form: new Int32Array(capacity),
    key: new Int32Array(capacity),
    textLow: 0,
    textHigh: 0,
  };
}

export function createSentences(capacity = 16): Sentences {
  return { length: 0, start: new Int32Array(capacity), end: new Int32Array(capacity) };
}

/** Makes room for `count` more tokens; the columns may be replaced, so read them from `tokens` afterwards. */
export function reserveTokens(tokens: Tokens, count: number): void {
  const wanted = tokens.length + count;
  if (wanted <= tokens.start.length) return;
  const capacity = Math.max(wanted, tokens.start.length * 2);
  tokens.start = grownInt32(tokens.start, capacity);
  tokens.end = grownInt32(tokens.end, capacity);
  tokens.form = grownInt32(tokens.form, capacity);
  tokens.key = grownInt32(tokens.key, capacity);
  tokens.kind = grownUint8(tokens.kind, capacity);
  tokens.syllables = grownUint8(tokens.syllables, capacity);
  tokens.lettered = grownUint8(tokens.lettered, capacity);
}

/** Appends a sentence. */
export function pushSentence(sentences: Sentences, start: number, end: number): void {
  if (sentences.length === sentences.start.length) {
    sentences.start = grownInt32(sentences.start, sentences.length * 2);
    sentences.end = grownInt32(sentences.end, sentences.length * 2);
  }
  sentences.start[sentences.length] = start;
  sentences.end[sentences.length++] = end;
}

function grownInt32(column: Int32Array, capacity: number): Int32Array {
  const grown = new Int32Array(capacity);
  grown.set(column);
  return grown;
}

function grownUint8(column: Uint8Array, capacity: number): Uint8Array {
  const grown = new Uint8Array(capacity);
  grown.set(column);
  return grown;
}
