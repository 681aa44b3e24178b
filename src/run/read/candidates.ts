import type { Snippet } from '../../model/snippet.js';
import { type ByteFilter, createLineRanges, type LineRanges } from '../../search/scan/filter.js';
import type { Kernel } from '../../search/scan/kernel.js';
import { LineScanner } from '../../search/scan/lines.js';
import type { InputFile } from '../find/input-file.js';
import { readChunks } from './chunks.js';
import { decodeValid } from './decode.js';
import type { Batch, ReadOptions, ReadSink } from './options.js';

const NEWLINE = 10;
const CARRIAGE_RETURN = 13;

export interface CandidateOptions {
  readonly filter: ByteFilter;
  readonly kernel: Kernel;
  /** The figures of the input will be shown: blank lines and lines that are not NFC are told apart. */
  readonly figures: boolean;
}

/**
 * The snippets of a txt file that a query may match; the others are never decoded. Batches may be empty. With `figures` all of
 * `sink.input` is as if every line had been read, but `nonNfc` counts only the lines that are left out: whoever takes the others
 * adds theirs.
 *
 * @throws NewsError as `readSnippets`
 */
export async function* readCandidates(
  file: InputFile,
  options: ReadOptions,
  sink: ReadSink,
  { filter, kernel, figures }: CandidateOptions,
): AsyncGenerator<Batch> {
  const scanner = new LineScanner(kernel);
  const ranges = createLineRanges();
  const gathered = new Gatherer();
  let seen: Uint8Array = new Uint8Array(0);
  // Each chunk is counted right before it comes out.
  const count = (bytes: Buffer) => {
    seen = kernel.resident(bytes);
    return { lines: scanner.lines(seen), blank: figures ? scanner.blank(seen) : 0 };
  };
  for await (const { bytes, firstLine } of readChunks(file, options, sink, count)) {
    filter.candidates(seen, 0, seen.length, ranges);
    if (figures) sink.input.nonNfc += scanner.notNfc(seen, ranges);
    yield gathered.snippets(file.path, bytes, firstLine, ranges, (from, to) => scanner.newlines(seen, from, to));
  }
}

/** Decodes lines that lie apart in one go. */
class Gatherer {
  #buffer = Buffer.allocUnsafeSlow(64 * 1024);

  snippets(
    file: string,
    bytes: Buffer,
    firstLine: number,
    { length, start, end }: LineRanges,
    newlines: (from: number, to: number) => number,
  ): Snippet[] {
    if (length === 0) return [];
    this.#reserve(bytes.length + 1);
    let filled = 0;
    for (let i = 0; i < length; i++) {
      let stop = end[i]!;
      if (bytes[stop - 1] === CARRIAGE_RETURN && stop < bytes.length) stop--;
      filled += bytes.copy(this.#buffer, filled, start[i]!, stop);
      this.#buffer[filled++] = NEWLINE;
    }
    const text = decodeValid(this.#buffer.subarray(0, filled));
    const snippets: Snippet[] = [];
    let line = firstLine;
    for (let i = 0, at = 0; i < length; i++) {
      line += newlines(i === 0 ? 0 : start[i - 1]!, start[i]!);
      const next = text.indexOf('\n', at);
      snippets.push({ file, line, text: text.slice(at, next) });
      at = next + 1;
    }
    return snippets;
  }

  #reserve(size: number): void {
    if (this.#buffer.length < size) this.#buffer = Buffer.allocUnsafeSlow(size);
  }
}
