import { createGunzip } from 'node:zlib';
import { NewsError } from '../../model/news-error.js';
import { errorCode } from '../fault.js';
import type { ByteSource } from './byte-source.js';

/** A kilobyte of gzip can hold a megabyte, so little is fed at a time. */
const FEED = 16 * 1024;

/** Unzips as it is read. What came before a fault is read first; then `read` throws, naming `path`. */
export function gunzip(source: ByteSource, path: string): ByteSource {
  const inflate = createGunzip({ chunkSize: 64 * 1024 });
  const ready: Buffer[] = [];
  let failure: Error | undefined;
  let settle = () => {};
  let ended = false;
  inflate.on('data', (chunk: Buffer) => ready.push(chunk));
  inflate.on('end', () => settle());
  inflate.on('error', error => {
    failure = error;
    settle();
  });

  const feed = async (): Promise<void> => {
    const chunk = Buffer.allocUnsafe(FEED);
    const count = await source.read(chunk, 0);
    await new Promise<void>(resolve => {
      settle = resolve;
      if (count > 0) inflate.write(chunk.subarray(0, count), () => resolve());
      else inflate.end();
    });
    if (count === 0) ended = true;
  };

  return {
    live: source.live,
    async read(target, at) {
      while (ready.length === 0) {
        if (failure) throw gzipError(path, failure);
        if (ended) return 0;
        await feed();
      }
      const chunk = ready[0]!;
      const count = chunk.copy(target, at);
      if (count < chunk.length) ready[0] = chunk.subarray(count);
      else ready.shift();
      return count;
    },
    async close() {
      inflate.destroy();
      await source.close();
    },
  };
}

function gzipError(path: string, cause: Error): NewsError {
  const cut = errorCode(cause) === 'Z_BUF_ERROR';
  return new NewsError('BAD_GZIP', cut ? 'the gzip data ends too early' : 'damaged gzip data', { path, cause });
}
