import type { Row } from './grammar.js';
import type { KindName, Lexemes } from './lexeme.js';
import { roleAfter, roleBefore } from './neighbours.js';
import type { Reading, When } from './when.js';

/** The values of a pattern's captures; `undefined` for an optional one that was not there. */
export type Values = Readonly<Record<string, number | undefined>>;

/** A form of date: which lexemes, and what they mean. Rows are tried longest match first, then in their order. */
export interface DateRule extends Row {
  /** What the reading is to the rules that join readings. */
  readonly kind: KindName;
  /** `undefined` where the values or the words around say that it is no date. */
  readonly read: (values: Values, site: Site) => Reading | When | undefined;
}

/** Where a rule matched, for those that must look around. */
export class Site {
  readonly lexemes: Lexemes;
  first = 0;
  behind = 0;

  constructor(lexemes: Lexemes) {
    this.lexemes = lexemes;
  }

  get start(): number {
    return this.lexemes.start[this.first]!;
  }

  get end(): number {
    return this.lexemes.end[this.behind - 1]!;
  }

  get text(): string {
    return this.lexemes.text;
  }

  /** The kind of the lexeme before (-1) or behind; -1 at the text's ends. */
  get kindBefore(): number {
    return this.first === 0 ? -1 : this.lexemes.kind[this.first - 1]!;
  }

  get kindBehind(): number {
    return this.behind >= this.lexemes.length ? -1 : this.lexemes.kind[this.behind]!;
  }

  /** Whether a word before has one of these roles. */
  before(roles: number): boolean {
    return (roleBefore(this.text, this.start) & roles) !== 0;
  }

  /** Whether a word behind has one of these roles. */
  after(roles: number): boolean {
    return (roleAfter(this.text, this.end) & roles) !== 0;
  }

  /** Whether the n-th lexeme of the match begins with a capital letter. */
  isCapital(n: number): boolean {
    const letter = this.text[this.lexemes.start[this.first + n]!]!;
    return letter !== letter.toLowerCase();
  }

  digits(n: number): number {
    return this.lexemes.end[this.first + n]! - this.lexemes.start[this.first + n]!;
  }
}
