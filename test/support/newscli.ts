import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';

export const ROOT = resolve(import.meta.dirname, '../..');
const LAUNCHER = join(ROOT, 'bin/newscli.js');

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
}

/** Runs the built newscli to its end. Without `input`, standard input is `/dev/null`. */
export function newscli(args: readonly string[], { input, cwd = ROOT, env = {} }: Surroundings = {}): Finished {
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, [LAUNCHER, ...args], {
    cwd,
    env: { ...cleanEnvironment(), ...env },
    maxBuffer: 1 << 30,
    ...(input === undefined ? { stdio: ['ignore', 'pipe', 'pipe'] } : { input }),
  });
  return { code: status, signal, stdout: stdout.toString('utf8'), stderr: stderr.toString('utf8') };
}

/** Starts newscli and leaves it running; standard input is a socket, as Node's `spawn` gives it. */
export function startNewscli(args: readonly string[], { cwd = ROOT, env = {} }: Omit<Surroundings, 'input'> = {}) {
  const child = spawn(process.execPath, [LAUNCHER, ...args], { cwd, env: { ...cleanEnvironment(), ...env } });
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
export function shell(line: string, { cwd = ROOT, env = {} }: Omit<Surroundings, 'input'> = {}): Finished {
  const { status, signal, stdout, stderr } = spawnSync('bash', ['-c', `newscli() { "${process.execPath}" "${LAUNCHER}" "$@"; }; ${line}`], {
    cwd,
    env: { ...cleanEnvironment(), ...env },
    maxBuffer: 1 << 30,
  });
  return { code: status, signal, stdout: stdout.toString('utf8'), stderr: stderr.toString('utf8') };
}

/** A folder of its own for one test. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'newscli-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The environment without what would change the output. */
function cleanEnvironment(): Record<string, string> {
  const { PATH = '', HOME = '' } = process.env;
  return { PATH, HOME, LANG: 'C.UTF-8' };
}
