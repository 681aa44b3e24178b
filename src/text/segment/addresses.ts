import { spelled } from '../codes.js';

/** Endings that make a dotted name a web address. */
const TOP_LEVEL = new Set(
  'com net org edu gov info biz io tv me co vn us uk cn jp kr ru fr de eu asia int mil ua sg hk tw au in th la kh'.split(' '),
);

export interface Address {
  /** Where the address ends; the place that was asked when there is none. */
  readonly end: number;
  readonly email: boolean;
  /** No address begins before this place. */
  readonly tried: number;
}

/** The web or mail address that begins at `from`: `https://…`, `www.…`, `vnexpress.net/tin`, `toasoan@bao.vn`. */
export function addressEnd(text: Uint16Array, from: number, to: number): Address {
  const scheme = schemeEnd(text, from, to);
  if (scheme > from) {
    const end = pathEnd(text, scheme, to);
    if (end > scheme) return { end, email: false, tried: end };
  }
  let i = from;
  let dots = 0;
  let at = -1;
  let label = from;
  for (; i < to; i++) {
    const code = text[i]!;
    if (isAlphanumeric(code) || code === 0x2d || code === 0x5f) continue;
    if (i === label) break;
    if (code === 0x2e && i + 1 < to && isAlphanumeric(text[i + 1]!)) {
      dots++;
      label = i + 1;
    } else if (code === 0x40 && at < 0 && i + 1 < to && isAlphanumeric(text[i + 1]!)) {
      at = i;
      dots = 0;
      label = i + 1;
    } else break;
  }
  const none = { end: from, email: false, tried: Math.max(i, from + 1) };
  if (dots === 0 || i - label < 2 || i - label > 6) return none;
  if (i < to && text[i]! > 0x7f && !isMark(text[i]!)) return none;
  if (!isAllLetters(text, label, i)) return none;
  if (at >= 0) return { end: i, email: true, tried: i };
  if (!TOP_LEVEL.has(spelled(text, label, i).toLowerCase()) || text[from]! === 0x5f || !hasLower(text, from, label)) return none;
  const end = i < to && (text[i]! === 0x2f || text[i]! === 0x3f) ? pathEnd(text, i, to) : i;
  return { end: Math.max(end, i), email: false, tried: end };
}

const SCHEMES = ['https://', 'http://', 'ftp://', 'www.'];

function schemeEnd(text: Uint16Array, from: number, to: number): number {
  const first = text[from]! | 0x20;
  if (first !== 0x68 && first !== 0x77 && first !== 0x66) return from;
  for (const scheme of SCHEMES) if (to - from >= scheme.length && startsWith(text, from, scheme)) return from + scheme.length;
  return from;
}

function startsWith(text: Uint16Array, from: number, start: string): boolean {
  for (let i = 0; i < start.length; i++) {
    const code = text[from + i]!;
    if ((code >= 0x41 && code <= 0x5a ? code | 0x20 : code) !== start.charCodeAt(i)) return false;
  }
  return true;
}

/** To the next white space, quote or angle, closing marks of the sentence left out. */
function pathEnd(text: Uint16Array, from: number, to: number): number {
  let end = from;
  while (end < to && isPath(text[end]!)) end++;
  while (end > from && '.,;:!?)]}\'"'.includes(String.fromCharCode(text[end - 1]!))) end--;
  return end;
}

function isAllLetters(text: Uint16Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if ((text[i]! | 0x20) < 0x61 || (text[i]! | 0x20) > 0x7a) return false;
  return true;
}

function hasLower(text: Uint16Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (text[i]! >= 0x61 && text[i]! <= 0x7a) return true;
  return false;
}

const isPath = (code: number): boolean =>
  code > 0x20 &&
  code !== 0x22 &&
  code !== 0x3c &&
  code !== 0x3e &&
  code !== 0x85 &&
  code !== 0xa0 &&
  !(code >= 0x2000 && code <= 0x206f) &&
  code !== 0x3000;
const isAlphanumeric = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
const isMark = (code: number): boolean => (code >= 0x2010 && code <= 0x2027) || code === 0xbb || code === 0xa0;
