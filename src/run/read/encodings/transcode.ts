import { NewsError } from '../../../model/news-error.js';
import type { ByteSource } from '../byte-source.js';
import type { Encoding, ReadSink } from '../options.js';
import { type ByteTable, tcvn3, viscii, windows1258 } from './single-byte.js';
import { vniTable } from './vni.js';

const FEED = 64 * 1024;
const REPLACEMENT = 0xfffd;

/** Turns a chunk into UTF-16 units; what it cannot tell yet it keeps for the next one. `replaced` are U+FFFD put in. */
type ToUnits = (bytes: Buffer, last: boolean) => { readonly units: Uint16Array; readonly replaced: number };

interface Context {
  readonly path: string;
  readonly strict: boolean;
  readonly sink: ReadSink;
}

/** The bytes of `source` re-encoded as UTF-8; what has no meaning becomes U+FFFD, counted and named once, or a fault behind what is before it. */
export function transcoded(source: ByteSource, encoding: Exclude<Encoding, 'utf-8'>, { path, strict, sink }: Context): ByteSource {
  const toUnits = decoderOf(encoding);
  let ready = Buffer.alloc(0);
  let line = 1;
  let ended = false;
  let warned = false;
  let failure: NewsError | undefined;

  const next = async (): Promise<void> => {
    const chunk = Buffer.allocUnsafe(FEED);
    const count = await source.read(chunk, 0);
    ended = count === 0;
    const { units, replaced } = toUnits(chunk.subarray(0, count), ended);
    const text = Buffer.from(units.buffer, units.byteOffset, units.byteLength).toString('utf16le');
    ready = Buffer.from(text);
    if (replaced > 0) {
      const at = text.indexOf('\uFFFD');
      const place = { path, line: line + newlines(text.slice(0, at)) };
      if (strict) {
        failure = new NewsError('INVALID_TEXT', `not ${encoding} text`, place);
        ready = Buffer.from(text.slice(0, at));
      } else {
        sink.input.invalidUtf8 += replaced;
        if (!warned) sink.warn({ code: 'INVALID_TEXT', message: `bytes that are not ${encoding}, shown as U+FFFD`, ...place });
        warned = true;
      }
    }
    line += newlines(text);
  };

  return {
    live: source.live,
    async read(target, at) {
      while (ready.length === 0) {
        if (failure) throw failure;
        if (ended) return 0;
        await next();
      }
      const count = ready.copy(target, at);
      ready = ready.subarray(count);
      return count;
    },
    close: () => source.close(),
  };
}

function newlines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

function decoderOf(encoding: Exclude<Encoding, 'utf-8'>): ToUnits {
  switch (encoding) {
    case 'utf-16le':
      return utf16(false);
    case 'utf-16be':
      return utf16(true);
    case 'windows-1258':
      return singleByte(windows1258());
    case 'tcvn3':
      return singleByte(tcvn3());
    case 'viscii':
      return singleByte(viscii());
    case 'vni':
      return vni();
  }
}

function singleByte(table: ByteTable): ToUnits {
  return bytes => {
    const units = new Uint16Array(bytes.length);
    let replaced = 0;
    for (let i = 0; i < bytes.length; i++) {
      const unit = table[bytes[i]!]!;
      if (unit === REPLACEMENT) replaced++;
      units[i] = unit;
    }
    return { units, replaced };
  };
}

function vni(): ToUnits {
  const { alone, pairs } = vniTable();
  let kept = -1;
  return (bytes, last) => {
    const units = new Uint16Array(bytes.length + 1);
    let length = 0;
    let replaced = 0;
    const put = (unit: number) => {
      if (unit === REPLACEMENT) replaced++;
      units[length++] = unit;
    };
    for (const byte of bytes) {
      const joined = kept < 0 ? 0 : pairs[(kept << 8) | byte]!;
      if (joined > 0) put(joined);
      else if (kept >= 0) put(alone[kept]!);
      kept = joined > 0 ? -1 : byte;
    }
    if (last && kept >= 0) {
      put(alone[kept]!);
      kept = -1;
    }
    return { units: units.subarray(0, length), replaced };
  };
}

function utf16(bigEndian: boolean): ToUnits {
  let kept: Buffer = Buffer.alloc(0);
  return (bytes, last) => {
    const all = kept.length > 0 ? Buffer.concat([kept, bytes]) : bytes;
    let even = all.length & ~1;
    const at = (i: number) => (bigEndian ? all.readUInt16BE(i) : all.readUInt16LE(i));
    // The second half of a pair may be in the next chunk.
    if (!last && even > 0 && isHigh(at(even - 2))) even -= 2;
    kept = Buffer.from(all.subarray(even));
    const units = new Uint16Array(even / 2 + 1);
    let length = 0;
    let replaced = 0;
    for (let i = 0; i < even; i += 2) {
      const unit = at(i);
      const paired = isHigh(unit) ? i + 2 < even && isLow(at(i + 2)) : isLow(unit) && i > 0 && isHigh(at(i - 2));
      const lone = (isHigh(unit) || isLow(unit)) && !paired;
      if (lone) replaced++;
      units[length++] = lone ? REPLACEMENT : unit;
    }
    if (last && kept.length > 0) {
      replaced++;
      units[length++] = REPLACEMENT;
    }
    return { units: units.subarray(0, length), replaced };
  };
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;
