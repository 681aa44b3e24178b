import { type Command, defineFiles, defineFold, defineScan, type Options } from '../model/command.js';
import type { Doc } from '../model/doc.js';
import type { Column, JsonObject, Row, ScreenColumn } from '../model/report.js';
import { choice, count, toggle } from './options.js';
import { QUERY_HELP, QUERY_OPTIONS } from './query/options.js';
import { addToRanking, createRanking, mergeRankings, type Ranking, ranked } from './query/ranking.js';
import { countFound, emptyTally, FOUND_FIGURES, type FoundTally, foundFigures, foundFooter, mergeFound } from './query/spellings.js';

/** Kept by `--sort score` unless `--top` says otherwise. */
const BEST = 100;

const offset = { type: 'integer', minimum: 0 };

const MATCH_COLUMNS: readonly Column[] = [
  { key: 'file', kind: 'text' },
  { key: 'line', kind: 'position' },
  { key: 'id', kind: 'text', optional: true },
  { key: 'text', kind: 'text' },
  {
    key: 'matches',
    kind: 'list',
    schema: {
      type: 'array',
      items: {
        type: 'object',
        properties: { start: offset, end: offset, text: { type: 'string' } },
        required: ['start', 'end', 'text'],
        additionalProperties: false,
      },
    },
  },
];

const MATCH_SCREEN: readonly ScreenColumn[] = [
  { label: 'Place', kind: 'place', key: 'file', tone: 'dim' },
  { label: 'Text', kind: 'text', key: 'text', cut: 'end' },
];

const matches = defineScan<FoundTally>({
  id: 'search/1',
  when: options => (!counts(options) && options.sort !== 'score') || options.silent === true,
  needs: () => [],
  formats: ['lines', 'table', 'json', 'ndjson', 'csv', 'tsv', 'markdown'],
  record: 'match',
  columns: MATCH_COLUMNS,
  screen: MATCH_SCREEN,
  figures: FOUND_FIGURES,
  rows: doc => [matchRow(doc)],
  init: emptyTally,
  count: countFound,
  merge: mergeFound,
  finish: tally => ({ figures: foundFigures(tally), total: tally.snippets, footer: foundFooter(tally) }),
  context: options => (options.format === 'lines' ? ((options.context as number | undefined) ?? 0) : 0),
  stopAfter: options => (options.silent === true ? 1 : undefined),
});

interface RankedState {
  found: FoundTally;
  ranking: Ranking;
}

const rankedMatches = defineFold<RankedState>({
  id: 'search.ranked/1',
  when: options => options.sort === 'score' && !counts(options),
  needs: () => [],
  formats: ['lines', 'table', 'json', 'ndjson', 'csv', 'tsv', 'markdown'],
  record: 'match',
  columns: [...MATCH_COLUMNS, { key: 'score', kind: 'number' }],
  screen: [...MATCH_SCREEN, { label: 'Score', kind: 'number', key: 'score' }],
  figures: FOUND_FIGURES,
  init: options => ({ found: emptyTally(), ranking: createRanking((options.top as number | undefined) ?? BEST) }),
  add: (state, doc) => {
    countFound(state.found, doc);
    addToRanking(state.ranking, doc, matchRow(doc));
  },
  merge: (a, b) => ({ found: mergeFound(a.found, b.found), ranking: mergeRankings(a.ranking, b.ranking) }),
  finish: ({ found, ranking }, _options, { input }) => ({
    figures: foundFigures(found),
    total: found.snippets,
    rows: ranked(ranking, input.snippets),
    footer: foundFooter(found),
  }),
});

interface FileCount {
  snippets: number;
  matches: number;
}

const NO_FILE: FileCount = { snippets: 0, matches: 0 };
const number: JsonObject = { type: 'integer', minimum: 0 };

const fileCounts = defineFiles<FileCount, FileCount & { files: number }>({
  id: 'search.count/1',
  when: counts,
  needs: () => [],
  formats: ['lines', 'table', 'json', 'ndjson', 'csv', 'tsv', 'markdown'],
  record: 'count',
  columns: [
    { key: 'file', kind: 'text' },
    { key: 'snippets', kind: 'count' },
    { key: 'matches', kind: 'count' },
  ],
  screen: [
    { label: 'File', kind: 'text', key: 'file', cut: 'start' },
    { label: 'Snippets', kind: 'count', key: 'snippets' },
    { label: 'Matches', kind: 'count', key: 'matches' },
  ],
  figures: { snippets: number, matches: number },
  init: () => ({ ...NO_FILE }),
  add: (state, { hits }) => {
    state.snippets++;
    state.matches += hits.length;
  },
  addFound: (state, { snippets, matches }) => {
    state.snippets += snippets;
    state.matches += matches;
  },
  firstTells: ({ filesWithMatches, format, failIf }) => filesWithMatches === true && format === 'lines' && failIf === undefined,
  merge: (a, b) => ({ snippets: a.snippets + b.snippets, matches: a.matches + b.matches }),
  row: ({ snippets, matches }, file) => (snippets === 0 ? undefined : { record: 'count', file, snippets, matches }),
  initTally: () => ({ ...NO_FILE, files: 0 }),
  count: (tally, { snippets, matches }) => {
    tally.snippets += snippets;
    tally.matches += matches;
    if (snippets > 0) tally.files++;
  },
  finish: ({ snippets, matches, files }) => ({ figures: { snippets, matches }, total: files }),
});

export const search: Command = {
  name: 'search',
  summary: 'where does it say so: words, phrases, names, dates',
  description: 'Where does it say so? Lines as grep prints them; exit code 1 when nothing is found.',
  notes: QUERY_HELP,
  examples: [
    "newscli search 'vien tro quan su' news/",
    'newscli search \'"đàm phán" NEAR/8 Nga -thuế\' news/',
    'newscli search \'entity:"Donald Trump" date:2024-11\' news/ --json',
    "newscli search --count 'tỷ đồng' news/",
  ],
  takesQuery: true,
  options: [
    ...QUERY_OPTIONS,
    unseen(toggle('count', '--count', 'matching snippets a file')),
    unseen(toggle('countMatches', '--count-matches', 'matches a file')),
    unseen(toggle('filesWithMatches', '-l, --files-with-matches', 'only the files that have a match')),
    unseen(toggle('silent', '-q, --silent', 'print nothing; stop at the first match')),
    unseen(count('context', '-C, --context <n>', 'snippets to print before and after each match')),
    choice('sort', '--sort <order>', 'score ranks by BM25 and keeps --top (100)', ['file', 'score'], 'file'),
  ],
  views: [matches, rankedMatches, fileCounts],
};

function counts(options: Options): boolean {
  return options.count === true || options.countMatches === true || options.filesWithMatches === true;
}

function unseen<T extends { readonly inParams: boolean }>(option: T): T {
  return { ...option, inParams: false };
}

function matchRow({ snippet, hits }: Doc): Row {
  const { file, line, id, text } = snippet;
  const matches = hits.map(({ start, end }) => ({ start, end, text: text.slice(start, end) }));
  return { record: 'match', file, line, ...(id !== undefined && { id }), text, matches };
}
