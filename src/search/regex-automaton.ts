import type { RE2JS } from 're2js';

/** The engine's own automaton: what it needs of one is right, but a table of numbers is gone through ten times faster. */
interface EngineAutomaton {
  /** Lookbehind. */
  readonly failed: boolean;
  readonly numClasses: number;
  /** Ascending: where the classes but the first begin. */
  readonly classBounds: Int32Array;
  start(input: { context(position: number): number }, position: number): EngineState | null;
  /** `null` when there is no memory left for states. */
  step(state: EngineState, runeClass: number, rune: number, anchor: number): EngineState | null;
}

interface EngineState {
  readonly isMatch: boolean;
}

/** Entries of the table that are no state. */
export const Step = {
  /** Nobody was here: `step` tells. */
  Unknown: 0,
  Match: -1,
  /** The automaton has grown too large. */
  Lost: -2,
} as const;

const UNANCHORED = 0;
const END_OF_TEXT = -1;
const MOST_STATES = 4096;
/** All that can be true of a place is true of the beginning of a text. */
const BEGINNING = { context: () => -1 };

/**
 * Whether a pattern stands somewhere in a text, unit by unit: a state is where its row begins in `table`, its entries by class. The
 * states are made as they are met. Classes are those of the engine, then that of the end.
 */
export class RegexAutomaton {
  /** By UTF-16 unit. */
  readonly classes = new Uint16Array(0x10000);
  /** The class of the end of the text. */
  readonly end: number;
  readonly start: number;
  table: Int32Array;
  readonly #engine: EngineAutomaton;
  readonly #width: number;
  readonly #states: EngineState[] = [];
  readonly #rows = new Map<EngineState, number>();

  /** `undefined` for a pattern that has none. */
  static of(pattern: RE2JS): RegexAutomaton | undefined {
    const { dfa } = pattern.re2Input as unknown as { readonly dfa: EngineAutomaton };
    const start = dfa.failed ? null : dfa.start(BEGINNING, 0);
    return start === null ? undefined : new RegexAutomaton(dfa, start);
  }

  private constructor(engine: EngineAutomaton, start: EngineState) {
    const { numClasses, classBounds } = engine;
    this.#engine = engine;
    this.end = numClasses;
    this.#width = numClasses + 1;
    classBounds.forEach((from, i) => {
      this.classes.fill(i + 1, from, classBounds[i + 1]);
    });
    this.table = new Int32Array(this.#width * 16);
    // No row begins at 0.
    this.#states.push(start);
    this.start = this.#rowOf(start);
  }

  /** The entry at a state and a class of `rune` that was unknown; `table` may be another one afterwards. */
  step(state: number, runeClass: number, rune: number): number {
    const next = this.#engine.step(this.#states[state / this.#width]!, runeClass, runeClass === this.end ? END_OF_TEXT : rune, UNANCHORED);
    const entry = next === null ? Step.Lost : next.isMatch ? Step.Match : this.#rowOf(next);
    this.table[state + runeClass] = entry;
    return entry;
  }

  /** Whether the pattern stands in a text; `undefined` when it cannot tell. */
  test(text: string): boolean | undefined {
    const found = this.#seek(text, 0);
    return found === Step.Lost ? undefined : found >= 0;
  }

  /** A place at or behind `from`, before which no match begins that begins there; -1 when none does. */
  seek(text: string, from: number): number {
    const found = this.#seek(text, from);
    return found === Step.Lost ? from : found;
  }

  #seek(text: string, from: number): number {
    let { table } = this;
    let state = this.start;
    let idle = from;
    // What stands before is context: a match that seems to begin with it is one too many, but none is missed.
    for (let i = Math.max(0, from - 1); i <= text.length; i++) {
      if (state === this.start && i > from) idle = i;
      const rune = runeAt(text, i);
      const runeClass = rune < 0 ? this.end : rune > 0xffff ? this.#classOf(rune) : this.classes[rune]!;
      let next = table[state + runeClass]!;
      if (next === Step.Unknown) {
        next = this.step(state, runeClass, rune);
        ({ table } = this);
      }
      if (next === Step.Lost) return Step.Lost;
      if (next === Step.Match) return idle;
      if (rune > 0xffff) i++;
      state = next;
    }
    return -1;
  }

  #rowOf(state: EngineState): number {
    let row = this.#rows.get(state);
    if (row !== undefined) return row;
    if (this.#states.length === MOST_STATES) return Step.Lost;
    row = this.#states.length * this.#width;
    this.#states.push(state);
    this.#rows.set(state, row);
    if (row + this.#width > this.table.length) {
      const grown = new Int32Array(this.table.length * 2);
      grown.set(this.table);
      this.table = grown;
    }
    return row;
  }

  /** Of any code point. */
  #classOf(rune: number): number {
    const { classBounds } = this.#engine;
    let low = 0;
    let high = classBounds.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (classBounds[middle]! <= rune) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** -1 at the end. */
function runeAt(text: string, at: number): number {
  if (at === text.length) return -1;
  const unit = text.charCodeAt(at);
  return unit < 0xd800 || unit > 0xdbff ? unit : text.codePointAt(at)!;
}
