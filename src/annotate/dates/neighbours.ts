import { isWordUnit, UNIT, UNITS } from './characters.js';
import { ROLE } from './context-words.js';
import { HashTable, hashOf, PRIME } from './hash-table.js';
import { ROLES } from './roles.table.js';

const MOST_SYLLABLES = 3;
/** No syllable of these words is longer; a limit keeps hostile lines linear. */
const LONGEST = 10;
const MOST_SPACES = 4;

const roles = new HashTable(ROLES, 12);

/** The `ROLE` bits of a word that one space parts into its syllables; 0 for other words. */
export function roleOf(word: string): number {
  return roles.find(hashOf(word));
}

/** The `ROLE` bits of the words right behind `end`, over one to three syllables; 0 where punctuation stands between. */
export function roleAfter(text: string, end: number): number {
  let at = skipSpaces(text, end);
  let hash = 0;
  let bits = 0;
  for (let n = 0; n < MOST_SYLLABLES; n++) {
    const from = at;
    while (at < text.length && at - from <= LONGEST && isWordUnit(text.charCodeAt(at))) at++;
    if (at === from || at - from > LONGEST) break;
    for (let i = from; i < at; i++) hash = Math.imul(hash ^ UNITS[text.charCodeAt(i)]!, PRIME);
    // The longest word counts: `lần lượt` is no `lần`.
    bits = roles.find(hash) || bits;
    const behind = at;
    at = skipSpaces(text, at);
    for (let i = behind; i < at; i++) hash = Math.imul(hash ^ UNIT.Space, PRIME);
  }
  return bits;
}

/** The `ROLE` bits of the words right before `start`. */
export function roleBefore(text: string, start: number): number {
  let at = skipSpacesBack(text, start);
  let end = at;
  let bits = 0;
  for (let n = 0; n < MOST_SYLLABLES; n++) {
    const from = at;
    while (at > 0 && from - at <= LONGEST && isWordUnit(text.charCodeAt(at - 1))) at--;
    if (at === from || from - at > LONGEST) break;
    const role = roles.find(hashOf(text, at, end));
    // The longest word counts: `toàn cầu` is no `cầu`.
    bits = (role & ROLE.Nothing) !== 0 ? role : bits | role;
    at = skipSpacesBack(text, at);
    if (n === 0 && (role & ROLE.Vaguely) !== 0) end = at;
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
