import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { newscli, ROOT, scratchFolder } from '../support/newscli.js';

const COMMANDS: readonly (readonly string[])[] = [
  ['stats'],
  ['entities'],
  ['entities', '--list'],
  ['dates'],
  ['search', 'a OR NOT a'],
  ['concordance', 'nội'],
  ['tokenize'],
  ['annotate'],
];
const CONTROLS = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/;

describe('a folder of everything that goes wrong', () => {
  test.each(COMMANDS)('newscli %s %s: the good records come out, the bad ones are named, nothing raw is printed', (...args) => {
    const folder = hostileFolder();
    const words = args.filter(Boolean);
    const { code, stdout, stderr } = newscli([...words, '--format', 'json', 'hostile', 'missing.txt'], { cwd: folder });
    const document = JSON.parse(stdout);
    expect(code).toBe(2);
    expect(document).toMatchObject({ partial: true });
    expect(document.input.files).toBeGreaterThan(15);
    expect(document.input.skipped).toBeGreaterThan(0);
    expect(document.warnings.length).toBeGreaterThan(2);
    expect(`${stdout}${stderr}`.replaceAll('\n', '')).not.toMatch(CONTROLS);
    for (const line of stderr.trimEnd().split('\n')) expect(line).toMatch(/^(newscli: |\{"error":)/);
  });

  test.each(COMMANDS.filter(([name]) => name !== 'annotate'))(
    'newscli %s %s prints no control character as a table or lines',
    (...args) => {
      const { stdout } = newscli([...args.filter(Boolean), 'hostile'], { cwd: hostileFolder() });
      expect(stdout).not.toBe('');
      expect(stdout.replaceAll('\n', '')).not.toMatch(CONTROLS);
    },
  );
});

test.each([
  ['a line of 50 MB', `${'an ninh quốc phòng, '.repeat(1_700_000)}\n`, 1],
  ['one snippet of a megabyte of combining marks', `a${'\u0301\u0323'.repeat(500_000)}\n`, 1],
  ['a megabyte of brackets', `${'('.repeat(1_000_000)}\n`, 1],
  ['a megabyte of digits and slashes', `${'12/3/'.repeat(200_000)}\n`, 1],
  ['an empty file', '', 0],
  ['NUL bytes', 'Hà\u0000 Nội mưa to.\n', 1],
])('%s', (_name, text, snippets) => {
  const folder = scratchFolder();
  writeFileSync(join(folder, 'a.txt'), text);
  const { code, stdout, stderr } = newscli(['stats', '--json', 'a.txt'], { cwd: folder });
  expect([code, stderr]).toEqual([0, '']);
  expect(JSON.parse(stdout).result.snippets).toBe(snippets);
});

test('a name in colours is found without them, by its bytes and by its text', () => {
  const folder = scratchFolder();
  writeFileSync(
    join(folder, 'a.txt'),
    'Hôm qua \u001b[1;31mNga\u001b[0m thắng Brazil.\nTại \u001b]8;;https://vi.example\u001b\\Hà Nội\u001b]8;;\u001b\\ mưa.\n',
  );
  for (const [query, start, text] of [
    ['nga', 15, 'Nga'],
    ['"hà nội" mưa', 29, 'Hà Nội'],
    ['type:LOC nội', 29, 'Hà Nội'],
  ] as const) {
    expect(newscli(['search', '--count', query, 'a.txt'], { cwd: folder }).stdout).toBe('a.txt:1\n');
    const [row] = newscli(['search', '--format', 'ndjson', query, 'a.txt'], { cwd: folder }).stdout.split('\n');
    expect(JSON.parse(row!).matches[0]).toEqual({ start, end: start + text.length, text });
  }
  const listed = newscli(['entities', '--list', '--format', 'csv', 'a.txt'], { cwd: folder }).stdout;
  expect(listed).not.toContain('\u001b');
  expect(listed).toContain(',Hà Nội,LOC,');
});

/** The hostile fixtures, with a link that leads back to its own folder. */
function hostileFolder(): string {
  const folder = scratchFolder();
  cpSync(join(ROOT, 'fixtures/corpus/hostile'), join(folder, 'hostile'), { recursive: true });
  mkdirSync(join(folder, 'hostile/inner'));
  symlinkSync('..', join(folder, 'hostile/inner/loop'));
  return folder;
}
