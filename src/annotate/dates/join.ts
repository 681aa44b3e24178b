import { type Automaton, Matcher } from './automaton.js';
import { blankCaptures, CAPTURES } from './captures.js';
import { KIND, type Lexemes } from './lexeme.js';
import { JOIN_RULES, type JoinRule, SPAN_RULES } from './rules/index.js';
import { JOIN_TABLE, SPAN_TABLE } from './rules.table.js';
import { type Draft, draftOf } from './when.js';

/** Joins the drafts of a text by rules over drafts and the lexemes between them. */
class Joiner {
  readonly #rules: readonly JoinRule[];
  /** By rule, what its reading is. */
  readonly #kinds: Uint8Array;
  readonly #matcher: Matcher;
  readonly #parts = blankCaptures<Draft | number>();
  /** Drafts and the lexemes between them, as one row: the kind, the lexemes (half-open), and the place in `drafts` or -1. */
  #length = 0;
  #kind = new Uint8Array(0);
  #first = new Int32Array(0);
  #behind = new Int32Array(0);
  #draft = new Int32Array(0);

  constructor(rules: readonly JoinRule[], table: Automaton) {
    this.#rules = rules;
    this.#kinds = Uint8Array.from(rules, rule => KIND[rule.kind]);
    this.#matcher = new Matcher(table);
  }

  /** The same drafts where none are joined. */
  join(drafts: readonly Draft[], lexemes: Lexemes): readonly Draft[] {
    this.#fill(drafts, lexemes);
    let joined: Draft[] | undefined;
    /** The first draft that is not yet among the joined ones. */
    let next = 0;
    for (let at = 0; at < this.#length; ) {
      const draft = this.#matcher.begins(this.#kind[at]!) ? this.#read(drafts, lexemes, at) : undefined;
      if (draft === undefined) {
        at++;
        continue;
      }
      joined ??= [];
      while (next < drafts.length && drafts[next]!.first < draft.first) joined.push(drafts[next++]!);
      while (next < drafts.length && drafts[next]!.first < draft.behind) next++;
      joined.push(draft);
      at += this.#matcher.length;
    }
    while (joined !== undefined && next < drafts.length) joined.push(drafts[next++]!);
    return joined ?? drafts;
  }

  #read(drafts: readonly Draft[], { source, value, end }: Lexemes, at: number): Draft | undefined {
    const matcher = this.#matcher;
    const parts = this.#parts;
    const { captureName, capturePlace } = matcher.table;
    for (matcher.begin(this.#kind, at, this.#length); matcher.next(); ) {
      const rule = this.#rules[matcher.row]!;
      const { firstCapture, behindCaptures } = matcher;
      for (let i = firstCapture; i < behindCaptures; i++) {
        const item = at + capturePlace[i]!;
        parts[CAPTURES[captureName[i]!]!] = drafts[this.#draft[item]!] ?? value[this.#first[item]!]!;
      }
      const next = at + matcher.length;
      const behind = this.#behind[next - 1]!;
      const kindBehind = next < this.#length ? this.#kind[next]! : -1;
      const reading = rule.read(parts, { source, end: end[behind - 1]!, kindBehind });
      for (let i = firstCapture; i < behindCaptures; i++) parts[CAPTURES[captureName[i]!]!] = undefined;
      if (reading !== undefined) return draftOf(rule.name, this.#kinds[matcher.row]!, reading, this.#first[at]!, behind);
    }
    return undefined;
  }

  #fill(drafts: readonly Draft[], { kind, length }: Lexemes): void {
    if (this.#kind.length < length) {
      this.#kind = new Uint8Array(length * 2);
      this.#first = new Int32Array(length * 2);
      this.#behind = new Int32Array(length * 2);
      this.#draft = new Int32Array(length * 2);
    }
    let count = 0;
    let next = 0;
    for (let at = 0; at < length; count++) {
      const draft = drafts[next]?.first === at ? drafts[next]! : undefined;
      this.#kind[count] = draft?.kind ?? kind[at]!;
      this.#draft[count] = draft === undefined ? -1 : next++;
      this.#first[count] = at;
      at = draft?.behind ?? at + 1;
      this.#behind[count] = at;
    }
    this.#length = count;
  }
}

/** Readings side by side that are one, then ranges over what these give. */
export const joins = new Joiner(JOIN_RULES, JOIN_TABLE);
export const spans = new Joiner(SPAN_RULES, SPAN_TABLE);
