import type { Hit, Identity } from '../model/doc.js';
import { ENTITY_TYPES, type Mention } from '../model/mention.js';
import { comparisonKey, foldedKey } from '../text/keys.js';
import { dayRange } from './day-range.js';
import { globTest } from './glob.js';
import { Cost, type Node, PlacedNode, type Subject } from './nodes.js';
import type { Piece } from './spelling.js';

/** Who each mention of a text is, by that text and the tables. */
export type ResolveNames = (mentions: readonly Mention[], text: string) => readonly Identity[];

/** `file:` a glob on the path; one without `/` is about the file's own name. */
export class FileNode implements Node {
  readonly cost = Cost.Field;
  readonly #test: (path: string) => boolean;
  #path: string | undefined;
  #matches = false;

  constructor(glob: string) {
    const test = globTest(glob.normalize('NFC'));
    const ownName = !glob.includes('/');
    this.#test = path => test(ownName ? path.slice(path.lastIndexOf('/') + 1) : path);
  }

  possible(subject: Subject): boolean {
    return this.run(subject);
  }

  run({ analysis }: Subject): boolean {
    const { file } = analysis.snippet;
    if (file !== this.#path) {
      this.#path = file;
      this.#matches = this.#test(file.normalize('NFC'));
    }
    return this.#matches;
  }
}

/** `source:` the record's field, compared as words are; `*` stands for anything. */
export class SourceNode implements Node {
  readonly cost = Cost.Field;
  readonly #test: (source: string) => boolean;

  constructor(piece: Piece) {
    const key = piece.folds ? foldedKey : comparisonKey;
    const test = globTest(key(piece.text).replaceAll('/', '\u0000'));
    this.#test = source => test(key(source).replaceAll('/', '\u0000'));
  }

  possible(subject: Subject): boolean {
    return this.run(subject);
  }

  run({ analysis }: Subject): boolean {
    return analysis.snippet.source !== undefined && this.#test(analysis.snippet.source);
  }
}

/** `date:A..B`: time expressions that lie inside. */
export class DateNode extends PlacedNode {
  readonly cost = Cost.Dates;
  readonly #label: string;
  readonly #from: string;
  readonly #to: string;

  constructor(value: string) {
    super();
    const { from, to } = dayRange(value)!;
    this.#label = `date:${value}`;
    this.#from = from;
    this.#to = to;
  }

  find({ analysis }: Subject): readonly Hit[] {
    return analysis
      .dates()
      .filter(({ from, to }) => from !== null && to !== null && from >= this.#from && to <= this.#to)
      .map(({ start, end }) => ({ start, end, term: this.#label }));
  }
}

/** `type:` mentions of a type. */
export class TypeNode extends PlacedNode {
  readonly cost = Cost.Entities;
  readonly #type: string;

  constructor(type: string) {
    super();
    this.#type = type;
  }

  find({ analysis }: Subject): readonly Hit[] {
    return analysis
      .entities()
      .filter(mention => mention.type === this.#type)
      .map(({ start, end }) => ({ start, end, term: `type:${this.#type}` }));
  }
}

/** `entity:` mentions whose name, as written or as the snippet and the tables make it, has the words; also by another name of the tables. */
export class EntityNode extends PlacedNode {
  readonly cost = Cost.Entities;
  readonly #label: string;
  readonly #wanted: string;
  readonly #folds: boolean;
  readonly #resolve: ResolveNames | undefined;
  /** The names that the tables give to the wanted one. */
  readonly #names: ReadonlySet<string>;

  constructor(piece: Piece, resolve: ResolveNames | undefined) {
    super();
    this.#label = `entity:${comparisonKey(piece.text)}`;
    this.#folds = piece.folds;
    this.#resolve = resolve;
    this.#wanted = this.#key(piece.text);
    this.#names = new Set(this.#otherNames(piece.text));
  }

  find({ analysis, text }: Subject): readonly Hit[] {
    const mentions = analysis.entities();
    if (mentions.length === 0) return [];
    const identities = this.#resolve?.(mentions, text);
    return mentions
      .filter((mention, i) => {
        if (hasWords(this.#key(text.slice(mention.start, mention.end)), this.#wanted)) return true;
        const name = identities?.[i]?.entity;
        return name !== undefined && (this.#names.has(this.#key(name)) || hasWords(this.#key(name), this.#wanted));
      })
      .map(({ start, end }) => ({ start, end, term: this.#label }));
  }

  #key(name: string): string {
    return this.#folds ? foldedKey(name) : comparisonKey(name);
  }

  #otherNames(text: string): string[] {
    if (this.#resolve === undefined) return [];
    const names = ENTITY_TYPES.flatMap(type => this.#resolve!([{ start: 0, end: text.length, type, nested: [] }], text));
    return names.map(({ entity }) => this.#key(entity)).filter(name => name !== this.#wanted);
  }
}

/** Whether `words` stand in `name`, both keys, at borders of syllables. */
function hasWords(name: string, words: string): boolean {
  return ` ${name} `.includes(` ${words} `) || ` ${name.replace(/[-./]/g, ' ')} `.includes(` ${words} `);
}
