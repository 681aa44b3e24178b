import { KIND, KINDS, type KindName } from './lexeme.js';

/** A named row: a pattern of kinds, and what must not stand beside it. `T` is what the row makes of a match. */
export interface Row {
  readonly name: string;
  /**
   * Kind names in order. `A?` may be missing, `(A | B)` is a choice, `(A B)?` an optional group, `A:day` hands the value of A to
   * the reader as `day`.
   */
  readonly pattern: string;
}

/** One way through a row's pattern without options: a set of kinds for each place, and the names of the captures. */
interface Path {
  readonly row: number;
  readonly places: readonly (readonly number[])[];
  readonly captures: readonly (readonly [name: string, place: number])[];
}

interface State {
  readonly next: (State | null | undefined)[];
  /** Paths that end here, in the order of their rows. */
  readonly ends: readonly Path[];
  /** Each alive path with its place, as `path * 32 + place`. */
  readonly alive: readonly number[];
}

/** What matched: the row, and which lexeme fills which capture. */
export interface Found {
  readonly row: number;
  /** How many lexemes. */
  readonly length: number;
  readonly captures: readonly (readonly [name: string, place: number])[];
}

/**
 * All rows of a table as one automaton over kinds, made as far as texts need it: one step a lexeme, however many rows there are,
 * and no backtracking.
 */
export class Grammar {
  readonly #paths: Path[] = [];
  readonly #states = new Map<string, State>();
  readonly #start: State;
  /** The states of the match under way; a match never begins inside another. */
  readonly #visited: State[] = [];

  constructor(rows: readonly Row[]) {
    rows.forEach((row, index) => {
      for (const path of expand(row.pattern)) this.#paths.push({ row: index, ...toPath(path) });
    });
    this.#start = this.#state(this.#paths.map((_, i) => i * 32));
  }

  /** Whether a match can begin with this kind. */
  startsWith(kind: number): boolean {
    const known = this.#start.next[kind];
    return (known === undefined ? this.#step(this.#start, kind) : known) !== null;
  }

  /** Every match that begins at `at`, longest first, rows in order; `accept` ends the search by returning true. */
  match(kinds: Uint8Array, at: number, length: number, accept: (found: Found) => boolean): boolean {
    const visited = this.#visited;
    let count = 0;
    let state = this.#start;
    for (let i = at; i < length; i++) {
      const next = state.next[kinds[i]!];
      const after = next === undefined ? this.#step(state, kinds[i]!) : next;
      if (after === null) break;
      visited[count++] = after;
      state = after;
    }
    for (let n = count; n > 0; n--) {
      for (const path of visited[n - 1]!.ends) if (accept({ row: path.row, length: n, captures: path.captures })) return true;
    }
    return false;
  }

  #step(state: State, kind: number): State | null {
    const known = state.next[kind];
    if (known !== undefined) return known;
    const alive: number[] = [];
    for (const item of state.alive) {
      const places = this.#paths[item >> 5]!.places;
      const place = item & 31;
      if (place < places.length && places[place]!.includes(kind)) alive.push(item + 1);
    }
    const after = alive.length === 0 ? null : this.#state(alive);
    state.next[kind] = after;
    return after;
  }

  #state(alive: readonly number[]): State {
    const key = alive.join();
    let state = this.#states.get(key);
    if (state === undefined) {
      const ends = alive.map(item => [this.#paths[item >> 5]!, item & 31] as const).filter(([path, place]) => place === path.places.length);
      state = { next: new Array(KINDS.length).fill(undefined), ends: ends.map(([path]) => path), alive };
      this.#states.set(key, state);
    }
    return state;
  }
}

interface Place {
  readonly kinds: readonly number[];
  readonly capture: string | undefined;
}

function toPath(places: readonly Place[]): Omit<Path, 'row'> {
  const captures: [string, number][] = [];
  places.forEach((place, i) => {
    if (place.capture !== undefined) captures.push([place.capture, i]);
  });
  return { places: places.map(place => place.kinds), captures };
}

/** All ways through a pattern, those with the most places first. */
function expand(pattern: string): Place[][] {
  const words = pattern.match(/[A-Za-z]+(?::[a-zA-Z]+)?|[()|?]/g) ?? [];
  let at = 0;
  const ways = choice();
  if (at < words.length) throw new Error(`pattern "${pattern}": unexpected "${words[at]}"`);
  return ways.filter(way => way.length > 0).sort((a, b) => b.length - a.length);

  function choice(): Place[][] {
    const ways = sequence();
    while (words[at] === '|') {
      at++;
      ways.push(...sequence());
    }
    return [...merged(ways.filter(way => way.length === 1)), ...ways.filter(way => way.length !== 1)];
  }

  function sequence(): Place[][] {
    let ways: Place[][] = [[]];
    while (at < words.length && words[at] !== ')' && words[at] !== '|') {
      let part = item();
      if (words[at] === '?') {
        at++;
        part = [...part, []];
      }
      ways = ways.flatMap(way => part.map(more => [...way, ...more]));
    }
    return ways;
  }

  function item(): Place[][] {
    const word = words[at++]!;
    if (word === '(') {
      const inner = choice();
      if (words[at++] !== ')') throw new Error(`pattern "${pattern}": missing ")"`);
      return inner;
    }
    const [name, capture] = word.split(':') as [KindName, string | undefined];
    if (KIND[name] === undefined) throw new Error(`pattern "${pattern}": no kind "${name}"`);
    return [[{ kinds: [KIND[name]], capture }]];
  }
}

/** One-place ways with the same capture become one way with a set of kinds. */
function merged(ways: readonly Place[][]): Place[][] {
  const byCapture = new Map<string | undefined, number[]>();
  for (const way of ways) {
    const place = way[0]!;
    byCapture.set(place.capture, [...(byCapture.get(place.capture) ?? []), ...place.kinds]);
  }
  return [...byCapture].map(([capture, kinds]) => [{ kinds, capture }]);
}
