import { compareCodePoints } from '../../model/code-points.js';
import type { EntityType } from '../../model/mention.js';
import { commonestTypes, type Groups, groupForms, indexOfMost, TYPES } from './identity-groups.js';
import { wordCount } from './identity-names.js';
import { splitNamesakes } from './identity-namesakes.js';
import { assignPeople } from './identity-people.js';
import { type Handle, type IdentityState, typeAt } from './identity-state.js';
import type { IdentityTables } from './identity-tables.js';

/** One person, place, organisation or other, with all that is counted as it. */
export interface ResolvedIdentity {
  readonly entity: string;
  readonly type: EntityType;
  readonly mentions: number;
  /** Snippets with at least one mention of it. */
  readonly snippets: number;
  /** All its spellings, the commonest first; the counts add up to `mentions`. */
  readonly aliases: readonly Alias[];
}

export interface Alias {
  readonly text: string;
  readonly count: number;
}

export interface ResolvedIdentities {
  /** By mentions, then snippets, then name by code point. */
  readonly entities: readonly ResolvedIdentity[];
  nameOf(handle: Handle): ResolvedIdentity;
}

/**
 * Decides who is who, from counts alone: neither the order of the corpus nor its cut into parts shows.
 * @param merge false keeps each spelling by itself
 */
export function resolveIdentities(state: IdentityState, tables: IdentityTables, merge = true): ResolvedIdentities {
  const groups = merge ? splitNamesakes(state, groupForms(state, tables)) : bySpelling(state);
  const groupOfUse = merge ? assignPeople(state, groups) : groups.ofUse;
  const snippets = countSnippets(state, groupOfUse, groups.count);
  const grouped = usesByGroup(groupOfUse, groups.count);
  const { starts } = grouped;
  const byGroup: (Identity | undefined)[] = [];
  const entities: Identity[] = [];
  for (let group = 0; group < groups.count; group++) {
    if (starts[group] === starts[group + 1]) continue;
    const identity = new Identity(state, groups, group, grouped, snippets[group]!);
    byGroup[group] = identity;
    entities.push(identity);
  }
  entities.sort(
    (a, b) => b.mentions - a.mentions || b.snippets - a.snippets || compareCodePoints(a.entity, b.entity) || (a.type < b.type ? -1 : 1),
  );
  return { entities, nameOf: handle => byGroup[groupOfUse[handle]!]! };
}

function bySpelling(state: IdentityState): Groups {
  const count = state.texts.length;
  const ofUse = state.uses.form.data.subarray(0, state.uses.form.length);
  return { ofUse, count, canonical: [], type: commonestTypes(state, ofUse, count) };
}

/** A snippet counts once for an identity, however many uses of it it has. */
function countSnippets({ uses, together }: IdentityState, groupOfUse: Int32Array, groups: number): Float64Array {
  const counts = new Float64Array(groups);
  for (let use = 0; use < groupOfUse.length; use++) counts[groupOfUse[use]!]! += uses.snippets.data[use]!;
  const seenIn = new Int32Array(groups).fill(-1);
  let snippet = 0;
  for (let i = 0; i < together.length; i++) {
    const use = together.data[i]!;
    const group = groupOfUse[use < 0 ? ~use : use]!;
    if (seenIn[group] === snippet) counts[group]!--;
    seenIn[group] = snippet;
    if (use < 0) snippet++;
  }
  return counts;
}

/** Uses sorted by group: those of `group` are `members` from `starts[group]` to `starts[group + 1]`. */
interface GroupedUses {
  readonly starts: Int32Array;
  readonly members: Int32Array;
}

function usesByGroup(groupOfUse: Int32Array, groups: number): GroupedUses {
  const starts = new Int32Array(groups + 1);
  for (const group of groupOfUse) starts[group + 1]!++;
  for (let group = 0; group < groups; group++) starts[group + 1]! += starts[group]!;
  const next = starts.slice();
  const members = new Int32Array(groupOfUse.length);
  groupOfUse.forEach((group, use) => {
    members[next[group]!++] = use;
  });
  return { starts, members };
}

/** How often each type was given to the identity that is being made. */
const byType = new Float64Array(TYPES);

/** Its spellings are put together when they are asked for: most of a large corpus' identities have one, and are never shown. */
class Identity implements ResolvedIdentity {
  readonly entity: string;
  readonly type: EntityType;
  readonly mentions: number;
  readonly snippets: number;
  readonly #state: IdentityState;
  readonly #members: Int32Array;
  /** Its uses are the members from here to there. */
  readonly #from: number;
  readonly #to: number;

  constructor(state: IdentityState, groups: Groups, group: number, { starts, members }: GroupedUses, snippets: number) {
    const { form, type, mentions } = state.uses;
    this.#state = state;
    this.#members = members;
    this.#from = starts[group]!;
    this.#to = starts[group + 1]!;
    byType.fill(0);
    let total = 0;
    for (let i = this.#from; i < this.#to; i++) {
      const count = mentions.data[members[i]!]!;
      byType[type.data[members[i]!]!]! += count;
      total += count;
    }
    const canonical = groups.canonical[group];
    this.mentions = total;
    this.snippets = snippets;
    this.type = canonical?.type ?? typeAt(indexOfMost(byType, 0));
    const only = this.#to - this.#from === 1 ? state.texts[form.data[members[this.#from]!]!] : undefined;
    this.entity = canonical?.name ?? only ?? bestForm(state, this.#forms(), this.type === 'PER');
  }

  get aliases(): readonly Alias[] {
    return this.#forms()
      .map(({ form, count }) => ({ text: this.#state.texts[form]!, count }))
      .sort((a, b) => b.count - a.count || compareCodePoints(a.text, b.text));
  }

  #forms(): readonly FormCount[] {
    const { uses } = this.#state;
    const forms: FormCount[] = [];
    const places = this.#to - this.#from > FEW ? new Map<number, FormCount>() : undefined;
    for (let i = this.#from; i < this.#to; i++) {
      const use = this.#members[i]!;
      const form = uses.form.data[use]!;
      const count = uses.mentions.data[use]!;
      const place = places === undefined ? forms.find(known => known.form === form) : places.get(form);
      if (place !== undefined) {
        place.count += count;
        continue;
      }
      const added = { form, count };
      forms.push(added);
      places?.set(form, added);
    }
    return forms;
  }
}

interface FormCount {
  readonly form: number;
  count: number;
}

/** Up to so many members are searched one by one. */
const FEW = 8;

/** The fullest form of a person, the commonest of anything else. */
function bestForm({ texts, keys }: IdentityState, forms: readonly FormCount[], isPerson: boolean): string {
  let best = forms[0]!;
  for (const next of forms) {
    const [text, rival] = [texts[next.form]!, texts[best.form]!];
    const fuller = isPerson ? wordCount(keys[next.form]!) - wordCount(keys[best.form]!) : 0;
    const calmer = isPerson ? Number(isShouted(rival)) - Number(isShouted(text)) : 0;
    if ((fuller || calmer || next.count - best.count || compareCodePoints(rival, text)) > 0) best = next;
  }
  return texts[best.form]!;
}

const isShouted = (text: string): boolean => text === text.toUpperCase();
