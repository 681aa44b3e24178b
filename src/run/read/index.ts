import { NewsError } from '../../model/news-error.js';
import type { Anchor } from '../../model/snippet.js';
import type { InputFile } from '../find/input-file.js';
import { AnchorFinder, anchored, withAnchor } from './anchor.js';
import type { ByteSource } from './byte-source.js';
import { reading } from './open-text.js';
import type { Batch, ReadOptions, ReadSink } from './options.js';
import { readTxt } from './txt.js';

export { type Chunk, readChunks } from './chunks.js';
export type { Batch, ByteRange, Encoding, ReadOptions, ReadSink } from './options.js';
export { ENCODINGS, MAX_LINE } from './options.js';
export { planRanges } from './ranges.js';

/**
 * The snippets of a file in batches, about half a mebibyte of text each. Memory is bounded by a block and `maxLine` (a `.json`
 * array is held whole). Stopping early closes everything. A file that a walk found and that has no text field is passed over with
 * a warning.
 *
 * @throws NewsError when the file cannot be read, or not further: what was yielded before stands. The signal's reason when it stops.
 */
export async function* readSnippets(file: InputFile, options: ReadOptions, sink: ReadSink): AsyncGenerator<Batch> {
  const { anchor } = options;
  const batches = readFile(file, options, sink);
  if (anchor === 'none') yield* batches;
  else if (anchor === 'file') yield* anchored(batches, options);
  else yield* withAnchor(batches, anchor.found);
}

/** The anchor of a file, for those who read it in ranges. A file that cannot be read has none: reading it will say so. */
export async function fileAnchor(file: InputFile, options: ReadOptions): Promise<Anchor | undefined> {
  const finder = new AnchorFinder(options);
  const sink: ReadSink = { warn: () => {}, input: { files: 0, snippets: 0, bytes: 0, nonNfc: 0, invalidUtf8: 0, skipped: 0 } };
  try {
    for await (const batch of readFile(file, { ...options, range: undefined }, sink)) {
      finder.add(batch);
      if (finder.done) break;
    }
  } catch (error) {
    if (!(error instanceof NewsError)) throw error;
  }
  return finder.anchor();
}

async function* readFile(file: InputFile, options: ReadOptions, sink: ReadSink): AsyncGenerator<Batch> {
  const read = await READERS[options.inputFormat ?? file.format ?? 'txt']();
  try {
    yield* reading(file, options, sink, source => read(source, file.path, options, sink));
  } catch (error) {
    const passedOver = !file.named && error instanceof NewsError && error.code === 'NO_TEXT_FIELD';
    if (!passedOver) throw error;
    sink.warn({ code: 'PASSED_OVER', message: `${error.message}: passed over`, path: file.path });
  }
}

type Reader = (source: ByteSource, path: string, options: ReadOptions, sink: ReadSink) => AsyncGenerator<Batch>;

/** All but plain text is loaded when there is a file of it. */
const READERS = {
  txt: async () => readTxt,
  jsonl: async () => (await import('./jsonl.js')).readJsonl,
  json: async () => (await import('./json.js')).readJson,
  csv: async () => (await import('./csv.js')).readCsv,
  tsv: async () => (await import('./csv.js')).readTsv,
} satisfies Record<string, () => Promise<Reader>>;
