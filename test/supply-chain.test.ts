import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT, scratchFolder } from './support/newscli.js';

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<string, Record<string, string> | undefined>;

test('each direct dependency is justified in CONTRIBUTING.md, and none is needed at run time', () => {
  expect(dependencies ?? {}).toEqual({});
  const named = read('CONTRIBUTING.md')
    .split('\n')
    .filter(line => line.startsWith('| '))
    .flatMap(line => line.split('|')[1]!.split(','))
    .map(name => name.trim());
  expect(Object.keys(devDependencies!).filter(name => !named.includes(name))).toEqual([]);
});

test('the lockfile pins every package by its checksum', () => {
  const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, { integrity?: string; link?: boolean }> };
  const loose = Object.entries(packages).filter(([path, { integrity }]) => path !== '' && !integrity?.startsWith('sha512-'));
  expect(loose.map(([path]) => path)).toEqual([]);
});

describe('the build', () => {
  test('gives the same bytes wherever it is made', () => {
    const [first, second] = ['a', 'another/folder'].map(name => builtIn(join(scratchFolder(), name)));
    expect([...first!.keys()].length).toBeGreaterThan(5);
    expect([...second!.keys()]).toEqual([...first!.keys()]);
    for (const [path, bytes] of first!) expect(bytes.equals(second!.get(path)!), path).toBe(true);
  });

  test('brings the licence of each package in it, and no others', () => {
    const licences = read('dist/THIRD-PARTY.md').match(/^## \S+ \S+ \(.+\)$/gm)!;
    expect(licences.length).toBeGreaterThan(5);
    for (const heading of licences) expect(heading).toMatch(/\((MIT|ISC|BSD-\d-Clause|Apache-2\.0)\)$/);
    const bundled = Object.keys(devDependencies!).filter(name => licences.some(heading => heading.startsWith(`## ${name} `)));
    expect(bundled).toEqual(['chalk', 'commander', 'fast-glob', 're2js', 'string-width']);
  });
});

test('each data file has a card that says where it is from', () => {
  const cards = readdirSync(join(ROOT, 'src/data'))
    .filter(name => name.endsWith('.md'))
    .map(name => read(`src/data/${name}`))
    .join('\n');
  for (const name of readdirSync(join(ROOT, 'src/data')).filter(name => !name.endsWith('.md'))) expect(cards).toContain(name);
});

/** The files of a build in a folder of its own, by path. */
function builtIn(folder: string): ReadonlyMap<string, Buffer> {
  mkdirSync(folder, { recursive: true });
  for (const part of ['src', 'build.mjs', 'package.json']) cpSync(join(ROOT, part), join(folder, part), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  execFileSync(process.execPath, ['build.mjs'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  const dist = join(folder, 'dist');
  const paths = readdirSync(dist, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile());
  const files = paths.map(({ parentPath, name }) => join(parentPath, name)).sort();
  return new Map(files.map(path => [path.slice(dist.length + 1), readFileSync(path)]));
}
