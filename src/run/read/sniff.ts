import { isUtf8 } from 'node:buffer';
import { NewsError } from '../../model/news-error.js';
import { ENCODING_HINT } from './decode.js';
import { HEAD, type PeekSource } from './peek.js';

/**
 * Tells text from binary by the first 64 KiB: more than a tenth of invalid UTF-8 or control bytes is no text.
 * A pipe whose first bytes are clean is not held back until 64 KiB have come.
 * @throws NewsError `BINARY`
 */
export async function refuseBinary(source: PeekSource, path: string): Promise<void> {
  const head = await source.peek(HEAD, seen => isClean(faults(seen)));
  if (!isBinary(head)) return;
  const { control, nul, invalid } = faults(head);
  const legacy = invalid > control || nul * 3 > head.length;
  throw new NewsError('BINARY', 'a binary file, or text in another encoding', { path, ...(legacy && { hint: ENCODING_HINT }) });
}

/** One broken character makes no short line binary. */
const PARDONED = 3;

export function isBinary(head: Uint8Array): boolean {
  const { control, invalid } = faults(head);
  const bad = control + invalid;
  return bad > PARDONED && bad * 10 > head.length;
}

interface Faults {
  readonly control: number;
  readonly nul: number;
  readonly invalid: number;
}

const isClean = ({ control, invalid }: Faults): boolean => control + invalid === 0;

/** Bytes at fault; a character cut by the end of `head` is none. */
function faults(head: Uint8Array): Faults {
  let control = 0;
  let nul = 0;
  let invalid = 0;
  for (let at = faultless(head); at < head.length; ) {
    const byte = head[at]!;
    if (byte < 0x80) {
      if (byte === 0) nul++;
      if ((byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) || byte === 0x7f) control++;
      at++;
      continue;
    }
    const length = sequenceLength(head, at);
    if (length === 0) invalid++;
    at += length || 1;
  }
  return { control, nul, invalid };
}

const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/;

/** How many of the first bytes are without fault as the engine sees at once: all of a text but the character that its end cuts. */
function faultless(head: Uint8Array): number {
  for (let cut = 0; cut < Math.min(4, head.length); cut++) {
    const whole = head.subarray(0, head.length - cut);
    if (isUtf8(whole)) return CONTROL.test(Buffer.from(whole.buffer, whole.byteOffset, whole.length).toString('latin1')) ? 0 : whole.length;
  }
  return 0;
}

/** Bytes of the UTF-8 sequence at `at`, as far as `head` holds it; 0 where there is none. */
function sequenceLength(head: Uint8Array, at: number): number {
  const lead = head[at]!;
  const wanted = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
  for (let i = 1; i < wanted; i++) {
    if (at + i >= head.length) return i;
    const byte = head[at + i]!;
    if (byte < lowest(lead, i) || byte > highest(lead, i)) return 0;
  }
  return wanted;
}

/** Second bytes are narrower after some leads: no overlong forms, no surrogates, nothing above U+10FFFF. */
function lowest(lead: number, i: number): number {
  if (i > 1) return 0x80;
  return lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
}

function highest(lead: number, i: number): number {
  if (i > 1) return 0xbf;
  return lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
}
