/**
 * Moving-average type-token ratio: the mean, over every run of `WINDOW` words in order, of the share of distinct words in it.
 * Unlike the plain ratio it does not fall as a text grows.
 *
 * A word is the first of its kind in the windows that begin behind the one of its kind before it; so distinct words are summed over
 * windows from the distance to that. The state merges: the sum is a whole number, and the first and last `WINDOW - 1` words are kept
 * for the windows that cross a border. Words are counted by id and travel by string once sealed.
 *
 * @see Covington & McFall 2010, "Cutting the Gordian Knot: The Moving-Average Type-Token Ratio", J. Quantitative Linguistics 17(2).
 */
export const WINDOW = 500;

export interface MovingRatio {
  words: number;
  /** Distinct words summed over all full windows; until sealed, also over those that the last words begin. */
  distinctSum: number;
  /** The first `WINDOW - 1` words: ids until sealed, then strings. */
  head: (number | string)[];
  /** The last `WINDOW - 1` words, oldest first; only when sealed. */
  tail: string[];
  /** The last words as a ring, by their number modulo its length; empty when sealed. */
  ring: Int32Array;
  /** How many words there were up to the last of an id, 0 where there was none; empty when sealed. */
  lastAt: Float64Array;
}

/** A power of two, and no less than `WINDOW`. */
const RING = 512;

export function createMovingRatio(): MovingRatio {
  return { words: 0, distinctSum: 0, head: [], tail: [], ring: new Int32Array(RING), lastAt: new Float64Array(1 << 12) };
}

/** The next words, by id: the first `count` of `ids`, all below `size`. */
export function pushWords(state: MovingRatio, ids: Int32Array, count: number, size: number): void {
  if (size > state.lastAt.length) state.lastAt = widened(state.lastAt, Math.max(size, state.lastAt.length * 2));
  const { ring, lastAt, head } = state;
  let { words, distinctSum } = state;
  for (let i = 0; i < count; i++) {
    const id = ids[i]!;
    if (words < WINDOW - 1) head.push(id);
    ring[words & (RING - 1)] = id;
    words++;
    distinctSum += Math.min(WINDOW, words - lastAt[id]!);
    lastAt[id] = words;
  }
  state.words = words;
  state.distinctSum = distinctSum;
}

function widened(lastAt: Float64Array, length: number): Float64Array {
  const wider = new Float64Array(length);
  wider.set(lastAt);
  return wider;
}

/** Turns ids into strings; nothing may be pushed afterwards. */
export function sealMovingRatio(state: MovingRatio, spelling: (id: number) => string): void {
  const { words, ring } = state;
  const kept = Math.min(words, WINDOW - 1);
  const last = Array.from({ length: kept }, (_, i) => ring[(words - kept + i) & (RING - 1)]!);
  const seen = new Set<number>();
  for (const id of last.toReversed()) {
    seen.add(id);
    state.distinctSum -= seen.size;
  }
  state.head = state.head.map(word => (typeof word === 'number' ? spelling(word) : word));
  state.tail = last.map(spelling);
  state.ring = new Int32Array(0);
  state.lastAt = new Float64Array(0);
}

/** Both sealed; `later` follows `earlier`. */
export function mergeMovingRatios(earlier: MovingRatio, later: MovingRatio): MovingRatio {
  const bridge = [...earlier.tail, ...(later.head as string[])];
  return {
    ...earlier,
    words: earlier.words + later.words,
    distinctSum: earlier.distinctSum + later.distinctSum + distinctOverWindows(bridge),
    head: earlier.head.length < WINDOW - 1 ? [...earlier.head, ...later.head].slice(0, WINDOW - 1) : earlier.head,
    tail: later.tail.length < WINDOW - 1 ? [...earlier.tail, ...later.tail].slice(1 - WINDOW) : later.tail,
  };
}
/** The ratio, from 0 to 1; with fewer than `WINDOW` words the plain type-token ratio, which the caller knows. */
export function movingRatio(state: MovingRatio, typeTokenRatio: number): number {
  return state.words < WINDOW ? typeTokenRatio : state.distinctSum / ((state.words - WINDOW + 1) * WINDOW);
}

function distinctOverWindows(words: readonly string[]): number {
  const inWindow = new Map<string, number>();
  let sum = 0;
  for (let i = 0; i < words.length; i++) {
    inWindow.set(words[i]!, (inWindow.get(words[i]!) ?? 0) + 1);
    if (i >= WINDOW) {
      const left = inWindow.get(words[i - WINDOW]!)! - 1;
      if (left === 0) inWindow.delete(words[i - WINDOW]!);
      else inWindow.set(words[i - WINDOW]!, left);
    }
    if (i >= WINDOW - 1) sum += inWindow.size;
  }
  return sum;
}
