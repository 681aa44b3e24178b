import type { Snippet } from '../../model/snippet.js';
import type { ByteSource } from './byte-source.js';
import { jsonFault } from './json-fault.js';
import { eachLine, skipRecord } from './lines.js';
import type { Batch, ReadOptions, ReadSink } from './options.js';
import { type FieldValue, recordFields, snippetOf } from './record.js';
import { isBlank } from './txt.js';

/** One JSON object a line; lines that are none are counted and named. */
export async function* readJsonl(source: ByteSource, file: string, options: ReadOptions, sink: ReadSink): AsyncGenerator<Batch> {
  const fields = recordFields(options);
  let batch: Snippet[] = [];
  const take = (text: string, line: number): void => {
    if (isBlank(text)) return;
    const value = parseJson(text);
    const own = value === undefined ? undefined : ownFields(value);
    if (own === undefined) {
      const message = value === undefined ? `malformed JSON: ${jsonFault(text).reason}` : 'a JSON object is wanted';
      skipRecord(sink, { code: 'BAD_JSON', message, path: file, line });
      return;
    }
    const exact: FieldValue = field => (field === fields.id ? exactId(own(field), text, field) : own(field));
    const snippet = snippetOf(exact, { file, line }, fields, options.maxLine, sink);
    if (snippet) batch.push(snippet);
  };
  for await (const _ of eachLine(source, file, options, sink, take)) {
    if (batch.length > 0) yield batch;
    batch = [];
  }
}

/** An id of more digits than a number holds is taken from the text itself. */
function exactId(id: unknown, text: string, field: string): unknown {
  if (!Number.isInteger(id) || Number.isSafeInteger(id)) return id;
  const key = JSON.stringify(field).replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  const written = [...text.matchAll(new RegExp(`${key}\\s*:\\s*(-?\\d+)\\s*[,}]`, 'g'))];
  return written.length === 1 ? written[0]![1] : id;
}

/** `undefined` where the text is no JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The fields of a JSON object by name; `undefined` for any other value. */
export function ownFields(value: unknown): FieldValue | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return field => (Object.hasOwn(value, field) ? (value as Record<string, unknown>)[field] : undefined);
}
