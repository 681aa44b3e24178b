import { ENTITY_TYPES, type EntityType, type Mention } from '../../model/mention.js';
import type { CodeSpan, Snippet } from '../../model/snippet.js';
import { CodeBuffer } from '../../text/codes.js';
import { createPairs, numberPair, type Pairs } from '../../text/pairs.js';
import { createInts, type Ints, pushInt } from './identity-columns.js';
import { absorbForms, createNameForms, formOf, type NameForms, shownOf } from './identity-forms.js';
import { isPartOf, type NameKeys } from './identity-keys.js';
import { isAbbreviation } from './identity-names.js';

/**
 * What a corpus says of its names, before it is decided who is who. Plain data; a few bytes a snippet beside the vocabulary.
 *
 * A *use* is a form with all that its identity can depend on: the type it was given and, for a partial name (`Trump`), the use of the
 * full name before it in the snippet or else the file. All mentions of a use are the same person.
 */
export interface IdentityState {
  readonly forms: NameForms;
  readonly files: Map<string, number>;
  readonly uses: Uses;
  /** Full names of people by file, as pairs file, use; a pair may stand here more than once. */
  readonly peopleOfFiles: Ints;
  /** The uses of each snippet that has several, the last one of a snippet as `~use`. */
  readonly together: Ints;
  /** `full use * PAIR + abbreviation use` → how often it was written `Full name (ABBR)`. */
  readonly abbreviations: Map<number, number>;
}

export interface Uses {
  /** Form and type, packed; and the context: a use, or `~file`, or `NO_CONTEXT`. */
  readonly index: Pairs;
  readonly mentions: Ints;
  /** Snippets with the use. */
  readonly snippets: Ints;
  /** The last file in which `peopleOfFiles` got the use. */
  readonly lastFile: Ints;
}

export const PAIR = 2 ** 26;
export const NO_CONTEXT = -(2 ** 25);
const TYPES = ENTITY_TYPES.length;
const PER = ENTITY_TYPES.indexOf('PER');

/** @param forms those known already, where states share them */
export function createIdentityState(forms = createNameForms()): IdentityState {
  return {
    forms,
    files: new Map(),
    uses: { index: createPairs(), mentions: createInts(), snippets: createInts(), lastFile: createInts() },
    peopleOfFiles: createInts(),
    together: createInts(),
    abbreviations: new Map(),
  };
}

export const formOfUse = ({ index }: Uses, use: number): number => (index.first[use]! / TYPES) | 0;
/** Index in `ENTITY_TYPES`. */
export const typeOfUse = ({ index }: Uses, use: number): number => index.first[use]! % TYPES;
export const contextOfUse = ({ index }: Uses, use: number): number => index.second[use]!;
export const keyOfUse = ({ uses, forms }: IdentityState, use: number): number => forms.key.data[formOfUse(uses, use)]!;

/** Stands for a mention until identities are resolved; belongs to the state that gave it. */
export type Handle = number;

const buffer = new CodeBuffer();
/** The people of a snippet, as pairs key, use. */
const people = createInts();

/** Counts one snippet's mentions, and returns a handle for each. */
export function addMentions(state: IdentityState, snippet: Snippet, mentions: readonly Mention[]): readonly Handle[] {
  if (mentions.length === 0) return [];
  const text = snippet.normalCodes ?? buffer.span(snippet.text);
  const { uses, forms } = state;
  const { keys } = forms;
  const file = fileId(state, snippet.file);
  const handles: number[] = [];
  people.length = 0;
  for (const { start, end, type: typeName } of mentions) {
    const form = formOf(forms, text.codes, text.start + start, text.start + end);
    const key = forms.key.data[form]!;
    const type = ENTITY_TYPES.indexOf(typeName);
    let context = NO_CONTEXT;
    if (forms.partial.data[form] === 1) {
      context = personBefore(keys, key);
      if (context === NO_CONTEXT && type === PER) context = ~file;
    }
    const use = useId(uses, form, type, context);
    uses.mentions.data[use]!++;
    handles.push(use);
    if (type !== PER || keys.length.data[key] === 1) continue;
    pushInt(people, key);
    pushInt(people, use);
    addPersonOfFile(state, file, use);
  }
  countSnippet(state, handles);
  for (let i = 1; i < mentions.length; i++) {
    if (isBracketed(text, mentions[i - 1]!, mentions[i]!) && mentions[i - 1]!.type === mentions[i]!.type) {
      if (isAbbreviation(shownOf(forms, formOfUse(uses, handles[i]!)))) bump(state.abbreviations, handles[i - 1]! * PAIR + handles[i]!, 1);
    }
  }
  return handles;
}

export const typeAt = (index: number): EntityType => ENTITY_TYPES[index]!;

function bump(counts: Map<number, number>, key: number, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}

function fileId(state: IdentityState, file: string): number {
  let id = state.files.get(file);
  if (id === undefined) {
    id = state.files.size;
    state.files.set(file, id);
  }
  return id;
}

function useId({ index, mentions, snippets, lastFile }: Uses, form: number, type: number, context: number): number {
  const use = numberPair(index, form * TYPES + type, context);
  if (use === mentions.length) {
    pushInt(mentions, 0);
    pushInt(snippets, 0);
    pushInt(lastFile, -1);
  }
  return use;
}

function addPersonOfFile({ uses, peopleOfFiles }: IdentityState, file: number, use: number): void {
  if (uses.lastFile.data[use] === file) return;
  uses.lastFile.data[use] = file;
  pushInt(peopleOfFiles, file);
  pushInt(peopleOfFiles, use);
}

function countSnippet({ uses, together }: IdentityState, handles: readonly number[]): void {
  if (handles.length === 1) {
    uses.snippets.data[handles[0]!]!++;
    return;
  }
  const first = together.length;
  const seen = handles.length > FEW ? new Set<number>() : undefined;
  for (let i = 0; i < handles.length; i++) {
    const use = handles[i]!;
    if (seen === undefined ? handles.indexOf(use) < i : seen.has(use)) continue;
    seen?.add(use);
    uses.snippets.data[use]!++;
    pushInt(together, use);
  }
  if (together.length === first + 1) together.length = first;
  else together.data[together.length - 1] = ~together.data[together.length - 1]!;
}

/** Up to so many mentions are compared one by one. */
const FEW = 12;

/** Whether the text between two mentions is `(`, and `)`, `,` or `;` stands behind the second. */
export function isBracketed({ codes, start, end }: CodeSpan, first: Mention, second: Mention): boolean {
  if (second.start - first.end > 3) return false;
  let opening = 0;
  for (let i = first.end; i < second.start; i++) {
    if (codes[start + i] === OPENING) opening++;
    else if (codes[start + i] !== SPACE) return false;
  }
  let behind = start + second.end;
  if (behind < end && codes[behind] === SPACE) behind++;
  return opening === 1 && behind < end && (codes[behind] === CLOSING || codes[behind] === COMMA || codes[behind] === SEMICOLON);
}

const [SPACE, OPENING, CLOSING, COMMA, SEMICOLON] = [0x20, 0x28, 0x29, 0x2c, 0x3b];

/** How many people back a name is looked for, so that a line of a hundred thousand names takes linear time. */
const MEMORY = 200;

/** The use of the last person so far whose name ends with the partial name, or begins with it where it is one word. */
function personBefore(keys: NameKeys, partial: number): number {
  for (let i = people.length - 2; i >= 0 && i >= people.length - 2 * MEMORY; i -= 2) {
    if (isPartOf(keys, partial, people.data[i]!)) return people.data[i + 1]!;
  }
  return NO_CONTEXT;
}

/**
 * Adds `later` to `earlier`, whose corpus part it follows, and changes `earlier`.
 * @returns by handle of `later` the handle in `earlier`
 */
export function absorbIdentities(earlier: IdentityState, later: IdentityState): Int32Array {
  const forms = absorbForms(earlier.forms, later.forms);
  const files = [...later.files.keys()].map(file => fileId(earlier, file));
  const { uses } = later;
  const handles = new Int32Array(uses.index.size);
  for (let use = 0; use < handles.length; use++) {
    const context = contextOfUse(uses, use);
    const moved = context === NO_CONTEXT ? context : context < 0 ? ~files[~context]! : handles[context]!;
    const id = useId(earlier.uses, forms[formOfUse(uses, use)]!, typeOfUse(uses, use), moved);
    earlier.uses.mentions.data[id]! += uses.mentions.data[use]!;
    earlier.uses.snippets.data[id]! += uses.snippets.data[use]!;
    handles[use] = id;
  }
  const { data, length } = later.peopleOfFiles;
  for (let i = 0; i < length; i += 2) addPersonOfFile(earlier, files[data[i]!]!, handles[data[i + 1]!]!);
  for (let i = 0; i < later.together.length; i++) {
    const use = later.together.data[i]!;
    pushInt(earlier.together, use < 0 ? ~handles[~use]! : handles[use]!);
  }
  for (const [pair, count] of later.abbreviations) {
    const full = handles[Math.floor(pair / PAIR)]!;
    bump(earlier.abbreviations, full * PAIR + handles[pair % PAIR]!, count);
  }
  return handles;
}
