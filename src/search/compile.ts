import type { Analysis, Matcher } from '../model/analysis.js';
import type { Hit } from '../model/doc.js';
import type { Lexicon } from '../text/segment/lexicon.js';
import type { StretchSegmenter } from '../text/segment/segmenter.js';
import { Borders, type SegmentAround } from './borders.js';
import { cutWords, wholeWord } from './cut.js';
import { described } from './describe.js';
import { DateNode, EntityNode, FileNode, type ResolveNames, SourceNode, TypeNode } from './fields.js';
import { queryError } from './lexer.js';
import { NativeScanner } from './native-scan.js';
import { AndNode, NearNode, type Node, NotNode, OrNode, type PlacedNode, TermNode } from './nodes.js';
import type { QueryNode, QueryOptions } from './query.js';
import { compilePattern, RegexNode } from './regex.js';
import { type Piece, tidied } from './spelling.js';
import { createTerm, type Term, TermPlaces, TermScanner } from './term.js';

/** What a query needs to know of the language. */
export interface QueryTools {
  readonly lexicon: Lexicon;
  readonly segmentAround: SegmentAround;
  /** The same from a part of the text, where it can be told from one. */
  readonly stretches?: StretchSegmenter | undefined;
  /** Who the mentions of a snippet are, for `entity:`. */
  readonly resolveNames?: ResolveNames;
}

/** A query whose words are cut: what was one run of words is now words joined by `and`. */
export type CutQuery =
  | { readonly kind: 'term'; readonly pieces: readonly Piece[]; readonly form: 'word' | 'phrase' | 'prefix' }
  | { readonly kind: 'regex'; readonly source: string; readonly column: number }
  | { readonly kind: 'field'; readonly field: 'file' | 'date' | 'type'; readonly value: string }
  | { readonly kind: 'field'; readonly field: 'source' | 'entity'; readonly value: string; readonly piece: Piece }
  | { readonly kind: 'not'; readonly operand: CutQuery }
  | { readonly kind: 'near'; readonly left: CutQuery; readonly distance: number; readonly right: CutQuery }
  | { readonly kind: 'and' | 'or'; readonly operands: readonly CutQuery[] };

/** Cuts the words of a query, and settles which of them fold. */
export function cutQuery(node: QueryNode, options: QueryOptions, lexicon: Lexicon): CutQuery {
  const cut = (inner: QueryNode): CutQuery => cutQuery(inner, options, lexicon);
  const run = (inner: QueryNode): CutQuery[] => {
    if (inner.kind !== 'words') return [cut(inner)];
    return cutWords(inner.words, lexicon, options).map(piece => ({ kind: 'term', pieces: [piece], form: 'word' }));
  };
  switch (node.kind) {
    case 'words':
      return joined('and', run(node));
    case 'phrase': {
      const words = tidied(node.text).split(' ');
      const pieces = cutWords(
        words.map(text => ({ text, column: node.column })),
        lexicon,
        options,
        true,
      );
      return { kind: 'term', pieces, form: 'phrase' };
    }
    case 'prefix':
      return { kind: 'term', pieces: [wholeWord(node.text, lexicon, options)], form: 'prefix' };
    case 'regex':
      return node;
    case 'field':
      if (node.field !== 'source' && node.field !== 'entity') return { kind: 'field', field: node.field, value: node.value };
      return { kind: 'field', field: node.field, value: node.value, piece: wholeWord(node.value, lexicon, options) };
    case 'not': {
      if (node.operand.kind === 'words' && node.operand.grouped) return { kind: 'not', operand: cut(node.operand) };
      // NOT binds tighter than standing side by side: only the first word is left out.
      const [first, ...rest] = run(node.operand);
      return joined('and', [{ kind: 'not', operand: first! }, ...rest]);
    }
    case 'near':
      for (const operand of node.operands) requireSingleWords(operand, run);
      return cutNear(node.operands.map(run), node.distances);
    default:
      return joined(node.kind, node.operands.map(cut));
  }
}

/** `a b NEAR/3 c d` is about b and c; a and d stand beside. */
function cutNear(operands: readonly (readonly CutQuery[])[], distances: readonly number[]): CutQuery {
  const beside: CutQuery[] = operands[0]!.slice(0, -1);
  let near = operands[0]!.at(-1)!;
  distances.forEach((distance, i) => {
    const right = operands[i + 1]!;
    near = { kind: 'near', left: near, distance, right: right[0]! };
    if (right.length === 1) return;
    beside.push(near, ...right.slice(1, -1));
    near = right.at(-1)!;
  });
  return joined('and', [...beside, near]);
}

/** `(a b OR c) NEAR/3 d`, where `a b` is no word, has no reading. */
function requireSingleWords(operand: QueryNode, run: (inner: QueryNode) => readonly CutQuery[]): void {
  if (operand.kind !== 'or' && !(operand.kind === 'words' && operand.grouped)) return;
  for (const inner of operand.kind === 'or' ? operand.operands : [operand]) {
    if (inner.kind === 'words' && run(inner).length > 1) {
      const text = inner.words.map(word => word.text).join(' ');
      throw queryError(inner.words[0]!.column, `NEAR stands between words, and "${text}" is more than one`, 'quote it to make it a phrase');
    }
    if (inner !== operand) requireSingleWords(inner, run);
  }
}

function joined(kind: 'and' | 'or', operands: readonly CutQuery[]): CutQuery {
  const flat = operands.flatMap(operand => (operand.kind === kind ? operand.operands : [operand]));
  return flat.length === 1 ? flat[0]! : { kind, operands: flat };
}

/** @throws NewsError `QUERY` when a pattern is none. */
export function compileQuery(node: QueryNode, options: QueryOptions, tools: QueryTools): Matcher {
  const cut = cutQuery(node, options, tools.lexicon);
  const terms: Term[] = [];
  const root = build(cut, options, tools, terms);
  return new QueryMatcher(root, terms, described(cut), options, tools);
}

function build(cut: CutQuery, options: QueryOptions, tools: QueryTools, terms: Term[]): Node {
  const inner = (operand: CutQuery): Node => build(operand, options, tools, terms);
  switch (cut.kind) {
    case 'term': {
      const term = createTerm(terms.length, cut.pieces, cut.form === 'prefix', options.caseSensitive);
      terms.push(term);
      return new TermNode(term);
    }
    case 'regex':
      return new RegexNode(compilePattern(cut.source, cut.column, options.caseSensitive), cut.source);
    case 'field':
      return field(cut, tools);
    case 'not':
      return new NotNode(inner(cut.operand));
    case 'near':
      return new NearNode(inner(cut.left) as PlacedNode, cut.distance, inner(cut.right) as PlacedNode);
    case 'and':
      return new AndNode(cut.operands.map(inner));
    case 'or':
      return new OrNode(cut.operands.map(inner));
  }
}

function field(cut: CutQuery & { kind: 'field' }, tools: QueryTools): Node {
  switch (cut.field) {
    case 'file':
      return new FileNode(cut.value);
    case 'source':
      return new SourceNode(cut.piece);
    case 'date':
      return new DateNode(cut.value);
    case 'type':
      return new TypeNode(cut.value);
    case 'entity':
      return new EntityNode(cut.piece, tools.resolveNames);
  }
}

/** Up to so many terms are looked for one after the other. */
const FEW = 4;

class QueryMatcher implements Matcher {
  readonly parsed: string;
  readonly #root: Node;
  readonly #terms: readonly Term[];
  readonly #anywhere: boolean;
  /** Made for the first text: where hits are counted by bytes there may be none. */
  #scanner: TermScanner | NativeScanner | undefined;
  readonly #places: TermPlaces;
  readonly #borders: Borders;
  readonly #found: Hit[] = [];

  constructor(root: Node, terms: readonly Term[], parsed: string, options: QueryOptions, tools: QueryTools) {
    this.#root = root;
    this.parsed = parsed;
    this.#terms = terms;
    this.#anywhere = options.substring;
    this.#places = new TermPlaces(terms.length);
    this.#borders = new Borders(tools.segmentAround, options);
  }

  matches(analysis: Analysis, hits: Hit[]): boolean {
    const { text } = analysis.normal;
    this.#places.clear();
    this.#scanner ??=
      this.#terms.length > FEW ? new TermScanner(this.#terms, this.#anywhere) : new NativeScanner(this.#terms, this.#anywhere);
    this.#scanner.scan(text, this.#places);
    this.#borders.reset(text);
    const subject = { analysis, text, places: this.#places, borders: this.#borders };
    this.#found.length = 0;
    if (!this.#root.possible(subject) || !this.#root.run(subject, this.#found)) return false;
    appendAscending(this.#found, hits);
    return true;
  }
}

/** Hits may overlap where the query names a word twice: the one that begins first stays, of those the longest. */
function appendAscending(found: Hit[], hits: Hit[]): void {
  found.sort((a, b) => a.start - b.start || b.end - a.end || (a.term < b.term ? -1 : 1));
  let end = -1;
  for (const hit of found) {
    if (hit.start < end) continue;
    hits.push(hit);
    end = hit.end;
  }
}
