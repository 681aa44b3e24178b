import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect } from 'vitest';
import { gatesThatHold, parseGate } from '../../src/cli/gates.js';
import { parseCommandLine } from '../../src/cli/parse.js';
import { COMMANDS } from '../../src/commands/index.js';
import { NewsError } from '../../src/model/news-error.js';
import { loadToolbox } from '../../src/run/annotators.js';
import { readAliases, readGazetteer, readUserWords } from '../../src/run/word-files.js';
import { ALL_LAYERS, JOB } from '../support/job.js';
import { bytes, line } from './hostile.js';
import { type Law, law } from './law.js';
import { analyserWith, resources } from './toolbox.js';

const commands = await Promise.all(COMMANDS.map(entry => entry.load()));
const command = fc.constantFrom(...commands);
const INPUT = { files: 1, snippets: 2, bytes: 3, nonNfc: 4, invalidUtf8: 5, skipped: 6 };

const gate = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('files', 'skipped', 'total', 'health.eth', 'dates.mentions', '__proto__', 'constructor.length', 'a.b'),
      fc.constantFrom('<', '<=', '>', '>=', '==', '!=', '=', '=>', ' '),
      fc.oneof(fc.integer().map(String), fc.double().map(String), fc.string({ maxLength: 5 })),
    )
    .map(parts => parts.join('')),
  line,
);

const flags = commands.flatMap(({ options }) => options.map(({ flags }) => flags.split(/[ ,]+/)[0]!));
const word = fc.oneof(
  fc.constantFrom(
    ...flags,
    '--json',
    '--',
    '-',
    '--format',
    '--top',
    '--jobs',
    '--max-line',
    '--ref-date',
    '0',
    '64M',
    '2025-01-01',
    'json',
  ),
  line,
);

/** A file of words, aliases or names: sound for the most part. */
const wordFile = fc.oneof(
  bytes,
  fc
    .array(fc.oneof(line, fc.constantFrom('# a', 'an ninh quốc phòng', 'Bác Ba\tTrần Văn Ba', '__proto__\tconstructor')))
    .map(all => Buffer.from(all.join('\n'))),
  fc
    .array(fc.record({ name: line, type: fc.constantFrom('PER', 'LOC', 'ORG', 'MISC'), aliases: fc.array(line, { maxLength: 3 }) }), {
      maxLength: 5,
    })
    .map(all => Buffer.from(all.map(entry => JSON.stringify(entry)).join('\n'))),
);

export const OPTION_LAWS: readonly Law[] = [
  law(
    '--fail-if is read, or its fault is named',
    fc.property(gate, command, (text, { views }) => {
      for (const view of views) {
        const read = attempt(() => parseGate(text, view), 'USAGE');
        if (read !== undefined) expect(gatesThatHold([read], INPUT, { total: 3 }).length).toBeLessThanOrEqual(1);
      }
    }),
    300,
  ),
  law(
    'a command line is read, or its fault is named',
    fc.property(command, fc.array(word, { maxLength: 6 }), (asked, words) => {
      const read = attempt(() => parseCommandLine(asked, words), 'USAGE');
      if (read !== undefined) for (const path of read.paths) expect(typeof path).toBe('string');
    }),
    200,
  ),
  law(
    'files of words, aliases and names are read, or the line at fault is named; what was read can be worked with',
    fc.asyncProperty(wordFile, line, async (content, text) => {
      const folder = mkdtempSync(join(tmpdir(), 'newscli-fuzz-'));
      try {
        const path = join(folder, 'a');
        writeFileSync(path, content);
        const userWords = attempt(() => readUserWords(path), 'BAD_LINE') ?? [];
        const aliases = attempt(() => readAliases(path), 'BAD_LINE') ?? [];
        const gazetteer = attempt(() => readGazetteer(path), 'BAD_LINE') ?? [];
        const tools = await loadToolbox(resources, { ...JOB, userWords, aliases, gazetteer }, ALL_LAYERS);
        const named = [...userWords, ...gazetteer.map(({ name }) => name)].join(' ');
        const analyser = analyserWith(tools);
        for (const file of [text, named]) {
          const doc = analyser.analyse({ file: 'a.txt', line: 1, text: file })!;
          expect(doc.identities).toHaveLength(doc.entities.length);
        }
      } finally {
        rmSync(folder, { recursive: true });
      }
    }),
    20,
  ),
];

/** What `work` gives, or `undefined` where it says in words what is wrong. */
function attempt<T>(work: () => T, code: string): T | undefined {
  try {
    return work();
  } catch (error) {
    if ((error as Error).constructor.name === 'HelpWanted') return undefined;
    expect(error).toBeInstanceOf(NewsError);
    expect([(error as NewsError).code, (error as NewsError).message]).toEqual([code, expect.stringMatching(/./)]);
    return undefined;
  }
}
