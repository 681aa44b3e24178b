import { compareCodePoints } from '../../model/code-points.js';
import { headOf } from './identity-heads.js';
import { isAbbreviation } from './identity-names.js';
import { type IdentityState, PAIR } from './identity-state.js';
import type { CanonicalName, IdentityTables } from './identity-tables.js';

/** Forms that are one name whatever stands around them: by the tables, by spelling, by `Full name (ABBR)`, by the class word in front. */
export interface Groups {
  /** By use. */
  readonly ofUse: Int32Array;
  readonly count: number;
  /** By group: what the tables say. */
  readonly canonical: readonly (CanonicalName | undefined)[];
  /** By group: index in `ENTITY_TYPES` of the type that most mentions have; ties go to the lower index. */
  readonly type: Uint8Array;
}

export const TYPES = 4;
const [PER, LOC, ORG] = [0, 1, 2];

export function groupForms(state: IdentityState, tables: IdentityTables): Groups {
  const links = new Links(state, tables);
  linkAbbreviations(state, links);
  linkHeads(state, links);
  const ofForm = links.nodeOfForm.map(node => links.root(node));
  const ofUse = groupsOfUses(state, ofForm);
  return { ofUse, count: links.keys.length, canonical: links.canonical, type: commonestTypes(state, ofUse, links.keys.length) };
}

export function groupsOfUses({ uses }: IdentityState, groupOfForm: Int32Array): Int32Array {
  return uses.form.data.slice(0, uses.form.length).map(form => groupOfForm[form]!);
}

/** By group, the type that most of its mentions have. */
export function commonestTypes({ uses }: IdentityState, groupOfUse: Int32Array, groups: number): Uint8Array {
  const counts = new Float64Array(groups * TYPES);
  for (let use = 0; use < uses.form.length; use++) {
    counts[groupOfUse[use]! * TYPES + uses.type.data[use]!]! += uses.mentions.data[use]!;
  }
  return new Uint8Array(groups).map((_, group) => indexOfMost(counts, group * TYPES));
}

/** Index of the greatest of `TYPES` counts; ties go to the first. */
export function indexOfMost(counts: Float64Array, from: number): number {
  let best = 0;
  for (let i = 1; i < TYPES; i++) if (counts[from + i]! > counts[from + best]!) best = i;
  return best;
}

/** A union-find over keys. Two canonical names never become one. */
class Links {
  readonly keys: string[] = [];
  readonly canonical: (CanonicalName | undefined)[] = [];
  readonly nodeOfForm: Int32Array;
  readonly #nodes = new Map<string, number>();
  readonly #parents: number[] = [];

  constructor(state: IdentityState, tables: IdentityTables) {
    this.nodeOfForm = new Int32Array(state.keys.length).map((_, form) => {
      const key = state.keys[form]!;
      const canonical = tables.find(key);
      return this.#add(canonical?.key ?? key, canonical);
    });
  }

  node(key: string): number | undefined {
    return this.#nodes.get(key);
  }

  root(node: number): number {
    let root = node;
    while (this.#parents[root] !== root) root = this.#parents[root]!;
    for (let at = node; at !== root; ) {
      const next = this.#parents[at]!;
      this.#parents[at] = root;
      at = next;
    }
    return root;
  }

  join(into: number, node: number): void {
    const a = this.root(into);
    const b = this.root(node);
    if (a === b || (this.canonical[a] !== undefined && this.canonical[b] !== undefined)) return;
    this.#parents[b] = a;
    this.canonical[a] ??= this.canonical[b];
  }

  #add(key: string, canonical: CanonicalName | undefined): number {
    let node = this.#nodes.get(key);
    if (node === undefined) {
      node = this.keys.length;
      this.#nodes.set(key, node);
      this.keys.push(key);
      this.#parents.push(node);
      this.canonical.push(canonical);
    }
    return node;
  }
}

interface FullName {
  count: number;
  /** The abbreviation is made of its initials. */
  initials: boolean;
  /** It leaves out what kind of office the name is of. */
  ofOffice: boolean;
}

function linkAbbreviations(state: IdentityState, links: Links): void {
  const { uses, texts } = state;
  const fullNames = new Map<number, Map<number, FullName>>();
  for (const [pair, count] of state.abbreviations) {
    const full = Math.floor(pair / PAIR);
    const abbreviation = pair % PAIR;
    const [fullForm, form] = [uses.form.data[full]!, uses.form.data[abbreviation]!];
    const type = uses.type.data[abbreviation]!;
    const initials = isMadeOfInitials(texts[form]!, texts[fullForm]!);
    if (isAbbreviation(texts[fullForm]!) || (!initials && (type === PER || type === LOC))) continue;
    const node = links.nodeOfForm[form]!;
    if (!initials && links.canonical[node] !== undefined) continue;
    const names = fullNames.get(node) ?? new Map<number, FullName>();
    fullNames.set(node, names);
    const name = names.get(links.nodeOfForm[fullForm]!) ?? { count: 0, initials: false, ofOffice: false };
    names.set(links.nodeOfForm[fullForm]!, name);
    name.count += count;
    name.initials ||= initials;
    name.ofOffice ||= isOfOffice(texts[form]!, texts[fullForm]!);
  }
  const { keys } = links;
  const mentions = mentionsOfNodes(state, links);
  for (const [node, names] of [...fullNames].sort(([a], [b]) => compareCodePoints(keys[a]!, keys[b]!))) {
    const [best, { count, ofOffice }] = [...names].sort(
      ([a, x], [b, y]) => Number(y.initials) - Number(x.initials) || y.count - x.count || compareCodePoints(keys[a]!, keys[b]!),
    )[0]!;
    if (!ofOffice || mentions[node]! <= OFTEN * count) links.join(best, node);
  }
}

/** `Cục Cảnh sát giao thông (CSGT)` abbreviates the end of the name alone where that is mentioned so many times as often as explained. */
const OFTEN = 3;
const OFFICES = ['cục', 'tổng cục', 'chi cục', 'phòng', 'đội', 'tổ', 'trạm', 'cơ quan', 'bộ', 'sở', 'ban', 'vụ'];

/** Whether the abbreviation leaves out what kind of office it is. */
function isOfOffice(abbreviation: string, name: string): boolean {
  const lower = name.toLowerCase();
  const office = OFFICES.find(head => lower.startsWith(`${head} `));
  if (office === undefined) return false;
  const words = name.slice(office.length + 1).split(WORD_BORDER);
  const initials = words.filter(word => word !== 'và').map(word => word.charAt(0).toUpperCase());
  return initials.join('') === capitalsOf(abbreviation).join('');
}

function mentionsOfNodes({ uses }: IdentityState, links: Links): Float64Array {
  const mentions = new Float64Array(links.keys.length);
  for (let use = 0; use < uses.form.length; use++) mentions[links.nodeOfForm[uses.form.data[use]!]!]! += uses.mentions.data[use]!;
  return mentions;
}

const WORD_BORDER = /[\s\-–.,&]+/;

function capitalsOf(abbreviation: string): string[] {
  return [...abbreviation].filter(letter => letter !== letter.toLowerCase());
}

/** The capitals of the abbreviation are first letters of words of the name, in order, from its first word on. */
function isMadeOfInitials(abbreviation: string, name: string): boolean {
  const capitals = capitalsOf(abbreviation);
  const initials = name.split(WORD_BORDER).map(word => word.charAt(0).toUpperCase());
  if (capitals[0] !== initials[0]) return false;
  let at = 0;
  for (const initial of initials) if (initial === capitals[at]) at++;
  return at === capitals.length;
}

/** `bang Florida` is `Florida` where the corpus has both, and no other class word before the name. */
function linkHeads(state: IdentityState, links: Links): void {
  const types = commonestTypes(state, groupsOfUses(state, links.nodeOfForm), links.keys.length);
  const headed = new Map<number, number[]>();
  for (const form of state.keys.keys()) {
    const node = links.nodeOfForm[form]!;
    const head = headOf(links.keys[node]!);
    const bare = head === undefined ? undefined : links.node(head.bare);
    if (bare === undefined || links.canonical[bare] !== undefined || links.canonical[node] !== undefined) continue;
    const type = head!.type === 'LOC' ? LOC : ORG;
    if (types[node] !== type || types[bare] !== type) continue;
    const nodes = headed.get(bare) ?? [];
    if (!nodes.includes(node)) nodes.push(node);
    headed.set(bare, nodes);
  }
  const { keys } = links;
  for (const [bare, nodes] of [...headed].sort(([a], [b]) => compareCodePoints(keys[a]!, keys[b]!))) {
    if (nodes.length === 1) links.join(bare, nodes[0]!);
  }
}
