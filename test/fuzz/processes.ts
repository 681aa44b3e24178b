import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect } from 'vitest';
import { newscli } from '../support/newscli.js';
import { lines } from './hostile.js';
import { type Law, law } from './law.js';

const COMMANDS = [
  ['stats'],
  ['stats', '--by', 'file'],
  ['entities'],
  ['entities', '--list'],
  ['dates'],
  ['dates', '--group-by', 'month'],
  ['search', 'an OR hòa* OR /[0-9]+/'],
  ['search', '--count', 'a*'],
  ['search', '--sort', 'score', 'an OR nội'],
  ['concordance', 'nội OR (an NEAR/3 ninh)'],
  ['tokenize'],
  ['annotate'],
];
const command = fc.constantFrom(...COMMANDS);
const screen = fc.constantFrom('table', 'markdown');
/** A part for a thread is a mebibyte at least. */
const ENOUGH = 1.1 * 2 ** 20;
const CONTROLS = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/;

export const PROCESS_LAWS: readonly Law[] = [
  law(
    'any number of jobs prints the same bytes',
    fc.property(
      command,
      fc.constantFrom('json', 'ndjson', 'csv', 'table'),
      lines,
      fc.constantFrom('\n', '\r\n'),
      (words, format, texts, end) => {
        if (words[0] === 'annotate' && format !== 'json') return;
        const text = `${texts.join(end)}${end}Hà Nội.${end}`;
        const long = text.repeat(Math.ceil(ENOUGH / Buffer.byteLength(text)));
        inFolder({ 'a.txt': long, 'b.txt': text, 'c.txt': `${long}${texts.join(end)}` }, folder => {
          const [one, three] = ['1', '3'].map(jobs => newscli([...words, '--format', format, '--jobs', jobs, '.'], { cwd: folder }));
          expect(three).toEqual(one);
          expect(one!.code).not.toBe(null);
        });
      },
    ),
    1,
  ),
  law(
    'nothing raw gets to a screen',
    fc.property(command, screen, lines, (words, format, texts) => {
      if (words[0] === 'annotate') return;
      const csv = `text,id\n${texts.map(text => `"${text.replaceAll('"', '""')}","${text.slice(0, 9).replaceAll('"', '')}"`).join('\n')}`;
      inFolder({ 'a.txt': texts.join('\n'), 'b.csv': csv, 'c.jsonl': texts.join('\n') }, folder => {
        const { code, stdout, stderr } = newscli([...words, '--format', format, 'a.txt', 'b.csv', 'c.jsonl'], { cwd: folder });
        expect([0, 1, 2]).toContain(code);
        expect(`${stdout}${stderr}`.replaceAll('\n', '')).not.toMatch(CONTROLS);
        expect(stderr).not.toMatch(/INTERNAL|\bat .*\.js:\d/);
      });
    }),
    4,
  ),
  law(
    'files apart say what they say as one',
    fc.property(lines, lines, (first, second) => {
      // A byte order mark is one only where a file begins.
      const contentOf = (texts: readonly string[]) =>
        texts
          .map(text => `${text.toWellFormed()}\n`)
          .join('')
          .replace(/^\ufeff+/, '');
      const [a, b] = [contentOf(first), contentOf(second)];
      inFolder({ 'a.txt': a, 'b.txt': b, 'ab.txt': a + b }, folder => {
        const outputOf = (args: readonly string[], ...paths: string[]) => newscli([...args, ...paths], { cwd: folder });
        const words = ['tokenize', '--underscore'];
        const [apart, one] = [outputOf(words, 'a.txt', 'b.txt'), outputOf(words, 'ab.txt')];
        if (apart.code !== 0 || one.code !== 0) return;
        expect(apart.stdout).toBe(one.stdout);
        const figures = (stdout: string) => {
          const { entities, items, ...result } = JSON.parse(stdout).result;
          return result;
        };
        const stats = ['stats', '--json', '--ref-date', 'none'];
        expect(figures(outputOf(stats, 'a.txt', 'b.txt').stdout)).toEqual(figures(outputOf(stats, 'ab.txt').stdout));
      });
    }),
    3,
  ),
];

function inFolder(files: Readonly<Record<string, string>>, work: (folder: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'newscli-fuzz-'));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
