// Compiles the kernel of a folder, at first this one, and writes kernel-bytes.ts: node src/search/scan/compile-kernel.mjs [folder]
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import wabt from 'wabt';

const HERE = new URL('.', import.meta.url);

/** The kernel as WebAssembly: `kernel.wat`, which says what is imported, with the other .wat files of its folder. */
export async function compileKernel(folder = HERE) {
  const { parseWat } = await wabt();
  const others = readdirSync(folder).filter(name => name.endsWith('.wat') && name !== 'kernel.wat');
  const source = ['kernel.wat', ...others.sort()].map(name => readFileSync(new URL(name, folder), 'utf8')).join('\n');
  const module = parseWat('kernel.wat', source, { simd: true });
  module.validate();
  return module.toBinary({}).buffer;
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const folder = process.argv[2] === undefined ? HERE : pathToFileURL(`${process.argv[2]}/`);
  const base64 = Buffer.from(await compileKernel(folder)).toString('base64');
  const lines = base64.match(/.{1,120}/g).map(line => `  '${line}',`);
  const text = `/** kernel.wat, compiled by compile-kernel.mjs. */\nexport const KERNEL_BASE64 = [\n${lines.join('\n')}\n].join('');\n`;
  writeFileSync(new URL('kernel-bytes.ts', folder), text);
}
