import type { EntityType } from '../../model/mention.js';
import type { Block, Fact, InputFigures, JsonObject } from '../../model/report.js';

/** The shape of `statsFigures`, as the screen reads it. */
interface Figures {
  readonly snippets: number;
  readonly duplicates: number;
  readonly sentences: number;
  readonly syllables: number;
  readonly words: number;
  readonly types: number;
  readonly mattr: number;
  readonly wordsPerSnippet: { readonly mean: number; readonly median: number; readonly p95: number };
  readonly multiSyllableShare: number;
  readonly topWords: readonly { readonly word: string; readonly count: number }[];
  readonly entities: {
    readonly byType: readonly {
      readonly type: EntityType;
      readonly entities: number;
      readonly top: readonly { readonly entity: string; readonly mentions: number }[];
    }[];
  };
  readonly dates: {
    readonly mentions: number;
    readonly resolved: number;
    readonly first: string | null;
    readonly last: string | null;
    readonly byMonth: readonly { readonly period: string; readonly count: number }[];
  };
  readonly health: {
    readonly nonNfc: number;
    readonly invalidUtf8: number;
    readonly zeroWidth: number;
    readonly eth: number;
    readonly empty: number;
  };
}

const TYPE_LABELS: Readonly<Record<EntityType, string>> = { PER: 'People', LOC: 'Places', ORG: 'Organisations', MISC: 'Other names' };

/** What a reader sees of a corpus: its size and health, its words, who and where, when. */
export function statsBlocks(result: JsonObject, input: InputFigures): readonly Block[] {
  const figures = result as unknown as Figures;
  return [
    {
      kind: 'heading',
      left: [
        count(input.files, 'files', 'file'),
        count(figures.snippets, 'snippets', 'snippet'),
        { value: input.bytes, kind: 'bytes', label: '' },
      ],
      right: healthFacts(figures, input),
    },
    {
      kind: 'facts',
      label: 'Text',
      facts: [
        count(figures.sentences, 'sentences', 'sentence'),
        count(figures.words, 'words', 'word'),
        count(figures.syllables, 'syllables', 'syllable'),
        count(figures.types, 'types', 'type'),
        { value: figures.mattr, kind: 'number', label: 'MATTR', labelFirst: true },
        {
          value: Math.round(figures.wordsPerSnippet.mean),
          kind: 'count',
          label: 'words a snippet',
          one: 'word a snippet',
          notes: [named(figures.wordsPerSnippet.median, 'median'), named(figures.wordsPerSnippet.p95, 'p95')],
        },
        { value: figures.multiSyllableShare, kind: 'ratio', label: 'multi-syllable' },
      ],
    },
    { kind: 'ranking', label: 'Top words', items: figures.topWords.map(({ word, count }) => ({ name: word, count })) },
    ...figures.entities.byType
      .filter(({ entities }) => entities > 0)
      .map(
        ({ type, entities, top }): Block => ({
          kind: 'ranking',
          label: TYPE_LABELS[type],
          accent: type,
          items: top.map(({ entity, mentions }) => ({ name: entity, count: mentions })),
          tail: count(entities, 'in all'),
        }),
      ),
    { kind: 'facts', label: 'Dates', facts: dateFacts(figures) },
    { kind: 'series', points: figures.dates.byMonth },
  ];
}

function healthFacts({ duplicates, health }: Figures, input: InputFigures): readonly Fact[] {
  const faults = [
    health.nonNfc > 0 ? count(health.nonNfc, 'not NFC') : word('all NFC'),
    ...(health.invalidUtf8 > 0 ? [count(health.invalidUtf8, 'invalid bytes', 'invalid byte')] : []),
    ...(health.zeroWidth > 0 ? [count(health.zeroWidth, 'with zero-width characters')] : []),
    ...(health.eth > 0 ? [count(health.eth, 'with Ð for Đ')] : []),
    ...(health.empty > 0 ? [count(health.empty, 'empty')] : []),
    ...(input.skipped > 0 ? [count(input.skipped, 'skipped')] : []),
  ];
  return [duplicates === 0 ? word('no duplicates') : count(duplicates, 'duplicates', 'duplicate'), ...faults];
}

function dateFacts({ dates }: Figures): readonly Fact[] {
  const open = dates.mentions - dates.resolved;
  return [
    count(dates.mentions, 'mentions', 'mention'),
    ...(dates.first === null || dates.last === null
      ? []
      : [word(dates.first === dates.last ? dates.first : `${dates.first} to ${dates.last}`)]),
    ...(open > 0 ? [count(open, 'without a day')] : []),
  ];
}

function count(value: number, label: string, one = label): Fact {
  return { value, kind: 'count', label, one };
}

function named(value: number, label: string): Fact {
  return { value, kind: 'count', label, labelFirst: true };
}

function word(text: string): Fact {
  return { value: text, kind: 'text', label: '' };
}
