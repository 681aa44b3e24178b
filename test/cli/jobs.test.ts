import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newscli, scratchFolder } from '../support/newscli.js';

/** Parts for threads are a mebibyte at least: the full date that gives the year is in the first. */
const TEXT = [
  'Sáng 12/5/2021, mưa lớn ở Huế.\n',
  ...Array.from({ length: 60_000 }, (_, i) =>
    i % 3 === 0 ? `Ngày ${1 + (i % 28)}/8, Nga và Mỹ đàm phán.\n` : 'Hà Nội nắng to suốt tuần qua, bà con ra đồng.\n',
  ),
].join('');

test.each([
  ['dates', '--where', 'nga', '--format', 'csv'],
  ['dates', '--where', 'nga', '--group-by', 'month', '--json'],
  ['stats', '--where', 'nga', '--json'],
  ['annotate', '--where', '"đàm phán"'],
  ['dates'],
])('newscli %s %s %s %s %s prints the same with any number of jobs', (...args) => {
  const folder = scratchFolder();
  writeFileSync(join(folder, 'a.txt'), TEXT);
  const [one, three] = ['1', '3'].map(jobs => newscli([...args.filter(Boolean), '--jobs', jobs, 'a.txt'], { cwd: folder }));
  expect(three!.stdout === one!.stdout).toBe(true);
  expect(one!.stdout).toContain('2021-08');
  expect(one!.code).toBe(0);
});

test.each(['1', '3'])('--top ends joined text after so many lines, with %s jobs', jobs => {
  const folder = scratchFolder();
  writeFileSync(join(folder, 'a.txt'), TEXT);
  const lines = (...args: readonly string[]) =>
    newscli(['tokenize', '--underscore', '--jobs', jobs, ...args, 'a.txt'], { cwd: folder }).stdout;
  expect(lines('--top', '2')).toBe('Sáng 12/5/2021 , mưa lớn ở Huế .\nNgày 1/8 , Nga và Mỹ đàm_phán .\n');
  expect(lines('--top', '0')).toBe(lines());
});
