import { NewsError } from '../../model/news-error.js';
import { fileError } from '../fault.js';
import { openBytes } from '../read/byte-source.js';
import { MAX_LINE, type ReadOptions } from '../read/options.js';

/** The paths in a NUL-separated list. Faults of the list go to `errors`. */
export async function readNames(list: string, errors: NewsError[]): Promise<string[]> {
  let text: string;
  try {
    text = (await allBytes(list)).toString('utf8');
  } catch (error) {
    errors.push(fileError(list, error));
    return [];
  }
  const names = text.split('\0');
  if (names.at(-1) === '') names.pop();
  return names.filter(name => {
    if (name === '') errors.push(new NewsError('ENOENT', 'holds an empty path', { path: list }));
    if (name === '-') errors.push(new NewsError('ENOENT', 'standard input cannot be in a list of files', { path: list }));
    return name !== '' && name !== '-';
  });
}

async function allBytes(path: string): Promise<Buffer> {
  const options: ReadOptions = { strict: false, maxLine: MAX_LINE, anchor: 'none' };
  const source = await openBytes({ path, open: path, named: true, format: undefined }, options);
  const chunks: Buffer[] = [];
  try {
    for (;;) {
      const chunk = Buffer.allocUnsafe(64 * 1024);
      const count = await source.read(chunk, 0);
      if (count === 0) return Buffer.concat(chunks);
      chunks.push(chunk.subarray(0, count));
    }
  } finally {
    await source.close();
  }
}
