import { createReadStream, createWriteStream, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../bench/commands.mjs';
import { writeCorpus } from '../bench/corpus.mjs';
import { newscli, scratchFolder } from '../support/newscli.js';
import { MEGABYTE, measured, report, writeRepeated } from './support.js';

/** `FAULTS_MB=100` makes everything ten times smaller. */
const FULL = Number(process.env.FAULTS_MB ?? 1000);
const BYTES_A_SNIPPET = 16;

const SNIPPET = 'Sáng 12/5/2025, Thủ tướng Nhật Bản đến Hà Nội, an ninh được thắt chặt.\n';

describe('memory is bounded', () => {
  test.each([['stats', '--json'], ['annotate'], ['search', '--count', 'an ninh']])(
    `one line of ${FULL} MB is passed over by %s`,
    async (...args) => {
      const folder = scratchFolder();
      writeRepeated(join(folder, 'a.txt'), 'an ninh quốc phòng, ', FULL * MEGABYTE, `\n${SNIPPET}`);
      const { code, seconds, peak, stderr } = await measured([...args.filter(Boolean), '--max-line', '16M', 'a.txt'], folder);
      report(`a line of ${FULL} MB: ${args[0]}`, { seconds, 'MB resident': peak / MEGABYTE });
      expect(code).toBe(2);
      expect(stderr).toContain('a.txt:1: longer than');
      expect(peak).toBeLessThan(400 * MEGABYTE);
    },
  );

  test(`a gzip bomb of ${FULL} MB`, async () => {
    const folder = scratchFolder();
    writeRepeated(join(folder, 'bomb.txt'), 'a', FULL * MEGABYTE, `\n${SNIPPET}`);
    await pipeline(createReadStream(join(folder, 'bomb.txt')), createGzip(), createWriteStream(join(folder, 'bomb.txt.gz')));
    rmSync(join(folder, 'bomb.txt'));
    const { code, seconds, peak, stderr } = await measured(['stats', '--json', '--max-line', '1M', 'bomb.txt.gz'], folder);
    report(`a gzip bomb of ${FULL} MB`, {
      zipped: `${statSync(join(folder, 'bomb.txt.gz')).size} bytes`,
      seconds,
      'MB resident': peak / MEGABYTE,
    });
    expect(code).toBe(2);
    expect(stderr).toContain('bomb.txt.gz:1: longer than 1048576 bytes');
    expect(peak).toBeLessThan(200 * MEGABYTE);
  });

  test.each(COMMANDS)(`%s %s %s: ten times the text in 1.3 times the memory, and ${BYTES_A_SNIPPET} bytes a snippet`, async (...args) => {
    const folder = scratchFolder();
    const command = args.filter(Boolean);
    const [small, large] = await Promise.all([FULL / 10, FULL].map(megabytes => writeCorpus(join(folder, `${megabytes}.txt`), megabytes)));
    for (const jobs of ['1', '2']) {
      const less = await measured([...command, '--jobs', jobs, `${FULL / 10}.txt`], folder);
      const more = await measured([...command, '--jobs', jobs, `${FULL}.txt`], folder);
      report(`${command.join(' ')} --jobs ${jobs}`, {
        [`MB resident at ${FULL / 10} MB`]: less.peak / MEGABYTE,
        [`at ${FULL} MB`]: more.peak / MEGABYTE,
        'MB/s': FULL / more.seconds,
      });
      expect([less.code, more.code]).toEqual([0, 0]);
      expect(more.peak).toBeLessThan(1.3 * less.peak + BYTES_A_SNIPPET * (large! - small!));
    }
  });
});

describe('many files', () => {
  test(`${FULL * 100} of them in folders`, async () => {
    const folder = scratchFolder();
    for (let i = 0; i < FULL * 100; i++) {
      const inner = join(folder, String(i % 100));
      if (i < 100) mkdirSync(inner);
      writeFileSync(join(inner, `${i}.txt`), `Ngày ${(i % 28) + 1}/5/2025, Hà Nội có tin số ${i}.\n`);
    }
    for (const jobs of ['1', '2']) {
      const { code, seconds, peak } = await measured(['stats', '--json', '--jobs', jobs, '.'], folder);
      report(`${FULL * 100} files, ${jobs} jobs`, { seconds, 'MB resident': peak / MEGABYTE });
      expect(code).toBe(0);
      expect(peak).toBeLessThan(500 * MEGABYTE);
    }
    const { stdout } = newscli(['search', '--json', '--count', '"tin số 7"', '.'], { cwd: folder });
    expect(JSON.parse(stdout)).toMatchObject({ input: { files: FULL * 100 }, result: { total: 1 } });
  });

  test('10,000 paths through --files0-from', () => {
    const folder = scratchFolder();
    const names = Array.from({ length: 10_000 }, (_, i) => `bản tin số ${i}.txt`);
    for (const name of names) writeFileSync(join(folder, name), SNIPPET);
    const began = performance.now();
    const { code, stdout } = newscli(['stats', '--json', '--files0-from', '-'], { cwd: folder, input: names.join('\0') });
    report('10,000 paths through --files0-from', { seconds: (performance.now() - began) / 1000 });
    expect(code).toBe(0);
    expect(JSON.parse(stdout).input).toMatchObject({ files: 10_000, snippets: 10_000 });
  });
});
