import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../src/commands/index.js';
import type { FinishTools, Options, View } from '../src/model/command.js';
import type { Snippet } from '../src/model/snippet.js';
import { Analyser } from '../src/run/analyse.js';
import { loadToolbox, type Toolbox } from '../src/run/annotators.js';
import { layersOf } from '../src/run/job.js';
import { type Queries, queriesOf } from '../src/run/queries.js';
import { resourcesIn } from '../src/run/resources.js';
import { ALL_LAYERS, JOB } from './support/job.js';

const DATA = new URL('../src/data/', import.meta.url);
/** The tools of three threads: each part of a corpus is worked off by another. */
const threads = await Promise.all([0, 1, 2].map(() => loadToolbox(resourcesIn(DATA), { ...JOB, query: '' }, ALL_LAYERS)));
const [toolbox] = threads as [Toolbox];

/** Options under which each view runs. */
const CASES: readonly (readonly [command: string, options: Options])[] = [
  ['stats', {}],
  ['stats', { by: 'file' }],
  ['entities', { sort: 'mentions', minCount: 1 }],
  ['entities', { list: true, sort: 'mentions', minCount: 1 }],
  ['entities', { sort: 'snippets', minCount: 1, noMerge: true }],
  ['dates', {}],
  ['dates', { groupBy: 'month' }],
  ['search', { sort: 'file' }],
  ['search', { sort: 'score', top: 0 }],
  ['search', { count: true }],
  ['concordance', {}],
  ['tokenize', {}],
  ['annotate', {}],
];

const SENTENCES = [
  'Ngày 3/4/2025, Bộ trưởng Bộ Ngoại giao Lê Minh Hoàng tiếp Đại sứ Pháp tại Hà Nội.',
  'Ông Hoàng cho biết hai nước sẽ ký hiệp định vào tháng 6 tới.',
  'Sáng 12/5, Tập đoàn Điện lực Việt Nam (EVN) công bố báo cáo quý I/2025.',
  'EVN lãi 3.200 tỷ đồng, tăng 12% so với cùng kỳ năm ngoái.',
  'Tổng thống Mỹ Donald Trump đến Brussels dự hội nghị NATO.',
  'Trump nói ông sẽ gặp ông Rutte, hòa bình là mục tiêu chung.',
  'Hoà bình ở Ukraine còn xa, theo Reuters.',
  'Công an TP.HCM bắt giữ 5 nghi phạm ở quận 1 hôm qua.',
  'An ninh sân bay được thắt chặt, an toàn là trên hết.',
  'Mưa lớn gây ngập tại Đà Nẵng và Quảng Nam trong hai ngày 9 và 10/10.',
];

const corpora = fc
  .array(fc.record({ text: fc.constantFrom(...SENTENCES), file: fc.integer({ min: 0, max: 2 }), nfd: fc.boolean() }), { maxLength: 24 })
  .map(parts =>
    parts
      .sort((a, b) => a.file - b.file)
      .map(({ text, file, nfd }, i): Snippet => ({ file: `${file}.txt`, line: i + 1, text: nfd ? text.normalize('NFD') : text })),
  );

describe.each(CASES)('%s %o', (name, options) => {
  test('the parts of any cut, merged, say what one pass says', async () => {
    const command = await COMMANDS.find(entry => entry.name === name)!.load();
    const view = command.views.find(({ when }) => when(options))!;
    const job = { ...JOB, query: command.takesQuery ? 'hòa OR an OR Trump' : undefined };
    const queries = await Promise.all(threads.map(tools => queriesOf(job, tools)));
    const outcome = (parts: readonly (readonly Snippet[])[]) => outcomeOf(view, options, parts, queries);
    fc.assert(
      fc.property(corpora, fc.nat(), fc.nat(), (corpus, a, b) => {
        const [first, second] = [a % (corpus.length + 1), b % (corpus.length + 1)].sort((x, y) => x - y) as [number, number];
        const parts = [corpus.slice(0, first), corpus.slice(first, second), corpus.slice(second)];
        expect(outcome(parts)).toEqual(outcome([corpus]));
      }),
      { numRuns: 40 },
    );
  });
});

interface FoldedPart {
  readonly state: unknown;
  readonly rows: readonly unknown[];
}

/** What a view makes of a corpus that is worked off in parts, each on a thread of its own. */
function outcomeOf(view: View, options: Options, parts: readonly (readonly Snippet[])[], queries: readonly Queries[]): unknown {
  const tools: FinishTools = {
    identityTables: toolbox.identityTables,
    stopWords: toolbox.stopWords,
    input: { files: 3, snippets: parts.flat().length, bytes: 0, nonNfc: 0, invalidUtf8: 0, skipped: 0 },
  };
  const analysers = parts.map((_, i) => analyserFor(view, options, threads[i]!, queries[i]!));
  if (view.shape !== 'files') {
    const folded = parts.map((part, i) => fold(view, options, part, analysers[i]!, threads[i]!));
    const state = folded.map(part => part.state).reduce((earlier, later) => view.merge(earlier, later));
    return { rows: folded.flatMap(part => part.rows), outcome: view.finish(state, options, tools) };
  }
  const tally = view.initTally(options);
  const rows = [...new Set(parts.flat().map(({ file }) => file))].map(file => {
    const ofFile = parts.map((part, i) =>
      fold(
        view,
        options,
        part.filter(snippet => snippet.file === file),
        analysers[i]!,
        threads[i]!,
      ),
    );
    const state = ofFile.map(part => part.state).reduce((earlier, later) => view.merge(earlier, later));
    const row = view.row(state, file, options, tools);
    view.count(tally, state, row, options);
    return row;
  });
  return { rows, outcome: view.finish(tally, options, tools) };
}

function analyserFor(view: View, options: Options, tools: Toolbox, queries: Queries): Analyser {
  return new Analyser(tools, { needs: layersOf(view, options), refDate: undefined, ...queries });
}

/** One part, folded and sealed; its state crosses a thread border. */
function fold(view: View, options: Options, part: readonly Snippet[], analyser: Analyser, tools: Toolbox): FoldedPart {
  const state = view.init(options);
  const rows: unknown[] = [];
  for (const snippet of part) {
    const doc = analyser.analyse(snippet);
    if (doc === undefined) continue;
    if (view.shape === 'scan') {
      const found = view.rows(doc, options);
      view.count(state, doc, found, options);
      rows.push(...structuredClone(found));
    } else view.add(state, doc, options);
  }
  if (view.shape !== 'scan') view.seal?.(state, tools.vocabulary());
  return { state: structuredClone(state), rows };
}
