// Compiles kernel.wat and writes kernel-bytes.ts: node src/search/scan/compile-kernel.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import wabt from 'wabt';

/** The kernel as WebAssembly. */
export async function compileKernel() {
  const { parseWat } = await wabt();
  const source = readFileSync(new URL('kernel.wat', import.meta.url), 'utf8');
  const module = parseWat('kernel.wat', source, { simd: true });
  module.validate();
  return module.toBinary({}).buffer;
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const base64 = Buffer.from(await compileKernel()).toString('base64');
  const lines = base64.match(/.{1,120}/g).map(line => `  '${line}',`);
  const text = `/** kernel.wat, compiled by compile-kernel.mjs. */\nexport const KERNEL_BASE64 = [\n${lines.join('\n')}\n].join('');\n`;
  writeFileSync(new URL('kernel-bytes.ts', import.meta.url), text);
}
