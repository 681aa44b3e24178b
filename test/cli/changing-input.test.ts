import { once } from 'node:events';
import { appendFileSync, truncateSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { writeCorpus } from '../bench/corpus.mjs';
import { newscli, scratchFolder, shell, startNewscli } from '../support/newscli.js';

const SNIPPET = 'Sáng 12/5/2025, Thủ tướng Nhật Bản đến Hà Nội, an ninh được thắt chặt.\n';

describe.each(['1', '2'])('a file that changes while it is read, with --jobs %s', jobs => {
  /** Some way into the first file the output is not read on until `change` was made, so the input is not either. */
  async function datesWhile(change: (path: string) => void) {
    const folder = scratchFolder();
    await writeCorpus(join(folder, 'a.txt'), 8);
    writeFileSync(join(folder, 'b.txt'), SNIPPET);
    const args = ['dates', '--format', 'ndjson', '--jobs', jobs, 'a.txt', 'b.txt'];
    const { child, finished } = startNewscli(args, { cwd: folder });
    await once(child.stdout, 'data');
    child.stdout.pause();
    change(join(folder, 'a.txt'));
    child.stdout.resume();
    const { code, stdout, stderr } = await finished;
    const summary = JSON.parse(stdout.slice(stdout.lastIndexOf('\n', stdout.length - 2)));
    return { code, stderr, summary };
  }

  test('it grows: what was there when it was opened counts', async () => {
    const { code, stderr, summary } = await datesWhile(path => appendFileSync(path, SNIPPET.repeat(100)));
    expect([code, stderr, summary.partial]).toEqual([0, '', false]);
    expect(summary.input.bytes).toBeLessThan(8_200_000);
  });

  test('it shrinks: what was read stands, and the file is named', async () => {
    const { code, stderr, summary } = await datesWhile(path => truncateSync(path, 100_000));
    expect(summary).toMatchObject({ partial: true, input: { files: 2 }, warnings: [{ code: 'SHRUNK', path: 'a.txt' }] });
    expect(summary.input.snippets).toBeGreaterThan(100);
    expect([code, stderr.trimEnd().split('\n').length]).toEqual([2, 1]);
  });

  test('the next one vanishes: it is named, the others are told', async () => {
    const { code, summary } = await datesWhile(path => unlinkSync(path.replace('a.txt', 'b.txt')));
    expect(summary).toMatchObject({ partial: true, input: { files: 1 }, warnings: [{ code: 'ENOENT', path: 'b.txt' }] });
    expect(code).toBe(2);
  });
});

describe('gzip', () => {
  test.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length - 200), 'the gzip data ends too early'],
    [
      'damaged in the middle',
      (bytes: Buffer) => Buffer.concat([bytes.subarray(0, 5000), Buffer.alloc(50, 255), bytes.subarray(5050)]),
      'damaged',
    ],
    ['with another checksum', (bytes: Buffer) => Buffer.concat([bytes.subarray(0, -8), Buffer.alloc(8, 1)]), 'damaged'],
  ])('%s: what came before it counts, the file is named', (_name, damage, said) => {
    const folder = scratchFolder();
    const lines = Array.from({ length: 20_000 }, (_, i) => `Ngày ${(i % 28) + 1}/3/2024, ${(i * 7919) % 10_007} người đến Huế.\n`).join('');
    writeFileSync(join(folder, 'a.txt.gz'), damage(gzipSync(lines)));
    writeFileSync(join(folder, 'b.txt'), SNIPPET);
    for (const jobs of ['1', '2']) {
      const { code, stdout, stderr } = newscli(['dates', '--json', '--jobs', jobs, '.'], { cwd: folder });
      const { input, partial, result } = JSON.parse(stdout);
      expect([code, partial, input.files]).toEqual([2, true, 2]);
      expect(result.total).toBeGreaterThan(1);
      const { error } = JSON.parse(stderr.trimEnd().split('\n').at(-1)!);
      expect(error).toMatchObject({ code: 'BAD_GZIP', path: 'a.txt.gz', message: expect.stringContaining(said) });
    }
  });
});

describe('slow input', () => {
  test('a row comes out before the next line comes in', async () => {
    const { child, finished } = startNewscli(['dates', '--format', 'ndjson', '--ref-date', '2025-06-01', '-']);
    child.stdin.write(SNIPPET);
    const [first] = await new Promise<string[]>(resolve => child.stdout.once('data', data => resolve(String(data).split('\n'))));
    expect(JSON.parse(first!)).toMatchObject({ record: 'date', line: 1, value: '2025-05-12TMO' });
    child.stdin.end(SNIPPET);
    expect((await finished).code).toBe(0);
  });

  test('a line that comes a byte at a time is one line', async () => {
    const { child, finished } = startNewscli(['tokenize', '--underscore', '-']);
    for (const byte of Buffer.from('Đà Nẵng mưa')) {
      child.stdin.write(Buffer.of(byte));
      await sleep(5);
    }
    child.stdin.end();
    expect(await finished).toMatchObject({ code: 0, stdout: 'Đà_Nẵng mưa\n', stderr: '' });
  });

  test('several FIFOs beside a file, each written when it is read', () => {
    const folder = scratchFolder();
    writeFileSync(join(folder, 'c.txt'), SNIPPET);
    const { code, stdout } = shell('mkfifo a b; cat c.txt > a & (sleep 0.3; cat c.txt > b) & newscli dates --format csv a b c.txt', {
      cwd: folder,
    });
    expect(code).toBe(0);
    expect(stdout.match(/2025-05-12TMO/g)).toHaveLength(3);
  });

  test('a reader that goes away later ends the work, silently', () => {
    const folder = scratchFolder();
    writeFileSync(join(folder, 'a.txt'), SNIPPET.repeat(40_000));
    for (const jobs of [1, 2]) {
      const { stdout, stderr } = shell(
        `newscli tokenize --format ndjson --jobs ${jobs} a.txt | (sleep 0.5; head -c 300000 | wc -c); echo \${PIPESTATUS[0]}`,
        {
          cwd: folder,
        },
      );
      expect([stdout.trim().split(/\s+/), stderr]).toEqual([['300000', '0'], '']);
    }
  });
});
