/**
 * What is known of a lexeme, in one number, so that a unit's surroundings are read from one place of the memory: its shape in six bits,
 * flags, clusters of 50 from bit 8 and of 200 from bit 16 (0 is none), and whether phrases begin with it.
 */
export const CAPITAL = 1 << 6;
/** Whether it may bind to the next unit. */
export const BINDS = 1 << 7;
export const STARTS_NAME = 1 << 24;
export const STARTS_LISTED = 1 << 25;
export const STARTS_TRIGGER = 1 << 26;

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
