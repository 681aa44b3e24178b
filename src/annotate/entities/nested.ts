import type { EntityType, NestedMention } from '../../model/mention.js';
import { PAD } from './context.js';
import { hashText, keysOf } from './hash.js';
import { createKnownNames, LOC, ORG } from './known-names.js';
import { Shape } from './shape.js';
import type { Tagger } from './tagger.js';
import { createUnitReader } from './unit-reader.js';

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
/** First words of roads and crossings that join places. */
const ROADS = keysOf('cao đường tuyến quốc cầu xa đại hành châu metro ngã nút');
const COMPASS = keysOf('bắc nam đông tây');

const NONE: readonly NestedMention[] = [];

/** Finds the names inside the units `first..last` of a mention. */
export type NestedFinder = (type: EntityType, first: number, last: number) => readonly NestedMention[];

/**
 * Names inside names, by what they are made of: an organisation or a work ends with a place that is known, or that an
 * administrative head announces; an office may end with a police force; a road joins two places.
 */
export function createNestedFinder(tagger: Tagger): NestedFinder {
  const { context } = tagger;
  const names = createKnownNames(tagger);
  const { keyAt, shapeAt, isCapital } = createUnitReader(tagger);

  function placeAtEnd(first: number, last: number, byHead: boolean): number {
    for (let i = first + 1; i <= last; i++) {
      const head = HEADS.has(keyAt(i)) || (keyAt(i) === THÀNH && i < last && keyAt(i + 1) === PHỐ);
      if (!head) {
        if ((isCapital(i) || REGIONS.has(keyAt(i))) && names.known(i, last) === LOC) return i;
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
      if (last - i >= 2 && isCapital(i) && names.listed(i, last) === ORG) return i;
    }
    return -1;
  }

  /** The places of `cao tốc TP.HCM - Long Thành - Dầu Giây`; none when it runs from one point of the compass to another. */
  function stops(first: number, last: number): readonly NestedMention[] {
    const places: NestedMention[] = [];
    let from = -1;
    for (let i = first + 1; i <= last + 1; i++) {
      if (i <= last && !(DASHES.has(keyAt(i)) && i < last && isCapital(i + 1))) continue;
      if (from < 0) from = firstStop(first, i - 1);
      if (from < 0 || (from === i - 1 && COMPASS.has(keyAt(from)))) return [];
      places.push(span('LOC', from, i - 1));
      from = i + 1;
    }
    return places.length > 1 ? places : [];
  }

  /** Where the name begins that ends at `end`; -1 when there is none. */
  function firstStop(first: number, end: number): number {
    const from = context.runFirst[end + PAD]! - PAD;
    if (from < first) return -1;
    if (from > first && REGIONS.has(keyAt(from - 1))) return from - 1;
    return from - 2 >= first && keyAt(from - 1) === DOT && FIRST_HEADS.has(keyAt(from - 2)) ? from - 2 : from;
  }

  function span(type: EntityType, first: number, last: number): NestedMention {
    return { start: tagger.units.start[first]!, end: tagger.units.end[last]!, type };
  }

  return (type, first, last) => {
    if (type === 'PER' || first === last) return NONE;
    if (type === 'LOC') return ROADS.has(keyAt(first)) ? stops(first, last) : NONE;
    const found: NestedMention[] = [];
    const body = bodyAtEnd(first, last);
    if (body > first) found.push(span('ORG', body, last));
    const place = placeAtEnd(first, last, type === 'ORG');
    if (place > first && place !== body) found.push(span('LOC', place, last));
    if (found.length > 1) found.sort((a, b) => a.start - b.start);
    return found;
  };
}
