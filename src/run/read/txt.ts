import type { Snippet } from '../../model/snippet.js';
import { normalEnd } from '../../text/normal-classes.js';
import type { ByteSource } from './byte-source.js';
import { LineSnippet } from './line-snippet.js';
import { codeBlocks, isLonger, skipTooLong } from './lines.js';
import type { Batch, ReadOptions, ReadSink } from './options.js';

const CARRIAGE_RETURN = 13;
const NEWLINE = 10;

/** One snippet a line; blank lines are passed over. Both `\n` and `\r\n` end a line. */
export async function* readTxt(source: ByteSource, file: string, options: ReadOptions, sink: ReadSink): AsyncGenerator<Batch> {
  const { maxLine, range, keepBlank = false } = options;
  let line = range?.firstLine ?? 1;
  for await (const block of codeBlocks(source, file, options, sink, () => line)) {
    if ('tooLong' in block) {
      line++;
      continue;
    }
    const batch: Snippet[] = [];
    for (const piece of block.pieces) {
      const { codes, length } = piece;
      for (let start = 0; start < length; line++) {
        const stop = normalEnd(codes, start);
        const newline = codes[stop] === NEWLINE ? stop : codes.indexOf(NEWLINE, stop);
        const end = newline > start && newline < length && codes[newline - 1] === CARRIAGE_RETURN ? newline - 1 : newline;
        const snippet = new LineSnippet(file, line, piece, start, end, stop === newline);
        if ((end - start) * 3 > maxLine && isLonger(snippet.text, 0, end - start, maxLine)) skipTooLong(sink, file, line, maxLine);
        else if (!mayBeBlank(codes[start]!) || snippet.text.trim() !== '') {
          sink.input.snippets++;
          batch.push(snippet);
        } else if (keepBlank) batch.push({ file, line, text: '' });
        start = newline + 1;
      }
    }
    if (batch.length > 0) yield batch;
  }
}

/** Nothing but white space. */
export function isBlank(line: string): boolean {
  return mayBeBlank(line.charCodeAt(0)) && line.trim() === '';
}

/** Whether a text that begins so may be nothing but white space. An empty one begins with `NaN`, or with the line's end. */
const mayBeBlank = (first: number): boolean => !(first > 0x20 && first < 0xa0);
