import type { JsonValue } from '../model/report.js';
import { numberText, quoted, UNSAFE_RANGES } from './json-text.js';

type Members = Readonly<Record<string, JsonValue | undefined>>;

const QUOTE = 0x22;
const COMMA = 0x2c;
const NEWLINE = 0x0a;
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d] as const;
const LONGEST_NUMBER = 32;

/** 1 for each UTF-16 unit that a JSON string holds as it is. */
const safe = new Uint8Array(0x10000).fill(1);
for (const [first, last] of UNSAFE_RANGES) safe.fill(0, first, last + 1);

const encoder = new TextEncoder();
const TRUE = encoder.encode('true');
const FALSE = encoder.encode('false');
const NULL = encoder.encode('null');

/** `{"text":` and `,"text":`. */
interface KeyText {
  readonly key: string;
  readonly first: Uint8Array;
  readonly next: Uint8Array;
}

const keys = new Map<string, KeyText>();

function keyTextOf(key: string): KeyText {
  const known = keys.get(key);
  if (known !== undefined) return known;
  const text = quoted(key);
  const made = { key, first: encoder.encode(`{${text}:`), next: encoder.encode(`,${text}:`) };
  if (keys.size < 1000) keys.set(key, made);
  return made;
}

/** UTF-8 of the JSON of values, a line each: what `jsonText` says, made nearly three times as fast for rows with long lists. */
export function jsonLines(values: readonly JsonValue[]): Uint8Array<ArrayBuffer> {
  for (const value of values) {
    writer.value(value);
    writer.byte(NEWLINE);
  }
  return writer.take();
}

/** A buffer that outgrew this is not kept. */
const USUAL_BYTES = 1 << 18;

class JsonBytes {
  #bytes = new Uint8Array(USUAL_BYTES);
  #length = 0;
  /** Of the object last written, by place: rows that follow each other have the same keys. */
  #keys: KeyText[] = [];

  /** What was written, and begins anew. */
  take(): Uint8Array<ArrayBuffer> {
    const written = this.#bytes.slice(0, this.#length);
    this.#length = 0;
    if (this.#bytes.length > USUAL_BYTES) this.#bytes = new Uint8Array(USUAL_BYTES);
    return written;
  }

  byte(byte: number): void {
    this.#reserve(1);
    this.#bytes[this.#length++] = byte;
  }

  value(value: JsonValue | undefined): void {
    if (typeof value === 'string') this.#string(value);
    else if (typeof value === 'number') this.#number(value);
    else if (typeof value === 'boolean') this.#ascii(value ? TRUE : FALSE);
    else if (value === null || value === undefined) this.#ascii(NULL);
    else if (Array.isArray(value)) this.#list(value);
    else this.#object(value as Members);
  }

  #list(values: readonly JsonValue[]): void {
    if (values.length === 0) this.byte(OPEN_LIST);
    for (let i = 0; i < values.length; i++) {
      this.byte(i === 0 ? OPEN_LIST : COMMA);
      this.value(values[i]);
    }
    this.byte(CLOSE_LIST);
  }

  #object(members: Members): void {
    let count = 0;
    for (const key in members) {
      const value = members[key];
      if (value === undefined) continue;
      const text = this.#keyText(key, count);
      this.#ascii(count++ === 0 ? text.first : text.next);
      if (typeof value === 'string') this.#string(value);
      else if (typeof value === 'number') this.#number(value);
      else this.value(value);
    }
    if (count === 0) this.byte(OPEN_OBJECT);
    this.byte(CLOSE_OBJECT);
  }

  #keyText(key: string, place: number): KeyText {
    let text = this.#keys[place];
    if (text?.key !== key) {
      text = keyTextOf(key);
      this.#keys[place] = text;
    }
    return text;
  }

  #ascii(text: Uint8Array): void {
    const count = text.length;
    this.#reserve(count);
    const bytes = this.#bytes;
    const start = this.#length;
    for (let i = 0; i < count; i++) bytes[start + i] = text[i]!;
    this.#length = start + count;
  }

  #string(text: string): void {
    this.#reserve(text.length * 3 + 2);
    const bytes = this.#bytes;
    let at = this.#length;
    bytes[at++] = QUOTE;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (safe[unit] === 0) {
        this.#escaped(text);
        return;
      }
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
    bytes[at++] = QUOTE;
    this.#length = at;
  }

  #escaped(text: string): void {
    const escaped = quoted(text);
    this.#reserve(escaped.length * 3);
    this.#length += encoder.encodeInto(escaped, this.#bytes.subarray(this.#length)).written;
  }

  #number(value: number): void {
    this.#reserve(LONGEST_NUMBER);
    if (!(value >= 0 && value < 1e6 && Number.isInteger(value))) {
      this.#ascii(encoder.encode(numberText(value)));
      return;
    }
    const digits = value < 10 ? 1 : value < 100 ? 2 : value < 1000 ? 3 : value < 10_000 ? 4 : value < 100_000 ? 5 : 6;
    let rest = value;
    for (let at = this.#length + digits - 1; at >= this.#length; at--) {
      const tens = (rest / 10) | 0;
      this.#bytes[at] = 0x30 + rest - tens * 10;
      rest = tens;
    }
    this.#length += digits;
  }

  #reserve(count: number): void {
    if (this.#length + count <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + count));
    grown.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = grown;
  }
}

const writer = new JsonBytes();
