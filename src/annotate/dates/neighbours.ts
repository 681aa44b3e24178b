import { isWordUnit, UNIT, UNITS } from './characters.js';
import { ROLE, ROLE_WORDS } from './context-words.js';
import { words } from './lexicon.js';

const MOST_SYLLABLES = 3;
/** No syllable of these words is longer; a limit keeps hostile lines linear. */
const LONGEST = 10;
const MOST_SPACES = 4;
const roles = new Map<string, number>();
for (const [role, list] of Object.entries(ROLE_WORDS)) {
  for (const word of words(list)) {
    roles.set(word, (roles.get(word) ?? 0) | ROLE[role as keyof typeof ROLE]);
  }
}

/** The `ROLE` bits of the words right behind `end`, over one to three syllables; 0 where punctuation stands between. */
export function roleAfter(text: string, end: number): number {
  let at = skipSpaces(text, end);
  const start = at;
  let bits = 0;
  for (let n = 0; n < MOST_SYLLABLES; n++) {
    const from = at;
    while (at < text.length && at - from <= LONGEST && isWordUnit(text.charCodeAt(at))) at++;
    if (at === from || at - from > LONGEST) break;
    // The longest word counts: `lần lượt` is no `lần`.
    bits = roles.get(text.slice(start, at).toLowerCase()) ?? bits;
    at = skipSpaces(text, at);
  }
  return bits;
}

/** The `ROLE` bits of the words right before `start`. */
export function roleBefore(text: string, start: number): number {
  let at = start;
  at = skipSpacesBack(text, at);
  let end = at;
  let bits = 0;
  for (let n = 0; n < MOST_SYLLABLES; n++) {
    const from = at;
    while (at > 0 && from - at <= LONGEST && isWordUnit(text.charCodeAt(at - 1))) at--;
    if (at === from || from - at > LONGEST) break;
    const role = roles.get(text.slice(at, end).toLowerCase()) ?? 0;
    bits |= role;
    if (n === 0 && (role & ROLE.Vaguely) !== 0) {
      at = skipSpacesBack(text, at);
      end = at;
      continue;
    }
    at = skipSpacesBack(text, at);
  }
  return bits;
}

function skipSpaces(text: string, from: number): number {
  let at = from;
  while (at < text.length && at - from < MOST_SPACES && UNITS[text.charCodeAt(at)] === UNIT.Space) at++;
  return at;
}

function skipSpacesBack(text: string, from: number): number {
  let at = from;
  while (at > 0 && from - at < MOST_SPACES && UNITS[text.charCodeAt(at - 1)] === UNIT.Space) at--;
  return at;
}

/** Whether a span stands free: no letter, digit or tight separator joins it to something (`41/2018/NĐ-CP`, `3/2%`). */
export function standsFree(text: string, start: number, end: number): boolean {
  return freeBefore(text, start) && freeAfter(text, end);
}

function freeBefore(text: string, start: number): boolean {
  if (start === 0) return true;
  const unit = text.charCodeAt(start - 1);
  if (isWordUnit(unit)) return false;
  if (!JOINERS.includes(text[start - 1]!)) return true;
  return start < 2 || !isWordUnit(text.charCodeAt(start - 2));
}

function freeAfter(text: string, end: number): boolean {
  if (end >= text.length) return true;
  const unit = text.charCodeAt(end);
  if (isWordUnit(unit) || unit === 0x25) return false;
  if (!JOINERS.includes(text[end]!)) return true;
  return end + 1 >= text.length || !isWordUnit(text.charCodeAt(end + 1));
}

const JOINERS = '/-.,:+_@#$–';
