import { execFileSync, spawn } from 'node:child_process';
import { linkSync, mkdirSync, openSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import fc from 'fast-check';
import { build } from 'rolldown';
import { beforeAll, describe, expect, test } from 'vitest';
import { compareCodePoints } from '../../src/model/code-points.js';
import { formatOfName } from '../../src/run/find/formats.js';
import { type FindOptions, findInputs } from '../../src/run/find/index.js';
import { temporaryFolder, write } from './read-support.js';

const OPTIONS: FindOptions = { allowNoFiles: false, stdinKind: 'other' };

/** A folder with these files in it; paths that end in `/` are folders. */
function tree(...names: readonly string[]): string {
  const folder = join(root, String(made++));
  mkdirSync(folder);
  for (const name of names) {
    if (name.endsWith('/')) mkdirSync(join(folder, name), { recursive: true });
    else write(folder, name, 'Huế\n');
  }
  return folder;
}
const root = temporaryFolder();
let made = 0;

/** Shown paths without the folder, and errors as `code path: message`. */
async function find(folder: string, paths: readonly string[], options: Partial<FindOptions> = {}) {
  const { files, errors } = await findInputs(
    paths.map(path => (path === '-' ? path : path === '' ? folder : `${folder}/${path}`)),
    { ...OPTIONS, ...options },
  );
  const inside = (path: string) => path.replace(`${folder}/`, '');
  return {
    files: files.map(({ path }) => inside(path)),
    named: files.filter(({ named }) => named).map(({ path }) => inside(path)),
    errors: errors.map(({ code, path, message }) => `${code} ${inside(path ?? '')}: ${message}`),
    hints: errors.map(({ hint }) => hint),
  };
}

describe('formatOfName', () => {
  test.each([
    ['a.txt', 'txt'],
    ['a.TXT', 'txt'],
    ['x/a.jsonl', 'jsonl'],
    ['a.ndjson.gz', 'jsonl'],
    ['a.json', 'json'],
    ['a.csv.GZ', 'csv'],
    ['a.tsv', 'tsv'],
    ['a.txt.bak', undefined],
    ['a.gz', undefined],
    ['a', undefined],
    ['v.txt/a', undefined],
    ['a.gz.txt', 'txt'],
  ])('%s', (name, format) => {
    expect(formatOfName(name)).toBe(format);
  });
});

describe('a folder', () => {
  test('is searched for the known extensions, without hidden files and node_modules', async () => {
    const folder = tree(
      'b.txt',
      'a/c.jsonl',
      'a/b/d.csv.gz',
      'a/e.ndjson',
      'f.json',
      'g.tsv',
      'h.md',
      'i',
      'j.gz',
      'k.txt.bak',
      '.l.txt',
      '.git/m.txt',
      'node_modules/n.txt',
      'a/node_modules/o.txt',
      'p.TXT.GZ',
      'q.txt/',
      'q.txt/r.txt',
    );
    const found = await find(folder, ['']);
    expect(found).toMatchObject({
      files: ['a/b/d.csv.gz', 'a/c.jsonl', 'a/e.ndjson', 'b.txt', 'f.json', 'g.tsv', 'p.TXT.GZ', 'q.txt/r.txt'],
      named: [],
      errors: [],
    });
  });

  test('is named when it holds no news, unless that is allowed', async () => {
    const folder = tree('leer/', 'a.md');
    const found = await find(folder, ['leer', '']);
    expect(found).toMatchObject({ files: [], errors: ['NO_INPUT leer: a folder without news files', expect.stringMatching(/^NO_INPUT /)] });
    expect(found.hints[0]).toContain('.jsonl');
    expect(await find(folder, ['leer', ''], { allowNoFiles: true })).toMatchObject({ files: [], errors: [] });
  });

  test('hidden, or node_modules, is searched when it is named', async () => {
    const folder = tree('.an/a.txt', 'node_modules/b.txt');
    expect((await find(folder, ['.an', 'node_modules'])).files).toEqual(['.an/a.txt', 'node_modules/b.txt']);
  });

  test('links to files are read, links to folders not followed, circles end', async () => {
    const folder = tree('a/x.txt', 'b/');
    symlinkSync('..', join(folder, 'a/up'));
    symlinkSync('.', join(folder, 'a/self'));
    symlinkSync(folder, join(folder, 'b/root'));
    symlinkSync('../a/x.txt', join(folder, 'b/link.txt'));
    write(root, 'outside.txt', 'Vinh\n');
    symlinkSync(join(root, 'outside.txt'), join(folder, 'b/outside.txt'));
    expect(await find(folder, [''])).toMatchObject({ files: ['a/x.txt', 'b/outside.txt'], errors: [] });
    expect((await find(folder, ['a/up'])).files).toEqual(['a/up/a/x.txt', 'a/up/b/outside.txt']);
  });

  test('links that lead nowhere or in a circle are named, and the rest goes on', async () => {
    const folder = tree('a.txt', 'z.txt');
    symlinkSync('nirgends', join(folder, 'b.txt'));
    symlinkSync('c.txt', join(folder, 'c.txt'));
    const found = await find(folder, ['']);
    expect(found.files).toEqual(['a.txt', 'z.txt']);
    expect(found.errors).toEqual(['ENOENT b.txt: no such file or folder', 'ELOOP c.txt: links lead in a circle']);
    expect(await find(folder, ['c.txt', 'a.txt'])).toMatchObject({ files: ['a.txt'], errors: ['ELOOP c.txt: links lead in a circle'] });
  });
});

describe('paths', () => {
  test('are shown as given, without ./ and doubled slashes', async () => {
    const folder = tree('a/b.txt', 'c.txt');
    const given = relative(process.cwd(), folder);
    const shown = async (...paths: string[]) => (await findInputs(paths, OPTIONS)).files.map(({ path }) => path);
    expect(await shown(`./${given}/a/`)).toEqual([`${given}/a/b.txt`]);
    expect(await shown(`././${given}//a//b.txt`)).toEqual([`${given}/a/b.txt`]);
    expect(await shown(`${folder}/`)).toEqual([`${folder}/a/b.txt`, `${folder}/c.txt`]);
  });

  test('a named file is read whatever its name', async () => {
    const folder = tree('tin', 'tin.log', '.an.txt');
    expect(await find(folder, ['tin.log', 'tin', '.an.txt'])).toMatchObject({
      files: ['.an.txt', 'tin', 'tin.log'],
      named: ['.an.txt', 'tin', 'tin.log'],
    });
  });

  test('each file is read once, by what it is and not by its name', async () => {
    const folder = tree('a.txt', 'b/c.txt');
    linkSync(join(folder, 'a.txt'), join(folder, 'b/hard.txt'));
    symlinkSync('c.txt', join(folder, 'b/soft.txt'));
    expect(await find(folder, ['b/c.txt', '', 'b', 'b/../a.txt', 'a.txt'])).toMatchObject({
      files: ['a.txt', 'b/c.txt'],
      named: ['a.txt', 'b/c.txt'],
    });
    expect((await find(folder, ['b/soft.txt', 'b'])).files).toEqual(['b/hard.txt', 'b/soft.txt']);
    expect((await find(folder, ['-', '-'])).files).toEqual(['-']);
  });

  test('are sorted by code point, whatever their order', async () => {
    const names = ['ế.txt', 'a/b.txt', 'a-b.txt', 'Z.txt', '\uFF21.txt', '😀.txt', 'z.txt'];
    const folder = tree(...names);
    const sorted = ['Z.txt', 'a-b.txt', 'a/b.txt', 'z.txt', 'ế.txt', '\uFF21.txt', '😀.txt'];
    expect((await find(folder, [''])).files).toEqual(sorted);
    expect((await find(folder, names)).files).toEqual(sorted);
  });

  test('compareCodePoints is the order of code points', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        const points = (text: string) =>
          [...text]
            .map(
              letter => String.fromCharCode(0x30 + (letter.codePointAt(0)! >> 16)) + letter.codePointAt(0)!.toString(16).padStart(6, '0'),
            )
            .join('');
        const expected = points(a) < points(b) ? -1 : points(a) > points(b) ? 1 : 0;
        expect(Math.sign(compareCodePoints(a, b))).toBe(expected);
      }),
    );
  });

  test('each path that matches nothing is one error; the rest goes on', async () => {
    const folder = tree('a.txt');
    const found = await find(folder, ['a.txt', 'none.txt', 'none/x', '*.csv', 'a.txt/x']);
    expect(found.files).toEqual(['a.txt']);
    expect(found.errors).toEqual([
      'ENOENT none.txt: no such file or folder',
      'ENOENT none/x: no such file or folder',
      'NO_INPUT *.csv: no file matches this pattern',
      'ENOTDIR a.txt/x: a part of the path is not a folder',
    ]);
  });

  test('a missing path that looks like a word of a query says so', async () => {
    const { errors } = await findInputs(['khai', 'khai.txt', 'tin/khai'], OPTIONS);
    expect(errors.map(({ hint }) => hint)).toEqual(['quote a query of several words', undefined, undefined]);
  });

  test.each(['a\0b', 'x'.repeat(5000)])('a path that no system takes is an error: %#', async path => {
    const { errors } = await findInputs([path], OPTIONS);
    expect(errors).toHaveLength(1);
    expect(errors[0]?.name).toBe('NewsError');
  });

  test('an NFC argument finds a name stored in NFD, and the other way round', async () => {
    const folder = tree('Hà Nội/tin mới.txt'.normalize('NFD'), 'Huế.txt');
    expect((await find(folder, ['Hà Nội/tin mới.txt', 'Huế.txt'.normalize('NFD')])).files).toEqual([
      'Huế.txt'.normalize('NFD'),
      'Hà Nội/tin mới.txt',
    ]);
    expect((await find(folder, ['Hà Nội'])).files).toEqual([`Hà Nội/${'tin mới.txt'.normalize('NFD')}`]);
    expect((await find(folder, ['Hà Nội/*'.normalize('NFC')])).files).toEqual(['Hà Nội/tin mới.txt'.normalize('NFD')]);
  });

  test('--input-format goes before the names', async () => {
    const folder = tree('a.txt', 'b.csv', 'c');
    const { files } = await findInputs([folder, `${folder}/c`], { ...OPTIONS, inputFormat: 'jsonl' });
    expect(files.map(({ format }) => format)).toEqual(['jsonl', 'jsonl', 'jsonl']);
  });
});

describe('globs', () => {
  const folder = tree('a.txt', 'b.csv', 'c/d.txt', 'c/e/f.txt', '.g.txt', 'node_modules/h.txt', 'i.log', '[a].txt', 'k{1}.txt');

  test.each<[string, string[]]>([
    ['*.txt', ['[a].txt', 'a.txt', 'k{1}.txt']],
    ['**/*.txt', ['[a].txt', 'a.txt', 'c/d.txt', 'c/e/f.txt', 'k{1}.txt']],
    ['{a,b}.*', ['a.txt', 'b.csv']],
    ['[ab].*', ['a.txt', 'b.csv']],
    ['[a].txt', ['[a].txt']],
    ['k{1}.txt', ['k{1}.txt']],
    ['*.log', ['i.log']],
    ['c/*', ['c/d.txt', 'c/e/f.txt']],
    ['?.txt', ['a.txt']],
  ])('%s', async (pattern, files) => {
    expect(await find(folder, [pattern])).toMatchObject({ files, errors: [] });
  });

  test('what a glob matches is named; what is found in a folder that it matches is not', async () => {
    expect((await find(folder, ['c/*'])).named).toEqual(['c/d.txt']);
  });

  test('a glob without a match is an error, unless that is allowed', async () => {
    expect((await find(folder, ['*.xml'])).errors).toEqual(['NO_INPUT *.xml: no file matches this pattern']);
    expect(await find(folder, ['*.xml'], { allowNoFiles: true })).toMatchObject({ files: [], errors: [] });
    expect((await find(folder, ['none.txt'], { allowNoFiles: true })).errors).toHaveLength(1);
  });

  test('two links to a parent folder end', async () => {
    const loops = tree('a/x.txt', 'b/');
    symlinkSync('..', join(loops, 'a/up'));
    symlinkSync('..', join(loops, 'b/up'));
    expect((await find(loops, ['**/*.txt'])).files).toEqual(['a/x.txt']);
  });
});

describe('without paths', () => {
  test.each(['pipe', 'socket', 'file'] as const)('standard input that is a %s is read', async stdinKind => {
    expect((await findInputs([], { ...OPTIONS, stdinKind })).files).toEqual([{ path: '-', open: '-', named: true, format: undefined }]);
  });

  test('else the current folder', async () => {
    const { files, errors } = await findInputs([], OPTIONS);
    expect(errors).toEqual([]);
    expect(files.map(({ path }) => path)).toContain('package.json');
  });
});

describe('--files0-from', () => {
  const from = async (content: string, options: Partial<FindOptions> = {}) => {
    const folder = tree('a.txt', '[b].txt', '*.txt', 'c/d.txt');
    const list = write(folder, 'list', content.replaceAll('@', folder));
    const { files, errors } = await findInputs([], { ...OPTIONS, ...options, files0From: list });
    return {
      files: files.map(({ path }) => path.replace(`${folder}/`, '')),
      errors: errors.map(({ code, message }) => `${code} ${message}`),
    };
  };

  test.each<[string, string[]]>([
    ['@/a.txt\0@/c/d.txt\0', ['a.txt', 'c/d.txt']],
    ['@/c/d.txt\0@/a.txt', ['a.txt', 'c/d.txt']],
    ['@/*.txt\0@/[b].txt\0', ['*.txt', '[b].txt']],
    ['@/c\0', ['c/d.txt']],
  ])('%j', async (content, files) => {
    expect(await from(content)).toEqual({ files, errors: [] });
  });

  test.each<[string, string[], string[]]>([
    ['', [], ['NO_INPUT holds no paths']],
    ['@/a.txt\0\0', ['a.txt'], ['ENOENT holds an empty path']],
    ['@/none.txt\0@/a.txt', ['a.txt'], ['ENOENT no such file or folder']],
    ['@/a.txt\n@/c/d.txt', [], ['ENOENT no such file or folder']],
    ['-\0', [], ['ENOENT standard input cannot be in a list of files']],
  ])('faults in %j', async (content, files, errors) => {
    expect(await from(content)).toEqual({ files, errors });
  });

  test('an empty list is no error where that is allowed; a missing one is', async () => {
    expect(await from('', { allowNoFiles: true })).toEqual({ files: [], errors: [] });
    const { errors } = await findInputs([], { ...OPTIONS, files0From: `${root}/none` });
    expect(errors).toMatchObject([{ code: 'ENOENT', path: `${root}/none` }]);
  });

  test('goes not together with paths', async () => {
    await expect(findInputs(['a.txt'], { ...OPTIONS, files0From: 'list' })).rejects.toMatchObject({ code: 'USAGE' });
  });
});

describe('stdinKind', () => {
  const script = write(root, 'kind.mjs', '');
  // The module under test runs in a process of its own, whose standard input is what is tested.
  beforeAll(() => bundle('src/run/find/stdin-kind.ts', script, 'console.log(stdinKind());'));
  const inShell = (command: string) =>
    execFileSync('sh', ['-c', command.replaceAll('@', `"${process.execPath}" "${script}"`)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();

  test.each([
    ['true | @', 'pipe'],
    [`@ < "${script}"`, 'file'],
    ['@ < /dev/null', 'other'],
    ['@ <&-', 'other'],
  ])('%s', (command, kind) => {
    expect(inShell(command)).toBe(kind);
  });

  test('what Node gives a child is a socket', async () => {
    const child = spawn(process.execPath, [script]);
    child.stdin.end();
    let said = '';
    for await (const chunk of child.stdout) said += chunk;
    expect(said.trim()).toBe('socket');
  });

  test('a file that is also standard output is no input', async () => {
    const folder = tree('a.txt', 'b.txt');
    const program = write(folder, 'find.mjs', '');
    await bundle(
      'src/run/find/index.ts',
      program,
      "const { files, errors } = await findInputs(process.argv.slice(2), { stdinKind: 'other' });\n" +
        'console.error(files.map(f => f.path).join(), errors.map(e => e.code).join());',
    );
    const run = (...paths: string[]) => {
      const out = openSync(join(folder, 'b.txt'), 'w');
      return execFileSync('sh', ['-c', '"$@" 2>&1 1>&3', 'sh', process.execPath, program, ...paths], {
        cwd: folder,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore', out],
      }).trim();
    };
    expect(run('.')).toBe('a.txt');
    expect(run('a.txt', 'b.txt')).toBe('a.txt IS_OUTPUT');
  });
});

/** A module of the project as a program of its own, with a line of code behind it. */
async function bundle(input: string, file: string, code: string): Promise<void> {
  await build({ input, platform: 'node', external: ['fast-glob'], output: { file, format: 'esm' }, logLevel: 'silent' });
  writeFileSync(file, `\n${code}\n`, { flag: 'a' });
}
