/** All rows of a table as one automaton over kinds, as plain data. State 0 is the start, and no step leads to it. */
export interface Automaton {
  /** By state: where its steps begin. That by a kind lies so many cells on, where the cell is this state's: `from` has it, `to` where the step leads. */
  readonly base: Uint16Array;
  readonly from: Uint16Array;
  readonly to: Uint16Array;
  /** By state, and one more: where its ends begin in `endRow`. The rows that end in a state stand in their order. */
  readonly firstEnd: Uint16Array;
  readonly endRow: Uint16Array;
  /** By end, and one more: where its captures begin in `captureName`. */
  readonly firstCapture: Uint16Array;
  /** The place of its name in `CAPTURES`, and which lexeme of the match it is. */
  readonly captureName: Uint8Array;
  readonly capturePlace: Uint8Array;
}

/** Goes through the matches of a table's rows: one step a lexeme, however many rows there are, and no backtracking. */
export class Matcher {
  readonly table: Automaton;
  /** The states of the match under way, one a lexeme. */
  #visited = new Uint16Array(32);
  #end = 0;
  #lastEnd = 0;
  /** What matched: which row, and how many lexemes. */
  row = 0;
  length = 0;
  /** Its captures, as a stretch of `captureName`. */
  firstCapture = 0;
  behindCaptures = 0;

  constructor(table: Automaton) {
    this.table = table;
  }

  /** Whether a match can begin with this kind. */
  begins(kind: number): boolean {
    const { base, from, to } = this.table;
    const cell = base[0]! + kind;
    return from[cell] === 0 && to[cell] !== 0;
  }

  /** Starts to go through the matches that begin at `at`. */
  begin(symbols: Uint8Array, at: number, length: number): void {
    const visited = this.#visited;
    const { base, from, to } = this.table;
    const most = Math.min(length, at + visited.length);
    let state = 0;
    let count = 0;
    for (let i = at; i < most; i++) {
      const cell = base[state]! + symbols[i]!;
      if (from[cell] !== state || to[cell] === 0) break;
      state = to[cell]!;
      visited[count++] = state;
    }
    this.length = count + 1;
    this.#end = 0;
    this.#lastEnd = 0;
  }

  /** Goes on to the next match, longest first, rows in order; false behind the last. */
  next(): boolean {
    const { firstEnd, endRow, firstCapture } = this.table;
    while (this.#end === this.#lastEnd) {
      if (--this.length <= 0) return false;
      const state = this.#visited[this.length - 1]!;
      this.#end = firstEnd[state]!;
      this.#lastEnd = firstEnd[state + 1]!;
    }
    const end = this.#end++;
    this.row = endRow[end]!;
    this.firstCapture = firstCapture[end]!;
    this.behindCaptures = firstCapture[end + 1]!;
    return true;
  }
}

/** Puts the lexemes that a match can begin at into `places`, and returns how many there are. */
export function findPlaces({ base, from, to, firstEnd }: Automaton, symbols: Uint8Array, length: number, places: Int32Array): number {
  let count = 0;
  for (let at = 0; at < length; at++) {
    let state = 0;
    for (let i = at; i < length; i++) {
      const cell = base[state]! + symbols[i]!;
      if (from[cell] !== state || to[cell] === 0) break;
      state = to[cell]!;
      if (firstEnd[state] === firstEnd[state + 1]) continue;
      places[count++] = at;
      break;
    }
  }
  return count;
}
