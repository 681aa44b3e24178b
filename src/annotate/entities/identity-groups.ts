import { compareCodePoints } from '../../model/code-points.js';
import type { CanonicalKeys } from './identity-canonical.js';
import { shownOf } from './identity-forms.js';
import { headOf } from './identity-heads.js';
import { keyText, type NameKeys } from './identity-keys.js';
import { isAbbreviation } from './identity-names.js';
import { formOfUse, type IdentityState, keyOfUse, PAIR, typeOfUse, type Uses } from './identity-state.js';
import type { CanonicalName } from './identity-tables.js';

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

export function groupForms(state: IdentityState, canonical: CanonicalKeys): Groups {
  const links = new Links(state, canonical);
  linkAbbreviations(state, links);
  linkHeads(state, links);
  const ofUse = links.nodeOfUse.map(node => links.root(node));
  return { ofUse, count: links.keys.length, canonical: links.canonical, type: commonestTypes(state, ofUse, links.keys.length) };
}

/** By group, the type that most of its mentions have. */
export function commonestTypes({ uses }: IdentityState, groupOfUse: Int32Array, groups: number): Uint8Array {
  if (counts.length < groups * TYPES) counts = new Float64Array(groups * TYPES);
  counts.fill(0, 0, groups * TYPES);
  for (let use = 0; use < groupOfUse.length; use++) {
    counts[groupOfUse[use]! * TYPES + typeOfUse(uses, use)]! += uses.mentions.data[use]!;
  }
  const types = new Uint8Array(groups);
  for (let group = 0; group < groups; group++) types[group] = indexOfMost(counts, group * TYPES);
  return types;
}

/** By group and type. */
let counts = new Float64Array(0);

/** Index of the greatest of `TYPES` counts; ties go to the first. */
export function indexOfMost(counts: Float64Array, from: number): number {
  let best = 0;
  for (let i = 1; i < TYPES; i++) if (counts[from + i]! > counts[from + best]!) best = i;
  return best;
}

/** A union-find over the keys of forms, or of what the tables have for them. Two canonical names never become one. */
class Links {
  /** By node. */
  readonly keys: number[] = [];
  readonly canonical: (CanonicalName | undefined)[] = [];
  readonly nodeOfUse: Int32Array;
  readonly #names: NameKeys;
  readonly #nodes = new Map<number, number>();
  readonly #parents: number[] = [];

  constructor(state: IdentityState, canonical: CanonicalKeys) {
    this.#names = state.forms.keys;
    this.nodeOfUse = new Int32Array(state.uses.index.size);
    for (let use = 0; use < this.nodeOfUse.length; use++) {
      const key = canonical.rootOf(keyOfUse(state, use));
      this.nodeOfUse[use] = this.#nodes.get(key) ?? this.#add(key, canonical.nameOf(key));
    }
  }

  node(key: number): number | undefined {
    return this.#nodes.get(key);
  }

  /** For `sort`: by key. */
  readonly byKey = (a: number, b: number): number =>
    compareCodePoints(keyText(this.#names, this.keys[a]!), keyText(this.#names, this.keys[b]!));

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

  #add(key: number, canonical: CanonicalName | undefined): number {
    const node = this.keys.length;
    this.#nodes.set(key, node);
    this.keys.push(key);
    this.#parents.push(node);
    this.canonical.push(canonical);
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

function linkAbbreviations({ uses, forms, abbreviations }: IdentityState, links: Links): void {
  if (abbreviations.size === 0) return;
  const fullNames = new Map<number, Map<number, FullName>>();
  for (const [pair, count] of abbreviations) {
    const full = Math.floor(pair / PAIR);
    const short = pair % PAIR;
    const name = shownOf(forms, formOfUse(uses, full));
    const abbreviation = shownOf(forms, formOfUse(uses, short));
    const type = typeOfUse(uses, short);
    const initials = isMadeOfInitials(abbreviation, name);
    if (isAbbreviation(name) || (!initials && (type === PER || type === LOC))) continue;
    const node = links.nodeOfUse[short]!;
    if (!initials && links.canonical[node] !== undefined) continue;
    const names = fullNames.get(node) ?? new Map<number, FullName>();
    fullNames.set(node, names);
    const fullName = names.get(links.nodeOfUse[full]!) ?? { count: 0, initials: false, ofOffice: false };
    names.set(links.nodeOfUse[full]!, fullName);
    fullName.count += count;
    fullName.initials ||= initials;
    fullName.ofOffice ||= isOfOffice(abbreviation, name);
  }
  const mentions = mentionsOfNodes(uses, links);
  for (const [node, names] of [...fullNames].sort(([a], [b]) => links.byKey(a, b))) {
    const [best, { count, ofOffice }] = [...names].sort(
      ([a, x], [b, y]) => Number(y.initials) - Number(x.initials) || y.count - x.count || links.byKey(a, b),
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

function mentionsOfNodes(uses: Uses, { keys, nodeOfUse }: Links): Float64Array {
  const mentions = new Float64Array(keys.length);
  nodeOfUse.forEach((node, use) => {
    mentions[node]! += uses.mentions.data[use]!;
  });
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
  const { keys, canonical } = links;
  const types = commonestTypes(state, links.nodeOfUse, keys.length);
  const headed = new Map<number, number[]>();
  for (let node = 0; node < keys.length; node++) {
    const head = canonical[node] === undefined ? headOf(state.forms.keys, keys[node]!) : undefined;
    const bare = head === undefined ? undefined : links.node(head.bare);
    if (bare === undefined || canonical[bare] !== undefined) continue;
    const type = head!.type === 'LOC' ? LOC : ORG;
    if (types[node] !== type || types[bare] !== type) continue;
    const nodes = headed.get(bare);
    if (nodes === undefined) headed.set(bare, [node]);
    else nodes.push(node);
  }
  for (const [bare, nodes] of [...headed].sort(([a], [b]) => links.byKey(a, b))) {
    if (nodes.length === 1) links.join(bare, nodes[0]!);
  }
}
