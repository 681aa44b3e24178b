import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { writeCorpus } from '../bench/corpus.mjs';
import { newscli, scratchFolder, shell, startNewscli } from '../support/newscli.js';

const PLAIN = 'fixtures/corpus/plain';

describe('the result does not depend on where it is made', () => {
  const commands = [
    ['stats', '--json'],
    ['stats'],
    ['entities', '--format', 'csv'],
    ['dates', '--format', 'ndjson'],
    ['search', 'hoa binh'],
    ['concordance', 'ông'],
    ['tokenize', '--underscore'],
  ];
  const surroundings: readonly Readonly<Record<string, string>>[] = [
    { LC_ALL: 'C', HOME: '', TERM: 'dumb', COLUMNS: '0' },
    { LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8', TZ: 'Pacific/Kiritimati', COLUMNS: 'wide' },
    { LC_ALL: 'vi_VN.UTF-8', NO_COLOR: '1', TERM: 'xterm-256color', HOME: '/nowhere', TMPDIR: '/nowhere' },
  ];

  test.each(commands)('newscli %s %s %s', (...given) => {
    const args = [...given.filter(Boolean), PLAIN];
    const wanted = newscli(args);
    expect(wanted.stdout).not.toBe('');
    for (const env of surroundings) expect({ env, ...newscli(args, { env }) }).toEqual({ env, ...wanted });
  });

  test('an environment with nothing in it', () => {
    const { code, stdout } = shell(`env -i "${process.execPath}" bin/newscli.js stats --json ${PLAIN}`);
    expect([code, stdout]).toEqual([0, newscli(['stats', '--json', PLAIN]).stdout]);
  });

  test('colour is asked for by a flag, and never where data is wanted', () => {
    const env = { NO_COLOR: '1', TERM: 'dumb' };
    expect(newscli(['stats', '--color', 'always', PLAIN], { env }).stdout).toContain('\u001b[');
    for (const format of ['json', 'csv', 'tsv']) {
      expect(newscli(['stats', '--color', 'always', '--format', format, PLAIN]).stdout).not.toContain('\u001b');
    }
  });
});

describe('limits of the system', () => {
  test('few file descriptors', () => {
    const folder = scratchFolder();
    for (let i = 0; i < 500; i++) writeFileSync(join(folder, `${i}.txt`), `Ngày ${(i % 28) + 1}/5/2025, Hà Nội có tin số ${i}.\n`);
    for (const jobs of [1, 2]) {
      const { code, stdout } = shell(`ulimit -n 64; newscli dates --json --jobs ${jobs} .`, { cwd: folder });
      expect([code, JSON.parse(stdout).result.total]).toEqual([0, 500]);
    }
  });

  test.runIf(process.platform === 'linux')('too little address space for WebAssembly: the same result by plain code', () => {
    for (const command of ['search -C 1 "triển khai OR an ninh"', 'entities --json', 'stats --json', 'tokenize --underscore']) {
      const limited = shell(`ulimit -v 4000000; newscli ${command} ${PLAIN}`);
      expect(limited).toEqual(shell(`newscli ${command} ${PLAIN}`));
    }
  });

  test('a file that may not grow: the old one stays, and nothing is left behind', () => {
    const folder = scratchFolder();
    writeFileSync(join(folder, 'a.txt'), 'Sáng 12/5/2025, Đà Nẵng mưa to.\n'.repeat(5000));
    writeFileSync(join(folder, 'out.ndjson'), 'old');
    const { code, stdout, stderr } = shell("trap '' XFSZ; ulimit -f 64; newscli tokenize --format ndjson -o out.ndjson a.txt", {
      cwd: folder,
    });
    expect([code, stdout]).toEqual([2, '']);
    expect(JSON.parse(stderr).error).toMatchObject({ code: 'EFBIG', path: 'out.ndjson' });
    expect(readFileSync(join(folder, 'out.ndjson'), 'utf8')).toBe('old');
    expect(readdirSync(folder).sort()).toEqual(['a.txt', 'out.ndjson']);
  });

  test.runIf(process.getuid?.() !== 0)('folders that may not be read or written', () => {
    const folder = scratchFolder();
    mkdirSync(join(folder, 'shut'));
    writeFileSync(join(folder, 'a.txt'), 'Huế nắng.\n');
    chmodSync(join(folder, 'shut'), 0);
    const reading = newscli(['stats', '--json', 'a.txt', 'shut'], { cwd: folder });
    expect([reading.code, JSON.parse(reading.stdout).partial]).toEqual([2, true]);
    chmodSync(join(folder, 'shut'), 0o500);
    const writing = newscli(['stats', '--json', '-o', 'shut/out.json', 'a.txt'], { cwd: folder });
    expect([writing.code, writing.stdout, JSON.parse(writing.stderr).error.code]).toEqual([2, '', 'EACCES']);
    expect(readdirSync(join(folder, 'shut'))).toEqual([]);
  });
});

describe('signals while threads work', () => {
  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('%s: exit %i, the old file stays, nothing is left behind', async (signal, code) => {
    const folder = scratchFolder();
    await writeCorpus(join(folder, 'a.txt'), 8);
    writeFileSync(join(folder, 'out.json'), 'old');
    const { child, finished } = startNewscli(['stats', '--json', '--jobs', '2', '-o', 'out.json', 'a.txt'], { cwd: folder });
    // The new file is made when the work begins.
    while (readdirSync(folder).length < 3) await sleep(20);
    child.kill(signal);
    expect(await finished).toMatchObject({ code, stdout: '', stderr: '' });
    expect(readFileSync(join(folder, 'out.json'), 'utf8')).toBe('old');
    expect(readdirSync(folder).sort()).toEqual(['a.txt', 'out.json']);
  });
});
