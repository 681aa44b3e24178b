import { closeSync, openSync, writeSync } from 'node:fs';
import { measure } from '../support/measure.mjs';
import { launcher } from '../support/newscli.js';

export const MEGABYTE = 1e6;

/** Runs newscli and measures it; after `most` seconds it is killed, and its code is `null`. */
export function measured(args: readonly string[], cwd: string, most = 3600) {
  return measure([process.execPath, launcher(), ...args], { cwd, timeout: most * 1000, killSignal: 'SIGKILL' });
}

export function report(what: string, figures: Readonly<Record<string, number | string>>): void {
  const cells = Object.entries(figures).map(([name, value]) => `${name} ${typeof value === 'number' ? round(value) : value}`);
  console.log(`${what.padEnd(44)} ${cells.join('   ')}`);
}

/** Writes `bytes` bytes: `piece` again and again. */
export function writeRepeated(path: string, piece: string, bytes: number, tail = ''): void {
  const block = Buffer.from(piece.repeat(Math.max(1, Math.floor(MEGABYTE / Buffer.byteLength(piece)))));
  const file = openSync(path, 'w');
  for (let left = bytes; left > 0; left -= block.length) writeSync(file, block, 0, Math.min(block.length, left));
  writeSync(file, tail);
  closeSync(file);
}

const round = (value: number): string => String(Math.round(value * 100) / 100);
