import type { Analysis } from '../model/analysis.js';
import type { Hit } from '../model/doc.js';
import { Kind, type Tokens } from '../model/tokens.js';
import type { Borders } from './borders.js';
import type { Term, TermPlaces } from './term.js';

/** One snippet while a query runs over it. */
export interface Subject {
  readonly analysis: Analysis;
  readonly text: string;
  readonly places: TermPlaces;
  readonly borders: Borders;
}

/** Operands of `AND` run in this order: what is cheap may spare what is not. */
export const Cost = { Field: 0, Term: 1, Regex: 2, Near: 3, Dates: 4, Entities: 5 } as const;

export interface Node {
  readonly cost: number;
  /** `false` when letters that it cannot do without are missing. Cheap. */
  possible(subject: Subject): boolean;
  /** Whether the snippet matches; with `hits`, appends what is to be shown (in no order). */
  run(subject: Subject, hits: Hit[] | undefined): boolean;
}

/** Hits that `NEAR` sees as one: a word, or words that stand near each other. */
export interface Group {
  readonly start: number;
  readonly end: number;
  readonly hits: readonly Hit[];
}

/** A node whose hits have places. */
export abstract class PlacedNode implements Node {
  abstract readonly cost: number;

  possible(_subject: Subject): boolean {
    return true;
  }

  /** All of them; only the first with `first`. */
  abstract find(subject: Subject, first: boolean): readonly Hit[];

  run(subject: Subject, hits: Hit[] | undefined): boolean {
    const found = this.find(subject, hits === undefined);
    if (hits !== undefined) for (const hit of found) hits.push(hit);
    return found.length > 0;
  }

  groups(subject: Subject): Group[] {
    return this.find(subject, false).map(hit => ({ start: hit.start, end: hit.end, hits: [hit] }));
  }
}

export class TermNode extends PlacedNode {
  readonly cost = Cost.Term;
  readonly #term: Term;

  constructor(term: Term) {
    super();
    this.#term = term;
  }

  get id(): number {
    return this.#term.id;
  }

  override possible(subject: Subject): boolean {
    return subject.places.of(this.#term.id).length > 0;
  }

  find(subject: Subject, first: boolean): readonly Hit[] {
    const places = subject.places.of(this.#term.id);
    const hits: Hit[] = [];
    let last = -1;
    for (let i = 0; i < places.length; i += 2) {
      const start = places[i]!;
      if (start < last) continue;
      const end = this.#end(subject.borders, start, places[i + 1]!);
      if (end < 0) continue;
      hits.push({ start, end, term: this.#term.label });
      last = end;
      if (first) break;
    }
    return hits;
  }

  #end(borders: Borders, start: number, end: number): number {
    if (this.#term.prefix) return borders.wordEnd(start, end);
    return borders.isWord(start, end) ? end : -1;
  }
}

export class AndNode implements Node {
  readonly cost: number;
  readonly #operands: readonly Node[];

  constructor(operands: readonly Node[]) {
    this.#operands = operands.toSorted((a, b) => a.cost - b.cost);
    this.cost = this.#operands.at(-1)!.cost;
  }

  possible(subject: Subject): boolean {
    return this.#operands.every(operand => operand.possible(subject));
  }

  run(subject: Subject, hits: Hit[] | undefined): boolean {
    const before = hits?.length ?? 0;
    if (this.possible(subject) && this.#operands.every(operand => operand.run(subject, hits))) return true;
    if (hits !== undefined) hits.length = before;
    return false;
  }
}

export class OrNode extends PlacedNode {
  readonly cost: number;
  readonly #operands: readonly Node[];
  /** By id, where there is nothing else: of many words only those that stand in the text are looked at. */
  readonly #terms: ReadonlyMap<number, Node> | undefined;

  constructor(operands: readonly Node[]) {
    super();
    this.#operands = operands.toSorted((a, b) => a.cost - b.cost);
    this.cost = this.#operands.at(-1)!.cost;
    if (operands.every(operand => operand instanceof TermNode)) this.#terms = new Map(operands.map(node => [node.id, node]));
  }

  override possible(subject: Subject): boolean {
    const terms = this.#terms;
    if (terms !== undefined) return subject.places.found.some(id => terms.has(id));
    return this.#operands.some(operand => operand.possible(subject));
  }

  #likely({ places }: Subject): readonly Node[] {
    const terms = this.#terms;
    if (terms === undefined || terms.size <= places.found.length) return this.#operands;
    return places.found.flatMap(id => terms.get(id) ?? []);
  }

  find(subject: Subject): readonly Hit[] {
    const hits: Hit[] = [];
    this.run(subject, hits);
    return hits;
  }

  override run(subject: Subject, hits: Hit[] | undefined): boolean {
    let any = false;
    for (const operand of this.#likely(subject)) {
      if (!operand.possible(subject) || !operand.run(subject, hits)) continue;
      if (hits === undefined) return true;
      any = true;
    }
    return any;
  }

  override groups(subject: Subject): Group[] {
    const groups = this.#operands.flatMap(operand => (operand instanceof PlacedNode ? operand.groups(subject) : []));
    return groups.sort((a, b) => a.start - b.start || a.end - b.end);
  }
}

export class NotNode implements Node {
  readonly cost: number;
  readonly #operand: Node;

  constructor(operand: Node) {
    this.#operand = operand;
    this.cost = operand.cost;
  }

  possible(): boolean {
    return true;
  }

  run(subject: Subject): boolean {
    return !(this.#operand.possible(subject) && this.#operand.run(subject, undefined));
  }
}

/** Two things with at most so many words between them, in either order. */
export class NearNode extends PlacedNode {
  readonly cost: number;
  readonly #left: PlacedNode;
  readonly #right: PlacedNode;
  readonly #distance: number;

  constructor(left: PlacedNode, distance: number, right: PlacedNode) {
    super();
    this.#left = left;
    this.#right = right;
    this.#distance = distance;
    this.cost = Math.max(Cost.Near, left.cost, right.cost);
  }

  override possible(subject: Subject): boolean {
    return this.#left.possible(subject) && this.#right.possible(subject);
  }

  find(subject: Subject): readonly Hit[] {
    const hits = new Set<Hit>();
    for (const group of this.groups(subject)) for (const hit of group.hits) hits.add(hit);
    return [...hits];
  }

  override groups(subject: Subject): Group[] {
    const left = this.#left.groups(subject);
    const right = left.length === 0 ? [] : this.#right.groups(subject);
    if (right.length === 0) return [];
    const tokens = subject.analysis.tokens();
    const counts = wordCounts(tokens);
    const between = (a: Group, b: Group): number => {
      const [first, second] = a.start <= b.start ? [a, b] : [b, a];
      if (second.start < first.end) return -1;
      return counts[tokenFrom(tokens, second.start)]! - counts[tokenEnding(tokens, first.end)]!;
    };
    const found: Group[] = [];
    const seen = new Set<string>();
    const join = (a: Group, b: Group): void => {
      const distance = between(a, b);
      if (distance < 0 || distance > this.#distance) return;
      const joined = { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end), hits: [...a.hits, ...b.hits] };
      const key = `${a.start} ${a.end} ${b.start} ${b.end}`;
      if (!seen.has(key)) found.push(joined);
      seen.add(key);
    };
    for (const group of left) for (const other of neighbours(group, right)) join(group, other);
    for (const group of right) for (const other of neighbours(group, left)) join(other, group);
    return found.sort((a, b) => a.start - b.start || a.end - b.end);
  }
}

/** The nearest group that ends before, and the nearest that begins behind. `groups` ascend by start. */
function neighbours(group: Group, groups: readonly Group[]): Group[] {
  let low = 0;
  let high = groups.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (groups[middle]!.start < group.end) low = middle + 1;
    else high = middle;
  }
  const out: Group[] = [];
  let before = low - 1;
  while (before >= 0 && groups[before]!.end > group.start) before--;
  if (before >= 0) out.push(groups[before]!);
  if (low < groups.length) out.push(groups[low]!);
  return out;
}

/** At `i`: the words among the first `i` tokens; punctuation and symbols are none. */
function wordCounts(tokens: Tokens): Int32Array {
  const counts = new Int32Array(tokens.length + 1);
  for (let i = 0; i < tokens.length; i++) {
    const kind = tokens.kind[i]!;
    counts[i + 1] = counts[i]! + (kind === Kind.Punct || kind === Kind.Symbol ? 0 : 1);
  }
  return counts;
}

/** The number of tokens that begin before `at`, the one that holds it left out. */
function tokenFrom(tokens: Tokens, at: number): number {
  return firstToken(tokens.length, i => tokens.end[i]! > at);
}

/** The number of tokens that begin before `end`. */
function tokenEnding(tokens: Tokens, end: number): number {
  return firstToken(tokens.length, i => tokens.start[i]! >= end);
}

function firstToken(length: number, holds: (token: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
