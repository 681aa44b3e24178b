import { NewsError } from '../../model/news-error.js';
import { errorCode, fileError } from '../fault.js';
import type { InputFile } from '../find/input-file.js';
import { type ByteSource, openBytes } from './byte-source.js';
import { isGzip } from './gzip-head.js';
import type { Encoding, ReadOptions, ReadSink } from './options.js';
import { type PeekSource, peekable } from './peek.js';
import { refuseBinary } from './sniff.js';

/**
 * Opens a file, hands its bytes to `use` and closes it, however that ends. A file that fails before anything came out of it leaves
 * no trace in the figures.
 *
 * @throws NewsError naming the file; the signal's reason when the work was stopped
 */
export async function* reading<T>(
  file: InputFile,
  options: ReadOptions,
  sink: ReadSink,
  use: (source: ByteSource) => AsyncGenerator<T>,
): AsyncGenerator<T> {
  const { input } = sink;
  const before = { ...input };
  let source: ByteSource | undefined;
  try {
    source = await openText(file, options, sink);
    yield* use(source);
  } catch (error) {
    if (options.signal?.aborted || !isFileFault(error)) throw error;
    if (input.snippets === before.snippets && input.skipped === before.skipped) {
      input.files = before.files;
      input.bytes = before.bytes;
    }
    throw fileError(file.path, error);
  } finally {
    await source?.close();
  }
}

/** Errors without a code are mistakes of this program, and are not to be taken for a fault of the file. */
function isFileFault(error: unknown): boolean {
  return error instanceof NewsError || errorCode(error) !== undefined;
}

/**
 * The bytes of a file as text of UTF-8 without byte order mark, unzipped and re-encoded where needed. `input.files` and
 * `input.bytes` are counted here.
 * @throws NewsError `BINARY`; errors of the file system as they are
 */
async function openText(file: InputFile, options: ReadOptions, sink: ReadSink): Promise<ByteSource> {
  const bytes = await openBytes(file, options);
  try {
    // A range that begins inside the file was looked at when it was planned.
    if (options.range && options.range.start > 0) return counted(bytes, sink);
    const source = await plainText(peekable(bytes), file, options, sink);
    await refuseBinary(source, file.path);
    sink.input.files++;
    return source;
  } catch (error) {
    await bytes.close();
    throw error;
  }
}

async function plainText(raw: PeekSource, file: InputFile, options: ReadOptions, sink: ReadSink): Promise<PeekSource> {
  const unzipped = isGzip(await raw.peek(3)) ? (await import('./gunzip.js')).gunzip(raw, file.path) : raw;
  const source = peekable(counted(unzipped, sink));
  const mark = byteOrderMark(await source.peek(3));
  source.skip(mark?.length ?? 0);
  const encoding = mark?.encoding ?? options.encoding ?? 'utf-8';
  if (encoding === 'utf-8') return source;
  const { transcoded } = await import('./encodings/transcode.js');
  return peekable(transcoded(source, encoding, { path: file.path, strict: options.strict, sink }));
}

export function byteOrderMark([a, b, c]: Uint8Array): { encoding: Encoding; length: number } | undefined {
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', length: 3 };
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', length: 2 };
  return undefined;
}

function counted(source: ByteSource, sink: ReadSink): ByteSource {
  return {
    live: source.live,
    async read(target, at) {
      const count = await source.read(target, at);
      sink.input.bytes += count;
      return count;
    },
    close: () => source.close(),
  };
}
