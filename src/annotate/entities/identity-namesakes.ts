import { commonestTypes, type Groups } from './identity-groups.js';
import { firstSyllable, type NameKeys, NO_KEY, restOf } from './identity-keys.js';
import { type IdentityState, keyOfUse, typeOfUse } from './identity-state.js';

const PER = 0;

/**
 * Takes people out of the groups of what they share a name with. One Vietnamese syllable is a given name before it is a country
 * (`Nga`, `Mỹ`); of two syllables (`Thanh Xuân`) both readings must be common. Foreign names stay together: a person and a place
 * so called are one mistake of the recogniser more often than two things.
 */
export function splitNamesakes(state: IdentityState, groups: Groups): Groups {
  const { uses, forms } = state;
  const people = countPeople(state, groups);
  const ofUse = groups.ofUse.slice();
  const namesakes = new Map<number, number>();
  for (let use = 0; use < ofUse.length; use++) {
    if (typeOfUse(uses, use) !== PER) continue;
    const group = ofUse[use]!;
    const syllables = syllablesOf(forms.keys, keyOfUse(state, use));
    const apart =
      syllables === 1 ? isElsewise(groups, group) : syllables === 2 && isApart(groups, group, people.inside[group]!, people.beside[group]!);
    if (!apart) continue;
    const own = namesakes.get(group) ?? groups.count + namesakes.size;
    namesakes.set(group, own);
    ofUse[use] = own;
  }
  if (namesakes.size === 0) return groups;
  const count = groups.count + namesakes.size;
  return { ofUse, count, canonical: groups.canonical, type: commonestTypes(state, ofUse, count) };
}

/** Whether a group is known for, or mostly, something else than a person. */
export function isElsewise({ type, canonical }: Groups, group: number): boolean {
  return type[group] !== PER || (canonical[group]?.expected ?? 'PER') !== 'PER';
}

/** Both readings are common; or the tables know it for something else, but here it is mostly a person (`Trường Giang`). */
function isApart({ canonical }: Groups, group: number, inside: number, beside: number): boolean {
  if ((canonical[group]?.expected ?? 'PER') !== 'PER' && inside > beside) return true;
  const fewer = Math.min(inside, beside);
  return fewer >= 2 && fewer * 3 >= inside + beside;
}

function countPeople({ uses }: IdentityState, { ofUse, count }: Groups): { inside: Float64Array; beside: Float64Array } {
  const inside = new Float64Array(count);
  const beside = new Float64Array(count);
  for (let use = 0; use < ofUse.length; use++) {
    const side = typeOfUse(uses, use) === PER ? inside : beside;
    side[ofUse[use]!]! += uses.mentions.data[use]!;
  }
  return { inside, beside };
}

/** How many Vietnamese syllables a key of one or two words has; 0 where any word is none. */
function syllablesOf(keys: NameKeys, key: number): number {
  if (firstSyllable(keys, key) === 0) return 0;
  const rest = restOf(keys, key);
  if (rest === NO_KEY) return 1;
  return restOf(keys, rest) === NO_KEY && firstSyllable(keys, rest) > 0 ? 2 : 0;
}
