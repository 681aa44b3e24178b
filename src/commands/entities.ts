import {
  addMentions,
  commonest,
  createIdentityState,
  type IdentityState,
  type IdentityTables,
  mergeIdentityStates,
  type ResolvedIdentities,
  type ResolvedIdentity,
  resolveIdentities,
} from '../annotate/entities/identity.js';
import { type Command, defineFold, type FinishTools, type Options } from '../model/command.js';
import { ENTITY_TYPES, type EntityType } from '../model/mention.js';
import type { Fact, JsonObject, Row } from '../model/report.js';
import { createMentionList, type ListedMention, listMentions, type MentionList, mentionsOf, mergeMentionLists } from './mention-list.js';
import { choice, choiceList, count, toggle } from './options.js';

const FORMATS = ['table', 'json', 'ndjson', 'csv', 'tsv', 'markdown'] as const;
const integer = { type: 'integer', minimum: 0 };
const text = { type: 'string' };
const entityType = { enum: ENTITY_TYPES };
const FIGURES: JsonObject = { mentions: integer };

/** The frequency table. `share` is of all mentions that `--type` and `--min-count` let through, whatever `--top` shows of them. */
const table = defineFold<IdentityState>({
  id: 'entities/1',
  when: options => options.list !== true,
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
  init: () => createIdentityState(),
  add: (state, doc) => {
    addMentions(state, doc.snippet, doc.entities);
  },
  merge: mergeIdentityStates,
  finish: (state, options, tools) => {
    const kept = passing(resolved(state, options, tools), options);
    const mentions = kept.reduce((sum, identity) => sum + identity.mentions, 0);
    const rows = commonest(kept, (options.top as number | undefined) || undefined, sortKey(options)).map(
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

const list = defineFold<MentionList>({
  id: 'entities.list/1',
  when: options => options.list === true,
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
  init: createMentionList,
  add: listMentions,
  merge: mergeMentionLists,
  finish: (state, options, tools) => {
    const names = resolved(state.identities, options, tools);
    const kept = new Set(passing(names, options));
    const top = (options.top as number | undefined) || Number.POSITIVE_INFINITY;
    const rows: Row[] = [];
    let total = 0;
    for (const mention of mentionsOf(state)) {
      const identity = names.nameOf(mention.handle);
      if (kept.has(identity) && ++total <= top) rows.push(mentionRow(mention, identity));
    }
    return {
      figures: { entities: kept.size },
      total,
      rows,
      footer: [shownOf(rows.length, total, 'mentions', 'mention'), { value: kept.size, kind: 'count', label: 'entities', one: 'entity' }],
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

function mentionRow({ file, line, id, start, end, text, nested }: ListedMention, { entity, type }: ResolvedIdentity): Row {
  return { record: 'entity', file, line, ...(id !== undefined && { id }), start, end, text, type, entity, nested };
}

function resolved(state: IdentityState, options: Options, tools: FinishTools): ResolvedIdentities {
  return resolveIdentities(state, tools.identityTables as IdentityTables, options.noMerge !== true);
}

function passing({ all }: ResolvedIdentities, options: Options): readonly ResolvedIdentity[] {
  const types = options.type as readonly EntityType[] | undefined;
  const least = (options.minCount as number | undefined) ?? 1;
  return all.filter(({ type, mentions }) => mentions >= least && (types === undefined || types.includes(type)));
}

function sortKey(options: Options): 'mentions' | 'snippets' {
  return options.sort === 'snippets' ? 'snippets' : 'mentions';
}

/** The spellings other than the shown name; those that differ in case alone count as one. */
function alsoWritten({ entity, aliases }: Row): string | undefined {
  const others = new Map<string, { text: string; count: number }>();
  for (const { text, count } of aliases as readonly { text: string; count: number }[]) {
    const lower = text.toLowerCase();
    const known = others.get(lower);
    if (known !== undefined) known.count += count;
    else if (lower !== (entity as string).toLowerCase()) others.set(lower, { text, count });
  }
  return others.size === 0 ? undefined : [...others.values()].map(({ text, count }) => `${text} (${count})`).join(', ');
}

function shownOf(shown: number, all: number, label = 'entities', one = 'entity'): Fact {
  return shown === all ? { value: all, kind: 'count', label, one } : { value: `${shown} of ${all}`, kind: 'text', label };
}

const note = (value: string): Fact => ({ value, kind: 'text', label: '' });

function listOf(properties: JsonObject): JsonObject {
  return { type: 'array', items: { type: 'object', properties, required: Object.keys(properties), additionalProperties: false } };
}
