import { fileError } from '../fault.js';
import type { InputFile } from '../find/input-file.js';
import type { ByteSource } from './byte-source.js';
import { readJsonl } from './jsonl.js';
import { openText } from './open-text.js';
import type { Batch, ReadOptions, ReadSink } from './options.js';
import { readTxt } from './txt.js';

export type { Batch, ByteRange, Encoding, ReadOptions, ReadSink } from './options.js';
export { ENCODINGS, MAX_LINE } from './options.js';

/**
 * The snippets of a file in batches, about half a mebibyte of text each. Memory is bounded by a block and `maxLine` (a `.json` array is
 * held whole). Stopping early closes everything.
 *
 * @throws NewsError when the file cannot be read, or not further: what was yielded before stands
 */
export async function* readSnippets(file: InputFile, options: ReadOptions, sink: ReadSink): AsyncGenerator<Batch> {
  let source: ByteSource | undefined;
  try {
    source = await openText(file, options, sink);
    yield* reader(file, options)(source, file.path, options, sink);
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw fileError(file.path, error);
  } finally {
    await source?.close();
  }
}

type Reader = (source: ByteSource, path: string, options: ReadOptions, sink: ReadSink) => AsyncGenerator<Batch>;

function reader(file: InputFile, options: ReadOptions): Reader {
  switch (options.inputFormat ?? file.format ?? 'txt') {
    case 'jsonl':
      return readJsonl;
    default:
      return readTxt;
  }
}
