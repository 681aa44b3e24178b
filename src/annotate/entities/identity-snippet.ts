import { ENTITY_TYPES, type EntityType, type Mention } from '../../model/mention.js';
import type { CodeSpan } from '../../model/snippet.js';
import { CanonicalKeys } from './identity-canonical.js';
import { createNameForms, formOf, shownOf } from './identity-forms.js';
import { headOf } from './identity-heads.js';
import { firstSyllable, isPartOf, type NameKeys, NO_KEY, restOf } from './identity-keys.js';
import { resolveByKeys } from './identity-resolve.js';
import { addMentions, createIdentityState, isBracketed } from './identity-state.js';
import type { IdentityTables } from './identity-tables.js';

interface Named {
  readonly entity: string;
  readonly type: EntityType;
}

/** What one snippet and the tables say of its mentions, without a corpus. `mentions` are in offsets of `text`. */
export function resolveSnippet(mentions: readonly Mention[], text: CodeSpan, tables: IdentityTables): readonly Named[] {
  const names = namesOf(tables);
  return names.plain(mentions, text) ?? names.ofCorpus(mentions, text);
}

/** As if the snippet were the corpus. */
export function namesOfCorpus(mentions: readonly Mention[], text: CodeSpan, tables: IdentityTables): readonly Named[] {
  return namesOf(tables).ofCorpus(mentions, text);
}

let latest: SnippetNames | undefined;

/** What is known of names is kept from snippet to snippet. */
function namesOf(tables: IdentityTables): SnippetNames {
  if (latest?.tables !== tables || latest.isFull) latest = new SnippetNames(tables);
  return latest;
}

const KNOWN_LIMIT = 1 << 16;
/** More mentions are not compared one by one. */
const FEW = 40;
/** Of the mentions that are compared. */
const forms = new Int32Array(FEW);
const TYPES = ENTITY_TYPES.length;
const NO_HEAD = -2;

class SnippetNames {
  readonly tables: IdentityTables;
  readonly #forms = createNameForms();
  readonly #canonical: CanonicalKeys;
  /** By form and type: what it is called where nothing else has a say. */
  readonly #named: (Named | undefined)[] = [];
  /** By form: the root of its key. */
  readonly #root: number[] = [];
  /** By form: its key without its class word. */
  readonly #bare: number[] = [];

  constructor(tables: IdentityTables) {
    this.tables = tables;
    this.#canonical = new CanonicalKeys(tables, this.#forms.keys);
  }

  get isFull(): boolean {
    return this.#forms.written.size >= KNOWN_LIMIT;
  }

  ofCorpus(mentions: readonly Mention[], text: CodeSpan): readonly Named[] {
    const state = createIdentityState(this.#forms);
    const handles = addMentions(state, { file: '', line: 1, text: '', normalCodes: text }, mentions);
    const { nameOf } = resolveByKeys(state, this.#canonical);
    return handles.map(handle => {
      const { entity, type } = nameOf(handle);
      return { entity, type };
    });
  }

  /** The names where no mention has a say in another's, which is nearly always; `undefined` where one may have. */
  plain(mentions: readonly Mention[], text: CodeSpan): readonly Named[] | undefined {
    if (mentions.length > FEW) return undefined;
    for (let i = 0; i < mentions.length; i++) {
      const mention = mentions[i]!;
      if (i > 0 && isBracketed(text, mentions[i - 1]!, mention)) return undefined;
      const form = formOf(this.#forms, text.codes, text.start + mention.start, text.start + mention.end);
      for (let j = 0; j < i; j++) {
        if (this.#meet(forms[j]!, form, mentions[j]!.type === mention.type)) return undefined;
      }
      forms[i] = form;
    }
    return mentions.map(({ type }, i) => this.#nameOf(forms[i]!, type));
  }

  /** Whether one of two forms may have a say in the other's name. */
  #meet(a: number, b: number, sameType: boolean): boolean {
    if (a === b) return !sameType;
    const { key, partial, keys } = this.#forms;
    const [ofA, ofB] = [key.data[a]!, key.data[b]!];
    if (this.#rootOf(a) === this.#rootOf(b)) return true;
    if (partial.data[a] === 1 && isPartOf(keys, ofA, ofB)) return true;
    if (partial.data[b] === 1 && isPartOf(keys, ofB, ofA)) return true;
    return this.#bareOf(a) === ofB || this.#bareOf(b) === ofA;
  }

  #rootOf(form: number): number {
    this.#root[form] ??= this.#canonical.rootOf(this.#forms.key.data[form]!);
    return this.#root[form]!;
  }

  #bareOf(form: number): number {
    this.#bare[form] ??= headOf(this.#forms.keys, this.#forms.key.data[form]!)?.bare ?? NO_HEAD;
    return this.#bare[form]!;
  }

  #nameOf(form: number, type: EntityType): Named {
    const place = form * TYPES + ENTITY_TYPES.indexOf(type);
    this.#named[place] ??= this.#read(form, type);
    return this.#named[place]!;
  }

  #read(form: number, type: EntityType): Named {
    const { key, partial, keys } = this.#forms;
    const canonical = this.#canonical.nameOf(this.#rootOf(form));
    const isElsewise = partial.data[form] === 1 && type === 'PER' && (canonical?.expected ?? 'PER') !== 'PER';
    const isNamesake = isElsewise && isSyllable(keys, key.data[form]!);
    return isNamesake || canonical === undefined
      ? { entity: shownOf(this.#forms, form), type }
      : { entity: canonical.name, type: canonical.type ?? type };
  }
}

const isSyllable = (keys: NameKeys, key: number): boolean => restOf(keys, key) === NO_KEY && firstSyllable(keys, key) > 0;
