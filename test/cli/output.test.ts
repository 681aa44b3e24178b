import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'rolldown';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const made = mkdtempSync(join(tmpdir(), 'newscli-output-'));
const program = join(made, 'writer.mjs');
let folder = '';

/**
 * Writes `count` numbered lines to standard output, or to the file named; exits 2 with the error on stderr, 3 when it was told
 * that nobody reads.
 */
const WRITER = `
import { openOutput } from './src/cli/output.ts';
import { renderError } from './src/render/index.ts';
const [path, count, how] = process.argv.slice(2);
const said = error => { process.stderr.write(renderError(error, false)); process.exitCode = 2; };
let output;
process.on('SIGTERM', () => { output?.abort(); process.exit(143); });
try {
  output = await openOutput(path === '' ? undefined : path, process);
  for (let i = 0; i < Number(count); i++) {
    await output.write(how === 'bytes' && i % 3 === 0 ? Buffer.from('dòng ' + i + '\\n') : 'dòng ' + i + '\\n');
    if (output.closed) { process.exitCode = 3; break; }
    if (i === { hang: 50000, trickle: 0 }[how]) { process.stderr.write('hanging'); await new Promise(resolve => setTimeout(resolve, 60000)); }
  }
  if (how === 'abort') output.abort(); else await output.close();
} catch (error) { said(error); }
`;

beforeAll(async () => {
  const source = join(made, 'writer.ts');
  writeFileSync(source, WRITER.replaceAll('./src/', `${root}/src/`));
  await build({ input: source, platform: 'node', output: { file: program, format: 'esm', codeSplitting: false } });
});
beforeEach(() => {
  folder = mkdtempSync(join(made, 'case-'));
});
afterAll(() => rmSync(made, { recursive: true, force: true }));

const lines = (count: number) => Array.from({ length: count }, (_, i) => `dòng ${i}\n`).join('');
const write = (path: string, count: number, how = '') =>
  spawnSync(process.execPath, [program, path, `${count}`, how], { encoding: 'utf8', maxBuffer: 1 << 28 });
const shell = (command: string) =>
  spawnSync('bash', ['-c', command], {
    encoding: 'utf8',
    cwd: folder,
    maxBuffer: 1 << 28,
    env: { ...process.env, NODE: process.execPath, WRITER: program },
  });

describe('standard output', () => {
  test.each(['', 'bytes'])('a socket gets everything, in order (%s)', how => {
    const { stdout, status } = write('', 300_000, how);
    expect([status, stdout.length]).toEqual([0, lines(300_000).length]);
    expect(stdout).toBe(lines(300_000));
  });

  test('a slow pipe gets everything', () => {
    const { stdout } = shell('"$NODE" "$WRITER" "" 300000 | (sleep 0.5; cat)');
    expect(stdout).toBe(lines(300_000));
  });

  test('a file gets everything', () => {
    shell('"$NODE" "$WRITER" "" 300000 > all.txt');
    expect(readFileSync(join(folder, 'all.txt'), 'utf8')).toBe(lines(300_000));
  });

  test('a reader that goes away stops the work, silently', () => {
    const { stdout, stderr } = shell('("$NODE" "$WRITER" "" 100000000; echo "exit $?" >&2) | head -n 2');
    expect([stdout, stderr]).toEqual(['dòng 0\ndòng 1\n', 'exit 3\n']);
  });

  test.runIf(existsSync('/dev/full'))('a full device is an error', () => {
    const { stderr } = shell('"$NODE" "$WRITER" "" 10 > /dev/full; echo "exit $?" >&2');
    expect(stderr).toBe(
      'newscli: cannot write standard output: no space left on the device. Free some, or write to another place\nexit 2\n',
    );
  });

  test('a reader gets what there is before the end', async () => {
    const child = spawn(process.execPath, [program, '', '2', 'trickle'], { stdio: ['ignore', 'pipe', 'ignore'] });
    const first = await new Promise(resolve => child.stdout.once('data', resolve));
    child.kill('SIGTERM');
    expect(`${first}`).toBe('dòng 0\n');
  });

  test('a signal is heard while nobody reads', async () => {
    const child = spawn(process.execPath, [program, '', '100000000'], { stdio: ['ignore', 'pipe', 'ignore'] });
    await once(child.stdout, 'readable');
    child.kill('SIGTERM');
    expect((await once(child, 'exit'))[0]).toBe(143);
  });
});

describe('a file', () => {
  test('is made whole, with the mode of any new file', () => {
    expect(write(join(folder, 'new.txt'), 20_000, 'bytes').status).toBe(0);
    writeFileSync(join(folder, 'plain'), '');
    expect(readFileSync(join(folder, 'new.txt'), 'utf8')).toBe(lines(20_000));
    expect(statSync(join(folder, 'new.txt')).mode).toBe(statSync(join(folder, 'plain')).mode);
    expect(readdirSync(folder).sort()).toEqual(['new.txt', 'plain']);
  });

  test('is replaced, and keeps its mode', () => {
    const path = join(folder, 'old.txt');
    writeFileSync(path, 'old');
    chmodSync(path, 0o640);
    const { ino } = statSync(path);
    expect(write(path, 3).status).toBe(0);
    expect(readFileSync(path, 'utf8')).toBe(lines(3));
    expect(statSync(path).mode & 0o777).toBe(0o640);
    expect(statSync(path).ino).not.toBe(ino);
  });

  test.each(['there', 'not there yet'])('behind a link is replaced, not the link (%s)', state => {
    mkdirSync(join(folder, 'real'));
    if (state === 'there') writeFileSync(join(folder, 'real/file.txt'), 'old');
    symlinkSync('real/file.txt', join(folder, 'one'));
    symlinkSync('one', join(folder, 'two'));
    expect(write(join(folder, 'two'), 3).status).toBe(0);
    expect(readFileSync(join(folder, 'real/file.txt'), 'utf8')).toBe(lines(3));
    expect(lstatSync(join(folder, 'two')).isSymbolicLink()).toBe(true);
    expect(readdirSync(join(folder, 'real'))).toEqual(['file.txt']);
  });

  test('stays as it was when the work is given up', () => {
    const path = join(folder, 'old.txt');
    writeFileSync(path, 'old');
    write(path, 50_000, 'abort');
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['old.txt']);
  });

  test('stays as it was on a signal, and nothing is left behind', async () => {
    const path = join(folder, 'old.txt');
    writeFileSync(path, 'old');
    const child = spawn(process.execPath, [program, path, '100000', 'hang'], { stdio: ['ignore', 'ignore', 'pipe'] });
    await new Promise(resolve => child.stderr.once('data', resolve));
    expect(readdirSync(folder)).toHaveLength(2);
    child.kill('SIGTERM');
    expect(await new Promise(resolve => child.on('exit', resolve))).toBe(143);
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['old.txt']);
  });

  test.each([
    ['nowhere/x.txt', 'its folder does not exist. Make the folder first'],
    ['', 'it is a folder. Give --output the name of a file'],
    ['loop', 'its links go round in a circle'],
  ])('that cannot be made is an error: %j', (name, reason) => {
    symlinkSync('loop', join(folder, 'loop'));
    const path = join(folder, name);
    const { status, stderr } = write(path, 3);
    expect([status, stderr]).toEqual([2, `newscli: cannot write ${path}: ${reason}\n`]);
    expect(readdirSync(folder)).toEqual(['loop']);
  });

  test('that is a FIFO is written as it is', () => {
    execFileSync('mkfifo', [join(folder, 'fifo')]);
    const { stdout, stderr } = shell('"$NODE" "$WRITER" fifo 50000 & cat fifo; wait');
    expect([stdout, stderr]).toEqual([lines(50_000), '']);
    expect(lstatSync(join(folder, 'fifo')).isFIFO()).toBe(true);
  });

  test.runIf(existsSync('/dev/fd'))('that is a pipe of the shell is written as it is', () => {
    const { stdout, stderr } = shell(
      '"$NODE" "$WRITER" >(cat > got; echo >&2 done) 5000 2>&1 | cat; "$NODE" "$WRITER" /dev/stdout 10 | cat',
    );
    expect([stdout, stderr]).toEqual([lines(10), 'done\n']);
    expect(readFileSync(join(folder, 'got'), 'utf8')).toBe(lines(5000));
  });

  test('that is a FIFO whose reader goes away stops the work', () => {
    execFileSync('mkfifo', [join(folder, 'fifo')]);
    const { stdout } = shell('(head -n 1 fifo &) ; "$NODE" "$WRITER" fifo 100000000; echo "exit $?"');
    expect(stdout).toBe('dòng 0\nexit 3\n');
  });

  test.runIf(existsSync('/dev/full'))('that is a full device is an error', () => {
    const { status, stderr } = write('/dev/full', 10);
    expect(status).toBe(2);
    expect(stderr).toContain('no space left on the device');
    expect(statSync('/dev/full').isCharacterDevice()).toBe(true);
  });
});
