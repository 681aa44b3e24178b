import type { Parser } from 'csv-parse';
import { NewsError } from '../../model/news-error.js';
import type { Snippet } from '../../model/snippet.js';
import type { ByteSource } from './byte-source.js';
import { createDecoder } from './decode.js';
import { lineBlocks } from './line-blocks.js';
import { skipRecord, skipTooLong } from './lines.js';
import type { Batch, ReadOptions, ReadSink } from './options.js';
import { type FieldValue, recordFields, snippetOf } from './record.js';

const NEWLINE = 10;
/** Stands in for a line that was too long, so that the lines behind it keep their numbers. */
const BLANK_LINE = Buffer.from('\n');
/** More than the bytes that csv-parse may leave unread at the end of a chunk. */
const UNREAD = 16;

interface CsvRecord {
  /** Where it begins. */
  readonly line: number;
  readonly cells: readonly string[];
}

export const readCsv = (source: ByteSource, file: string, options: ReadOptions, sink: ReadSink): AsyncGenerator<Batch> =>
  readTable(source, file, options, sink, ',');

/** As csv with tabs; `\t`, `\n` and `\\` in a cell stand for tab, newline and backslash, as our own tsv writes them. */
export const readTsv = (source: ByteSource, file: string, options: ReadOptions, sink: ReadSink): AsyncGenerator<Batch> =>
  readTable(source, file, options, sink, '\t');

/** Records under a header. @throws NewsError `NO_TEXT_FIELD` when the header has no column of text */
async function* readTable(
  source: ByteSource,
  file: string,
  options: ReadOptions,
  sink: ReadSink,
  delimiter: ',' | '\t',
): AsyncGenerator<Batch> {
  const fields = recordFields(options);
  const decoder = createDecoder(file, options.strict, sink);
  const reader = await RecordReader.create(delimiter, options.maxLine);
  const written = delimiter === '\t' ? unescapeTsv : (cell: string) => cell;
  let header: Header | undefined;

  const snippets = (records: readonly CsvRecord[]): Snippet[] => {
    const batch: Snippet[] = [];
    for (const { line, cells } of records) {
      if (cells.length === 1 && cells[0] === '') continue;
      if (header === undefined) {
        header = new Header(cells, file, fields.text);
      } else if (cells.length !== header.width) {
        const message = `malformed ${delimiter === ',' ? 'CSV' : 'TSV'}: ${cells.length} ${cells.length === 1 ? 'field' : 'fields'} under a header of ${header.width}`;
        skipRecord(sink, { code: 'BAD_CSV', message, path: file, line });
      } else {
        const snippet = snippetOf(header.values(cells, written), { file, line }, fields, options.maxLine, sink);
        if (snippet) batch.push(snippet);
      }
    }
    return batch;
  };

  let failure: { readonly error: unknown } | undefined;
  try {
    for await (const block of lineBlocks(source, options.maxLine)) {
      if ('tooLong' in block) skipTooLong(sink, file, reader.line, options.maxLine);
      const bytes = 'tooLong' in block ? BLANK_LINE : decoder.clean(block.bytes, reader.line);
      const batch = snippets(reader.feed(bytes));
      if (batch.length > 0) yield batch;
      if (decoder.failure) throw decoder.failure;
      if (reader.fault) break;
    }
  } catch (error) {
    if (header === undefined) throw error;
    failure = { error };
  }
  const batch = snippets(reader.end());
  if (batch.length > 0) yield batch;
  if (failure) throw failure.error;
  if (reader.fault) skipRecord(sink, { code: 'BAD_CSV', message: reader.fault.message, path: file, line: reader.fault.line });
}

class Header {
  readonly width: number;
  /** Of columns with one name the first counts. */
  readonly #places = new Map<string, number>();

  constructor(names: readonly string[], path: string, textField: string) {
    this.width = names.length;
    for (const [place, name] of names.entries()) {
      const trimmed = name.trim();
      if (!this.#places.has(trimmed)) this.#places.set(trimmed, place);
    }
    if (!this.#places.has(textField)) {
      const hint = `its columns are ${[...this.#places.keys()].slice(0, 12).join(', ')}; --text-field names the one with the text`;
      throw new NewsError('NO_TEXT_FIELD', `no column "${textField}"`, { path, line: 1, hint });
    }
  }

  values(cells: readonly string[], written: (cell: string) => string): FieldValue {
    return field => {
      const place = this.#places.get(field);
      return place === undefined ? undefined : written(cells[place]!);
    };
  }
}

function unescapeTsv(cell: string): string {
  if (!cell.includes('\\')) return cell;
  return cell.replace(/\\([tn\\])/g, (_, letter: string) => (letter === 't' ? '\t' : letter === 'n' ? '\n' : '\\'));
}

/**
 * csv-parse with the line on which each record begins: it tells where a record ends in bytes, and the newlines up to there are
 * counted here (its own count of lines takes `\r` for a line end).
 */
class RecordReader {
  /** The line at the end of what was fed. */
  line = 1;
  /** What ended the reading before the end of the file. */
  fault: { readonly message: string; readonly line: number } | undefined;
  readonly #parser: Parser;
  #records: CsvRecord[] = [];
  /** The bytes from `#counted` on. */
  #window: Buffer = Buffer.alloc(0);
  #counted = 0;
  #lineAtCounted = 1;
  #begin = 1;

  static async create(delimiter: string, maxLine: number): Promise<RecordReader> {
    const { Parser } = await import('csv-parse');
    const reader: RecordReader = new RecordReader(
      new Parser({
        delimiter,
        record_delimiter: ['\r\n', '\n'],
        relax_column_count: true,
        // A quotation mark inside a field is a character; news is full of them.
        relax_quotes: true,
        max_record_size: maxLine,
        on_record: (cells: string[], { bytes }) => {
          reader.#take(cells, bytes);
          return null;
        },
      }),
    );
    return reader;
  }

  constructor(parser: Parser) {
    this.#parser = parser;
    parser.on('error', () => {});
  }

  /** Whole lines in, the records that they end out. */
  feed(bytes: Buffer): readonly CsvRecord[] {
    this.#window = Buffer.concat([this.#window, bytes]);
    this.line += newlines(bytes, 0, bytes.length);
    // A copy, because csv-parse keeps what it has not read.
    this.#parser.write(Buffer.from(bytes));
    this.#note(this.#parser.errored);
    this.#count(this.#counted + Math.max(0, this.#window.length - UNREAD));
    return this.#taken();
  }

  end(): readonly CsvRecord[] {
    if (this.fault) return [];
    this.#parser.end();
    this.#note(this.#parser.errored);
    return this.#taken();
  }

  #take(cells: readonly string[], end: number): void {
    this.#records.push({ line: this.#begin, cells });
    this.#count(end);
    this.#begin = this.#lineAtCounted;
  }

  #taken(): readonly CsvRecord[] {
    const records = this.#records;
    this.#records = [];
    return records;
  }

  #count(offset: number): void {
    const length = offset - this.#counted;
    if (length <= 0) return;
    this.#lineAtCounted += newlines(this.#window, 0, length);
    this.#window = this.#window.subarray(length);
    this.#counted = offset;
  }

  #note(error: (Error & { code?: string }) | null): void {
    if (!error || this.fault) return;
    const open = 'a quoted field that is not closed';
    const message = error.code === 'CSV_QUOTE_NOT_CLOSED' ? open : `${open} within --max-line; the rest of the file is not read`;
    this.fault = { message, line: this.#begin };
  }
}

function newlines(bytes: Buffer, start: number, end: number): number {
  let count = 0;
  for (let at = bytes.indexOf(NEWLINE, start); at >= 0 && at < end; at = bytes.indexOf(NEWLINE, at + 1)) count++;
  return count;
}
