import { Diacritic, Eth, NORMAL_CLASS, Space, Unusual, ZeroWidth } from './normal-classes.js';
import type { NormalWriter } from './normal-writer.js';

/** `String.normalize` is quadratic in a run of marks: longer runs are cut, as UAX #15 (stream-safe text) does. */
export const LONGEST_RUN = 30;

const CLASS = NORMAL_CLASS;
const D_CAPITAL = 'Đ';
const D_SMALL = 'đ';

/** A code point with the marks behind it, as it was written out. */
export interface Cluster {
  readonly end: number;
  /** Zero-width characters between its marks were left out. */
  readonly zeroWidth: boolean;
  readonly nonNfc: boolean;
}

/** Writes the NFC of the cluster that begins at `start`. */
export function writeCluster(text: string, start: number, writer: NormalWriter): Cluster {
  const width = widthAt(text, start);
  let end = start + width;
  let hidden: number[] | undefined;
  for (;;) {
    if (continues(text, end)) end += widthAt(text, end);
    else if (hidesMark(text, end)) {
      hidden ??= [];
      hidden.push(end++);
    } else break;
  }
  const mend = mendOf(text.charCodeAt(start));
  const raw =
    hidden === undefined && mend === undefined
      ? text.slice(start, end)
      : (mend ?? text.slice(start, start + width)) + without(text, start + width, end, hidden);
  const nonNfc = writeComposed(raw, start, hidden, writer);
  return { end, zeroWidth: hidden !== undefined, nonNfc };
}

/** Whether the code point at `at` is a mark of the one before it, or a zero-width character with such a mark behind it. */
export function belongsToLetter(text: string, at: number): boolean {
  return continues(text, at) || hidesMark(text, at);
}

/** Units of the code point that ends before `at`. */
export function widthBefore(text: string, at: number): number {
  return isLowSurrogate(text.charCodeAt(at - 1)) && isHighSurrogate(text.charCodeAt(at - 2)) ? 2 : 1;
}

function without(text: string, start: number, end: number, hidden: readonly number[] = []): string {
  const parts: string[] = [];
  let from = start;
  for (const at of hidden) {
    parts.push(text.slice(from, at));
    from = at + 1;
  }
  return parts.join('') + text.slice(from, end);
}

/** In pieces where it is long. `true` where `raw` was not NFC. */
function writeComposed(raw: string, start: number, hidden: readonly number[] | undefined, writer: NormalWriter): boolean {
  let nonNfc = false;
  let passed = 0;
  for (let at = 0; at < raw.length; ) {
    let end = Math.min(at + LONGEST_RUN, raw.length);
    if (isHighSurrogate(raw.charCodeAt(end - 1)) && end < raw.length) end++;
    const piece = raw.length <= LONGEST_RUN ? raw : raw.slice(at, end);
    const { text, places } = composed(piece);
    nonNfc ||= text !== piece;
    for (let k = 0; k < text.length; k++) {
      let from = start + at + (places === undefined ? k : places[k]!) + passed;
      while (hidden !== undefined && passed < hidden.length && hidden[passed]! <= from) {
        passed++;
        from++;
      }
      writer.unit(text.charCodeAt(k), from);
    }
    at = end;
  }
  return nonNfc;
}

interface Composition {
  readonly text: string;
  /** Where in the raw text each unit comes from; `undefined` when nothing changed. */
  readonly places: readonly number[] | undefined;
}

const compositions = new Map<string, Composition>();

function composed(raw: string): Composition {
  const known = compositions.get(raw);
  if (known !== undefined) return known;
  const text = raw.normalize('NFC');
  const made = { text, places: text === raw ? undefined : placesOf(text, raw) };
  if (compositions.size < 4096) compositions.set(raw, made);
  return made;
}

/** Both decompose to the same units: a unit comes from where the first of those that it decomposes to does. */
function placesOf(text: string, raw: string): number[] {
  const owners: number[] = [];
  let at = 0;
  for (const character of raw) {
    for (let k = character.normalize('NFD').length; k > 0; k--) owners.push(at);
    at += character.length;
  }
  const places: number[] = [];
  at = 0;
  for (const character of text) {
    for (let k = 0; k < character.length; k++) places.push(owners[at]!);
    at += character.normalize('NFD').length;
  }
  return places;
}

/** What stands for a character that is not what it should be. */
function mendOf(code: number): string | undefined {
  switch (CLASS[code]) {
    case Space:
      return ' ';
    case Eth:
      return code === 0xd0 || code === 0x189 ? D_CAPITAL : D_SMALL;
    default:
      return undefined;
  }
}

/** Whether the code point at `at` may join the one before it: a mark, or a Hangul vowel or final. */
function continues(text: string, at: number): boolean {
  if (at >= text.length) return false;
  const code = text.charCodeAt(at);
  const kind = CLASS[code];
  if (kind === Diacritic) return true;
  if (kind !== Unusual || code < 0x483) return false;
  if ((code >= 0x1160 && code <= 0x11ff) || code === 0xfe0f) return true;
  return isMark(text.slice(at, at + widthAt(text, at)));
}

/** Zero-width characters with a mark behind them: the mark belongs to the letter before them. */
function hidesMark(text: string, at: number): boolean {
  let next = at;
  while (next < text.length && next < at + LONGEST_RUN && CLASS[text.charCodeAt(next)] === ZeroWidth && !joinsEmoji(text, next)) next++;
  return next > at && continues(text, next);
}

/** A joiner between two emoji is part of them, not dirt. */
export function joinsEmoji(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== 0x200d) return false;
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at + 1);
  return (isLowSurrogate(before) || before === 0xfe0f || isPictograph(before)) && (isHighSurrogate(after) || isPictograph(after));
}

const isPictograph = (code: number): boolean => code >= 0x2190 && code <= 0x2bff;
const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;
const isLowSurrogate = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;

function widthAt(text: string, at: number): number {
  return isHighSurrogate(text.charCodeAt(at)) && isLowSurrogate(text.charCodeAt(at + 1)) ? 2 : 1;
}

let mark: RegExp | undefined;

/** Compiled at its first use: plain Vietnamese never needs it. */
function isMark(character: string): boolean {
  mark ??= /^\p{M}/u;
  return mark.test(character);
}
