// Bundles src into dist: everything the tool needs at run time, so that the packed tarball installs offline and starts fast.
// CommonJS, because Node starts it in less time than modules.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';

const RESOURCES = ['words.model', 'entities.model', 'identities.tsv', 'stop-words.txt'];

/**
 * What is loaded together is one file, because Node takes longer to open a file than to read what a small one holds. A module goes
 * to the first room that names it, and takes along what it imports.
 */
const ROOMS = [
  ['base', /rolldown\/runtime|src\/model\/|src\/cli\/(host|output|output-sink)\.ts|src\/commands\/(index|options)\.ts/],
  ['arguments', /node_modules\/commander\/|src\/cli\/parse\.ts/],
  ['run', /src\/cli\/execute\.ts|src\/render\/(table|index)\.ts|src\/text\/(normalize|detached)\.ts/],
  ['words', /src\/text\//],
  ['names', /src\/annotate\/entities\//],
  ['dates', /src\/annotate\/dates\//],
  ['search', /src\/search\/index\.ts|src\/run\/read\/candidates\.ts/],
  ['records', /src\/run\/read\/(csv|json|jsonl)\.ts/],
];

/** What a module of tables makes its columns with. */
const DECODE = `const decode = text => { const bytes = Buffer.from(text, 'base64'); return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length); };`;

rmSync('dist', { recursive: true, force: true });
const bundle = await rolldown({
  input: { main: 'src/cli/main.ts', worker: 'src/cli/worker.ts' },
  platform: 'node',
  transform: { target: 'node20' },
  plugins: [commanderAsModules(), withTables()],
});
const { output } = await bundle.write({
  dir: 'dist',
  format: 'cjs',
  minify: true,
  entryFileNames: '[name].js',
  chunkFileNames: 'chunks/[name]-[hash].js',
  codeSplitting: { groups: ROOMS.map(([name, test], i) => ({ name, test, priority: ROOMS.length - i })) },
});
await bundle.close();
const chunks = output
  .filter(file => file.type === 'chunk')
  .map(({ fileName, code }) => ({ fileName, code, plain: withPlainExports(code) }));
if (chunks.every(({ code, plain }) => code === plain)) throw new Error('the bundler writes exports in a new way: mend withPlainExports');
for (const { fileName, plain } of chunks) writeFileSync(`dist/${fileName}`, withPlainStrings(plain));
mkdirSync('dist/data', { recursive: true });
for (const name of RESOURCES) cpSync(`src/data/${name}`, `dist/data/${name}`);
writeFileSync('dist/THIRD-PARTY.md', licences(packagesIn(output.flatMap(file => file.moduleIds ?? []))));

/**
 * The bundler exports each name by a getter. In hot loops a table from another chunk is then a call, which made segmentation take half
 * as long again. Nothing is exported before it is set, or changed after, so plain properties do. (What the minifier has put into a
 * getter instead of a name stays there: it is no table.)
 */
function withPlainExports(code) {
  const getter = /Object\.defineProperty\(exports,"(\w+)",\{enumerable:!0,get:function\(\)\{return ([A-Za-z_$][\w$]*)\}\}\)/g;
  return code.replace(getter, 'exports.$1=$2');
}

/** The minifier writes strings as templates, which V8 reads letter by letter, and keeps twice: not the long ones, which are bytes in base64. */
function withPlainStrings(code) {
  return code.replace(/`([A-Za-z0-9+/=]{64,})`/g, "'$1'");
}

/**
 * commander is CommonJS, which the bundler wraps in functions: V8 would read its classes twice. And it loads `node:child_process`, with it
 * all of networking, for subcommands that are programs of their own: there are none.
 */
function commanderAsModules() {
  const entry = { command: 'Command', error: 'CommanderError', option: 'Option' };
  return {
    name: 'commander-as-modules',
    resolveId: id => (id === 'commander' ? '\0commander' : undefined),
    load: id => {
      if (id !== '\0commander') return undefined;
      return Object.entries(entry)
        .map(
          ([part, name]) =>
            `export { ${name} } from ${JSON.stringify(join(import.meta.dirname, `node_modules/commander/lib/${part}.js`))};`,
        )
        .join('\n');
    },
    transform: (code, id) => {
      if (!/[\\/]commander[\\/]lib[\\/]\w+\.js$/.test(id)) return undefined;
      const module = code
        .replace("require('node:child_process')", '{}')
        .replace(/^const (\{[^}]+\}) = require\('(\.\/\w+)(?:\.js)?'\);$/gm, "import $1 from '$2.js';")
        .replace(/^exports\.(\w+) = \1;.*$/gm, 'export { $1 };');
      if (/require\('(?!node:)|node:child|^exports\./m.test(module))
        throw new Error(`${id} is written in a new way: mend commanderAsModules`);
      return module;
    },
  };
}

/** Modules named `*.table.ts` are worked out here: what they export, plain data, is written in their place. */
function withTables() {
  return {
    name: 'with-tables',
    async load(id) {
      if (!id.endsWith('.table.ts')) return undefined;
      const bundle = await rolldown({ input: id, platform: 'node' });
      const { output } = await bundle.generate({ format: 'cjs' });
      await bundle.close();
      const module = { exports: {} };
      new Function('module', 'exports', output[0].code)(module, module.exports);
      const tables = Object.entries(module.exports).map(([name, value]) => `export const ${name} = ${literal(value)};`);
      return { code: `${DECODE}\n${tables.join('\n')}`, moduleType: 'js' };
    },
  };
}

function literal(value) {
  if (ArrayBuffer.isView(value)) {
    const bytes = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
    return `new ${value.constructor.name}(decode('${bytes.toString('base64')}'))`;
  }
  if (typeof value !== 'object') return JSON.stringify(value);
  return `{${Object.entries(value).map(([key, member]) => `${JSON.stringify(key)}: ${literal(member)}`)}}`;
}

/** Folders of the packages that went into the bundle, by name. */
function packagesIn(modules) {
  const folders = modules.map(id => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id)?.[0]).filter(Boolean);
  return [...new Set(folders)].sort((a, b) => (a.slice(a.lastIndexOf('node_modules')) < b.slice(b.lastIndexOf('node_modules')) ? -1 : 1));
}

function licences(folders) {
  const sections = folders.map(folder => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find(entry => /^licen[cs]e/i.test(entry));
    if (license === undefined || file === undefined) throw new Error(`${name} names no licence or has no licence file`);
    return `## ${name} ${version} (${license})\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
  });
  return `# Licences of the packages in the bundle\n\n${sections.join('\n')}`;
}
