import type { InputFile } from '../find/input-file.js';
import { type ByteSource, openBytes } from './byte-source.js';
import { transcoded } from './encodings/transcode.js';
import { gunzip, isGzip } from './gunzip.js';
import type { Encoding, ReadOptions, ReadSink } from './options.js';
import { type PeekSource, peekable } from './peek.js';
import { refuseBinary } from './sniff.js';

/**
 * The bytes of a file as text of UTF-8 without byte order mark, unzipped and re-encoded where needed. `input.files` and
 * `input.bytes` are counted here.
 * @throws NewsError `BINARY`; errors of the file system as they are
 */
export async function openText(file: InputFile, options: ReadOptions, sink: ReadSink): Promise<ByteSource> {
  const bytes = await openBytes(file, options);
  const before = sink.input.bytes;
  try {
    // A range that begins inside the file was looked at when it was planned.
    if (options.range && options.range.start > 0) return counted(bytes, sink);
    const source = await plainText(peekable(bytes), file, options, sink);
    await refuseBinary(source, file.path);
    sink.input.files++;
    return source;
  } catch (error) {
    sink.input.bytes = before;
    await bytes.close();
    throw error;
  }
}

async function plainText(raw: PeekSource, file: InputFile, options: ReadOptions, sink: ReadSink): Promise<PeekSource> {
  const unzipped = isGzip(await raw.peek(3)) ? gunzip(raw, file.path) : raw;
  const source = peekable(counted(unzipped, sink));
  const mark = byteOrderMark(await source.peek(3));
  source.skip(mark?.length ?? 0);
  const encoding = mark?.encoding ?? options.encoding ?? 'utf-8';
  return encoding === 'utf-8' ? source : peekable(transcoded(source, encoding, { path: file.path, strict: options.strict, sink }));
}

function byteOrderMark([a, b, c]: Uint8Array): { encoding: Encoding; length: number } | undefined {
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
