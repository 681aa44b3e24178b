// Bundles src into dist: everything the tool needs at run time, so that the packed tarball installs offline and starts fast.
import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { build } from 'esbuild';

rmSync('dist', { recursive: true, force: true });
await build({
  entryPoints: { main: 'src/cli/main.ts', worker: 'src/cli/worker.ts' },
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  minify: true,
  legalComments: 'none',
  outdir: 'dist',
  chunkNames: 'chunks/[name]-[hash]',
  banner: { js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);" },
});
mkdirSync('dist/data', { recursive: true });
for (const name of readdirSync('src/data')) if (/\.(model|tsv|txt)$/.test(name)) cpSync(`src/data/${name}`, `dist/data/${name}`);
