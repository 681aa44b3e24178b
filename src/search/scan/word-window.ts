import { createTokens } from '../../model/tokens.js';
import { LONGEST_RUN } from '../../text/clusters.js';
import { Diacritic, NORMAL_CLASS, Stable } from '../../text/normal-classes.js';
import { normalizeText } from '../../text/normalize.js';
import type { StretchSegmenter } from '../../text/segment/segmenter.js';
import { TokenBorders } from '../token-borders.js';

const NEWLINE = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 0x20;

/** How many pieces between spaces are looked at first on either side of a match, and by how much more when that does not tell. */
const PIECES = 2;
const WIDER = 4;
/** Beyond so many bytes on one side the whole line is to be looked at. */
const FAR = 512;
/** White space that takes two bytes and asks nothing of normalization. */
const NEXT_LINE = 0x85;

/** By a name of this module: in the bundle an import may be a call, and it is read for every letter. */
const CLASS = NORMAL_CLASS;

/** Whether matches in bytes stand between the borders of words, from no more of their lines than that takes. */
export class WordWindow {
  readonly #stretches: StretchSegmenter;
  readonly #codes: Uint16Array;
  readonly #tokens = createTokens();
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  readonly #borders: TokenBorders;
  /** Bytes of the line around the last match, its line end left out. */
  #from = 0;
  #to = 0;
  #opens = false;
  #closes = false;
  /** Where their codes end. */
  #codesEnd = 0;
  #capitalsAsked = false;

  constructor(stretches: StretchSegmenter) {
    this.#stretches = stretches;
    this.#codes = stretches.codes;
    this.#borders = new TokenBorders(this.#tokens, () => this.#allCapitals());
    this.#borders.text = { charCodeAt: at => this.#codes[at]! };
  }

  /** For a match at `[start, end)` in `chunk[from, to)`, which holds whole lines; `undefined` when only the whole line tells. */
  isWord(chunk: Uint8Array, from: number, to: number, start: number, end: number): boolean | undefined {
    if (end - start > FAR) return undefined;
    let before = PIECES;
    let behind = PIECES;
    for (;;) {
      if (!this.#lookBefore(chunk, from, start, before) || !this.#lookBehind(chunk, to, end, behind)) return undefined;
      const first = this.#read(chunk, this.#from, start, this.#stretches.from);
      const last = this.#read(chunk, start, end, first);
      const stop = this.#read(chunk, end, this.#to, last);
      const limit = this.#closes ? stop : this.#readBehind(chunk, to, stop);
      if (limit < 0) return undefined;
      this.#codes[limit] = NEWLINE;
      this.#codesEnd = stop;
      const stretch = { from: this.#stretches.from, to: stop, limit, opens: this.#opens, closes: this.#closes };
      const sight = this.#stretches.segment(stretch, first, last, this.#tokens);
      if (sight === 'enough') {
        this.#capitalsAsked = false;
        const isWord = this.#borders.isWord(first, last);
        return this.#capitalsAsked ? undefined : isWord;
      }
      if (sight === 'more before') before *= WIDER;
      else behind *= WIDER;
    }
  }

  /** Finds where `pieces` pieces before the one at `start` begin; `false` when it is far. */
  #lookBefore(chunk: Uint8Array, from: number, start: number, pieces: number): boolean {
    const farthest = Math.max(from, start - FAR);
    let at = start;
    for (let left = pieces; ; left--) {
      while (at > farthest && !isSpace(chunk[at - 1]!)) at--;
      if (left === 0 || at === from || chunk[at - 1] === NEWLINE) break;
      if (at === farthest) return false;
      while (at > farthest && isBlank(chunk[at - 1]!)) at--;
    }
    this.#from = at;
    this.#opens = at === from || chunk[at - 1] === NEWLINE;
    return true;
  }

  /** Finds where `pieces` pieces behind the one before `end` end, with a space. */
  #lookBehind(chunk: Uint8Array, to: number, end: number, pieces: number): boolean {
    const farthest = Math.min(to, end + FAR);
    let at = end;
    for (let left = pieces; ; left--) {
      while (at < farthest && !isSpace(chunk[at]!)) at++;
      if (at === to || chunk[at] === NEWLINE) break;
      if (at === farthest) return false;
      if (left === 0) {
        this.#to = at + 1;
        this.#closes = false;
        return true;
      }
      while (at < farthest && isBlank(chunk[at]!)) at++;
    }
    this.#to = at < to && chunk[at - 1] === CARRIAGE_RETURN ? at - 1 : at;
    this.#closes = true;
    return true;
  }

  /** Appends the normal text of some bytes behind the first `length` codes; -1 when it is not told from them, or `length` is -1. */
  #read(chunk: Uint8Array, from: number, to: number, length: number): number {
    if (length < 0) return -1;
    const codes = this.#codes;
    let n = length;
    for (let i = from; i < to; ) {
      let code = chunk[i]!;
      if (code < 0x80) i++;
      else if (code < 0xe0) {
        code = ((code & 0x1f) << 6) | (chunk[i + 1]! & 0x3f);
        i += 2;
      } else if (code < 0xf0) {
        code = ((code & 0x0f) << 12) | ((chunk[i + 1]! & 0x3f) << 6) | (chunk[i + 2]! & 0x3f);
        i += 3;
      } else return -1;
      const kind = CLASS[code]!;
      if (kind !== Stable) return kind > Diacritic ? -1 : this.#readUnstable(chunk, from, to, length);
      codes[n++] = code;
    }
    return n;
  }

  /** Letters with their marks apart and the like: no letter of another stretch makes another one of them. */
  #readUnstable(chunk: Uint8Array, from: number, to: number, length: number): number {
    const original = this.#decoder.decode(chunk.subarray(from, to));
    if (CLASS[original.charCodeAt(0)] === Diacritic) return -1;
    let marks = 0;
    let others = 0;
    for (let i = 0; i < original.length; i++) {
      const kind = CLASS[original.charCodeAt(i)]!;
      if (kind > Diacritic) return -1;
      if (kind === Diacritic) marks++;
      else if (kind !== Stable) others++;
    }
    // The engine's own normalization is the quicker one.
    const text = others === 0 && marks <= LONGEST_RUN ? original.normalize('NFC') : normalizeText(original).text;
    for (let i = 0; i < text.length; i++) this.#codes[length + i] = text.charCodeAt(i);
    return length + text.length;
  }

  /** Appends what stands behind the last piece up to the next letter: abbreviations ask whether there is one behind their dot. */
  #readBehind(chunk: Uint8Array, to: number, length: number): number {
    let at = this.#to;
    while (at < to && isBlank(chunk[at]!) && at < this.#to + FAR) at++;
    const blank = this.#read(chunk, this.#to, at, length);
    if (blank < 0 || at === to || chunk[at] === NEWLINE) return blank;
    const limit = this.#read(chunk, at, at + 1, blank);
    return limit === blank + 1 && this.#codes[blank] !== NEXT_LINE ? limit : -1;
  }

  /** A line is not all capitals when what was read of it is not; else it is not known. */
  #allCapitals(): boolean {
    for (let i = this.#stretches.from; i < this.#codesEnd; i++) if (this.#codes[i]! >= 0x61 && this.#codes[i]! <= 0x7a) return false;
    this.#capitalsAsked = true;
    return false;
  }
}

const isBlank = (byte: number): boolean => byte === SPACE || (byte >= 0x09 && byte <= 0x0d && byte !== NEWLINE);
const isSpace = (byte: number): boolean => byte === NEWLINE || isBlank(byte);
