import type fc from 'fast-check';

/** What holds for all input. */
export interface Law {
  readonly name: string;
  readonly property: fc.IRawProperty<unknown>;
  /** Cases in `npm test`. */
  readonly cases: number;
}

export function law<T>(name: string, property: fc.IRawProperty<T>, cases = 60): Law {
  return { name, property: property as fc.IRawProperty<unknown>, cases };
}
