import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { newscli, scratchFolder, shell, startNewscli } from '../support/newscli.js';

const PLAIN = 'fixtures/corpus/plain';
const SNIPPET = 'Sáng 12/5/2025, Thủ tướng Nhật Bản đến Hà Nội, an ninh được thắt chặt.\n';

describe('usage errors: exit 2, one line that says what to do, nothing on stdout', () => {
  test.each<[args: string[], said: RegExp]>([
    [['statz'], /^newscli: unknown command "statz"\. Did you mean stats\?\n$/],
    [['xyzzy'], /^newscli: unknown command "xyzzy"\. See newscli --help for the commands\n$/],
    [['--json', 'stats'], /"--json" stands where a command is wanted.*behind it/],
    [['stats', '--tpo', '3'], /^newscli: unknown option "--tpo"\. Did you mean --top\?\n$/],
    [['stats', '--top', 'many', PLAIN], /^newscli: --top takes a whole number.*"many"/],
    [['stats', '--jobs', '0', PLAIN], /--jobs takes a whole number of at least 1/],
    [['stats', '--format', 'xml', PLAIN], /--format takes one of table, json/],
    [['stats', '--json', '--format', 'csv', PLAIN], /--json and --format csv/],
    [['annotate', '--format', 'table', PLAIN], /annotate cannot print table.*ndjson/],
    [['tokenize', '--underscore', '--format', 'csv', PLAIN], /tokenize cannot print csv/],
    [['tokenize', '--underscore', '--json', PLAIN], /tokenize cannot print json/],
    [['entities', '--type', 'PER,XYZ', PLAIN], /--type takes a list of PER, LOC, ORG, MISC, not "XYZ"/],
    [['dates', '--ref-date', '2024-02-31', PLAIN], /--ref-date takes a day/],
    [['stats', '--max-line', '64Q', PLAIN], /--max-line takes a size/],
    [['search'], /missing QUERY/],
    [['concordance'], /missing QUERY/],
    [['search', '(hòa', PLAIN], /column \d+/],
    [['search', '"hòa', PLAIN], /column \d+/],
    [['search', '/(/', PLAIN], /column \d+/],
    [['stats', '--where', 'AND', PLAIN], /column \d+/],
    [['stats', '--fail-if', 'duplicates', PLAIN], /--fail-if takes 'NAME OP NUMBER'/],
    [['stats', '--fail-if', 'dulpicates > 1', PLAIN], /there is no figure "dulpicates"/],
    [['stats', '--files0-from', 'x', PLAIN], /--files0-from takes the place of paths/],
    [['schema', 'statz'], /unknown command "statz"/],
  ])('newscli %j', (args, said) => {
    const { code, stdout, stderr } = newscli(args);
    expect(stderr).toMatch(said);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });

  test('newscli alone prints the help on stderr', () => {
    const { code, stdout, stderr } = newscli([]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('Usage: newscli COMMAND');
  });

  test.each([['--help'], ['help'], ['help', 'stats'], ['stats', '--help'], ['--version']])(
    'newscli %s %s prints on stdout, exit 0',
    (...args) => {
      const { code, stdout, stderr } = newscli(args.filter(Boolean));
      expect([code, stderr]).toEqual([0, '']);
      expect(stdout).not.toBe('');
    },
  );

  test.each([
    [['annotate', 'nowhere.txt'], true],
    [['annotate', '--tpo', PLAIN], true],
    [['annotate', '--format', 'table', PLAIN], false],
    [['tokenize', '--format=ndjson', '--max-line', '64Q', PLAIN], true],
    [['stats', '--format', 'ndjson', '--where', 'AND', PLAIN], true],
    [['annotate', '--format', 'csv', '--format', 'json', 'nowhere.txt'], true],
    [['stats', '-f', 'ndjson', '--where', 'AND', PLAIN], true],
    [['stats', '-fjson', '--where', 'AND', PLAIN], true],
    [['search', 'json', 'nowhere.txt'], false],
    [['search', '--', '--json', 'nowhere.txt'], false],
    [['search', '(ndjson', PLAIN], false],
    [['dates', '--tpo', PLAIN], false],
  ])('newscli %j: errors are JSON where the output is to be JSON (%s)', (args, asJson) => {
    const { stderr } = newscli(args);
    if (asJson) expect(JSON.parse(stderr).error.message).toMatch(/./);
    else expect(stderr).toMatch(/^newscli: /);
  });

  test('--output - is standard output, and a path of no letters is named', () => {
    const { code, stdout, stderr } = newscli(['stats', '--json', '-o', '-', '', 'fixtures/corpus/plain']);
    expect([code, stderr]).toEqual([2, expect.stringMatching(/"path":""/)]);
    expect(JSON.parse(stdout).partial).toBe(true);
    expect(newscli(['stats', '']).stderr).toMatch(/^newscli: "": no such file/);
  });

  test('with --json the error is one line of JSON', () => {
    const { code, stderr } = newscli(['stats', '--json', 'nowhere.txt']);
    expect(code).toBe(2);
    expect(JSON.parse(stderr)).toMatchObject({ error: { code: 'ENOENT', path: 'nowhere.txt' } });
  });
});

describe('what is found', () => {
  test.each<[code: number, args: string[]]>([
    [0, ['search', 'hòa bình', PLAIN]],
    [1, ['search', 'xương rồng tím', PLAIN]],
    [1, ['concordance', 'xương rồng tím', PLAIN]],
    [1, ['search', '--count', 'xương rồng tím', PLAIN]],
    [0, ['search', '-q', 'hòa bình', PLAIN]],
    [1, ['search', '-q', 'xương rồng tím', PLAIN]],
    [0, ['stats', '--fail-if', 'snippets < 1', PLAIN]],
    [1, ['stats', '--fail-if', 'snippets > 1', PLAIN]],
    [1, ['stats', '--fail-if', 'health.nonNfc > 5', '--fail-if', 'dates.mentions >= 1', PLAIN]],
  ])('exit %i: newscli %j', (code, args) => {
    const finished = newscli(args);
    expect(finished.code).toBe(code);
    if (args.includes('-q')) expect(finished.stdout).toBe('');
  });

  test('-l reads no further in a file than to its first match', () => {
    const folder = scratchFolder();
    const behind = `${'Giá vàng sáng nay tăng nhẹ.\n'.repeat(100_000)}${'x'.repeat(2000)}\n`;
    writeFileSync(join(folder, 'a.txt'), SNIPPET + behind);
    writeFileSync(join(folder, 'b.txt'), SNIPPET);
    const search = (...args: string[]) => newscli(['search', ...args, '--max-line', '1K', 'Hà Nội', 'a.txt', 'b.txt'], { cwd: folder });
    expect(search('-l')).toMatchObject({ code: 0, stdout: 'a.txt\nb.txt\n', stderr: '' });
    expect(search('--count').code).toBe(2);
    expect(JSON.parse(search('-l', '--json').stdout)).toMatchObject({ input: { skipped: 1 } });
  });

  test('a gate says which held, and the value, and the result is printed as usual', () => {
    const { code, stdout, stderr } = newscli(['stats', '--json', '--fail-if', 'snippets > 1', PLAIN]);
    expect(code).toBe(1);
    expect(JSON.parse(stdout).result.snippets).toBeGreaterThan(1);
    expect(stderr).toMatch(/^newscli: --fail-if snippets > 1: snippets is \d+\n$/);
  });
});

describe('a fault in one file leaves the others standing', () => {
  test('a missing file is named; the rest is printed; exit 2', () => {
    const folder = scratchFolder();
    writeFileSync(join(folder, 'a.txt'), SNIPPET);
    const { code, stdout, stderr } = newscli(['stats', '--json', 'a.txt', 'missing.txt'], { cwd: folder });
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ partial: true, input: { files: 1, snippets: 1 } });
    expect(stderr).toContain('missing.txt');
  });

  test('a bad record is named as path:line and counted', () => {
    const folder = scratchFolder();
    writeFileSync(join(folder, 'a.jsonl'), '{"text":"Hà Nội mưa."}\n{"text":\n{"text":"Huế nắng."}\n');
    const { code, stdout, stderr } = newscli(['stats', '--json', 'a.jsonl'], { cwd: folder });
    expect(code).toBe(2);
    const document = JSON.parse(stdout);
    expect(document).toMatchObject({ partial: true, input: { snippets: 2, skipped: 1 } });
    expect(document.warnings[0]).toMatchObject({ path: 'a.jsonl', line: 2 });
    expect(stderr).toContain('a.jsonl:2: ');
    expect(newscli(['stats', '--allow-skipped', '1', 'a.jsonl'], { cwd: folder }).code).toBe(0);
  });

  test('when nothing could be read, stdout stays empty', () => {
    const folder = scratchFolder();
    writeFileSync(join(folder, 'a.txt'), Buffer.from(Array.from({ length: 4000 }, (_, i) => i % 256)));
    mkdirSync(join(folder, 'empty'));
    for (const args of [
      ['stats', 'a.txt'],
      ['dates', '--format', 'csv', 'a.txt'],
      ['stats', 'empty'],
      ['stats', 'missing'],
    ]) {
      const { code, stdout, stderr } = newscli(args, { cwd: folder });
      expect([args, code, stdout]).toEqual([args, 2, '']);
      expect(stderr).toMatch(/^newscli: /);
    }
  });

  test('--allow-no-files makes an empty folder an empty result', () => {
    const folder = scratchFolder();
    mkdirSync(join(folder, 'empty'));
    const { code, stdout } = newscli(['stats', '--json', '--allow-no-files', 'empty'], { cwd: folder });
    expect(code).toBe(0);
    expect(JSON.parse(stdout).result).toMatchObject({ snippets: 0, words: 0, total: 0, items: [] });
  });
});

describe('pipes, devices and signals', () => {
  test('standard input: a pipe, a file, a socket', async () => {
    const folder = scratchFolder();
    writeFileSync(join(folder, 'a.txt'), SNIPPET);
    const wanted = newscli(['dates', '--format', 'csv', '-'], { input: SNIPPET }).stdout;
    expect(wanted).toContain('2025-05-12');
    expect(shell('cat a.txt | newscli dates --format csv', { cwd: folder }).stdout).toBe(wanted);
    expect(shell('newscli dates --format csv < a.txt', { cwd: folder }).stdout).toBe(wanted);
    expect(shell('mkfifo f; cat a.txt > f & newscli dates --format csv f', { cwd: folder }).stdout.replace(/^date,f,/gm, "date,'-,")).toBe(
      wanted,
    );
    const { child, finished } = startNewscli(['dates', '--format', 'csv']);
    child.stdin.end(SNIPPET);
    expect((await finished).stdout).toBe(wanted);
  });

  test('a closed pipe is silent and exit 0', () => {
    const folder = scratchFolder();
    writeFileSync(join(folder, 'a.txt'), SNIPPET.repeat(20_000));
    const { stdout, stderr } = shell('newscli tokenize --format ndjson a.txt | head -n 1 > /dev/null; echo ${PIPESTATUS[0]}', {
      cwd: folder,
    });
    expect([stdout, stderr]).toEqual(['0\n', '']);
  });

  test.each(['stats', 'dates --format csv', 'stats --json'])('%s > /dev/full is exit 2', command => {
    const { code, stderr } = shell(`newscli ${command} ${PLAIN} > /dev/full`);
    expect(code).toBe(2);
    expect(stderr).toContain('no space left');
  });

  test('--output writes whole files; a failure leaves the old one', () => {
    const folder = scratchFolder();
    writeFileSync(join(folder, 'a.txt'), SNIPPET);
    writeFileSync(join(folder, 'out.json'), 'old');
    expect(newscli(['stats', '--json', '-o', 'out.json', 'missing.txt'], { cwd: folder }).code).toBe(2);
    expect(readFileSync(join(folder, 'out.json'), 'utf8')).toBe('old');
    expect(newscli(['stats', '--json', '-o', 'out.json', 'a.txt'], { cwd: folder })).toMatchObject({ code: 0, stdout: '' });
    expect(JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8')).result.snippets).toBe(1);
  });

  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('%s in the middle: exit %i, no half document, no half file', async (signal, code) => {
    const folder = scratchFolder();
    writeFileSync(join(folder, 'out.json'), 'old');
    const { child, finished } = startNewscli(['stats', '--json', '-o', 'out.json', '-'], { cwd: folder });
    await new Promise(resolve => child.stdin.write(SNIPPET.repeat(30_000), resolve));
    child.kill(signal);
    expect(await finished).toMatchObject({ code, stdout: '' });
    expect(readFileSync(join(folder, 'out.json'), 'utf8')).toBe('old');
    expect(shell('ls -A', { cwd: folder }).stdout).toBe('out.json\n');
  });
});

test('a query of negatives that shows nothing is not said to find something without marks', () => {
  const { code, stderr } = newscli(['concordance', 'NOT xyzzy', PLAIN]);
  expect([code, stderr]).toEqual([1, '']);
});
