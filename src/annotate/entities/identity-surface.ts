import { comparisonKey } from '../../text/keys.js';
import { normalizeText } from '../../text/normalize.js';

/** A surface form as it is shown: NFC, nothing invisible, one space at a time. */
export function surfaceForm(text: string): string {
  const normal = normalizeText(text).text;
  return hasOddSpace(normal) ? normal.trim().replace(/\s+/g, ' ') : normal;
}

function hasOddSpace(text: string): boolean {
  let previous = true;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x20 || code === 0x85 || code === 0x2028 || code === 0x2029) return true;
    const space = code === 0x20;
    if (space && previous) return true;
    previous = space;
  }
  return previous;
}

/** The words of a name's `comparisonKey`, without the signs between and in them; a name of signs alone is one word. */
export function comparedWords(surface: string): string[] {
  const key = comparisonKey(surface);
  return hasSigns(key) ? wordsOf(key) : key.split(' ');
}

function hasSigns(key: string): boolean {
  for (let i = 0; i < key.length; i++) {
    const code = key.charCodeAt(i);
    if (code !== 0x20 && (isSeparator(code) || isQuote(code))) return true;
  }
  return false;
}

/** Cuts at signs, which do not count; a hyphen before a digit joins (`F-16`, `F16`). */
function wordsOf(key: string): string[] {
  const words: string[] = [];
  let word = '';
  let start = 0;
  for (let i = 0; i <= key.length; i++) {
    const code = i === key.length ? 0x20 : key.charCodeAt(i);
    if (!isSeparator(code) && !isQuote(code)) continue;
    word += key.slice(start, i);
    start = i + 1;
    if (isQuote(code) || (isHyphen(code) && word !== '' && !endsInDigit(word) && isDigit(key.charCodeAt(i + 1)))) continue;
    if (word !== '') words.push(word);
    word = '';
  }
  return words.length === 0 ? [key] : words;
}

function isSeparator(code: number): boolean {
  return code === 0x20 || code === 0x2e || code === 0x2c || code === 0x26 || isHyphen(code) || code === 0x28 || code === 0x29;
}

const isHyphen = (code: number): boolean => code === 0x2d || (code >= 0x2010 && code <= 0x2015);
const isQuote = (code: number): boolean => code === 0x22 || code === 0x27 || (code >= 0x2018 && code <= 0x201f) || code === 0x60;
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
const endsInDigit = (word: string): boolean => isDigit(word.charCodeAt(word.length - 1));
