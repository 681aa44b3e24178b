import type { JsonValue } from '../model/report.js';

/** What `JSON.stringify` would have to escape, and what we escape beyond it: DEL, C1, line separators, bidi controls. */
const UNSAFE = /["\\\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]/;
/** The same as ranges of UTF-16 units. */
export const UNSAFE_RANGES: readonly (readonly [number, number])[] = [
  [0x00, 0x1f],
  [0x22, 0x22],
  [0x5c, 0x5c],
  [0x7f, 0x9f],
  [0x61c, 0x61c],
  [0x200e, 0x200f],
  [0x2028, 0x202e],
  [0x2066, 0x2069],
  [0xd800, 0xdfff],
];
const HIDDEN = /[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/**
 * JSON on one line. Floats have at most 6 decimals, numbers that JSON lacks are null, keys without a value are left out, and
 * no character that a terminal would obey is printed as it is.
 */
export function jsonText(value: JsonValue | undefined): string {
  switch (typeof value) {
    case 'string':
      return quoted(value);
    case 'number':
      return numberText(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'undefined':
      return 'null';
  }
  if (value === null) return 'null';
  if (Array.isArray(value)) return arrayText(value);
  return `{${membersText(value as Readonly<Record<string, JsonValue | undefined>>)}}`;
}

/** The members of an object without its braces. */
export function membersText(object: Readonly<Record<string, JsonValue | undefined>>): string {
  let text = '';
  for (const key in object) {
    const value = object[key];
    if (value === undefined) continue;
    text += (text === '' ? '' : ',') + keyText(key) + jsonText(value);
  }
  return text;
}

function arrayText(values: readonly JsonValue[]): string {
  if (values.length === 0) return '[]';
  let text = `[${jsonText(values[0])}`;
  for (let i = 1; i < values.length; i++) text += `,${jsonText(values[i])}`;
  return `${text}]`;
}

export function quoted(text: string): string {
  if (!UNSAFE.test(text)) return `"${text}"`;
  return JSON.stringify(text).replace(HIDDEN, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** At most 6 decimals; what JSON has no number for is null. */
export function numberText(value: number): string {
  if (Number.isInteger(value)) return String(value);
  return Number.isFinite(value) ? String(Number(value.toFixed(6))) : 'null';
}

const keys = new Map<string, string>();

function keyText(key: string): string {
  const known = keys.get(key);
  if (known !== undefined) return known;
  const text = `${quoted(key)}:`;
  if (keys.size < 1000) keys.set(key, text);
  return text;
}
