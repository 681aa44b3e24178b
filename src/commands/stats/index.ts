import { type Command, defineFiles, defineFold } from '../../model/command.js';
import { choice } from '../options.js';
import { FILE_COLUMNS, FILE_SCREEN, fileRow, STATS_FIGURES } from './columns.js';
import { statsFigures } from './result.js';
import { statsBlocks } from './screen.js';
import { addDoc, createStats, mergeStats, type StatsState, sealStats } from './state.js';

const NEEDS = ['normal', 'forms', 'sentences', 'entities', 'dates'] as const;
const FORMATS = ['table', 'json', 'ndjson', 'csv', 'tsv', 'markdown'] as const;

const corpus = defineFold<StatsState>({
  id: 'stats/1',
  when: options => options.by === undefined,
  needs: () => NEEDS,
  formats: FORMATS,
  record: 'stats',
  columns: [],
  screen: [],
  figures: STATS_FIGURES,
  init: createStats,
  add: addDoc,
  seal: sealStats,
  merge: mergeStats,
  finish: (state, options, tools) => {
    const figures = statsFigures(state, options, tools, tools.input.invalidUtf8);
    return { figures, total: state.snippets, rows: [], blocks: statsBlocks(figures, tools.input) };
  },
});

const byFile = defineFiles<StatsState, { corpus: StatsState; files: number }>({
  id: 'stats.files/1',
  when: options => options.by === 'file',
  needs: () => NEEDS,
  formats: FORMATS,
  record: 'file',
  columns: FILE_COLUMNS,
  screen: FILE_SCREEN,
  figures: STATS_FIGURES,
  init: createStats,
  add: addDoc,
  seal: sealStats,
  merge: mergeStats,
  row: (state, file, options, tools) => fileRow(file, statsFigures(state, options, tools, tools.input.invalidUtf8)),
  initTally: () => ({ corpus: createStats(), files: 0 }),
  count: (tally, state) => {
    tally.corpus = mergeStats(tally.corpus, state);
    tally.files++;
  },
  finish: (tally, options, tools) => ({
    figures: statsFigures(tally.corpus, options, tools, tools.input.invalidUtf8),
    total: tally.files,
  }),
});

export const stats: Command = {
  name: 'stats',
  summary: 'what is in this corpus: size, words, names, dates, health',
  examples: ['newscli stats news/', 'newscli stats --by file news/', "newscli stats news/ --fail-if 'duplicates > 0'"],
  takesQuery: false,
  options: [choice('by', '--by <unit>', 'also the figures of each', ['file'])],
  views: [corpus, byFile],
};
