import { ENTITY_TYPES } from '../../model/mention.js';
import { PAD } from './context.js';
import { GAZETTEER_SEED, GRADES_OF_NAME, KINDS_OF_TYPE, longer, NAME_SEED, PHRASE_GOES_ON } from './tables.js';
import type { Tagger } from './tagger.js';

export const PER = ENTITY_TYPES.indexOf('PER');
export const LOC = ENTITY_TYPES.indexOf('LOC');
export const ORG = ENTITY_TYPES.indexOf('ORG');

/** What is known of the units `first..last` of the tagger's text as a whole name: its type as an index, -1 when it is unknown. */
export interface KnownNames {
  /** By the gazetteer. */
  listed(first: number, last: number): number;
  /** By the gazetteer, else by what was learnt from news. */
  known(first: number, last: number): number;
}

export function createKnownNames({ context, phrases }: Tagger): KnownNames {
  function classOf(seed: number, first: number, last: number): number {
    let hash = seed;
    for (let i = first; i <= last; i++) {
      hash = longer(hash, context.key[i + PAD]!);
      const found = phrases.step(hash);
      if (i === last) return found & ~PHRASE_GOES_ON;
      if ((found & PHRASE_GOES_ON) === 0) return 0;
    }
    return 0;
  }

  function listed(first: number, last: number): number {
    const found = classOf(GAZETTEER_SEED, first, last);
    return found === 0 ? -1 : Math.floor(found / KINDS_OF_TYPE);
  }

  return {
    listed,
    known(first, last) {
      const type = listed(first, last);
      if (type >= 0) return type;
      const learnt = classOf(NAME_SEED, first, last);
      return learnt >= 2 ? Math.floor((learnt - 2) / GRADES_OF_NAME) : -1;
    },
  };
}
