import { isUtf8 } from 'node:buffer';
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
 * has to be read in one piece: it is not txt or jsonl, not plain UTF-8 (each stretch would count and name its own invalid bytes),
 * or too short to cut. `size` is the file's in bytes; what was added since is not read.
 */
export function planRanges(
  file: InputFile,
  size: number,
  parts: number,
  { inputFormat, encoding }: Pick<ReadOptions, 'inputFormat' | 'encoding'> = {},
): readonly ByteRange[] | undefined {
  const format = inputFormat ?? file.format ?? 'txt';
  const splittable = (format === 'txt' || format === 'jsonl') && (encoding ?? 'utf-8') === 'utf-8' && file.open !== '-';
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
    /** Bytes of a character that the last step cut. */
    let kept = 0;
    for (let position = 0; position < size; ) {
      const count = readSync(descriptor, buffer, kept, Math.min(STEP - kept, size - position), position);
      if (count === 0) return undefined;
      const bytes = buffer.subarray(0, kept + count);
      if (position === 0 && !isPlain(bytes)) return undefined;
      const whole = position + count < size ? bytes.length - cutCharacter(bytes) : bytes.length;
      if (!isUtf8(bytes.subarray(0, whole))) return undefined;
      for (let at = bytes.indexOf(NEWLINE, kept); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) {
        newlines++;
        const end = position + at + 1 - kept;
        if (end >= (size / parts) * (ranges.length + 1) && end < size) {
          ranges.push({ start, end, firstLine });
          start = end;
          firstLine = newlines + 1;
        }
      }
      position += count;
      kept = bytes.length - whole;
      bytes.copyWithin(0, whole);
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

/** How many bytes at the end begin a character that goes on. */
function cutCharacter(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
    if (byte < 0x80) return 0;
  }
  return 0;
}
