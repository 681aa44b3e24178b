import type { Automaton } from './automaton.js';
import { CAPTURES, type CaptureName } from './captures.js';
import { KIND, KINDS, type KindName } from './lexeme.js';

/** A named row of a table: a pattern of kinds. */
export interface Row {
  readonly name: string;
  /**
   * Kind names in order. `A?` may be missing, `(A | B)` is a choice, `(A B)?` an optional group, `A:day` hands the value of A to
   * the reader as `day`. A `Number` may be a `Year`.
   */
  readonly pattern: string;
}

/** One way through a row's pattern without options. */
interface Path {
  readonly row: number;
  readonly places: readonly Place[];
}

/** Which paths are alive, and how far along each: what a state of the automaton stands for. */
type Alive = readonly { readonly path: Path; readonly place: number }[];

/** All ways through the patterns of a table as one automaton. */
export function compileRows(rows: readonly Row[]): Automaton {
  const paths = rows.flatMap(({ pattern }, row) => expand(pattern).map((places): Path => ({ row, places })));
  const numbers = new Map(paths.map((path, i) => [path, i]));
  const states: Alive[] = [paths.map(path => ({ path, place: 0 }))];
  const known = new Map<string, number>();
  const steps: Map<number, number>[] = [];
  for (let from = 0; from < states.length; from++) {
    const step = new Map<number, number>();
    for (const [kind, alive] of stepsFrom(states[from]!)) {
      const key = alive.map(({ path, place }) => `${numbers.get(path)}.${place}`).join();
      const to = known.get(key) ?? states.push(alive) - 1;
      known.set(key, to);
      step.set(kind, to);
    }
    steps.push(step);
  }
  return { ...cellsOf(steps), ...endsOf(states) };
}

/** The steps of all states in one row of cells, those of a state where they fit between those of others. */
function cellsOf(steps: readonly ReadonlyMap<number, number>[]): Pick<Automaton, 'base' | 'from' | 'to'> {
  const base = new Uint16Array(steps.length);
  const from: number[] = [];
  const to: number[] = [];
  const longestFirst = [...steps.keys()].sort((a, b) => steps[b]!.size - steps[a]!.size);
  let free = 0;
  for (const state of longestFirst) {
    const kinds = [...steps[state]!.keys()];
    while (to[free] !== undefined) free++;
    let at = Math.max(0, free - Math.min(...kinds));
    while (kinds.some(kind => to[at + kind] !== undefined)) at++;
    base[state] = kinds.length === 0 ? 0 : at;
    for (const [kind, next] of steps[state]!) {
      from[at + kind] = state;
      to[at + kind] = next;
    }
  }
  // A step by any kind from any state lies within the cells.
  const length = Math.max(...base) + KINDS.length;
  return { base, from: Uint16Array.from({ length }, (_, i) => from[i] ?? 0), to: Uint16Array.from({ length }, (_, i) => to[i] ?? 0) };
}

/** Where each kind leads that some path wants next. */
function stepsFrom(alive: Alive): Map<number, { path: Path; place: number }[]> {
  const steps = new Map<number, { path: Path; place: number }[]>();
  for (const { path, place } of alive) {
    for (const kind of path.places[place]?.kinds ?? []) {
      const step = steps.get(kind);
      if (step === undefined) steps.set(kind, [{ path, place: place + 1 }]);
      else step.push({ path, place: place + 1 });
    }
  }
  return steps;
}

function endsOf(states: readonly Alive[]): Omit<Automaton, 'base' | 'from' | 'to'> {
  const firstEnd = [0];
  const endRow: number[] = [];
  const firstCapture = [0];
  const captureName: number[] = [];
  const capturePlace: number[] = [];
  for (const alive of states) {
    for (const { path, place } of alive) {
      if (place < path.places.length) continue;
      endRow.push(path.row);
      path.places.forEach(({ capture }, i) => {
        if (capture === undefined) return;
        captureName.push(CAPTURES.indexOf(capture));
        capturePlace.push(i);
      });
      firstCapture.push(captureName.length);
    }
    firstEnd.push(endRow.length);
  }
  return {
    firstEnd: Uint16Array.from(firstEnd),
    endRow: Uint16Array.from(endRow),
    firstCapture: Uint16Array.from(firstCapture),
    captureName: Uint8Array.from(captureName),
    capturePlace: Uint8Array.from(capturePlace),
  };
}

interface Place {
  readonly kinds: readonly number[];
  readonly capture: CaptureName | undefined;
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
    const [name, capture] = word.split(':') as [KindName, CaptureName | undefined];
    if (KIND[name] === undefined) throw new Error(`pattern "${pattern}": no kind "${name}"`);
    if (capture !== undefined && !CAPTURES.includes(capture)) throw new Error(`pattern "${pattern}": no capture "${capture}"`);
    return [[{ kinds: name === 'Number' ? [KIND.Number, KIND.Year] : [KIND[name]], capture }]];
  }
}

/** One-place ways with the same capture become one way with a set of kinds. */
function merged(ways: readonly Place[][]): Place[][] {
  const byCapture = new Map<CaptureName | undefined, number[]>();
  for (const way of ways) {
    const place = way[0]!;
    byCapture.set(place.capture, [...(byCapture.get(place.capture) ?? []), ...place.kinds]);
  }
  return [...byCapture].map(([capture, kinds]) => [{ kinds: [...new Set(kinds)], capture }]);
}
