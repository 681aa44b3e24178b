import { NewsError } from '../../model/news-error.js';
import type { Snippet } from '../../model/snippet.js';
import type { ByteSource } from './byte-source.js';
import { createDecoder } from './decode.js';
import { jsonFault } from './json-fault.js';
import { ownFields } from './jsonl.js';
import { skipRecord } from './lines.js';
import type { Batch, ReadOptions, ReadSink } from './options.js';
import { recordFields, snippetOf } from './record.js';
import { isBlank } from './txt.js';

/** Bytes of a `.json` file, which is held whole. */
export const JSON_LIMIT = 256 * 1024 * 1024;
const BATCH = 1000;

/**
 * The elements of one JSON array; `line` is the number of the element.
 *
 * @throws NewsError `TOO_LARGE`; `BAD_JSON`; `NO_TEXT_FIELD` when it is no array, or no element has the text field
 */
export async function* readJson(source: ByteSource, file: string, options: ReadOptions, sink: ReadSink): AsyncGenerator<Batch> {
  const decoder = createDecoder(file, options.strict, sink);
  const text = decoder.text(await wholeSource(source, file), 1);
  if (decoder.failure) throw decoder.failure;
  const fields = recordFields(options);
  const elements = isBlank(text) ? [] : elementsOf(text, file);
  if (elements.length > 0 && !elements.some(element => ownFields(element)?.(fields.text) !== undefined)) {
    const hint = '--text-field names the field with the text';
    throw new NewsError('NO_TEXT_FIELD', `no element has a field "${fields.text}"`, { path: file, hint });
  }
  let batch: Snippet[] = [];
  for (const [index, element] of elements.entries()) {
    const own = ownFields(element);
    const place = { file, line: index + 1 };
    if (own === undefined) {
      skipRecord(sink, { code: 'BAD_JSON', message: 'a JSON object is wanted', path: file, line: place.line });
      continue;
    }
    const snippet = snippetOf(own, place, fields, options.maxLine, sink);
    if (snippet) batch.push(snippet);
    if (batch.length === BATCH) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

function elementsOf(text: string, path: string): readonly unknown[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const fault = jsonFault(text);
    throw new NewsError('BAD_JSON', `malformed JSON: ${fault.reason}`, { path, line: fault.line, hint: JSONL_HINT });
  }
  if (Array.isArray(value)) return value;
  throw new NewsError('NO_TEXT_FIELD', 'not a JSON array of objects', { path, hint: JSONL_HINT });
}

const JSONL_HINT = 'for one object a line, say --input-format jsonl';

async function wholeSource(source: ByteSource, path: string): Promise<Buffer> {
  let buffer = Buffer.allocUnsafeSlow(64 * 1024);
  let filled = 0;
  for (let count = await source.read(buffer, 0); count > 0; count = await source.read(buffer, filled)) {
    filled += count;
    if (filled > JSON_LIMIT) {
      const hint = 'write it with one object a line (.jsonl), which may have any size';
      throw new NewsError('TOO_LARGE', `a JSON array of more than ${JSON_LIMIT / 1024 / 1024} MiB`, { path, hint });
    }
    if (filled === buffer.length) {
      const grown = Buffer.allocUnsafeSlow(Math.min(buffer.length * 2, JSON_LIMIT + 1));
      buffer.copy(grown);
      buffer = grown;
    }
  }
  return buffer.subarray(0, filled);
}
