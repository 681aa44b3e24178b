import { compareCodePoints } from '../aggregate/order.js';
import {
  absorbIdentities,
  addMentions,
  createIdentityState,
  type IdentityState,
  type IdentityTables,
  mergeIdentityStates,
  type ResolvedIdentities,
  type ResolvedIdentity,
  resolveIdentities,
} from '../annotate/entities/identity.js';
import { type Command, defineFold, type FinishTools, type Options } from '../model/command.js';
import type { Doc } from '../model/doc.js';
import { ENTITY_TYPES, type EntityType, type NestedMention } from '../model/mention.js';
import type { Fact, JsonObject, Row } from '../model/report.js';
import { choice, choiceList, count, toggle } from './options.js';

const FORMATS = ['table', 'json', 'ndjson', 'csv', 'tsv', 'markdown'] as const;
const integer = { type: 'integer', minimum: 0 };
const text = { type: 'string' };
const entityType = { enum: ENTITY_TYPES };
const FIGURES: JsonObject = { mentions: integer };

/** The frequency table. `share` is of all mentions that `--type` and `--min-count` let through, whatever `--top` shows of them. */
const table = defineFold<IdentityState>({
  id: 'entities/1',
  when: options => options['list'] !== true,
  needs: () => ['entities'],
  formats: FORMATS,
  record: 'entity',
  columns: [
    { key: 'rank', kind: 'count' },
    { key: 'entity', kind: 'text' },
    { key: 'type', kind: 'text', schema: entityType },
    { key: 'mentions', kind: 'count' },
    { key: 'snippets', kind: 'count' },
    { key: 'share', kind: 'ratio' },
    { key: 'aliases', kind: 'list', schema: listOf({ text, count: integer }) },
  ],
  screen: [
    { label: '', kind: 'count', key: 'rank', tone: 'dim' },
    { label: 'Entity', kind: 'text', key: 'entity', tone: 'type', cut: 'end' },
    { label: 'Type', kind: 'text', key: 'type', tone: 'dim' },
    { label: 'Mentions', kind: 'count', key: 'mentions' },
    { label: 'Snippets', kind: 'count', key: 'snippets' },
    { label: '', kind: 'bar', key: 'bar', tone: 'type' },
    { label: 'Also written', kind: 'text', key: 'alsoWritten', tone: 'dim', cut: 'end', optional: true },
  ],
  present: (row, options) => ({ ...row, bar: row[sortKey(options)], alsoWritten: alsoWritten(row) }),
  figures: FIGURES,
  init: createIdentityState,
  add: (state, doc) => {
    addMentions(state, doc.snippet, doc.entities);
  },
  merge: mergeIdentityStates,
  finish: (state, options, tools) => {
    const kept = sorted(passing(resolved(state, options, tools), options), options);
    const mentions = kept.reduce((sum, identity) => sum + identity.mentions, 0);
    const rows = cut(kept, options).map(
      ({ entity, type, mentions: own, snippets, aliases }, i): Row => ({
        record: 'entity',
        rank: i + 1,
        entity,
        type,
        mentions: own,
        snippets,
        share: own / mentions,
        aliases: aliases.map(({ text, count }) => ({ text, count })),
      }),
    );
    const cutNote: Fact[] = rows.length < kept.length ? [note('--top 0 shows all, --json carries them')] : [];
    return {
      figures: { mentions },
      total: kept.length,
      rows,
      footer: [shownOf(rows.length, kept.length), { value: mentions, kind: 'count', label: 'mentions', one: 'mention' }, ...cutNote],
    };
  },
});

/** Every mention with its place, kept until all is read: only then is it known who is who. */
interface MentionList {
  readonly identities: IdentityState;
  readonly mentions: ListedMention[];
}

interface ListedMention {
  readonly file: string;
  readonly line: number;
  readonly id: string | undefined;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  handle: number;
  readonly nested: readonly (NestedMention & { readonly text: string })[];
}

const list = defineFold<MentionList>({
  id: 'entities.list/1',
  when: options => options['list'] === true,
  needs: () => ['entities'],
  formats: FORMATS,
  record: 'entity',
  columns: [
    { key: 'file', kind: 'text' },
    { key: 'line', kind: 'position' },
    { key: 'id', kind: 'text', optional: true },
    { key: 'start', kind: 'position' },
    { key: 'end', kind: 'position' },
    { key: 'text', kind: 'text' },
    { key: 'type', kind: 'text', schema: entityType },
    { key: 'entity', kind: 'text' },
    { key: 'nested', kind: 'list', schema: listOf({ start: integer, end: integer, text, type: entityType }) },
  ],
  screen: [
    { label: 'Place', kind: 'place', key: 'file', tone: 'dim', cut: 'start' },
    { label: 'Start', kind: 'position', key: 'start', tone: 'dim' },
    { label: 'Mention', kind: 'text', key: 'text', tone: 'type', cut: 'end' },
    { label: 'Type', kind: 'text', key: 'type', tone: 'dim' },
    { label: 'Entity', kind: 'text', key: 'entity', cut: 'end' },
  ],
  figures: { entities: integer },
  init: () => ({ identities: createIdentityState(), mentions: [] }),
  add: addListed,
  merge: (earlier, later) => {
    const handles = absorbIdentities(earlier.identities, later.identities);
    for (const mention of later.mentions) {
      mention.handle = handles[mention.handle]!;
      earlier.mentions.push(mention);
    }
    return earlier;
  },
  finish: ({ identities, mentions }, options, tools) => {
    const names = resolved(identities, options, tools);
    const kept = new Set(passing(names, options));
    const listed = mentions.filter(({ handle }) => kept.has(names.nameOf(handle)));
    const rows = cut(listed, options).map(({ file, line, id, start, end, text, handle, nested }): Row => {
      const { entity, type } = names.nameOf(handle);
      return { record: 'entity', file, line, ...(id !== undefined && { id }), start, end, text, type, entity, nested: nested.map(inner) };
    });
    return {
      figures: { entities: kept.size },
      total: listed.length,
      rows,
      footer: [
        shownOf(rows.length, listed.length, 'mentions', 'mention'),
        { value: kept.size, kind: 'count', label: 'entities', one: 'entity' },
      ],
    };
  },
});

export const entities: Command = {
  name: 'entities',
  summary: 'who and where: people, places, organisations and other names, each under one name, counted',
  description:
    'Who and where: people, places, organisations and other names, each under one name with its spellings, counted.\n' +
    'The share is of all mentions that the filters let through.',
  examples: [
    'newscli entities news/',
    'newscli entities --type PER,ORG --min-count 3 news/',
    'newscli entities --list --format ndjson news.jsonl',
    'newscli entities --aliases who-is-who.tsv --json news/',
  ],
  takesQuery: false,
  options: [
    choiceList('type', '--type <types>', 'only these types, apart by commas', ENTITY_TYPES, word => word.toUpperCase()),
    count('minCount', '--min-count <n>', 'only names with at least so many mentions', { least: 1 }),
    choice('sort', '--sort <key>', 'what comes first', ['mentions', 'snippets'], 'mentions'),
    toggle('noMerge', '--no-merge', 'each spelling by itself'),
    toggle('list', '--list', 'every mention with its place'),
  ],
  views: [list, table],
};

function addListed(state: MentionList, { snippet, entities: found }: Doc): void {
  const handles = addMentions(state.identities, snippet, found);
  const { file, line, id } = snippet;
  found.forEach(({ start, end, nested }, i) => {
    state.mentions.push({
      file,
      line,
      id,
      start,
      end,
      text: snippet.text.slice(start, end),
      handle: handles[i]!,
      nested: nested.map(({ start, end, type }) => ({ start, end, text: snippet.text.slice(start, end), type })),
    });
  });
}

function resolved(state: IdentityState, options: Options, tools: FinishTools): ResolvedIdentities {
  return resolveIdentities(state, tools.identityTables as IdentityTables, options['noMerge'] !== true);
}

function passing({ entities: all }: ResolvedIdentities, options: Options): readonly ResolvedIdentity[] {
  const types = options['type'] as readonly EntityType[] | undefined;
  const least = (options['minCount'] as number | undefined) ?? 1;
  return all.filter(({ type, mentions }) => mentions >= least && (types === undefined || types.includes(type)));
}

function sorted(identities: readonly ResolvedIdentity[], options: Options): readonly ResolvedIdentity[] {
  if (sortKey(options) === 'mentions') return identities;
  return identities.toSorted((a, b) => b.snippets - a.snippets || b.mentions - a.mentions || compareCodePoints(a.entity, b.entity));
}

function sortKey(options: Options): 'mentions' | 'snippets' {
  return options['sort'] === 'snippets' ? 'snippets' : 'mentions';
}

function cut<T>(items: readonly T[], options: Options): readonly T[] {
  const top = (options['top'] as number | undefined) ?? 0;
  return top === 0 ? items : items.slice(0, top);
}

/** The spellings other than the shown name. */
function alsoWritten({ entity, aliases }: Row): string | undefined {
  const others = (aliases as readonly { text: string; count: number }[]).filter(({ text }) => text !== entity);
  return others.length === 0 ? undefined : others.map(({ text, count }) => `${text} (${count})`).join(', ');
}

function shownOf(shown: number, all: number, label = 'entities', one = 'entity'): Fact {
  return shown === all ? { value: all, kind: 'count', label, one } : { value: `${shown} of ${all}`, kind: 'text', label };
}

const note = (value: string): Fact => ({ value, kind: 'text', label: '' });

function inner({ start, end, text, type }: NestedMention & { readonly text: string }): JsonObject {
  return { start, end, text, type };
}

function listOf(properties: JsonObject): JsonObject {
  return { type: 'array', items: { type: 'object', properties, required: Object.keys(properties), additionalProperties: false } };
}
