import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { scratchFolder } from '../support/newscli.js';
import { MEGABYTE, measured, report } from './support.js';

/** Twice the text may take so many times the processor's time: collecting garbage of one long line takes more than its share. */
const MOST = 2.6;
const MEGABYTES = [1, 2, 4];
const MOST_SECONDS = 120;
/** What is over sooner says nothing. */
const LEAST_SECONDS = 0.3;
/** Resident memory that a byte of one long line may take: each may be a token with its columns. */
const MOST_BYTES = 160;
const BARE = 120 * MEGABYTE;
/** A measurement on a busy machine is taken again, and the quickest counts. */
const ATTEMPTS = 3;

const UNITS: Readonly<Record<string, string>> = {
  'digits and slashes': '1/2/',
  'one long number': '9',
  thousands: '1.000',
  clocks: '1h',
  brackets: '(',
  'quotation marks': '"a" ',
  'combining marks': '\u0301\u0323',
  'a marked letter': 'ệ\u0323\u0302\u0301 ',
  'one long word': 'ươ',
  'runs of capitals': 'Nguyễn Văn ',
  'capitals alone': 'HÀ NỘI ',
  'words of dates': 'ngày tháng năm ',
  dates: 'ngày 30/4, ',
  'beginnings of ranges': 'từ ngày 3 đến ',
  'number words': 'hai mươi ',
  'at signs': 'a@',
  initials: 'A.',
  'bidi controls': '\u202e',
  'zero-width spaces': 'a\u200b',
  'marks behind zero-width spaces': 'e\u200b\u0302\u200b\u0301 ',
  'marks of other scripts': 'a\u0489\u20e5\u1712',
  colours: '\u001b[1;31mNga và Ukraine đàm phán\u001b[0m ',
  'links that never end': '\u001b]8;;https://vi.example/tin ',
  'sequences that never end': '\u001b[1;\u001b]\u001b(\u001b\u200b',
  'titles of terminals': '\u001b]0;a\u0007',
  sentences: 'A! ',
  spaces: '\u00a0',
  'names and their letters': 'Tổ chức Y tế Thế giới (WHO) ',
  'emoji of several people': '👩‍👩‍👧',
};

const COMMANDS = [['annotate'], ['stats', '--json'], ['search', '--count', 'an OR "tháng năm" OR /(a|b)*c/']];

test.each(Object.keys(UNITS).flatMap(name => COMMANDS.map(command => [name, command] as const)))(
  'one line of %s in proportion: %s',
  (name, command) => inProportion(name, command, 'txt', bytes => `${repeated(UNITS[name]!, bytes)}\n`),
);

test.each<[name: string, extension: string, text: (bytes: number) => string]>([
  ['CSV of quotation marks', 'csv', bytes => `text\n${'"'.repeat(bytes)}\n`],
  ['CSV whose quotation marks never close', 'csv', bytes => `text\n${repeated('"a\n', bytes)}`],
  ['CSV of cells that look quoted', 'csv', bytes => `text,b\n${repeated('"a"b,"c\n', bytes)}`],
  ['JSON of nested lists', 'jsonl', bytes => `{"text":${'['.repeat(bytes)}\n`],
  ['JSON of nested objects', 'jsonl', bytes => `${repeated('{"text":', bytes)}\n`],
  ['JSON of escapes', 'jsonl', bytes => `{"text":"${repeated('\\u0301', bytes)}"}\n`],
  ['blank lines', 'txt', bytes => '\n'.repeat(bytes)],
  ['lines of a letter', 'txt', bytes => 'a\n'.repeat(bytes / 2)],
  ['persons with a name of their own each', 'txt', bytes => numbered(bytes, i => `Ông Nguyễn ${nameOf(i)} gặp bà ${nameOf(i)}.\n`)],
  [
    'bodies with letters of their own each',
    'txt',
    bytes => numbered(bytes, i => `Công ty ${nameOf(i)} (${nameOf(i).toUpperCase()}) tăng.\n`),
  ],
])('%s in proportion', (name, extension, text) => inProportion(name, ['stats', '--json'], extension, text));

async function inProportion(name: string, command: readonly string[], extension: string, text: (bytes: number) => string): Promise<void> {
  const folder = scratchFolder();
  writeFileSync(join(folder, 'empty.txt'), '');
  const { cpuSeconds: start } = await measured([...command, '--jobs', '1', 'empty.txt'], folder);
  const files = MEGABYTES.map(megabytes => {
    const file = `${megabytes}.${extension}`;
    writeFileSync(join(folder, file), text(megabytes * MEGABYTE));
    return file;
  });
  const times = files.map(() => Number.POSITIVE_INFINITY);
  let most = 0;
  for (let attempt = 0; attempt < ATTEMPTS && !(worst(times) < MOST); attempt++) {
    for (const [i, file] of files.entries()) {
      const { code, cpuSeconds, peak } = await measured([...command, '--jobs', '1', file], folder, MOST_SECONDS);
      expect(code, `exit code of ${command[0]} on ${file}`).toBeOneOf([0, 1, 2]);
      times[i] = Math.min(times[i]!, cpuSeconds - start);
      most = Math.max(most, peak);
    }
  }
  report(`${name}: ${command[0]}`, {
    seconds: times.map(time => time.toFixed(2)).join(' '),
    growth: worst(times),
    'MB resident': most / MEGABYTE,
  });
  expect(worst(times)).toBeLessThan(MOST);
  expect(most).toBeLessThan(BARE + MOST_BYTES * MEGABYTES.at(-1)! * MEGABYTE);
}

/** The largest growth from one size to the next. */
function worst(times: readonly number[]): number {
  return Math.max(...times.slice(1).map((time, i) => time / Math.max(times[i]!, LEAST_SECONDS)));
}

function repeated(unit: string, bytes: number): string {
  return unit.repeat(Math.ceil(bytes / Buffer.byteLength(unit)));
}

function numbered(bytes: number, line: (i: number) => string): string {
  const lines: string[] = [];
  for (let i = 0, size = 0; size < bytes; i++) {
    lines.push(line(i));
    size += lines.at(-1)!.length;
  }
  return lines.join('');
}

/** `Baca`, `Caca`, …: a capitalised word for each number. */
function nameOf(i: number): string {
  let name = '';
  for (let rest = i; name.length < 3 || rest > 0; rest = Math.floor(rest / 20))
    name += 'bcdghklmnpqrstvxzfjw'[rest % 20]! + 'aeiou'[rest % 5]!;
  return name[0]!.toUpperCase() + name.slice(1);
}
