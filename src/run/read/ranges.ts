import { closeSync, openSync, readSync } from 'node:fs';
import type { InputFile } from '../find/input-file.js';
import { isGzip } from './gzip-head.js';
import { byteOrderMark } from './open-text.js';
import type { ByteRange, ReadOptions } from './options.js';
import { HEAD } from './peek.js';
import { isBinary } from './sniff.js';

const STEP = 1024 * 1024;
const NEWLINE = 10;

/**
 * Cuts a regular file into about `parts` stretches of whole lines, with the number of the first line of each. `undefined` when it
 * has to be read in one piece: it is not txt or jsonl of UTF-8, too short to cut, or `strict`, so that it ends at the first invalid
 * byte. `size` is the file's in bytes; what was added since is not read.
 */
export function planRanges(
  file: InputFile,
  size: number,
  parts: number,
  { inputFormat, encoding, strict }: Partial<Pick<ReadOptions, 'inputFormat' | 'encoding' | 'strict'>> = {},
): readonly ByteRange[] | undefined {
  const format = inputFormat ?? file.format ?? 'txt';
  const isLines = format === 'txt' || format === 'jsonl';
  const splittable = isLines && (encoding ?? 'utf-8') === 'utf-8' && strict !== true && file.open !== '-';
  if (!splittable || parts < 2 || size < parts) return undefined;
  try {
    return cutAtLineEnds(file.open, size, parts);
  } catch {
    // Whoever reads the file will say what is wrong with it.
    return undefined;
  }
}

function cutAtLineEnds(path: string, size: number, parts: number): readonly ByteRange[] | undefined {
  const descriptor = openSync(path, 'r');
  try {
    const buffer = Buffer.allocUnsafeSlow(STEP);
    const ranges: ByteRange[] = [];
    let start = 0;
    let firstLine = 1;
    let newlines = 0;
    for (let position = 0; position < size; ) {
      const count = readSync(descriptor, buffer, 0, Math.min(STEP, size - position), position);
      if (count === 0) return undefined;
      const bytes = buffer.subarray(0, count);
      if (position === 0 && !isPlain(bytes)) return undefined;
      for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) {
        newlines++;
        const end = position + at + 1;
        if (end >= (size / parts) * (ranges.length + 1) && end < size) {
          ranges.push({ start, end, firstLine });
          start = end;
          firstLine = newlines + 1;
        }
      }
      position += count;
    }
    return ranges.length === 0 ? undefined : [...ranges, { start, end: size, firstLine }];
  } finally {
    closeSync(descriptor);
  }
}

function isPlain(head: Buffer): boolean {
  const { encoding = 'utf-8' } = byteOrderMark(head) ?? {};
  return encoding === 'utf-8' && !isGzip(head) && !isBinary(head.subarray(0, HEAD));
}
