import { createPairs, findPair, numberPair } from '../../text/pairs.js';
import type { Groups } from './identity-groups.js';
import { endOf, firstWord, NO_KEY, restOf, startOf } from './identity-keys.js';
import { isElsewise } from './identity-namesakes.js';
import { contextOfUse, formOfUse, type IdentityState, keyOfUse, typeOfUse } from './identity-state.js';

const PER = 0;
const SEVERAL = -2;
/** So many tenths of the mentions of all candidates make one of them the person meant. */
const CLEAR_TENTHS = 9;

/**
 * By use, its group, where partial names of people went to the group of their full name: the one before them in the snippet, else
 * the only one of the file, else the only or by far commonest one of the corpus. Longer partial names are settled first.
 */
export function assignPeople(state: IdentityState, groups: Groups): Int32Array {
  const { uses, forms } = state;
  const levels = new Map<number, number[]>();
  for (let use = 0; use < uses.index.size; use++) {
    if (forms.partial.data[formOfUse(uses, use)] === 0) continue;
    if (!mayMove(groups, groups.ofUse[use]!, typeOfUse(uses, use) === PER)) continue;
    const words = forms.keys.length.data[keyOfUse(state, use)]!;
    const level = levels.get(words);
    if (level === undefined) levels.set(words, [use]);
    else level.push(use);
  }
  const assigned = groups.ofUse.slice();
  for (const [words, level] of [...levels].sort(([a], [b]) => b - a)) settle(state, groups, assigned, level, words);
  return assigned;
}

/** What the tables call a person is that person; what they or most mentions call something else may still be one where its own mention says so. */
function mayMove(groups: Groups, group: number, isPerson: boolean): boolean {
  const elsewise = isElsewise(groups, group);
  return isPerson ? elsewise || groups.canonical[group] === undefined : !elsewise && groups.canonical[group] === undefined;
}

/** Settles the partial names of so many words. */
function settle(state: IdentityState, groups: Groups, assigned: Int32Array, level: readonly number[], words: number): void {
  const { uses } = state;
  const parts = new Parts(state, level, words);
  const known = words === 1 ? () => true : isWellKnown(state, level, assigned, parts);
  const byFile = onlyOnesOfFiles(state, groups, assigned, parts);
  const open: number[] = [];
  for (const use of level) {
    const context = contextOfUse(uses, use);
    const group = context >= 0 ? assigned[context]! : byFile(~context, parts.of(use));
    if (group === undefined || (context < 0 && !known(parts.of(use), group))) open.push(use);
    else assigned[use] = group;
  }
  const ofCorpus = clearOnesOfCorpus(state, groups, assigned, parts, open);
  for (const use of open) {
    if (groups.type[assigned[use]!] !== PER || isInitial(state, use)) continue;
    const group = ofCorpus(parts.of(use));
    if (group !== undefined && known(parts.of(use), group)) assigned[use] = group;
  }
}

/** The full name of somebody known by two words is written at least once in so many times; else it is more likely a slip. */
const RARELY = 10;

/** Whether a group's full names are common enough beside a part of them. */
function isWellKnown(
  { uses }: IdentityState,
  level: readonly number[],
  assigned: Int32Array,
  parts: Parts,
): (part: number, group: number) => boolean {
  const partial = new Float64Array(parts.count);
  for (const use of level) partial[parts.of(use)]! += uses.mentions.data[use]!;
  const pairs = createPairs();
  const full: number[] = [];
  for (let use = 0; use < assigned.length; use++) {
    const part = parts.last[use]!;
    if (part === NO_PART) continue;
    const pair = numberPair(pairs, part, assigned[use]!);
    full[pair] = (full[pair] ?? 0) + uses.mentions.data[use]!;
  }
  return (part, group) => (full[findPair(pairs, part, group)] ?? 0) * RARELY >= partial[part]!;
}

/** `H.` is somebody in its article, and nobody in particular beyond it. */
function isInitial(state: IdentityState, use: number): boolean {
  const { keys } = state.forms;
  const key = keyOfUse(state, use);
  return restOf(keys, key) === NO_KEY && firstWord(keys, key).length === 1;
}

const NO_PART = -1;

/** The partial names of a level, numbered, and which of them each full name ends with or (one word) begins with. */
class Parts {
  /** By use: the part that its name ends with; `NO_PART` where it has none. */
  readonly last: Int32Array;
  /** By use: the part that it begins with and does not end with. */
  readonly first: Int32Array;
  readonly #ofKey = new Map<number, number>();
  readonly #state: IdentityState;

  constructor(state: IdentityState, level: readonly number[], words: number) {
    this.#state = state;
    const ofKey = this.#ofKey;
    for (const use of level) {
      const key = keyOfUse(state, use);
      if (!ofKey.has(key)) ofKey.set(key, ofKey.size);
    }
    const { size } = state.uses.index;
    const { keys } = state.forms;
    this.last = new Int32Array(size).fill(NO_PART);
    this.first = new Int32Array(size).fill(NO_PART);
    for (let use = 0; use < size; use++) {
      const key = keyOfUse(state, use);
      const last = ofKey.get(endOf(keys, key, words)) ?? NO_PART;
      const first = words === 1 ? (ofKey.get(startOf(keys, key)) ?? NO_PART) : NO_PART;
      this.last[use] = last;
      if (first !== last) this.first[use] = first;
    }
  }

  get count(): number {
    return this.#ofKey.size;
  }

  /** The part that a use of the level is. */
  of(use: number): number {
    return this.#ofKey.get(keyOfUse(this.#state, use))!;
  }
}

/** For a file and a part: the group of the only person of the file who is so called. */
function onlyOnesOfFiles(
  { files, peopleOfFiles }: IdentityState,
  groups: Groups,
  assigned: Int32Array,
  parts: Parts,
): (file: number, part: number) => number | undefined {
  const places = createPairs();
  const found: number[] = [];
  const add = (file: number, part: number, group: number): void => {
    const place = numberPair(places, part, file);
    if (place === found.length) found.push(group);
    else if (found[place] !== group) found[place] = SEVERAL;
  };
  const { data, length } = peopleOfFiles;
  for (let i = 0; i < length; i += 2) {
    const use = data[i + 1]!;
    const group = assigned[use]!;
    if (groups.type[group] !== PER) continue;
    if (parts.last[use] !== NO_PART) add(data[i]!, parts.last[use]!, group);
    if (parts.first[use] !== NO_PART) add(data[i]!, parts.first[use]!, group);
  }
  return (file, part) => {
    const group = file >= files.size ? undefined : found[findPair(places, part, file)];
    return group === SEVERAL ? undefined : group;
  };
}

/** For a part: the group of the only person of the corpus who is so called, or of the one with nearly all mentions. */
function clearOnesOfCorpus(
  { uses }: IdentityState,
  groups: Groups,
  assigned: Int32Array,
  parts: Parts,
  open: readonly number[],
): (part: number) => number | undefined {
  const mentions = new Float64Array(groups.count);
  for (let use = 0; use < assigned.length; use++) mentions[assigned[use]!]! += uses.mentions.data[use]!;
  for (const use of open) mentions[assigned[use]!]! -= uses.mentions.data[use]!;
  const candidates = new Map<number, Set<number>>();
  for (const use of open) candidates.set(parts.of(use), new Set());
  for (let use = 0; use < assigned.length; use++) {
    const group = assigned[use]!;
    if (typeOfUse(uses, use) !== PER || groups.type[group] !== PER) continue;
    candidates.get(parts.first[use]!)?.add(group);
    candidates.get(parts.last[use]!)?.add(group);
  }
  const clear = new Map([...candidates].map(([part, people]) => [part, clearOne(people, mentions)]));
  return part => clear.get(part);
}

function clearOne(people: ReadonlySet<number>, mentions: Float64Array): number | undefined {
  let total = 0;
  for (const group of people) total += mentions[group]!;
  for (const group of people) if (mentions[group]! * 10 >= CLEAR_TENTHS * total) return group;
  return undefined;
}
