import { writeSync } from 'node:fs';
import { NewsError } from '../model/news-error.js';

/** Takes bytes in order, and says when it could not. */
export interface Sink {
  /** The name in an error message. */
  readonly path: string;
  /** The reader went away. */
  readonly closed: boolean;
  /** How long, in milliseconds, a reader may be left waiting for a batch to fill. */
  readonly patience: number;
  write(bytes: Uint8Array): Promise<void> | void;
  close(): Promise<void> | void;
  abort(): void;
}

/** A stream with a reader at its other end. */
export function streamSink(stream: NodeJS.WriteStream, patience: number): Sink {
  let closed = false;
  let failure: Error | undefined;
  let wake: (() => void) | undefined;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (isClosedPipe(error)) closed = true;
    else failure ??= error;
    wake?.();
  });
  return {
    path: 'standard output',
    patience,
    get closed() {
      return closed;
    },
    write(bytes) {
      if (failure !== undefined) throw failure;
      return new Promise((resolve, reject) => {
        wake = () => (failure === undefined ? resolve() : reject(failure));
        stream.write(bytes, error => {
          if (error && !isClosedPipe(error)) failure ??= error;
          else if (error) closed = true;
          wake?.();
        });
      });
    },
    close() {
      if (failure !== undefined) throw failure;
    },
    abort() {},
  };
}

/** An open file or device, written as a whole or not: a write that was cut short goes on where it stopped. */
export function syncSink(fd: number, path: string): Sink {
  let closed = false;
  return {
    path,
    patience: Number.POSITIVE_INFINITY,
    get closed() {
      return closed;
    },
    write(bytes) {
      try {
        writeWhole(fd, bytes);
      } catch (error) {
        if (!isClosedPipe(error)) throw error;
        closed = true;
      }
    },
    close() {},
    abort() {},
  };
}

export function writeWhole(fd: number, bytes: Uint8Array): void {
  let from = 0;
  while (from < bytes.length) {
    try {
      from += writeSync(fd, bytes, from, bytes.length - from);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      Atomics.wait(PAUSE, 0, 0, 5);
    }
  }
}

const PAUSE = new Int32Array(new SharedArrayBuffer(4));

export function isClosedPipe(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'EPIPE' || code === 'ECONNRESET' || code === 'ERR_STREAM_DESTROYED';
}

/** What a user can do about a failed write. */
export function writeError(error: unknown, path: string): NewsError {
  if (error instanceof NewsError) return error;
  const { code = 'EIO' } = error as NodeJS.ErrnoException;
  const known = REASONS[code];
  const message = `cannot write ${path}: ${known?.reason ?? (error as Error).message}`;
  return new NewsError(code, message, { path, cause: error, ...(known?.hint !== undefined && { hint: known.hint }) });
}

const REASONS: Readonly<Record<string, { readonly reason: string; readonly hint?: string }>> = {
  ENOSPC: { reason: 'no space left on the device', hint: 'free some, or write to another place' },
  EDQUOT: { reason: 'the disk quota is used up' },
  EACCES: { reason: 'permission denied', hint: 'give --output a path in a folder that you may write to' },
  EPERM: { reason: 'operation not permitted' },
  EROFS: { reason: 'the file system is read-only' },
  ENOENT: { reason: 'its folder does not exist', hint: 'make the folder first' },
  ENOTDIR: { reason: 'a part of its path is not a folder' },
  EISDIR: { reason: 'it is a folder', hint: 'give --output the name of a file' },
  ELOOP: { reason: 'its links go round in a circle' },
  ENAMETOOLONG: { reason: 'its name is too long' },
  EIO: { reason: 'input/output error' },
  EFBIG: { reason: 'the file would be too large' },
  ENXIO: { reason: 'nothing is there to write to' },
  EBADF: { reason: 'it is closed' },
};
