import { isSpanList, type JsonValue, type SpanList, spanCount } from '../model/report.js';
import { KIND_NAMES } from '../model/tokens.js';
import { putNumber, putWords, type Words, wordsOf } from './byte-words.js';
import { numberText, quoted, UNSAFE_RANGES } from './json-text.js';

type Members = Readonly<Record<string, JsonValue | undefined>>;

const QUOTE = 0x22;
const COMMA = 0x2c;
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d] as const;
const LONGEST_NUMBER = 32;
/** Of UTF-8 as it is, and escaped (`\u001b`). */
const [BYTES_A_UNIT, ESCAPED_UNIT] = [3, 6] as const;
/** What stands around the text of an item of a span list, numbers included, takes less. */
const AROUND_SPAN = 80;
/** Below this many units a loop is done before they are copied. */
const SHORT = 24;
/** A buffer that outgrew this is not kept. */
const USUAL_BYTES = 1 << 19;

/** 1 for each UTF-16 unit that a JSON string holds as it is. */
const safe = new Uint8Array(0x10000).fill(1);
for (const [first, last] of UNSAFE_RANGES) safe.fill(0, first, last + 1);

const encoder = new TextEncoder();

const [TRUE, FALSE, NULL] = [wordsOf('true'), wordsOf('false'), wordsOf('null')] as const;
const [OPEN_TOKEN, OPEN_STRETCH, START, END] = [
  wordsOf('{"text":"'),
  wordsOf('{"start":'),
  wordsOf('","start":'),
  wordsOf(',"end":'),
] as const;
const KINDS = KIND_NAMES.map(name => wordsOf(`,"kind":"${name}"}`));

/** `{"text":` and `,"text":`. */
interface KeyText {
  readonly key: string;
  readonly first: Words;
  readonly next: Words;
}

const keys = new Map<string, KeyText>();

function keyTextOf(key: string): KeyText {
  const known = keys.get(key);
  if (known !== undefined) return known;
  const text = quoted(key);
  const made = { key, first: wordsOf(`{${text}:`), next: wordsOf(`,${text}:`) };
  if (keys.size < 1000) keys.set(key, made);
  return made;
}

/** Writes the JSON of values as UTF-8: what `jsonText` says, made several times as fast for rows with long lists. */
export class JsonBytes {
  #bytes = new Uint8Array(USUAL_BYTES);
  /** The same memory. */
  #view = new DataView(this.#bytes.buffer);
  #length = 0;
  /** Of the object last written, by place: rows that follow each other have the same keys. */
  #keys: KeyText[] = [];
  #codes = new Uint16Array(1024);
  /** The same memory. */
  #codeBytes = Buffer.from(this.#codes.buffer);
  /** The text whose codes these are. */
  #loaded = '';

  get length(): number {
    return this.#length;
  }

  /** What was written, good until more is; and begins anew. */
  take(): Uint8Array {
    const written = this.#bytes.subarray(0, this.#length);
    this.#length = 0;
    if (this.#bytes.length > USUAL_BYTES) this.#replace(new Uint8Array(USUAL_BYTES));
    return written;
  }

  #replace(bytes: Uint8Array<ArrayBuffer>): void {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer);
  }

  byte(byte: number): void {
    this.#reserve(1);
    this.#bytes[this.#length++] = byte;
  }

  value(value: JsonValue | undefined): void {
    if (typeof value === 'string') this.#string(value);
    else if (typeof value === 'number') this.#number(value);
    else if (typeof value === 'boolean') this.#words(value ? TRUE : FALSE);
    else if (value === null || value === undefined) this.#words(NULL);
    else if (Array.isArray(value)) this.#list(value);
    else if (isSpanList(value)) this.#spanList(value);
    else this.#object(value as Members);
  }

  /** What stands in a JSON string, without its quotation marks; a surrogate pair is whole in it. */
  text(text: string): void {
    this.#reserve(text.length * BYTES_A_UNIT);
    const behind = putUnits(this.#bytes, this.#length, this.#load(text), 0, text.length);
    if (behind >= 0) this.#length = behind;
    else {
      this.#reserve(text.length * ESCAPED_UNIT);
      this.#length = this.#putEscaped(text, this.#length);
    }
  }

  /** The key of an object's member; `place` is how many stand before it. */
  key(key: string, place: number): void {
    let text = this.#keys[place];
    if (text?.key !== key) {
      text = keyTextOf(key);
      this.#keys[place] = text;
    }
    this.#words(place === 0 ? text.first : text.next);
  }

  /** Items `from` to `to` of a list, at least one, with commas between them. */
  spans({ text, spans }: SpanList, from: number, to: number): void {
    if (text === undefined) this.#stretches(spans, from, to);
    else this.#tokens(text, spans, from, to);
  }

  #tokens(text: string, spans: Int32Array, from: number, to: number): void {
    const origin = spans[from * 3]!;
    const units = spans[to * 3 - 2]! - origin;
    const codes = this.#load(units < text.length ? text.slice(origin, origin + units) : text);
    this.#reserve((to - from) * AROUND_SPAN + units * ESCAPED_UNIT);
    const bytes = this.#bytes;
    const view = this.#view;
    let at = this.#length;
    for (let i = from; i < to; i++) {
      const start = spans[i * 3]!;
      const end = spans[i * 3 + 1]!;
      if (i > from) bytes[at++] = COMMA;
      at = putWords(view, at, OPEN_TOKEN);
      const behind = putUnits(bytes, at, codes, start - origin, end - origin);
      at = behind < 0 ? this.#putEscaped(text.slice(start, end), at) : behind;
      at = putWords(view, at, START);
      at = putNumber(view, at, start);
      at = putWords(view, at, END);
      at = putNumber(view, at, end);
      at = putWords(view, at, KINDS[spans[i * 3 + 2]!]!);
    }
    this.#length = at;
  }

  #stretches(spans: Int32Array, from: number, to: number): void {
    this.#reserve((to - from) * AROUND_SPAN);
    const bytes = this.#bytes;
    const view = this.#view;
    let at = this.#length;
    for (let i = from; i < to; i++) {
      if (i > from) bytes[at++] = COMMA;
      at = putWords(view, at, OPEN_STRETCH);
      at = putNumber(view, at, spans[i * 2]!);
      at = putWords(view, at, END);
      at = putNumber(view, at, spans[i * 2 + 1]!);
      bytes[at++] = CLOSE_OBJECT;
    }
    this.#length = at;
  }

  #spanList(list: SpanList): void {
    const count = spanCount(list);
    this.byte(OPEN_LIST);
    if (count > 0) this.spans(list, 0, count);
    this.byte(CLOSE_LIST);
  }

  #list(values: readonly JsonValue[]): void {
    this.byte(OPEN_LIST);
    this.items(values, 0, values.length);
    this.byte(CLOSE_LIST);
  }

  /** Items `from` to `to` of a list, with commas between them. */
  items(values: readonly JsonValue[], from: number, to: number): void {
    for (let i = from; i < to; i++) {
      if (i > from) this.byte(COMMA);
      this.value(values[i]);
    }
  }

  #object(members: Members): void {
    let count = 0;
    for (const key in members) {
      const value = members[key];
      if (value === undefined) continue;
      this.key(key, count++);
      if (typeof value === 'string') this.#string(value);
      else if (typeof value === 'number') this.#number(value);
      else this.value(value);
    }
    if (count === 0) this.byte(OPEN_OBJECT);
    this.byte(CLOSE_OBJECT);
  }

  #words(text: Words): void {
    this.#reserve(text.length);
    this.#length = putWords(this.#view, this.#length, text);
  }

  #string(text: string): void {
    this.byte(QUOTE);
    this.text(text);
    this.byte(QUOTE);
  }

  /** Where there is room; returns where it ends. */
  #putEscaped(text: string, at: number): number {
    return at + encoder.encodeInto(quoted(text).slice(1, -1), this.#bytes.subarray(at)).written;
  }

  #number(value: number): void {
    this.#reserve(LONGEST_NUMBER);
    if (value >= 0 && value <= 0x7fffffff && Number.isInteger(value)) this.#length = putNumber(this.#view, this.#length, value);
    else this.#words(wordsOf(numberText(value)));
  }

  /** To read an array is half the work of asking a string. */
  #load(text: string): Uint16Array {
    if (text === this.#loaded) return this.#codes;
    this.#loaded = text;
    if (text.length > this.#codes.length) {
      this.#codes = new Uint16Array(text.length * 2);
      this.#codeBytes = Buffer.from(this.#codes.buffer);
    }
    const codes = this.#codes;
    if (text.length < SHORT) for (let i = 0; i < text.length; i++) codes[i] = text.charCodeAt(i);
    else this.#codeBytes.write(text, 'utf16le');
    return codes;
  }

  /** Makes room for so many bytes, and for a whole word behind them. */
  #reserve(count: number): void {
    const wanted = this.#length + count + 4;
    if (wanted <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(this.#bytes.length * 2, wanted));
    grown.set(this.#bytes.subarray(0, this.#length));
    this.#replace(grown);
  }
}

/** Units as a JSON string has them; -1 where one has to be escaped. Returns where they end. */
function putUnits(bytes: Uint8Array, from: number, codes: Uint16Array, start: number, end: number): number {
  let at = from;
  for (let i = start; i < end; i++) {
    const unit = codes[i]!;
    if (safe[unit] === 0) return -1;
    if (unit < 0x80) bytes[at++] = unit;
    else if (unit < 0x800) {
      bytes[at++] = 0xc0 | (unit >> 6);
      bytes[at++] = 0x80 | (unit & 0x3f);
    } else {
      bytes[at++] = 0xe0 | (unit >> 12);
      bytes[at++] = 0x80 | ((unit >> 6) & 0x3f);
      bytes[at++] = 0x80 | (unit & 0x3f);
    }
  }
  return at;
}
