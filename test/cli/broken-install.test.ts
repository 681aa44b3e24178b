import { readFileSync, truncateSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createRandom, snippet } from '../bench/corpus.mjs';
import { installedCopy, newscli, scratchFolder } from '../support/newscli.js';

describe('a damaged model is told by its checksum', () => {
  const damages: readonly (readonly [name: string, damage: (path: string) => void])[] = [
    ['with one bit changed', flipBit],
    ['cut short', path => truncateSync(path, 1000)],
    ['emptied', path => truncateSync(path, 0)],
    ['gone', unlinkSync],
  ];

  test.each(['words.model', 'entities.model'].flatMap(model => damages.map(([name, damage]) => [model, name, damage] as const)))(
    '%s %s: one line, exit 2, nothing on stdout',
    (model, _name, damage) => {
      const home = installedCopy();
      damage(join(home, 'dist/data', model));
      for (const jobs of ['1', '2']) {
        const { code, stdout, stderr } = newscli(['annotate', '--format', 'ndjson', '--jobs', jobs, manySnippets()], { home });
        expect([code, stdout]).toEqual([2, '']);
        const { error } = JSON.parse(stderr);
        expect(error).toMatchObject({ code: 'RESOURCE', hint: 'install newscli again' });
      }
    },
  );

  test('commands that need no model do without', () => {
    const home = installedCopy();
    for (const model of ['words.model', 'entities.model']) unlinkSync(join(home, 'dist/data', model));
    expect(newscli(['dates', '--format', 'csv', 'fixtures/corpus/plain'], { home }).code).toBe(0);
    expect(newscli(['--help'], { home }).code).toBe(0);
  });
});

describe('a worker thread that dies ends the run with a clear error', () => {
  test.each([
    ['at once', 'process.exit(3);'],
    ['by an error', 'throw new Error("broken");'],
    ['when it has got work', 'require("node:worker_threads").parentPort.on("message", () => setTimeout(() => process.exit(3), 20));'],
  ])('%s', (_when, death) => {
    const home = installedCopy();
    const worker = join(home, 'dist/worker.js');
    writeFileSync(worker, `${death}\n${readFileSync(worker, 'utf8')}`);
    const { code, stdout, stderr } = newscli(['stats', '--json', '--jobs', '2', manySnippets()], { home });
    expect([code, stdout]).toEqual([2, '']);
    expect(JSON.parse(stderr).error).toMatchObject({ code: 'WORKER', hint: 'try again with --jobs 1' });
  });
});

/** A file of several parts for several threads. */
function manySnippets(): string {
  const path = join(scratchFolder(), 'tin.txt');
  const random = createRandom(1);
  writeFileSync(path, Array.from({ length: 8000 }, () => `${snippet(random)}\n`).join(''));
  return path;
}

function flipBit(path: string): void {
  const bytes = readFileSync(path);
  bytes[bytes.length >> 1]! ^= 1;
  writeFileSync(path, bytes);
}
