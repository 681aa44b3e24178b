import type { Groups } from './identity-groups.js';
import { wordCount } from './identity-names.js';
import { isElsewise } from './identity-namesakes.js';
import type { IdentityState } from './identity-state.js';

const PER = 0;
const SEVERAL = -2;
/** So many tenths of the mentions of all candidates make one of them the person meant. */
const CLEAR_TENTHS = 9;

/**
 * By use, its group, where partial names of people went to the group of their full name: the one before them in the snippet, else
 * the only one of the file, else the only or by far commonest one of the corpus. Longer partial names are settled first.
 */
export function assignPeople(state: IdentityState, groups: Groups): Int32Array {
  const { uses, keys, partial } = state;
  const levels = new Map<number, number[]>();
  for (let use = 0; use < uses.form.length; use++) {
    const form = uses.form.data[use]!;
    const group = groups.ofUse[use]!;
    if (partial.data[form] === 0 || !mayMove(groups, group, uses.type.data[use] === PER)) continue;
    const words = wordCount(keys[form]!);
    const level = levels.get(words) ?? [];
    level.push(use);
    levels.set(words, level);
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
  const { uses, keys } = state;
  const parts = new Map<string, number>();
  for (const use of level) {
    const key = keys[uses.form.data[use]!]!;
    if (!parts.has(key)) parts.set(key, parts.size);
  }
  const partOf = (use: number): number => parts.get(keys[uses.form.data[use]!]!)!;
  const matches = new Matches(state, parts, words);

  const known = words === 1 ? () => true : isWellKnown(state, level, partOf, assigned, matches);
  const byFile = onlyOnesOfFiles(state, groups, assigned, matches);
  const open: number[] = [];
  for (const use of level) {
    const context = uses.context.data[use]!;
    const group = context >= 0 ? assigned[context]! : byFile(~context, partOf(use));
    if (group === undefined || (context < 0 && !known(partOf(use), group))) open.push(use);
    else assigned[use] = group;
  }
  const ofCorpus = clearOnesOfCorpus(state, groups, assigned, matches, new Set(open));
  for (const use of open) {
    if (groups.type[assigned[use]!] !== PER || isInitial(keys[uses.form.data[use]!]!)) continue;
    const group = ofCorpus(partOf(use));
    if (group !== undefined && known(partOf(use), group)) assigned[use] = group;
  }
}

/** The full name of somebody known by two words is written at least once in so many times; else it is more likely a slip. */
const RARELY = 10;

/** Whether a group's full names are common enough beside a part of them. */
function isWellKnown(
  { uses }: IdentityState,
  level: readonly number[],
  partOf: (use: number) => number,
  assigned: Int32Array,
  matches: Matches,
): (part: number, group: number) => boolean {
  const partial = new Map<number, number>();
  const full = new Map<number, Map<number, number>>();
  for (const use of level) partial.set(partOf(use), (partial.get(partOf(use)) ?? 0) + uses.mentions.data[use]!);
  for (let use = 0; use < assigned.length; use++) {
    for (const part of matches.of(use)) {
      const byGroup = full.get(part) ?? new Map<number, number>();
      full.set(part, byGroup);
      byGroup.set(assigned[use]!, (byGroup.get(assigned[use]!) ?? 0) + uses.mentions.data[use]!);
    }
  }
  return (part, group) => (full.get(part)?.get(group) ?? 0) * RARELY >= (partial.get(part) ?? 0);
}

/** `H.` is somebody in its article, and nobody in particular beyond it. */
const isInitial = (key: string): boolean => key.length === 1;

/** Which of the partial names each full name ends with, or (one word) begins with. */
class Matches {
  readonly #state: IdentityState;
  readonly #parts: ReadonlyMap<string, number>;
  readonly #words: number;
  readonly #known = new Map<number, readonly number[]>();

  constructor(state: IdentityState, parts: ReadonlyMap<string, number>, words: number) {
    this.#state = state;
    this.#parts = parts;
    this.#words = words;
  }

  /** Parts of the full name that a use has. */
  of(use: number): readonly number[] {
    const form = this.#state.uses.form.data[use]!;
    let found = this.#known.get(form);
    if (found === undefined) {
      found = this.#find(this.#state.keys[form]!);
      this.#known.set(form, found);
    }
    return found;
  }

  #find(name: string): readonly number[] {
    let start = name.length + 1;
    for (let left = this.#words; left > 0; left--) {
      start = name.lastIndexOf(' ', start - 2) + 1;
      if (start === 0) return NONE;
    }
    const last = this.#parts.get(name.slice(start));
    const end = name.indexOf(' ');
    const first = this.#words === 1 && end > 1 ? this.#parts.get(name.slice(0, end)) : undefined;
    if (last === undefined || last === first) return first === undefined ? NONE : [first];
    return first === undefined ? [last] : [first, last];
  }
}

const NONE: readonly number[] = [];

/** For a file and a part: the group of the only person of the file who is so called. */
function onlyOnesOfFiles(
  { files, peopleOfFiles }: IdentityState,
  groups: Groups,
  assigned: Int32Array,
  matches: Matches,
): (file: number, part: number) => number | undefined {
  const found = new Map<number, number>();
  const { data, length } = peopleOfFiles;
  for (let i = 0; i < length; i += 2) {
    const use = data[i + 1]!;
    const group = assigned[use]!;
    if (groups.type[group] !== PER) continue;
    for (const part of matches.of(use)) {
      const place = part * files.size + data[i]!;
      const known = found.get(place);
      found.set(place, known === undefined || known === group ? group : SEVERAL);
    }
  }
  return (file, part) => {
    const group = file >= files.size ? undefined : found.get(part * files.size + file);
    return group === SEVERAL ? undefined : group;
  };
}

/** For a part: the group of the only person of the corpus who is so called, or of the one with nearly all mentions. */
function clearOnesOfCorpus(
  { uses }: IdentityState,
  groups: Groups,
  assigned: Int32Array,
  matches: Matches,
  open: ReadonlySet<number>,
): (part: number) => number | undefined {
  const mentions = new Float64Array(groups.count);
  const candidates = new Map<number, Set<number>>();
  for (let use = 0; use < assigned.length; use++) {
    const group = assigned[use]!;
    if (!open.has(use)) mentions[group]! += uses.mentions.data[use]!;
    if (uses.type.data[use] !== PER || groups.type[group] !== PER) continue;
    for (const part of matches.of(use)) {
      const people = candidates.get(part) ?? new Set();
      people.add(group);
      candidates.set(part, people);
    }
  }
  return part => {
    const people = [...(candidates.get(part) ?? [])];
    const total = people.reduce((sum, group) => sum + mentions[group]!, 0);
    return people.find(group => mentions[group]! * 10 >= CLEAR_TENTHS * total);
  };
}
