import { createReadStream } from 'node:fs';
import { NewsError } from '../../model/news-error.js';
import { fileError } from '../fault.js';

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
  const chunks: Buffer[] = [];
  const stream = path === '-' ? createReadStream('', { fd: 0 }) : createReadStream(path);
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
