import type { Captures } from './captures.js';
import type { Row } from './grammar.js';
import { KIND, type KindName, type Lexemes } from './lexeme.js';
import { roleAfter, roleBefore } from './neighbours.js';
import type { Reading, When } from './when.js';

/** The values of a pattern's captures; `undefined` for an optional one that was not there. */
export type Values = Captures<number>;

/** A form of date: which lexemes, and what they mean. Rows are tried longest match first, then in their order. */
export interface DateRule extends Row {
  /** What the reading is to the rules that join readings. */
  readonly kind: KindName;
  /** `undefined` where the values or the words around say that it is no date. */
  readonly read: (values: Values, site: Site) => Reading | When | undefined;
}

/** Where a rule matched, for those that must look around; it moves from match to match. */
export class Site {
  #lexemes!: Lexemes;
  first = 0;
  behind = 0;
  #rolesBefore: number | undefined;
  #rolesAfter: number | undefined;

  get lexemes(): Lexemes {
    return this.#lexemes;
  }

  /** Begins a text. */
  set lexemes(lexemes: Lexemes) {
    this.#lexemes = lexemes;
    this.moveTo(-1, -1);
  }

  moveTo(first: number, behind: number): void {
    if (first !== this.first) this.#rolesBefore = undefined;
    if (behind !== this.behind) this.#rolesAfter = undefined;
    this.first = first;
    this.behind = behind;
  }

  get start(): number {
    return this.lexemes.start[this.first]!;
  }

  get end(): number {
    return this.lexemes.end[this.behind - 1]!;
  }

  get text(): string {
    return this.lexemes.source.text;
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
    this.#rolesBefore ??= roleBefore(this.lexemes.codes, this.start);
    return (this.#rolesBefore & roles) !== 0;
  }

  /** Whether a word behind has one of these roles. */
  after(roles: number): boolean {
    this.#rolesAfter ??= roleAfter(this.lexemes.codes, this.end);
    return (this.#rolesAfter & roles) !== 0;
  }

  /** Whether these characters stand right behind. */
  hasBehind(characters: string): boolean {
    const { codes } = this.lexemes;
    for (let i = 0; i < characters.length; i++) if (codes[this.end + i] !== characters.charCodeAt(i)) return false;
    return true;
  }

  /** Whether the n-th lexeme of the match begins with a capital letter. */
  isCapital(n: number): boolean {
    const letter = this.#letter(n, 0);
    return letter !== letter.toLowerCase();
  }

  /** Whether the n-th lexeme of the match is a word with a capital letter and small ones, as in a name. */
  isTitle(n: number): boolean {
    const second = this.#letter(n, 1);
    return this.isCapital(n) && second !== second.toUpperCase();
  }

  /** Whether a name begins right behind. */
  get isTitleBehind(): boolean {
    const [first = '', second = ''] = this.text.slice(this.end + 1, this.end + 3);
    return first !== first.toLowerCase() && second !== second.toUpperCase();
  }

  /** Whether the word before begins with a capital letter. */
  get isNameBefore(): boolean {
    if (this.kindBefore !== KIND.Other) return false;
    const first = this.text[this.text.lastIndexOf(' ', this.start - 2) + 1]!;
    return first !== first.toLowerCase();
  }

  digits(n: number): number {
    return this.lexemes.end[this.first + n]! - this.lexemes.start[this.first + n]!;
  }
  /** The i-th character of the n-th lexeme. */
  #letter(n: number, i: number): string {
    return String.fromCharCode(this.lexemes.codes[this.lexemes.start[this.first + n]! + i]!);
  }
}
