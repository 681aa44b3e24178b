import { ENTITY_TYPES, type EntityType } from '../../model/mention.js';

/** Label 0 is outside; then begin, inside, end, single of each type in the order of `ENTITY_TYPES`. */
export const OUTSIDE = 0;
export const LABELS = 1 + 4 * ENTITY_TYPES.length;
export const Part = { Begin: 0, Inside: 1, End: 2, Single: 3 } as const;
/** Labels of a type. */
export const PARTS = 4;

export function labelOf(type: EntityType, part: number): number {
  return 1 + 4 * ENTITY_TYPES.indexOf(type) + part;
}

export function typeOf(label: number): EntityType {
  return ENTITY_TYPES[(label - 1) >> 2]!;
}

export function partOf(label: number): number {
  return (label - 1) & 3;
}

/** Whether a mention may end with `label`: after it comes a new mention or none. */
export function isClosed(label: number): boolean {
  return label === OUTSIDE || partOf(label) >= Part.End;
}

/** Whether `label` may stand first in a text or after a closed label. */
export function isOpening(label: number): boolean {
  return label === OUTSIDE || partOf(label) === Part.Begin || partOf(label) === Part.Single;
}

export function mayFollow(before: number, after: number): boolean {
  if (isClosed(before)) return isOpening(after);
  return !isOpening(after) && (before - 1) >> 2 === (after - 1) >> 2;
}

const ALL = Uint8Array.from({ length: LABELS }, (_, label) => label);
/** Labels after which a name may begin; labels that may follow those; labels after which a name goes on. */
export const CLOSED = ALL.filter(isClosed);
export const OPENING = ALL.filter(isOpening);
export const OPEN = ALL.filter(label => !isClosed(label));

/** Makes the units `first..last` one mention. */
export function labelMention(labels: Uint8Array, first: number, last: number, type: EntityType): void {
  for (let i = first; i <= last; i++) labels[i] = labelOf(type, Part.Inside);
  labels[last] = labelOf(type, Part.End);
  labels[first] = labelOf(type, first === last ? Part.Single : Part.Begin);
}

/** The last unit of the mention that begins at `first`. */
export function mentionEnd(labels: Uint8Array, first: number): number {
  let last = first;
  while (!isClosed(labels[last]!)) last++;
  return last;
}
