import { controlSequenceEnd } from '../../text/control-sequences.js';

const [NEWLINE, ESCAPE, SPACE] = [0x0a, 0x1b, 0x20] as const;

/**
 * Makes sequences for terminals what they are in normal text, for whoever looks at bytes alone: each becomes a space, with zero-width
 * characters behind it to keep its length. `chunk` holds whole lines of valid UTF-8, and is changed.
 */
export function maskSequences(chunk: Uint8Array): void {
  const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
  for (let from = bytes.indexOf(ESCAPE); from >= 0; ) {
    const newline = bytes.indexOf(NEWLINE, from);
    const end = newline < 0 ? bytes.length : newline;
    maskIn(bytes, from, bytes.toString('utf8', from, end));
    from = bytes.indexOf(ESCAPE, end);
  }
}

/** Whether there may be any. */
export function mayHoldSequences(chunk: Uint8Array): boolean {
  return chunk.indexOf(ESCAPE) >= 0;
}

/** `text` is the rest of a line, which begins at `start` in `bytes`. */
function maskIn(bytes: Buffer, start: number, text: string): void {
  let place = start;
  let passed = 0;
  for (let at = 0; at >= 0; at = text.indexOf('\x1b', Math.max(passed, at + 1))) {
    const behind = controlSequenceEnd(text, at);
    if (behind < 0) continue;
    const from = place + Buffer.byteLength(text.slice(passed, at));
    place = from + Buffer.byteLength(text.slice(at, behind));
    passed = behind;
    mask(bytes, from, place);
  }
}

/** A space, soft hyphens (two bytes each) and, where the length is even, one zero-width space (three). */
function mask(bytes: Buffer, from: number, to: number): void {
  let at = from;
  bytes[at++] = SPACE;
  if ((to - at) % 2 === 1) at += bytes.write('\u200b', at);
  while (at < to) at += bytes.write('\u00ad', at);
}
