import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { writeCorpus } from '../bench/corpus.mjs';
import { launcher, newscli, ROOT, scratchFolder } from '../support/newscli.js';
import { report } from './support.js';

const COMMANDS = [
  ['stats', '--json'],
  ['stats', '--by', 'file'],
  ['entities', '--json'],
  ['entities', '--list', '--format', 'csv'],
  ['dates', '--format', 'ndjson'],
  ['dates', '--group-by', 'month'],
  ['search', 'hoa binh OR /tri.n/'],
  ['concordance', 'ông'],
  ['tokenize', '--format', 'tsv'],
  ['tokenize', '--underscore'],
  ['annotate'],
  ['schema'],
];

describe('other versions of Node', () => {
  const inputs = ['fixtures/corpus/plain', 'fixtures/corpus/jsonl', 'fixtures/corpus/csv', 'fixtures/corpus/hostile'];
  const digests = (node: string) =>
    COMMANDS.map(command => {
      const args = [launcher(), ...command, ...(command[0] === 'schema' ? [] : inputs)];
      const { status, stdout } = spawnSync(node, args, { cwd: ROOT, maxBuffer: 1 << 28 });
      return `${command.join(' ')} ${status} ${createHash('md5').update(stdout).digest('hex')}`;
    });

  test.each(['20', '22', '24'])('Node %s prints the same', version => {
    const where = ['--yes', '--loglevel=error', `node@${version}`, '--print', 'process.version + " " + process.execPath'];
    const [found, node] = execFileSync('npx', where, { encoding: 'utf8' }).trim().split(' ');
    expect(found).toMatch(new RegExp(`^v${version}\\.`));
    expect(digests(node!)).toEqual(digests(process.execPath));
    report(`Node ${found}`, { commands: COMMANDS.length, 'the same as': process.version });
  });
});

describe.runIf(process.platform === 'linux' && process.getuid?.() === 0)('a full disk', () => {
  test.each([
    ['stats', '--by', 'file', '--format', 'ndjson'],
    ['tokenize', '--underscore'],
    ['annotate', '--json'],
  ])('%s %s: the old file stays, and nothing is left behind', async (...command) => {
    const folder = scratchFolder();
    const disk = join(folder, 'disk');
    mkdirSync(disk);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk]);
    onTestFinished(() => void execFileSync('umount', [disk]));
    await writeCorpus(join(folder, 'a.txt'), 3);
    const many = Array.from({ length: 1000 }, (_, i) => join(folder, `${i}.txt`));
    for (const path of many) writeFileSync(path, 'Huế nắng.\n');
    writeFileSync(join(disk, 'out'), 'old');
    for (const jobs of ['1', '2']) {
      const { code, stdout, stderr } = newscli([...command.filter(Boolean), '--jobs', jobs, '-o', join(disk, 'out'), folder]);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toContain('no space left on the device');
      expect([readdirSync(disk), readFileSync(join(disk, 'out'), 'utf8')]).toEqual([['out'], 'old']);
    }
  });
});
