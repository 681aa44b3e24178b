import { absorbIdentities, addMentions, createIdentityState, type IdentityState } from '../annotate/entities/identity.js';
import { createInts, type Ints, pushInt } from '../annotate/entities/identity-columns.js';
import type { Doc } from '../model/doc.js';
import { ENTITY_TYPES, type EntityType } from '../model/mention.js';

/** Every mention of a corpus with its place, as columns, kept until all is read: only then is it known who is who. Plain data. */
export interface MentionList {
  readonly identities: IdentityState;
  /** Texts, file names and ids: each is kept once. */
  readonly texts: Map<string, number>;
  readonly file: Ints;
  readonly line: Ints;
  /** -1 where the snippet has none. */
  readonly id: Ints;
  readonly start: Ints;
  readonly end: Ints;
  readonly text: Ints;
  readonly handle: Ints;
  /** How many of `inner` belong to the mention; they follow in order. */
  readonly nested: Ints;
  /** Start, end, type and text of each nested mention. */
  readonly inner: Ints;
}

export interface ListedMention {
  readonly file: string;
  readonly line: number;
  readonly id: string | undefined;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly handle: number;
  readonly nested: readonly { readonly start: number; readonly end: number; readonly text: string; readonly type: EntityType }[];
}

const NO_ID = -1;
const INNER = 4;

export function createMentionList(): MentionList {
  return {
    identities: createIdentityState(),
    texts: new Map(),
    file: createInts(),
    line: createInts(),
    id: createInts(),
    start: createInts(),
    end: createInts(),
    text: createInts(),
    handle: createInts(),
    nested: createInts(),
    inner: createInts(),
  };
}

export function listMentions(list: MentionList, { snippet, entities }: Doc): void {
  if (entities.length === 0) return;
  const handles = addMentions(list.identities, snippet, entities);
  const file = textId(list, snippet.file);
  const id = snippet.id === undefined ? NO_ID : textId(list, snippet.id);
  entities.forEach(({ start, end, nested }, i) => {
    pushInt(list.file, file);
    pushInt(list.line, snippet.line);
    pushInt(list.id, id);
    pushInt(list.start, start);
    pushInt(list.end, end);
    pushInt(list.text, textId(list, snippet.text.slice(start, end)));
    pushInt(list.handle, handles[i]!);
    pushInt(list.nested, nested.length);
    for (const inner of nested) {
      pushInt(list.inner, inner.start);
      pushInt(list.inner, inner.end);
      pushInt(list.inner, ENTITY_TYPES.indexOf(inner.type));
      pushInt(list.inner, textId(list, snippet.text.slice(inner.start, inner.end)));
    }
  });
}

/** Adds `later`, which follows in the input, to `earlier`, which is changed and returned. */
export function mergeMentionLists(earlier: MentionList, later: MentionList): MentionList {
  const handles = absorbIdentities(earlier.identities, later.identities);
  const texts = [...later.texts.keys()].map(text => textId(earlier, text));
  for (let i = 0; i < later.handle.length; i++) {
    pushInt(earlier.file, texts[later.file.data[i]!]!);
    pushInt(earlier.id, later.id.data[i] === NO_ID ? NO_ID : texts[later.id.data[i]!]!);
    pushInt(earlier.text, texts[later.text.data[i]!]!);
    pushInt(earlier.handle, handles[later.handle.data[i]!]!);
    for (const key of ['line', 'start', 'end', 'nested'] as const) pushInt(earlier[key], later[key].data[i]!);
  }
  for (let i = 0; i < later.inner.length; i++) {
    const value = later.inner.data[i]!;
    pushInt(earlier.inner, i % INNER === INNER - 1 ? texts[value]! : value);
  }
  return earlier;
}

/** The mentions in input order. */
export function* mentionsOf(list: MentionList): Generator<ListedMention> {
  const texts = [...list.texts.keys()];
  let at = 0;
  for (let i = 0; i < list.handle.length; i++) {
    const end = at + list.nested.data[i]! * INNER;
    const nested: ListedMention['nested'][number][] = [];
    for (; at < end; at += INNER) {
      const [start, stop, type, text] = list.inner.data.subarray(at, at + INNER) as unknown as [number, number, number, number];
      nested.push({ start, end: stop, text: texts[text]!, type: ENTITY_TYPES[type]! });
    }
    const id = list.id.data[i]!;
    yield {
      file: texts[list.file.data[i]!]!,
      line: list.line.data[i]!,
      id: id === NO_ID ? undefined : texts[id]!,
      start: list.start.data[i]!,
      end: list.end.data[i]!,
      text: texts[list.text.data[i]!]!,
      handle: list.handle.data[i]!,
      nested,
    };
  }
}

function textId({ texts }: MentionList, text: string): number {
  let id = texts.get(text);
  if (id === undefined) {
    id = texts.size;
    texts.set(detached(text), id);
  }
  return id;
}

/** A copy that does not keep the text alive that it was cut from. */
function detached(text: string): string {
  return ` ${text}`.slice(1);
}
