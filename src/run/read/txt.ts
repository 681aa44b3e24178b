import type { Snippet } from '../../model/snippet.js';
import type { ByteSource } from './byte-source.js';
import { eachLine } from './lines.js';
import type { Batch, ReadOptions, ReadSink } from './options.js';

/** One snippet a line; blank lines are passed over. */
export async function* readTxt(source: ByteSource, file: string, options: ReadOptions, sink: ReadSink): AsyncGenerator<Batch> {
  const keepBlank = options.keepBlank === true;
  let batch: Snippet[] = [];
  const take = (text: string, line: number): void => {
    if (!isBlank(text)) {
      sink.input.snippets++;
      batch.push({ file, line, text });
    } else if (keepBlank) batch.push({ file, line, text: '' });
  };
  for await (const _ of eachLine(source, file, options, sink, take)) {
    if (batch.length > 0) yield batch;
    batch = [];
  }
}

/** Nothing but white space. */
export function isBlank(line: string): boolean {
  const first = line.charCodeAt(0);
  return !(first > 0x20 && first < 0xa0) && line.trim() === '';
}
