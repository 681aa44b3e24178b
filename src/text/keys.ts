import { normalizeText } from './normalize.js';
import { VARIANT_PAIRS, VARIANT_SYLLABLES } from './spelling-variants.js';

/**
 * The key under which spellings of one word are equal: NFC, lower case, zero-width characters removed, `Ð` mended, tone
 * placement unified (`hòa` = `hoà`), y/i variants of a word list (`mĩ` = `mỹ`), runs of white space as one space, none outside.
 */
export function comparisonKey(text: string): string {
  const { text: normal } = normalizeText(text);
  const lower = normal.toLowerCase();
  // Only a letter that lower case makes longer (`İ`) leaves the normal form; `String.normalize` is quadratic in runs of marks.
  return unified(lower.length === normal.length ? lower : normalizeText(lower).text);
}

/** `comparisonKey` without any marks: `đường` and `dương` are both `duong`. */
export function foldedKey(text: string): string {
  return withoutMarks(comparisonKey(text));
}

/** `text` is NFC; its marks are taken off, `đ` becomes `d`. Keeps case. */
export function withoutMarks(text: string): string {
  let out = '';
  let copied = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0xc0) continue;
    out += text.slice(copied, i);
    let end = i + 1;
    while (end < text.length && text.charCodeAt(end) >= 0xc0) end++;
    out += strip(text.slice(i, end));
    copied = end;
    i = end - 1;
  }
  return copied === 0 ? text : out + text.slice(copied);
}

const bases = new Map<string, string>();

function strip(run: string): string {
  let out = '';
  for (const character of run) {
    let base = bases.get(character);
    if (base === undefined) {
      base = character === 'đ' ? 'd' : character === 'Đ' ? 'D' : character.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
      if (bases.size < 4096) bases.set(character, base);
    }
    out += base;
  }
  return out;
}

const TONED = new Map<string, string>();
for (const [first, second, glides] of [
  ['òóỏõọ', 'a', 'àáảãạ'],
  ['òóỏõọ', 'e', 'èéẻẽẹ'],
  ['ùúủũụ', 'y', 'ỳýỷỹỵ'],
] as const) {
  [...first].forEach((letter, tone) => {
    TONED.set(letter + second, (first[0] === 'ò' ? 'o' : 'u') + glides[tone]!);
  });
}
/** Behind q the u is no vowel: `qúa` is a slip for `quá`. */
const AFTER_Q = new Map<string, string>();
for (const [vowel, tones] of [
  ['a', 'àáảãạ'],
  ['e', 'èéẻẽẹ'],
  ['i', 'ìíỉĩị'],
  ['o', 'òóỏõọ'],
] as const) {
  [...'ùúủũụ'].forEach((u, tone) => {
    AFTER_Q.set(u + vowel, `u${tones[tone]!}`);
  });
}

const TONE_LETTERS = new Set([...'òóỏõọùúủũụ'].map(letter => letter.charCodeAt(0)));

/** `text` is NFC in lower case. */
function unified(text: string): string {
  let out = '';
  let copied = 0;
  let i = 0;
  let previous = '';
  while (i < text.length) {
    const code = text.charCodeAt(i);
    if (isSpace(code)) {
      let end = i + 1;
      while (end < text.length && isSpace(text.charCodeAt(end))) end++;
      if (end !== i + 1 || code !== 0x20 || i === 0 || end === text.length) {
        out += text.slice(copied, i) + (i === 0 || end === text.length ? '' : ' ');
        copied = end;
      }
      i = end;
      continue;
    }
    if (!isLetter(code)) {
      previous = '';
      i++;
      continue;
    }
    const start = i;
    let toned = false;
    for (; i < text.length && isLetter(text.charCodeAt(i)); i++) toned ||= TONE_LETTERS.has(text.charCodeAt(i));
    const written = text.slice(start, i);
    let syllable = toned ? retoned(written) : written;
    if (syllable.length <= 5) syllable = variant(previous, syllable, text, i);
    if (syllable !== written) {
      out += text.slice(copied, start) + syllable;
      copied = i;
    }
    previous = syllable;
  }
  return copied === 0 ? text : out + text.slice(copied);
}

function retoned(syllable: string): string {
  for (let i = 0; i + 1 < syllable.length; i++) {
    if (!TONE_LETTERS.has(syllable.charCodeAt(i))) continue;
    const pair = syllable.slice(i, i + 2);
    const moved = TONED.get(pair) ?? (syllable[i - 1] === 'q' ? AFTER_Q.get(pair) : undefined);
    if (moved !== undefined) return syllable.slice(0, i) + moved + syllable.slice(i + 2);
  }
  return syllable;
}

function variant(previous: string, syllable: string, text: string, end: number): string {
  const everywhere = VARIANT_SYLLABLES.get(syllable);
  if (everywhere !== undefined) return everywhere;
  const pairs = VARIANT_PAIRS.get(syllable);
  if (pairs === undefined) return syllable;
  return pairs.before.has(previous) || pairs.after.has(nextSyllable(text, end)) ? pairs.key : syllable;
}

/** The letters after one run of white space, as their key has them. */
function nextSyllable(text: string, from: number): string {
  let start = from;
  while (start < text.length && start < from + 8 && isSpace(text.charCodeAt(start))) start++;
  if (start === from) return '';
  let end = start;
  while (end < text.length && end < start + 8 && isLetter(text.charCodeAt(end))) end++;
  const syllable = retoned(text.slice(start, end));
  return VARIANT_SYLLABLES.get(syllable) ?? syllable;
}

const isSpace = (code: number): boolean =>
  code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0x85 || code === 0x2028 || code === 0x2029;

/** Lower-case Latin letters as far as the variants need them. */
function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0xdf && code <= 0x24f && code !== 0xf7) || (code >= 0x1e00 && code <= 0x1eff);
}
