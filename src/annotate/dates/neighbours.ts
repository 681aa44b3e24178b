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
export function roleAfter(codes: Uint16Array, end: number): number {
  let at = skipSpaces(codes, end);
  let hash = 0;
  let bits = 0;
  for (let n = 0; n < MOST_SYLLABLES; n++) {
    const from = at;
    while (at - from <= LONGEST && isWordUnit(codes[at]!)) at++;
    if (at === from || at - from > LONGEST) break;
    for (let i = from; i < at; i++) hash = Math.imul(hash ^ UNITS[codes[i]!]!, PRIME);
    // The longest word counts: `lần lượt` is no `lần`.
    bits = roles.find(hash) || bits;
    const behind = at;
    at = skipSpaces(codes, at);
    for (let i = behind; i < at; i++) hash = Math.imul(hash ^ UNIT.Space, PRIME);
  }
  return bits;
}

/** The `ROLE` bits of the words right before `start`. */
export function roleBefore(codes: Uint16Array, start: number): number {
  let at = skipSpacesBack(codes, start);
  let end = at;
  let bits = 0;
  for (let n = 0; n < MOST_SYLLABLES; n++) {
    const from = at;
    while (at > 0 && from - at <= LONGEST && isWordUnit(codes[at - 1]!)) at--;
    if (at === from || from - at > LONGEST) break;
    let hash = 0;
    for (let i = at; i < end; i++) hash = Math.imul(hash ^ UNITS[codes[i]!]!, PRIME);
    const role = roles.find(hash);
    // The longest word counts: `toàn cầu` is no `cầu`.
    bits = (role & ROLE.Nothing) !== 0 ? role : bits | role;
    at = skipSpacesBack(codes, at);
    if (n === 0 && (role & ROLE.Vaguely) !== 0) end = at;
  }
  return bits;
}

function skipSpaces(codes: Uint16Array, from: number): number {
  let at = from;
  while (at - from < MOST_SPACES && UNITS[codes[at]!] === UNIT.Space) at++;
  return at;
}

function skipSpacesBack(codes: Uint16Array, from: number): number {
  let at = from;
  while (at > 0 && from - at < MOST_SPACES && UNITS[codes[at - 1]!] === UNIT.Space) at--;
  return at;
}

/** Whether a span stands free: no letter, digit or tight separator joins it to something (`41/2018/NĐ-CP`, `3/2%`). */
export function standsFree(codes: Uint16Array, start: number, end: number): boolean {
  return isFree(codes, start - 1, -1) && isFree(codes, end, 1) && codes[end] !== 0x25;
}

/** Whether what stands beside a span, at `at`, does not join it to what stands farther on in that direction. */
function isFree(codes: Uint16Array, at: number, step: -1 | 1): boolean {
  if (at < 0) return true;
  const unit = UNITS[codes[at]!]!;
  if (unit !== UNIT.Punct) return unit === UNIT.Space;
  const next = at + step;
  return next < 0 || !isWordUnit(codes[next]!) || !JOINERS.includes(codes[at]!);
}

const JOINERS = Uint16Array.from('/-.,:+_@#$–', mark => mark.charCodeAt(0));
