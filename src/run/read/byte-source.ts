import { closeSync, constants, createReadStream, fstatSync, openSync, readSync, type Stats, statSync } from 'node:fs';
import { platform } from 'node:os';
import { NewsError } from '../../model/news-error.js';
import type { InputFile } from '../find/input-file.js';
import type { ReadOptions } from './options.js';

/** Bytes on demand. `read` fills `target` from `at`, returns how many bytes came, and 0 at the end alone. */
export interface ByteSource {
  /** More may be long in coming: what is there should be used at once. */
  readonly live: boolean;
  read(target: Uint8Array, at: number): Promise<number>;
  close(): Promise<void>;
}

/**
 * Opens a file, a pipe, a device or standard input. Regular files are read as long as they were when they were opened;
 * `read` throws a NewsError `SHRUNK` where one has become shorter.
 */
export async function openBytes(file: InputFile, options: ReadOptions): Promise<ByteSource> {
  const { signal, standardInput, range } = options;
  signal?.throwIfAborted();
  if (STANDARD_INPUT.includes(file.open))
    return standardInput ? streamSource(standardInput(), signal) : openStandardInput(file.path, signal);
  const stats = statSync(file.open);
  if (stats.isFIFO()) return streamSource(await pipeStream(openPipe(file.open)), signal);
  if (!stats.isFile() && !stats.isDirectory()) return streamSource(createReadStream(file.open), signal);
  const descriptor = openSync(file.open, 'r');
  return regularFile(descriptor, fstatSync(descriptor), { path: file.path, owned: true, signal, range });
}

/** A socket cannot be opened by the names that the system gives it. */
const STANDARD_INPUT: readonly string[] = ['-', '/dev/stdin', '/dev/fd/0', '/proc/self/fd/0'];

async function openStandardInput(path: string, signal: AbortSignal | undefined): Promise<ByteSource> {
  const stats = statOfDescriptor(0);
  if (stats?.isFile()) return regularFile(0, stats, { path, owned: false, signal });
  if (stats?.isFIFO() || stats?.isSocket()) return streamSource(await pipeStream(0), signal);
  // Only here: it loads all of networking.
  const { isatty, ReadStream: TerminalStream } = await import('node:tty');
  return streamSource(isatty(0) ? new TerminalStream(0) : createReadStream('', { fd: 0, autoClose: false }), signal);
}

/**
 * A pipe that the event loop listens to. Read as a file it would keep a thread waiting, and the process could not end before the
 * thread does.
 */
async function pipeStream(descriptor: number): Promise<AsyncIterable<Uint8Array>> {
  const { Socket } = await import('node:net');
  return new Socket({ fd: descriptor, readable: true, writable: false });
}

/** Without waiting for a writer, where the system lets us listen for one. */
function openPipe(path: string): number {
  return openSync(path, platform() === 'linux' ? constants.O_RDONLY | constants.O_NONBLOCK : constants.O_RDONLY);
}

/** The event loop turns at least this often (milliseconds). */
const TURN = 20;

interface RegularOptions {
  /** As it is shown. */
  readonly path: string;
  readonly owned: boolean;
  readonly signal: AbortSignal | undefined;
  readonly range?: { readonly start: number; readonly end: number } | undefined;
}

/** A file of size 0 may be one that the system makes up (`/proc`): it is read to its end. */
function regularFile(descriptor: number, { size }: Stats, { path, owned, signal, range }: RegularOptions): ByteSource {
  let left = range ? range.end - range.start : size || Number.POSITIVE_INFINITY;
  let position = range?.start ?? (owned ? 0 : null);
  let open = true;
  let turned = Date.now();
  return {
    live: false,
    async read(target, at) {
      if (left === 0) return 0;
      // Signals are heard between reads only if the event loop gets a turn.
      if (Date.now() - turned > TURN) {
        await new Promise(resolve => setImmediate(resolve));
        turned = Date.now();
      }
      signal?.throwIfAborted();
      const count = readSync(descriptor, target, at, Math.min(target.length - at, left), position);
      if (count === 0 && left > 0 && fstatSync(descriptor).size < size)
        throw new NewsError('SHRUNK', 'became shorter while it was read', { path });
      left -= count;
      if (position !== null) position += count;
      return count;
    },
    async close() {
      if (open && owned) closeSync(descriptor);
      open = false;
    },
  };
}

/** Chunks as they come; what does not fit is kept for the next read. */
export function streamSource(stream: AsyncIterable<Uint8Array>, signal: AbortSignal | undefined): ByteSource {
  const chunks = stream[Symbol.asyncIterator]();
  let pending: Uint8Array = new Uint8Array(0);
  return {
    live: true,
    async read(target, at) {
      while (pending.length === 0) {
        const { done, value } = await abortable(chunks.next(), signal);
        if (done) return 0;
        pending = value;
      }
      const count = Math.min(pending.length, target.length - at);
      target.set(pending.subarray(0, count), at);
      pending = pending.subarray(count);
      return count;
    },
    async close() {
      // An iterator that waits for data never answers; a stream is closed by destroying it.
      if ('destroy' in stream && typeof stream.destroy === 'function') stream.destroy();
      else await chunks.return?.();
    },
  };
}

function abortable<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return work;
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) return stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

function statOfDescriptor(descriptor: number): Stats | undefined {
  try {
    return fstatSync(descriptor);
  } catch {
    return undefined;
  }
}
