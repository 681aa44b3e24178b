import { ENTITY_TYPES } from '../model/mention.js';
import { dayRange } from './day-range.js';
import { type Lexeme, lexQuery, queryError } from './lexer.js';
import type { QueryNode, TypedWord } from './query.js';

/**
 * Reads a query: `NOT` binds tightest, then `NEAR`, `AND` (also by standing side by side), `OR`; parentheses.
 *
 * @throws NewsError `QUERY`, `column N: …`, with a hint where there is one.
 */
export function parseQuery(query: string): QueryNode {
  const parser = new Parser(lexQuery(query));
  return parser.whole();
}

/** Deeper nesting is nobody's query. */
const DEEPEST = 200;

class Parser {
  readonly #lexemes: readonly Lexeme[];
  #at = 0;
  #depth = 0;

  constructor(lexemes: readonly Lexeme[]) {
    this.#lexemes = lexemes;
  }

  whole(): QueryNode {
    if (this.#next.kind === 'end') throw queryError(1, 'the query is empty');
    const node = this.#or();
    if (this.#next.kind === 'close') throw queryError(this.#next.column, '")" closes nothing');
    return node;
  }

  get #next(): Lexeme {
    return this.#lexemes[this.#at]!;
  }

  #or(): QueryNode {
    const operands = [this.#and()];
    while (this.#next.kind === 'or') {
      this.#at++;
      operands.push(this.#and());
    }
    return operands.length === 1 ? operands[0]! : { kind: 'or', operands };
  }

  #and(): QueryNode {
    const operands = [this.#near()];
    for (;;) {
      const { kind } = this.#next;
      if (kind === 'end' || kind === 'close' || kind === 'or') break;
      if (kind === 'and') this.#at++;
      operands.push(this.#near());
    }
    return operands.length === 1 ? operands[0]! : { kind: 'and', operands };
  }

  #near(): QueryNode {
    const first = this.#next;
    const operands = [this.#unary()];
    const distances: number[] = [];
    let column = first.column;
    for (let next = this.#next; next.kind === 'near'; next = this.#next) {
      this.#at++;
      requirePlace(operands.at(-1)!, column);
      distances.push(next.distance);
      column = this.#next.column;
      operands.push(this.#unary());
      requirePlace(operands.at(-1)!, column);
    }
    return distances.length === 0 ? operands[0]! : { kind: 'near', operands, distances };
  }

  #unary(): QueryNode {
    if (this.#next.kind !== 'not') return this.#primary();
    this.#enter();
    this.#at++;
    const operand = this.#unary();
    this.#depth--;
    return { kind: 'not', operand };
  }

  #primary(): QueryNode {
    const lexeme = this.#next;
    switch (lexeme.kind) {
      case 'word':
        return this.#words();
      case 'prefix':
      case 'phrase':
        this.#at++;
        return { kind: lexeme.kind, text: lexeme.text, column: lexeme.column };
      case 'regex':
        this.#at++;
        return { kind: 'regex', source: lexeme.text, column: lexeme.column };
      case 'field':
        this.#at++;
        return field(lexeme);
      case 'open':
        return this.#group(lexeme.column);
      case 'end':
        throw queryError(lexeme.column, `${this.#before()} needs a word behind it`);
      case 'close':
        throw queryError(lexeme.column, `${this.#before()} needs a word before ")"`);
      default:
        throw queryError(
          lexeme.column,
          this.#at === 0 || this.#lexemes[this.#at - 1]!.kind === 'open'
            ? `${lexeme.text} needs a word before it`
            : `${this.#before()} and ${lexeme.text} need a word between them`,
          `to search for the word itself, quote it: "${lexeme.text}"`,
        );
    }
  }

  #words(): QueryNode {
    const words: TypedWord[] = [];
    for (let next = this.#next; next.kind === 'word'; next = this.#next) {
      words.push({ text: next.text, column: next.column });
      this.#at++;
    }
    return { kind: 'words', words };
  }

  #group(column: number): QueryNode {
    this.#enter();
    this.#at++;
    const node = this.#or();
    if (this.#next.kind !== 'close') throw queryError(column, 'the parenthesis is not closed');
    this.#at++;
    this.#depth--;
    return node.kind === 'words' ? { ...node, grouped: true } : node;
  }

  #enter(): void {
    if (++this.#depth > DEEPEST) throw queryError(this.#next.column, `more than ${DEEPEST} levels of parentheses and NOT`);
  }

  #before(): string {
    const before = this.#lexemes[this.#at - 1];
    return before === undefined || before.kind === 'open' ? '"("' : before.text;
  }
}

function field(lexeme: Lexeme & { kind: 'field' }): QueryNode {
  const { field, column } = lexeme;
  let value = lexeme.text.trim();
  if (field === 'type') {
    value = value.toUpperCase();
    if (!ENTITY_TYPES.some(type => type === value)) {
      throw queryError(column, `type: takes one of ${ENTITY_TYPES.join(', ')}, not "${lexeme.text}"`);
    }
  }
  if (field === 'date' && dayRange(value) === undefined) {
    throw queryError(
      column,
      `date: takes a day, month or year, or two of them: 2024-11-05, 2024-11, 2024-01..2024-03; not "${lexeme.text}"`,
    );
  }
  return { kind: 'field', field, value, column };
}

/** What `NEAR` stands between must have a place in the text. */
function requirePlace(node: QueryNode, column: number): void {
  switch (node.kind) {
    case 'or':
      for (const operand of node.operands) requirePlace(operand, column);
      break;
    case 'not':
    case 'and':
      throw queryError(column, `NEAR stands between words, not ${node.kind.toUpperCase()}`, 'join the words with OR, or quote a phrase');
    case 'field':
      if (node.field === 'file' || node.field === 'source')
        throw queryError(column, `NEAR stands between words; ${node.field}: has no place in a text`);
      break;
    default:
  }
}
