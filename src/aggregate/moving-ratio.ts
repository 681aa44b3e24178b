/**
 * Moving-average type-token ratio: the mean, over every run of `WINDOW` words in order, of the share of distinct words in it.
 * Unlike the plain ratio it does not fall as a text grows.
 *
 * The state merges: distinct words are summed over full windows as whole numbers, and the first and last `WINDOW - 1` words are kept
 * for the windows that cross a border. Words are counted by id and travel by string once sealed.
 *
 * @see Covington & McFall 2010, "Cutting the Gordian Knot: The Moving-Average Type-Token Ratio", J. Quantitative Linguistics 17(2).
 */
export const WINDOW = 500;

export interface MovingRatio {
  words: number;
  /** Distinct words summed over all full windows. */
  distinctSum: number;
  /** The first `WINDOW - 1` words: ids until sealed, then strings. */
  head: (number | string)[];
  /** The last `WINDOW - 1` words, oldest first; only when sealed. */
  tail: string[];
  /** The current window as a ring, and how often each id is in it; empty when sealed. */
  ring: Int32Array;
  /** Where in the ring the next word goes. */
  at: number;
  inWindow: Uint16Array;
  distinct: number;
}

export function createMovingRatio(): MovingRatio {
  return {
    words: 0,
    distinctSum: 0,
    head: [],
    tail: [],
    ring: new Int32Array(WINDOW),
    at: 0,
    inWindow: new Uint16Array(1 << 12),
    distinct: 0,
  };
}

/** The next words, by id: the first `count` of `ids`. */
export function pushWords(state: MovingRatio, ids: Int32Array, count: number): void {
  const { ring, head } = state;
  let { words, distinctSum, at, inWindow, distinct } = state;
  for (let i = 0; i < count; i++) {
    const id = ids[i]!;
    if (words >= WINDOW && --inWindow[ring[at]!]! === 0) distinct--;
    if (id >= inWindow.length) inWindow = grown(inWindow, id);
    if (inWindow[id]!++ === 0) distinct++;
    ring[at] = id;
    at = at === WINDOW - 1 ? 0 : at + 1;
    if (words < WINDOW - 1) head.push(id);
    words++;
    if (words >= WINDOW) distinctSum += distinct;
  }
  state.words = words;
  state.distinctSum = distinctSum;
  state.at = at;
  state.inWindow = inWindow;
  state.distinct = distinct;
}

function grown(inWindow: Uint16Array, id: number): Uint16Array {
  const wider = new Uint16Array(Math.max(id + 1, inWindow.length * 2));
  wider.set(inWindow);
  return wider;
}

/** Turns ids into strings; nothing may be pushed afterwards. */
export function sealMovingRatio(state: MovingRatio, spelling: (id: number) => string): void {
  state.head = state.head.map(word => (typeof word === 'number' ? spelling(word) : word));
  const kept = Math.min(state.words, WINDOW - 1);
  state.tail = Array.from({ length: kept }, (_, i) => spelling(state.ring[(state.words - kept + i) % WINDOW]!));
  state.ring = new Int32Array(0);
  state.inWindow = new Uint16Array(0);
}

/** Both sealed; `later` follows `earlier`. */
export function mergeMovingRatios(earlier: MovingRatio, later: MovingRatio): MovingRatio {
  const bridge = [...earlier.tail, ...(later.head as string[])];
  return {
    words: earlier.words + later.words,
    distinctSum: earlier.distinctSum + later.distinctSum + distinctOverWindows(bridge),
    head: earlier.head.length < WINDOW - 1 ? [...earlier.head, ...later.head].slice(0, WINDOW - 1) : earlier.head,
    tail: later.tail.length < WINDOW - 1 ? [...earlier.tail, ...later.tail].slice(1 - WINDOW) : later.tail,
    ring: earlier.ring,
    at: 0,
    inWindow: earlier.inWindow,
    distinct: 0,
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
