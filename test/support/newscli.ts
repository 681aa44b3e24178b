import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';

export const ROOT = resolve(import.meta.dirname, '../..');

export interface Finished {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Surroundings {
  readonly input?: string | Uint8Array;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** A folder that newscli is installed in, instead of this one. */
  readonly home?: string;
}

/** Runs the built newscli to its end. Without `input`, standard input is `/dev/null`. */
export function newscli(args: readonly string[], { input, cwd = ROOT, env = {}, home = ROOT }: Surroundings = {}): Finished {
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, [launcher(home), ...args], {
    cwd,
    env: { ...cleanEnvironment(), ...env },
    maxBuffer: 1 << 30,
    ...(input === undefined ? { stdio: ['ignore', 'pipe', 'pipe'] } : { input }),
  });
  return { code: status, signal, stdout: stdout.toString('utf8'), stderr: stderr.toString('utf8') };
}

/** Starts newscli and leaves it running; standard input is a socket, as Node's `spawn` gives it. */
export function startNewscli(args: readonly string[], { cwd = ROOT, env = {}, home = ROOT }: Omit<Surroundings, 'input'> = {}) {
  const child = spawn(process.execPath, [launcher(home), ...args], { cwd, env: { ...cleanEnvironment(), ...env } });
  onTestFinished(() => void child.kill('SIGKILL'));
  const finished = new Promise<Finished>(resolveFinished => {
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', chunk => out.push(chunk));
    child.stderr.on('data', chunk => err.push(chunk));
    child.on('close', (code, signal) => {
      resolveFinished({ code, signal, stdout: Buffer.concat(out).toString('utf8'), stderr: Buffer.concat(err).toString('utf8') });
    });
  });
  return { child, finished };
}

/** Runs a line of shell with `newscli` in it. */
export function shell(line: string, { cwd = ROOT, env = {}, home = ROOT }: Omit<Surroundings, 'input'> = {}): Finished {
  const { status, signal, stdout, stderr } = spawnSync(
    'bash',
    ['-c', `newscli() { "${process.execPath}" "${launcher(home)}" "$@"; }; ${line}`],
    {
      cwd,
      env: { ...cleanEnvironment(), ...env },
      maxBuffer: 1 << 30,
    },
  );
  return { code: status, signal, stdout: stdout.toString('utf8'), stderr: stderr.toString('utf8') };
}

/** A folder of its own for one test. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'newscli-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A copy of newscli in a folder of its own, to be damaged. */
export function installedCopy(): string {
  const home = scratchFolder();
  for (const part of ['bin', 'dist', 'package.json']) cpSync(join(ROOT, part), join(home, part), { recursive: true });
  return home;
}

export const launcher = (home = ROOT): string => join(home, 'bin/newscli.js');

/** The environment without what would change the output. */
function cleanEnvironment(): Record<string, string> {
  const { PATH = '', HOME = '' } = process.env;
  return { PATH, HOME, LANG: 'C.UTF-8' };
}
