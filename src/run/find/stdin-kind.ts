import { fstatSync, type Stats } from 'node:fs';
import { isatty } from 'node:tty';

/** What file descriptor 0 is; `other` is a device such as `/dev/null`, or closed. */
export type StdinKind = 'tty' | 'pipe' | 'socket' | 'file' | 'other';

export function stdinKind(): StdinKind {
  let stats: Stats;
  try {
    stats = fstatSync(0);
  } catch {
    return 'other';
  }
  if (stats.isFIFO()) return 'pipe';
  if (stats.isSocket()) return 'socket';
  if (stats.isFile()) return 'file';
  return isatty(0) ? 'tty' : 'other';
}
