import { NewsError } from '../../model/news-error.js';
import type { Snippet } from '../../model/snippet.js';
import type { ByteSource } from './byte-source.js';
import { CsvScanner } from './csv-scanner.js';
import { skipRecord, skipTooLong, textBlocks } from './lines.js';
import type { Batch, ReadOptions, ReadSink } from './options.js';
import { type FieldValue, recordFields, snippetOf } from './record.js';

/** Snippets in a batch that has no block of its own. */
const BATCH = 4096;

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
  const { maxLine } = options;
  const fields = recordFields(options);
  const malformed = `malformed ${delimiter === ',' ? 'CSV' : 'TSV'}`;
  const written = delimiter === '\t' ? unescapeTsv : (cell: string) => cell;
  let header: Header | undefined;
  let batch: Snippet[] = [];

  const scanner = new CsvScanner(delimiter, maxLine, {
    record(cells, line) {
      const { length } = cells;
      if (length === 1 && cells[0] === '') return;
      if (header === undefined) header = new Header(cells, file, fields.text);
      else if (length !== header.width) {
        const message = `${malformed}: ${length} ${length === 1 ? 'field' : 'fields'} under a header of ${header.width}`;
        skipRecord(sink, { code: 'BAD_CSV', message, path: file, line });
      } else {
        const snippet = snippetOf(header.values(cells, written), { file, line }, fields, maxLine, sink);
        if (snippet) batch.push(snippet);
      }
    },
    tooLong: line => skipTooLong(sink, file, line, maxLine),
    unclosed: line => skipRecord(sink, { code: 'BAD_CSV', message: `${malformed}: a quoted field is not closed`, path: file, line }),
  });

  for await (const block of textBlocks(source, file, options, sink, () => scanner.line)) {
    if ('tooLong' in block) scanner.gap();
    else for (const text of block.pieces) scanner.feed(text);
    if (batch.length > 0) yield batch;
    batch = [];
  }
  scanner.end();
  // Behind a field that is not closed there may be much to read again.
  for (let at = 0; at < batch.length; at += BATCH) yield batch.slice(at, at + BATCH);
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
