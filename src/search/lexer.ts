import { NewsError } from '../model/news-error.js';
import { QUERY_FIELDS, type QueryField } from './query.js';

export type Lexeme =
  | { readonly kind: 'word' | 'prefix' | 'phrase' | 'regex'; readonly text: string; readonly column: number }
  | { readonly kind: 'field'; readonly field: QueryField; readonly text: string; readonly column: number }
  | { readonly kind: 'near'; readonly distance: number; readonly text: string; readonly column: number }
  | { readonly kind: 'and' | 'or' | 'not' | 'open' | 'close' | 'end'; readonly text: string; readonly column: number };

/** @throws NewsError `QUERY`, `column N: …`. */
export function lexQuery(query: string): Lexeme[] {
  return new Lexer(query).all();
}

export function queryError(column: number, message: string, hint?: string): NewsError {
  return new NewsError('QUERY', `column ${column}: ${message}`, hint === undefined ? {} : { hint });
}

const CLOSING_QUOTE = new Map([
  ['"', '"'],
  ['“', '”'],
]);

class Lexer {
  readonly #characters: readonly string[];
  readonly #out: Lexeme[] = [];
  #at = 0;

  constructor(query: string) {
    this.#characters = [...query];
  }

  all(): Lexeme[] {
    while (true) {
      while (isSpace(this.#peek())) this.#at++;
      const column = this.#at + 1;
      const next = this.#peek();
      if (next === undefined) {
        this.#out.push({ kind: 'end', text: '', column });
        return this.#out;
      }
      this.#lexeme(next, column);
    }
  }

  #lexeme(next: string, column: number): void {
    if (next === '(' || next === ')') {
      this.#at++;
      this.#out.push({ kind: next === '(' ? 'open' : 'close', text: next, column });
    } else if (next === '-') this.#minus(column);
    else if (CLOSING_QUOTE.has(next)) this.#out.push({ kind: 'phrase', text: this.#quoted(), column });
    else if (next === '/') this.#out.push({ kind: 'regex', text: this.#regex(), column });
    else this.#bare(column);
  }

  #minus(column: number): void {
    const behind = this.#characters[this.#at + 1];
    if (behind === undefined || isSpace(behind) || behind === ')') {
      throw queryError(column, '"-" leaves out the word right behind it', 'to search for the sign itself, quote it: "-"');
    }
    this.#at++;
    this.#out.push({ kind: 'not', text: '-', column });
  }

  #bare(column: number): void {
    const start = this.#at;
    while (this.#isWordPart(this.#peek())) {
      if (this.#peek() === ':' && this.#field(start, column)) return;
      this.#at++;
    }
    const text = this.#characters.slice(start, this.#at).join('');
    if (text === 'AND' || text === 'OR' || text === 'NOT') {
      this.#out.push({ kind: text.toLowerCase() as 'and' | 'or' | 'not', text, column });
    } else if (text === 'NEAR' || text.startsWith('NEAR/')) this.#near(text, column);
    else if (text.endsWith('*')) this.#prefix(text, column);
    else this.#out.push({ kind: 'word', text, column });
  }

  #near(text: string, column: number): void {
    const distance = /^NEAR\/(\d{1,9})$/.exec(text)?.[1];
    if (distance === undefined) {
      throw queryError(column, 'NEAR takes a number of words, as in NEAR/5', 'to search for the word itself, quote it: "NEAR"');
    }
    this.#out.push({ kind: 'near', distance: Number(distance), text, column });
  }

  #prefix(text: string, column: number): void {
    const stem = text.replace(/\*+$/, '');
    if (stem === '') throw queryError(column, '"*" ends the beginning of a word, as in kin*');
    this.#out.push({ kind: 'prefix', text: stem, column });
  }

  /** At the colon of `name:value`; other words with a colon (`10:30`, `http://…`) are words. */
  #field(start: number, column: number): boolean {
    const name = this.#characters.slice(start, this.#at).join('');
    const behind = this.#characters[this.#at + 1];
    if (!/^[a-z]+$/.test(name) || behind === '/' || behind === undefined || isSpace(behind)) return false;
    const field = QUERY_FIELDS.find(known => known === name);
    if (field === undefined) {
      throw queryError(column, `unknown field "${name}:"`, `the fields are ${QUERY_FIELDS.join(', ')}; to search for the text, quote it`);
    }
    this.#at++;
    const text = CLOSING_QUOTE.has(behind) ? this.#quoted() : this.#value();
    if (text.trim() === '') throw queryError(column, `${field}: takes a value`);
    this.#out.push({ kind: 'field', field, text, column });
    return true;
  }

  #value(): string {
    const start = this.#at;
    while (this.#peek() !== undefined && !isSpace(this.#peek()) && this.#peek() !== ')') this.#at++;
    return this.#characters.slice(start, this.#at).join('');
  }

  #quoted(): string {
    const column = this.#at + 1;
    const close = CLOSING_QUOTE.get(this.#characters[this.#at++]!)!;
    let text = '';
    for (let next = this.#peek(); next !== close; next = this.#peek()) {
      if (next === undefined) throw queryError(column, 'the quote is not closed');
      if (next === '\\' && (this.#characters[this.#at + 1] === close || this.#characters[this.#at + 1] === '\\')) this.#at++;
      text += this.#characters[this.#at++];
    }
    this.#at++;
    if (text.trim() === '') throw queryError(column, 'the quotes are empty');
    return text;
  }

  #regex(): string {
    const column = this.#at + 1;
    let text = '';
    for (this.#at++; this.#peek() !== '/'; this.#at++) {
      if (this.#peek() === undefined)
        throw queryError(column, 'the pattern lacks its closing "/"', 'to search for the sign itself, quote it');
      if (this.#peek() === '\\' && this.#at + 1 < this.#characters.length) {
        this.#at++;
        if (this.#peek() !== '/') text += '\\';
      }
      text += this.#peek();
    }
    this.#at++;
    if (text === '') throw queryError(column, 'the pattern is empty');
    return text;
  }

  #peek(): string | undefined {
    return this.#characters[this.#at];
  }

  #isWordPart(character: string | undefined): boolean {
    return character !== undefined && !isSpace(character) && character !== '(' && character !== ')' && !CLOSING_QUOTE.has(character);
  }
}

const isSpace = (character: string | undefined): boolean => character !== undefined && /\s/.test(character);
