import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const SRC = resolve(import.meta.dirname, '../src');
const MOST_LINES = 300;

/** What each room may import: other rooms, and packages. CONTRIBUTING.md has the same table. */
const ROOMS: Readonly<Record<string, { readonly rooms: readonly string[]; readonly packages: readonly string[] }>> = {
  model: { rooms: [], packages: [] },
  text: { rooms: ['model'], packages: [] },
  aggregate: { rooms: ['model'], packages: [] },
  annotate: { rooms: ['model', 'text'], packages: [] },
  search: { rooms: ['model', 'text'], packages: ['re2js'] },
  train: { rooms: ['model', 'text', 'annotate'], packages: [] },
  commands: { rooms: ['model', 'text', 'annotate', 'search', 'aggregate'], packages: [] },
  render: { rooms: ['model'], packages: ['chalk', 'string-width'] },
  run: {
    rooms: ['model', 'text', 'aggregate', 'annotate', 'search', 'train', 'commands'],
    packages: [
      'node:fs',
      'node:path',
      'node:url',
      'node:os',
      'node:zlib',
      'node:net',
      'node:stream',
      'node:buffer',
      'node:timers',
      'node:tty',
      'node:worker_threads',
      'fast-glob',
    ],
  },
  cli: {
    rooms: ['model', 'commands', 'render', 'run'],
    packages: ['commander', 'node:fs', 'node:path', 'node:os', 'node:url', 'node:v8', 'node:worker_threads', 'node:process'],
  },
};

interface SourceFile {
  readonly path: string;
  readonly room: string;
  readonly lines: number;
  readonly imports: readonly string[];
}

const files: readonly SourceFile[] = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter(path => path.endsWith('.ts'))
  .map(path => {
    const source = readFileSync(join(SRC, path), 'utf8');
    return { path, room: path.split('/')[0]!, lines: source.split('\n').length - 1, imports: importsOf(source) };
  });

describe('the rooms of src', () => {
  test('are those of the plan', () => {
    expect(new Set(files.map(file => file.room))).toEqual(new Set(Object.keys(ROOMS)));
  });

  test.each(Object.entries(ROOMS))('%s imports only what it may', (room, allowed) => {
    const strangers = files
      .filter(file => file.room === room)
      .flatMap(({ path, imports }) => imports.filter(name => !isAllowed(name, path, room, allowed)).map(name => `${path}: ${name}`));
    expect(strangers).toEqual([]);
  });

  test(`no file is longer than ${MOST_LINES} lines`, () => {
    expect(files.filter(file => file.lines > MOST_LINES).map(file => `${file.path}: ${file.lines}`)).toEqual([]);
  });
});

function isAllowed(name: string, path: string, room: string, allowed: (typeof ROOMS)[string]): boolean {
  if (!name.startsWith('.')) return allowed.packages.includes(packageOf(name));
  const target = relative(SRC, resolve(SRC, path, '..', name)).split('/')[0]!;
  return target === room || allowed.rooms.includes(target);
}

function importsOf(source: string): readonly string[] {
  return [...source.matchAll(/^(?:import|export)\b[^'";]*?from '([^']+)'|^import '([^']+)'|import\('([^']+)'\)/gms)].map(
    match => (match[1] ?? match[2] ?? match[3])!,
  );
}

/** `node:fs/promises` is `node:fs`, `csv-parse/sync` is `csv-parse`. */
function packageOf(name: string): string {
  return name.split('/')[0]!;
}
