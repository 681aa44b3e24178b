import { ENTITY_TYPES, type EntityType, type NestedMention } from '../../model/mention.js';
import { PAD } from './context.js';
import { isCapitalIn, shapeIn } from './facts.js';
import { hashText } from './hash.js';
import { Shape } from './shape.js';
import { GAZETTEER_SEED, GRADES_OF_NAME, KINDS_OF_TYPE, longer, NAME_SEED, PHRASE_GOES_ON } from './tables.js';
import type { Tagger } from './tagger.js';

const LOC = ENTITY_TYPES.indexOf('LOC');
const ORG = ENTITY_TYPES.indexOf('ORG');
const keysOf = (words: string): ReadonlySet<number> => new Set(words.split(' ').map(hashText));
/** Last words of administrative heads. */
const HEADS = keysOf('tỉnh phố tp quận q huyện xã phường p trấn tx bang thôn');
const FIRST_HEADS = keysOf('tp quận q phường p');
const THÀNH = hashText('thành');
const PHỐ = hashText('phố');
const HCM = hashText('hcm');
const DOT = hashText('.');
const DASHES = keysOf('- –');
const CÔNG = hashText('công');
const AN = hashText('an');
const BỘ = hashText('bộ');
const UỶ = hashText('uỷ');
/** Words before a party committee: `Tỉnh uỷ`. */
const COMMITTEES = keysOf('tỉnh thành huyện quận đảng');
/** Words that a place's name may begin with in lower case. */
const REGIONS = keysOf('châu miền');
/** First words of roads that join two places. */
const ROADS = keysOf('cao đường tuyến quốc cầu xa đại hành châu');

/** Finds the names inside the units `first..last` of a mention. */
export type NestedFinder = (type: EntityType, first: number, last: number) => readonly NestedMention[];

/**
 * Names inside names, by what they are made of: an organisation or a work ends with a place that is known, or that an
 * administrative head announces; an office may end with a police force; a road joins two places.
 */
export function createNestedFinder(tagger: Tagger): NestedFinder {
  const { context, phrases } = tagger;
  const keyAt = (i: number): number => context.key[i + PAD]!;
  const shapeAt = (i: number): number => shapeIn(context.facts[i + PAD]!);
  const isCapital = (i: number): boolean => isCapitalIn(context.facts[i + PAD]!);

  function classOf(seed: number, first: number, last: number): number {
    let hash = seed;
    for (let i = first; i <= last; i++) {
      hash = longer(hash, keyAt(i));
      const found = phrases.step(hash);
      if (i === last) return found & ~PHRASE_GOES_ON;
      if ((found & PHRASE_GOES_ON) === 0) return 0;
    }
    return 0;
  }

  /** The type of a name that is listed or learnt, as its index; -1 when it is neither. */
  function knownType(first: number, last: number): number {
    const listed = classOf(GAZETTEER_SEED, first, last);
    if (listed !== 0) return Math.floor(listed / KINDS_OF_TYPE);
    const learnt = classOf(NAME_SEED, first, last);
    return learnt >= 2 ? Math.floor((learnt - 2) / GRADES_OF_NAME) : -1;
  }

  function placeAtEnd(first: number, last: number, byHead: boolean): number {
    for (let i = first + 1; i <= last; i++) {
      const head = HEADS.has(keyAt(i)) || (keyAt(i) === THÀNH && i < last && keyAt(i + 1) === PHỐ);
      if (!head) {
        if ((isCapital(i) || REGIONS.has(keyAt(i))) && knownType(i, last) === LOC) return i;
        continue;
      }
      const next = i < last && keyAt(i + 1) === DOT ? i + 2 : i + 1;
      if (next > last) return -1;
      if (FIRST_HEADS.has(keyAt(i)) && (keyAt(next) === HCM || shapeAt(next) === Shape.Number) && next === last) return i;
      if (byHead && keyAt(i) !== THÀNH && isCapital(next) && context.runLast[next + PAD]! >= last + PAD) return next;
    }
    return -1;
  }

  function bodyAtEnd(first: number, last: number): number {
    for (let i = first + 1; i <= last; i++) {
      const key = keyAt(i);
      if (i < last && key === CÔNG && keyAt(i + 1) === AN && isCapital(i) && keyAt(i - 1) !== BỘ) return i;
      if (i < last && key === BỘ && isCapital(i + 1)) return i;
      if (i < last && COMMITTEES.has(key) && isCapital(i) && keyAt(i + 1) === UỶ) return i;
      if (last - i >= 2 && isCapital(i) && Math.floor(classOf(GAZETTEER_SEED, i, last) / KINDS_OF_TYPE) === ORG) return i;
    }
    return -1;
  }

  /** The two places of `cao tốc Hà Nội - Thái Nguyên`. */
  function bothEnds(first: number, last: number): readonly NestedMention[] {
    for (let i = first + 1; i < last; i++) {
      if (!DASHES.has(keyAt(i)) || !isCapital(i + 1)) continue;
      let before = context.runFirst[i - 1 + PAD]! - PAD;
      if (before < first) return [];
      if (before > first && REGIONS.has(keyAt(before - 1))) before--;
      return [span('LOC', before, i - 1), span('LOC', i + 1, last)];
    }
    return [];
  }

  function span(type: EntityType, first: number, last: number): NestedMention {
    return { start: tagger.units.start[first]!, end: tagger.units.end[last]!, type };
  }

  return (type, first, last) => {
    const found: NestedMention[] = [];
    if (type === 'PER' || first === last) return found;
    if (type === 'LOC') return ROADS.has(keyAt(first)) ? bothEnds(first, last) : found;
    const body = bodyAtEnd(first, last);
    if (body > first) found.push(span('ORG', body, last));
    const place = placeAtEnd(first, last, type === 'ORG');
    if (place > first && place !== body) found.push(span('LOC', place, last));
    return found.sort((a, b) => a.start - b.start);
  };
}
