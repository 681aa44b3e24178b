import type { NormalText } from '../model/normal-text.js';
import { Diacritic, Eth, LineEnd, NORMAL_CLASS, Space, Unusual, ZeroWidth } from './normal-classes.js';

/** `String.normalize` is quadratic in a run of marks: longer runs are cut, as UAX #15 (stream-safe text) does. */
const LONGEST_RUN = 30;

/** By a name of this module: in the bundle an import may be a call, and it is read for every unit. */
const CLASS = NORMAL_CLASS;
const D_CAPITAL = 'Đ';
const D_SMALL = 'đ';

/** Brings a line into the form that every annotator reads; see `NormalText`. Linear in the length of the line. */
export function normalizeText(original: string): NormalText {
  const first = firstUnstable(original, 0);
  if (first === original.length || !needsWork(original, first)) {
    return { text: original, origin: undefined, nonNfc: false, zeroWidth: false, eth: false };
  }
  return rewrite(original, first);
}

/** Whether a UTF-16 unit is one of the invisible characters that the normal text leaves out. */
export function isZeroWidth(code: number): boolean {
  return CLASS[code] === ZeroWidth;
}

function firstUnstable(text: string, from: number): number {
  const length = text.length;
  let i = from;
  while (i < length && CLASS[text.charCodeAt(i)]! <= LineEnd) i++;
  return i;
}

/** Whether any unit from `first` on really changes: foreign scripts and emoji are unusual, but mostly normal already. */
function needsWork(text: string, first: number): boolean {
  let run = 0;
  for (let i = first; i < text.length; i++) {
    const kind = CLASS[text.charCodeAt(i)]!;
    if (kind <= LineEnd) {
      run = 0;
      continue;
    }
    if (kind === ZeroWidth ? !joinsEmoji(text, i) : kind !== Unusual) return true;
    if (++run > LONGEST_RUN) return true;
  }
  return text.normalize('NFC') !== text;
}

function rewrite(original: string, first: number): NormalText {
  const writer = new Writer(original, first);
  const length = original.length;
  let nonNfc = false;
  let zeroWidth = false;
  let eth = false;
  let i = first;
  // A mark belongs to the letter before it.
  if (i > 0 && (continues(original, i) || hidesMark(original, i))) i = writer.unwrite();
  while (i < length) {
    const stable = firstUnstable(original, i);
    // Marks that follow belong to the last of them.
    const whole = stable === length ? length : stable - 1;
    if (whole > i) {
      writer.copy(i, whole);
      i = whole;
      continue;
    }
    const kind = CLASS[original.charCodeAt(i)]!;
    if (kind === ZeroWidth && !joinsEmoji(original, i)) {
      zeroWidth = true;
      i++;
      continue;
    }
    const cluster = readCluster(original, i);
    zeroWidth ||= cluster.zeroWidth;
    eth ||= kind === Eth;
    nonNfc ||= cluster.nonNfc;
    writer.write(cluster.text, cluster.positions, i);
    i = cluster.end;
  }
  const text = writer.text();
  return { text, origin: writer.origin(text.length), nonNfc, zeroWidth, eth };
}

interface Cluster {
  readonly text: string;
  /** Where the kept units stand in the original; `undefined` when they follow each other. */
  readonly positions: readonly number[] | undefined;
  readonly end: number;
  readonly zeroWidth: boolean;
  readonly nonNfc: boolean;
}

/** A code point with the marks behind it, zero-width characters between them left out. */
function readCluster(text: string, start: number): Cluster {
  let end = start + widthAt(text, start);
  const kind = CLASS[text.charCodeAt(start)]!;
  if (kind !== Unusual && !continues(text, end) && !hidesMark(text, end)) {
    return { text: kind <= LineEnd ? text[start]! : mended(text, start), positions: undefined, end, zeroWidth: false, nonNfc: false };
  }
  let raw = mended(text, start);
  let positions: number[] | undefined;
  let zeroWidth = false;
  while (end < text.length) {
    if (continues(text, end)) {
      const width = widthAt(text, end);
      raw += text.slice(end, end + width);
      for (let k = 0; k < width; k++) positions?.push(end + k);
      end += width;
    } else if (hidesMark(text, end)) {
      positions ??= Array.from({ length: end - start }, (_, k) => start + k);
      zeroWidth = true;
      end++;
    } else break;
  }
  const normal = normalizedCluster(raw);
  return { text: normal, positions, end, zeroWidth, nonNfc: normal !== raw };
}

const composed = new Map<string, string>();

function normalizedCluster(raw: string): string {
  if (raw.length > LONGEST_RUN) return inPieces(raw);
  const known = composed.get(raw);
  if (known !== undefined) return known;
  const normal = raw.normalize('NFC');
  if (composed.size < 4096) composed.set(raw, normal);
  return normal;
}

function inPieces(raw: string): string {
  let out = '';
  let at = 0;
  while (at < raw.length) {
    let end = Math.min(at + LONGEST_RUN, raw.length);
    if (isHighSurrogate(raw.charCodeAt(end - 1)) && end < raw.length) end++;
    out += raw.slice(at, end).normalize('NFC');
    at = end;
  }
  return out;
}

/** The code point at `at` with the mends of single characters. */
function mended(text: string, at: number): string {
  const code = text.charCodeAt(at);
  switch (CLASS[code]) {
    case Space:
      return ' ';
    case Eth:
      return code === 0xd0 || code === 0x189 ? D_CAPITAL : D_SMALL;
    default:
      return text.slice(at, at + widthAt(text, at));
  }
}

/** Collects the normal text and, once it differs in length or place, where its units come from. */
class Writer {
  private readonly original: string;
  private out: string;
  private written: number;
  private readonly map: Int32Array;
  private moved = false;
  private overflow: number[] | undefined;

  constructor(original: string, first: number) {
    this.original = original;
    this.out = original.slice(0, first);
    this.written = first;
    // NFC of a code point has at most three times its units.
    this.map = new Int32Array(original.length + 1);
    for (let i = 0; i < first; i++) this.map[i] = i;
  }

  /** Takes back the last code point, and says where it began. */
  unwrite(): number {
    const width = isLowSurrogate(this.out.charCodeAt(this.written - 1)) && isHighSurrogate(this.out.charCodeAt(this.written - 2)) ? 2 : 1;
    this.written -= width;
    this.out = this.out.slice(0, this.written);
    return this.written;
  }

  write(text: string, positions: readonly number[] | undefined, start: number): void {
    this.out += text;
    let previous = start;
    for (let k = 0; k < text.length; k++) {
      const from = positions === undefined ? start + k : (positions[k] ?? previous);
      previous = from;
      this.place(this.written + k, from);
    }
    this.written += text.length;
  }

  /** Units of the original that stay. */
  copy(start: number, end: number): void {
    this.out += this.original.slice(start, end);
    for (let from = start; from < end; from++) this.place(this.written++, from);
  }

  private place(unit: number, from: number): void {
    if (unit !== from) this.moved = true;
    if (unit < this.map.length) this.map[unit] = from;
    else {
      this.overflow ??= [];
      this.overflow.push(from);
    }
  }

  text(): string {
    return this.out;
  }

  /** Never decreasing: a composition that grew (rare: some Indic letters) shares the place of its last unit. */
  origin(length: number): Int32Array | undefined {
    if (!this.moved && length === this.original.length) return undefined;
    const origin = new Int32Array(length + 1);
    origin.set(this.map.subarray(0, Math.min(length, this.map.length)));
    if (this.overflow !== undefined) origin.set(this.overflow.slice(0, length - this.map.length), this.map.length);
    origin[length] = this.original.length;
    for (let i = length; i > 0; i--) if (origin[i - 1]! > origin[i]!) origin[i - 1] = origin[i]!;
    return origin;
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
function joinsEmoji(text: string, at: number): boolean {
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
