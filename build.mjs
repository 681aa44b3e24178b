// Bundles src into dist: everything the tool needs at run time, so that the packed tarball installs offline and starts fast.
// CommonJS, because Node starts it in less time than modules: `--help` takes 1.15 times `node -e 0` instead of 1.3.
import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { rolldown } from 'rolldown';

rmSync('dist', { recursive: true, force: true });
const bundle = await rolldown({
  input: { main: 'src/cli/main.ts', worker: 'src/cli/worker.ts' },
  platform: 'node',
  transform: { target: 'node20' },
});
await bundle.write({
  dir: 'dist',
  format: 'cjs',
  minify: true,
  entryFileNames: '[name].js',
  chunkFileNames: 'chunks/[name]-[hash].js',
});
await bundle.close();
mkdirSync('dist/data', { recursive: true });
for (const name of readdirSync('src/data')) if (/\.(model|tsv|txt)$/.test(name)) cpSync(`src/data/${name}`, `dist/data/${name}`);
