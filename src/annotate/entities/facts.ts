/**
 * What is known of a lexeme, in one number, so that a unit's surroundings are read from one place of the memory: shape, capital,
 * whether it may bind to the next unit, clusters of 50 and 200 (0 is none), and whether phrases begin with it.
 */
export interface Facts {
  readonly shape: number;
  readonly capital: boolean;
  readonly binds: boolean;
  readonly coarse: number;
  readonly middle: number;
  readonly startsName: boolean;
  readonly startsListed: boolean;
  readonly startsTrigger: boolean;
}

const CAPITAL = 1 << 6;
const BINDS = 1 << 7;
export const STARTS_NAME = 1 << 24;
export const STARTS_LISTED = 1 << 25;
export const STARTS_TRIGGER = 1 << 26;

export function packFacts(facts: Facts): number {
  const flag = (isSet: boolean, bit: number): number => (isSet ? bit : 0);
  return (
    facts.shape |
    (facts.coarse << 8) |
    (facts.middle << 16) |
    flag(facts.capital, CAPITAL) |
    flag(facts.binds, BINDS) |
    flag(facts.startsName, STARTS_NAME) |
    flag(facts.startsListed, STARTS_LISTED) |
    flag(facts.startsTrigger, STARTS_TRIGGER)
  );
}

export function shapeIn(facts: number): number {
  return facts & 0x3f;
}

export function isCapitalIn(facts: number): boolean {
  return (facts & CAPITAL) !== 0;
}

export function bindsIn(facts: number): boolean {
  return (facts & BINDS) !== 0;
}

export function coarseIn(facts: number): number {
  return (facts >>> 8) & 0xff;
}

export function middleIn(facts: number): number {
  return (facts >>> 16) & 0xff;
}
