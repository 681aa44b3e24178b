import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { NewsError } from '../model/news-error.js';

const GZIP = [0x1f, 0x8b];

/** The text of a training file, unzipped where its bytes say so. @throws NewsError with the path. */
export function readTrainingFile(path: string): string {
  try {
    const bytes = readFileSync(path);
    const plain = bytes[0] === GZIP[0] && bytes[1] === GZIP[1] ? gunzipSync(bytes) : bytes;
    return plain.toString('utf8');
  } catch (cause) {
    const { code = 'EIO', message } = cause as NodeJS.ErrnoException;
    throw new NewsError(code, `${path} cannot be read: ${message}`, { path, cause });
  }
}

/** Writes a model. @throws NewsError with the path. */
export function writeModel(path: string, model: Uint8Array): void {
  try {
    writeFileSync(path, model);
  } catch (cause) {
    const { code = 'EIO', message } = cause as NodeJS.ErrnoException;
    throw new NewsError(code, `${path} cannot be written: ${message}`, { path, cause });
  }
}
