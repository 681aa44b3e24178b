import { fstatSync, type Stats } from 'node:fs';

/** What file descriptor 0 is; `other` is a terminal or another device, or closed. */
export type StdinKind = 'pipe' | 'socket' | 'file' | 'other';

export function stdinKind(): StdinKind {
  let stats: Stats;
  try {
    stats = fstatSync(0);
  } catch {
    return 'other';
  }
  if (stats.isFIFO()) return 'pipe';
  if (stats.isSocket()) return 'socket';
  return stats.isFile() ? 'file' : 'other';
}
