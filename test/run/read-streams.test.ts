import { execFileSync, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { streamSource } from '../../src/run/read/byte-source.js';
import { readSnippets } from '../../src/run/read/index.js';
import { lineBlocks } from '../../src/run/read/line-blocks.js';
import { inputFile, linesOf, read, sinkOf, temporaryFolder, texts } from './read-support.js';

const folder = temporaryFolder();
const options = { strict: false, maxLine: 1_000_000, anchor: 'none' } as const;

async function* chunksOf(bytes: Buffer, sizes: readonly number[]): AsyncGenerator<Buffer> {
  let at = 0;
  for (const size of sizes) {
    yield bytes.subarray(at, at + size);
    at += size;
  }
  yield bytes.subarray(at);
}

describe('lines of chunks of any size', () => {
  test('agree with a plain splitter, and long lines are passed over', async () => {
    const line = fc.constantFrom('', 'a', 'Huế', 'x'.repeat(40), 'Cửu Long', '\r');
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { maxLength: 30 }),
        fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 30 }),
        async (lines, sizes) => {
          const bytes = Buffer.from(lines.join('\n'));
          const read: string[] = [];
          for await (const block of lineBlocks(streamSource(chunksOf(bytes, sizes), undefined), 20)) {
            if ('tooLong' in block) read.push('long');
            else read.push(...linesOf(block.bytes.toString()).map(text => (text.length > 20 ? 'long' : text)));
          }
          expect(read).toEqual(linesOf(bytes.toString()).map(text => (text.length > 20 ? 'long' : text)));
        },
      ),
    );
  });

  test('an endless line is not held', async () => {
    async function* endless(): AsyncGenerator<Buffer> {
      yield Buffer.from('Huế\n');
      for (let i = 0; i < 4000; i++) yield Buffer.alloc(65_536, 'x');
      yield Buffer.from('\nVinh');
    }
    const before = process.memoryUsage().rss;
    const { sink, warnings } = sinkOf();
    const lines: string[] = [];
    for await (const batch of readSnippets(inputFile('-'), { ...options, standardInput: endless }, sink)) {
      lines.push(...batch.map(({ line, text }) => `${line} ${text}`));
    }
    expect(lines).toEqual(['1 Huế', '3 Vinh']);
    expect(warnings).toMatchObject([{ code: 'TOO_LONG', path: '-', line: 2 }]);
    expect(sink.input.bytes).toBe(6 + 4000 * 65_536 + 5);
    expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000);
  });
});

describe('a stream as standard input', () => {
  test('snippets come out as soon as their lines are whole', async () => {
    const stream = new PassThrough();
    const batches = readSnippets(inputFile('-'), { ...options, standardInput: () => stream }, sinkOf().sink);
    stream.write('Huế mưa.\nVinh');
    expect((await batches.next()).value).toMatchObject([{ file: '-', line: 1, text: 'Huế mưa.' }]);
    stream.end(' nắng.\n');
    expect((await batches.next()).value).toMatchObject([{ line: 2, text: 'Vinh nắng.' }]);
    expect((await batches.next()).done).toBe(true);
  });

  test('stopping early closes the stream', async () => {
    const stream = new PassThrough();
    stream.write('Huế mưa.\n');
    for await (const _ of readSnippets(inputFile('-'), { ...options, standardInput: () => stream }, sinkOf().sink)) break;
    expect(stream.destroyed).toBe(true);
  });

  test('a signal ends the waiting', async () => {
    const controller = new AbortController();
    const stream = new PassThrough();
    const next = readSnippets(inputFile('-'), { ...options, standardInput: () => stream, signal: controller.signal }, sinkOf().sink).next();
    setImmediate(() => controller.abort(new Error('stop')));
    await expect(next).rejects.toThrow('stop');
    expect(stream.destroyed).toBe(true);
  });

  test('an error of the stream names it', async () => {
    const stream = new PassThrough();
    setImmediate(() => stream.destroy(Object.assign(new Error('boom'), { code: 'EIO' })));
    const reading = await read(inputFile('-'), { standardInput: () => stream });
    expect(reading.error).toMatchObject({ code: 'EIO', path: '-' });
  });
});

describe.runIf(process.platform !== 'win32')('pipes', () => {
  test('a FIFO', async () => {
    const path = join(folder, 'tin.fifo');
    execFileSync('mkfifo', [path]);
    const reading = read(inputFile(path));
    const writer = createWriteStream(path);
    writer.write('Huế\nVi');
    await sleep(20);
    writer.end('nh\n');
    expect(texts(await reading)).toEqual([
      [1, 'Huế'],
      [2, 'Vinh'],
    ]);
  });

  test('a pipe of another process, as a shell gives with <(…)', async () => {
    const child = spawn('sh', ['-c', 'printf "Huế\\n"; sleep 0.1; printf "Vinh"'], { stdio: ['ignore', 'pipe', 'ignore'] });
    const reading = await read(inputFile('-'), { standardInput: () => child.stdout });
    expect(texts(reading)).toEqual([
      [1, 'Huế'],
      [2, 'Vinh'],
    ]);
  });

  test('a device', async () => {
    expect(await read(inputFile('/dev/null'))).toMatchObject({ snippets: [], error: undefined, input: { files: 1, bytes: 0 } });
  });

  test.runIf(process.platform === 'linux')('a file that the system makes up has size 0 and is read', async () => {
    expect((await read(inputFile('/proc/self/status'))).snippets.length).toBeGreaterThan(5);
  });
});
