import { ENTITY_TYPES, type EntityType, type Mention } from '../../model/mention.js';
import type { CodeSpan, Snippet } from '../../model/snippet.js';
import { CodeBuffer } from '../../text/codes.js';
import { createSpellings, numberSpelling, type Spellings } from '../../text/spellings.js';
import { createInts, type Ints, pushInt } from './identity-columns.js';
import { type FormReader, type NameForm, readForm } from './identity-form.js';
import { isAbbreviation, isPartOf } from './identity-names.js';

/**
 * What a corpus says of its names, before it is decided who is who. Plain data; a few bytes a snippet beside the vocabulary.
 *
 * A *form* is a spelling. A *use* is a form with all that its identity can depend on: the type it was given and, for a partial name
 * (`Trump`), the use of the full name before it in the snippet or else the file. All mentions of a use are the same person.
 */
export interface IdentityState {
  /** Spellings as they stand in the text, and the form of each. */
  readonly written: Spellings;
  readonly formOfWritten: Ints;
  /** Shown spelling → form. */
  readonly forms: Map<string, number>;
  /** By form: the shown spelling, and its `identityKey`. */
  readonly texts: string[];
  readonly keys: string[];
  /** By form: 1 where it would be part of a person's name, 0 where it would be a full one of several words. */
  readonly partial: Ints;
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
  /** By form and type: the use without context, -1 where there is none. */
  readonly plain: Ints;
  /** Form, type and context, packed → use. */
  readonly index: Map<number, number>;
  readonly form: Ints;
  /** Index in `ENTITY_TYPES`. */
  readonly type: Ints;
  /** A use; or `~file`; or `NO_CONTEXT`. */
  readonly context: Ints;
  readonly mentions: Ints;
  /** Snippets with the use. */
  readonly snippets: Ints;
  /** The last file in which `peopleOfFiles` got the use. */
  readonly lastFile: Ints;
}

export const PAIR = 2 ** 26;
export const NO_CONTEXT = -(2 ** 25);

export function createIdentityState(): IdentityState {
  return {
    written: createSpellings(),
    formOfWritten: createInts(),
    forms: new Map(),
    texts: [],
    keys: [],
    partial: createInts(),
    files: new Map(),
    uses: {
      plain: createInts(),
      index: new Map(),
      form: createInts(),
      type: createInts(),
      context: createInts(),
      mentions: createInts(),
      snippets: createInts(),
      lastFile: createInts(),
    },
    peopleOfFiles: createInts(),
    together: createInts(),
    abbreviations: new Map(),
  };
}

/** Stands for a mention until identities are resolved; belongs to the state that gave it. */
export type Handle = number;

const buffer = new CodeBuffer();

/** Counts one snippet's mentions, and returns a handle for each. */
export function addMentions(
  state: IdentityState,
  snippet: Snippet,
  mentions: readonly Mention[],
  read: FormReader = readForm,
): readonly Handle[] {
  if (mentions.length === 0) return [];
  const text = snippet.normalCodes ?? buffer.span(snippet.text);
  const { uses } = state;
  const file = fileId(state, snippet.file);
  const people: Person[] = [];
  const handles: number[] = [];
  for (const mention of mentions) {
    const form = formId(state, text, mention, read);
    const key = state.keys[form]!;
    const isPerson = mention.type === 'PER';
    const partial = state.partial.data[form] === 1;
    const antecedent = partial ? personBefore(people, key) : undefined;
    const context = antecedent ?? (partial && isPerson ? ~file : NO_CONTEXT);
    const use = useId(uses, form, ENTITY_TYPES.indexOf(mention.type), context);
    uses.mentions.data[use]!++;
    handles.push(use);
    if (!isPerson || !key.includes(' ')) continue;
    people.push({ key, use });
    addPersonOfFile(state, file, use);
  }
  countSnippet(state, handles);
  for (let i = 1; i < mentions.length; i++) {
    if (isBracketed(text, mentions[i - 1]!, mentions[i]!) && mentions[i - 1]!.type === mentions[i]!.type) {
      const abbreviation = state.texts[uses.form.data[handles[i]!]!]!;
      if (isAbbreviation(abbreviation)) bump(state.abbreviations, handles[i - 1]! * PAIR + handles[i]!, 1);
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

function formId(state: IdentityState, text: CodeSpan, { start, end }: Mention, read: FormReader): number {
  const written = numberSpelling(state.written, text.codes, text.start + start, text.start + end);
  if (written === state.formOfWritten.length) {
    const form = read(text, start, end);
    pushInt(state.formOfWritten, state.forms.get(form.shown) ?? addForm(state, form));
  }
  return state.formOfWritten.data[written]!;
}

function addForm(state: IdentityState, { shown, key, partial }: NameForm): number {
  const id = state.texts.length;
  state.texts.push(shown);
  state.keys.push(key);
  pushInt(state.partial, partial ? 1 : 0);
  for (let type = 0; type < ENTITY_TYPES.length; type++) pushInt(state.uses.plain, -1);
  state.forms.set(shown, id);
  return id;
}

function useId(uses: Uses, form: number, type: number, context: number): number {
  const typed = form * ENTITY_TYPES.length + type;
  if (context === NO_CONTEXT) {
    if (uses.plain.data[typed]! < 0) uses.plain.data[typed] = addUse(uses, form, type, context);
    return uses.plain.data[typed]!;
  }
  const packed = typed * PAIR + (context - NO_CONTEXT);
  let id = uses.index.get(packed);
  if (id === undefined) {
    id = addUse(uses, form, type, context);
    uses.index.set(packed, id);
  }
  return id;
}

function addUse(uses: Uses, form: number, type: number, context: number): number {
  pushInt(uses.form, form);
  pushInt(uses.type, type);
  pushInt(uses.context, context);
  pushInt(uses.mentions, 0);
  pushInt(uses.snippets, 0);
  pushInt(uses.lastFile, -1);
  return uses.form.length - 1;
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

interface Person {
  readonly key: string;
  readonly use: number;
}

/** How many people back a name is looked for, so that a line of a hundred thousand names takes linear time. */
const MEMORY = 200;

/** The last person so far whose name ends with the partial name, or begins with it where it is one word. */
function personBefore(people: readonly Person[], partial: string): number | undefined {
  for (let i = people.length - 1; i >= 0 && i >= people.length - MEMORY; i--) {
    const { key, use } = people[i]!;
    if (isPartOf(partial, key)) return use;
  }
  return undefined;
}

/**
 * Adds `later` to `earlier`, whose corpus part it follows, and changes `earlier`.
 * @returns by handle of `later` the handle in `earlier`
 */
export function absorbIdentities(earlier: IdentityState, later: IdentityState): Int32Array {
  const forms = later.texts.map(
    (shown, form) =>
      earlier.forms.get(shown) ?? addForm(earlier, { shown, key: later.keys[form]!, partial: later.partial.data[form] === 1 }),
  );
  const files = [...later.files.keys()].map(file => fileId(earlier, file));
  const handles = new Int32Array(later.uses.form.length);
  for (let use = 0; use < handles.length; use++) {
    const context = later.uses.context.data[use]!;
    const moved = context === NO_CONTEXT ? context : context < 0 ? ~files[~context]! : handles[context]!;
    const id = useId(earlier.uses, forms[later.uses.form.data[use]!]!, later.uses.type.data[use]!, moved);
    earlier.uses.mentions.data[id]! += later.uses.mentions.data[use]!;
    earlier.uses.snippets.data[id]! += later.uses.snippets.data[use]!;
    handles[use] = id;
  }
  const { data: people, length } = later.peopleOfFiles;
  for (let i = 0; i < length; i += 2) addPersonOfFile(earlier, files[people[i]!]!, handles[people[i + 1]!]!);
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
