import type { Snippet } from '../../model/snippet.js';
import { type ByteFilter, createLineRanges, type LineRanges } from '../../search/scan/filter.js';
import type { Kernel } from '../../search/scan/kernel.js';
import { LineScanner } from '../../search/scan/lines.js';
import type { InputFile } from '../find/input-file.js';
import { readChunks } from './chunks.js';
import { decodeValid } from './decode.js';
import { endOfPiece } from './lines.js';
import { maskSequences, mayHoldSequences } from './mask-sequences.js';
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
  // Into the place of the kernel: files are read one after the other.
  const allocate = (size: number): Buffer => {
    const place = kernel.place(size);
    return place === undefined ? Buffer.allocUnsafeSlow(size) : Buffer.from(place.buffer, place.byteOffset, size);
  };
  let patience = 1;
  let waited = 0;
  let failure: { readonly error: unknown } | undefined;
  try {
    for await (const { bytes, firstLine } of readChunks(file, options, sink, count, allocate)) {
      // Where bytes are masked, what is printed is what was read.
      const read = mayHoldSequences(seen) ? Buffer.from(bytes) : bytes;
      if (read !== bytes) maskSequences(seen);
      filter.candidates(seen, 0, seen.length, ranges);
      if (figures) sink.input.nonNfc += scanner.notNfc(seen, ranges);
      gathered.add(read, firstLine, ranges, (from, to) => scanner.newlines(seen, from, to));
      waited++;
      if (waited >= patience || gathered.size >= ENOUGH) {
        yield gathered.snippets(file.path);
        waited = 0;
        if (file.open !== '-') patience = Math.min(patience * 2, MOST_CHUNKS);
      } else yield NOTHING;
    }
  } catch (error) {
    // What was read before the fault counts.
    failure = { error };
  }
  yield gathered.snippets(file.path);
  if (failure !== undefined) throw failure.error;
}

const NOTHING: Batch = [];

/**
 * Candidates of several chunks are taken together, of the more the longer the file: what scans bytes and what reads text need other
 * tables, and each has to bring its own into the cache again. So many chunks at most, and so many bytes of candidates.
 */
const MOST_CHUNKS = 64;
const ENOUGH = 128 * 1024;

/** Decodes lines that lie apart in one go. */
class Gatherer {
  #buffer = Buffer.allocUnsafeSlow(64 * 1024);
  #filled = 0;
  #lines: number[] = [];

  /** Bytes that wait. */
  get size(): number {
    return this.#filled;
  }

  add(bytes: Buffer, firstLine: number, { length, start, end }: LineRanges, newlines: (from: number, to: number) => number): void {
    let line = firstLine;
    for (let i = 0; i < length; i++) {
      let stop = end[i]!;
      if (bytes[stop - 1] === CARRIAGE_RETURN && stop < bytes.length) stop--;
      this.#reserve(stop - start[i]! + 1);
      this.#filled += bytes.copy(this.#buffer, this.#filled, start[i]!, stop);
      this.#buffer[this.#filled++] = NEWLINE;
      line += newlines(i === 0 ? 0 : start[i - 1]!, start[i]!);
      this.#lines.push(line);
    }
  }

  /** What was added since the last call. */
  snippets(file: string): Snippet[] {
    const bytes = this.#buffer.subarray(0, this.#filled);
    const snippets: Snippet[] = [];
    for (let from = 0; from < bytes.length; ) {
      const to = endOfPiece(bytes, from);
      const text = decodeValid(bytes.subarray(from, to));
      for (let at = 0; at < text.length; ) {
        const next = text.indexOf('\n', at);
        snippets.push({ file, line: this.#lines[snippets.length]!, text: text.slice(at, next) });
        at = next + 1;
      }
      from = to;
    }
    this.#filled = 0;
    this.#lines = [];
    return snippets;
  }

  #reserve(size: number): void {
    const wanted = this.#filled + size;
    if (wanted <= this.#buffer.length) return;
    const grown = Buffer.allocUnsafeSlow(Math.max(wanted, this.#buffer.length * 2));
    this.#buffer.copy(grown, 0, 0, this.#filled);
    this.#buffer = grown;
  }
}
