import { compareCodePoints } from '../../model/code-points.js';
import type { EntityType } from '../../model/mention.js';
import { CanonicalKeys } from './identity-canonical.js';
import { shownOf } from './identity-forms.js';
import { commonestTypes, type Groups, groupForms, indexOfMost, TYPES } from './identity-groups.js';
import { splitNamesakes } from './identity-namesakes.js';
import { assignPeople } from './identity-people.js';
import { formOfUse, type Handle, type IdentityState, typeAt, typeOfUse } from './identity-state.js';
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
  /** In no order. */
  readonly all: readonly ResolvedIdentity[];
  /** By mentions, then snippets, then name by code point. */
  readonly entities: readonly ResolvedIdentity[];
  nameOf(handle: Handle): ResolvedIdentity;
}

/**
 * Decides who is who, from counts alone: neither the order of the corpus nor its cut into parts shows.
 * @param merge false keeps each spelling by itself
 */
export function resolveIdentities(state: IdentityState, tables: IdentityTables, merge = true): ResolvedIdentities {
  return merge ? resolveByKeys(state, new CanonicalKeys(tables, state.forms.keys)) : resolved(state, bySpelling(state));
}

/** The same where what the tables say of keys is known already. */
export function resolveByKeys(state: IdentityState, canonical: CanonicalKeys): ResolvedIdentities {
  const groups = splitNamesakes(state, groupForms(state, canonical));
  return resolved(state, groups, assignPeople(state, groups));
}

function resolved(state: IdentityState, groups: Groups, groupOfUse = groups.ofUse): ResolvedIdentities {
  const snippets = countSnippets(state, groupOfUse, groups.count);
  const grouped = usesByGroup(groupOfUse, groups.count);
  const { starts } = grouped;
  const byGroup: (Identity | undefined)[] = [];
  const all: Identity[] = [];
  for (let group = 0; group < groups.count; group++) {
    const identity = starts[group] === starts[group + 1] ? undefined : new Identity(state, groups, group, grouped, snippets[group]!);
    byGroup.push(identity);
    if (identity !== undefined) all.push(identity);
  }
  return {
    all,
    get entities() {
      return commonest(all);
    },
    nameOf: handle => byGroup[groupOfUse[handle]!]!,
  };
}

/** The first `limit` by mentions (or by snippets), then by the other, then by name. */
export function commonest(
  identities: readonly ResolvedIdentity[],
  limit = Number.POSITIVE_INFINITY,
  by: 'mentions' | 'snippets' = 'mentions',
): ResolvedIdentity[] {
  const other = by === 'mentions' ? 'snippets' : 'mentions';
  const least =
    limit < identities.length
      ? greatest(
          identities.map(identity => identity[by]),
          limit,
        )
      : 0;
  // Names are compared, and put together, only where they decide what is shown.
  return identities
    .filter(identity => identity[by] >= least)
    .sort((a, b) => b[by] - a[by] || b[other] - a[other] || compareCodePoints(a.entity, b.entity) || (a.type < b.type ? -1 : 1))
    .slice(0, limit);
}

/** The number that stands at a rank, the greatest at 1. */
function greatest(numbers: readonly number[], rank: number): number {
  const sorted = new Float64Array(numbers).sort();
  return sorted[sorted.length - rank]!;
}

function bySpelling(state: IdentityState): Groups {
  const count = state.forms.end.length;
  const ofUse = new Int32Array(state.uses.index.size).map((_, use) => formOfUse(state.uses, use));
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

/** Its name and spellings are put together when they are asked for: most of a large corpus' identities are never shown. */
class Identity implements ResolvedIdentity {
  readonly type: EntityType;
  readonly mentions: number;
  readonly snippets: number;
  readonly #state: IdentityState;
  readonly #members: Int32Array;
  /** Its uses are the members from here to there. */
  readonly #from: number;
  readonly #to: number;
  #entity: string | undefined;

  constructor(state: IdentityState, groups: Groups, group: number, { starts, members }: GroupedUses, snippets: number) {
    const { uses } = state;
    this.#state = state;
    this.#members = members;
    this.#from = starts[group]!;
    this.#to = starts[group + 1]!;
    byType.fill(0);
    let total = 0;
    for (let i = this.#from; i < this.#to; i++) {
      const use = members[i]!;
      const count = uses.mentions.data[use]!;
      byType[typeOfUse(uses, use)]! += count;
      total += count;
    }
    const canonical = groups.canonical[group];
    this.mentions = total;
    this.snippets = snippets;
    this.type = canonical?.type ?? typeAt(indexOfMost(byType, 0));
    this.#entity = canonical?.name;
  }

  get entity(): string {
    this.#entity ??= bestForm(this.#state, this.#forms(), this.type === 'PER');
    return this.#entity;
  }

  get aliases(): readonly Alias[] {
    return this.#forms()
      .map(({ form, count }) => ({ text: shownOf(this.#state.forms, form), count }))
      .sort((a, b) => b.count - a.count || compareCodePoints(a.text, b.text));
  }

  #forms(): readonly FormCount[] {
    const { uses } = this.#state;
    const forms: FormCount[] = [];
    const places = this.#to - this.#from > FEW ? new Map<number, FormCount>() : undefined;
    for (let i = this.#from; i < this.#to; i++) {
      const use = this.#members[i]!;
      const form = formOfUse(uses, use);
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
function bestForm({ forms: known }: IdentityState, forms: readonly FormCount[], isPerson: boolean): string {
  const wordCount = (form: number): number => known.keys.length.data[known.key.data[form]!]!;
  let best = forms[0]!;
  let shown = shownOf(known, best.form);
  for (let i = 1; i < forms.length; i++) {
    const next = forms[i]!;
    const text = shownOf(known, next.form);
    const fuller = isPerson ? wordCount(next.form) - wordCount(best.form) : 0;
    const calmer = isPerson ? Number(isShouted(shown)) - Number(isShouted(text)) : 0;
    if ((fuller || calmer || next.count - best.count || compareCodePoints(shown, text)) <= 0) continue;
    best = next;
    shown = text;
  }
  return shown;
}

const isShouted = (text: string): boolean => text === text.toUpperCase();
