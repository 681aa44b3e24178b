import type { ByteSource } from './byte-source.js';

/** What is asked for at once: a first look at a regular file gets all that any later look needs. */
export const HEAD = 64 * 1024;

/** A source whose first bytes can be looked at before they are read. */
export interface PeekSource extends ByteSource {
  /** The first bytes, at most `count`: fewer at the end of the file, or once `enough` holds for what has come. */
  peek(count: number, enough?: (head: Buffer) => boolean): Promise<Buffer>;
  /** Drops bytes that were looked at. */
  skip(count: number): void;
}

export function peekable(source: ByteSource): PeekSource {
  let head = Buffer.alloc(0);
  let ended = false;
  return {
    live: source.live,
    async peek(count, enough = () => false) {
      if (head.length < count && !ended) {
        const grown = Buffer.allocUnsafe(Math.max(count, HEAD));
        let filled = head.copy(grown);
        while (filled < count && !(filled > 0 && enough(grown.subarray(0, filled)))) {
          const came = await source.read(grown, filled);
          if (came === 0) {
            ended = true;
            break;
          }
          filled += came;
        }
        head = grown.subarray(0, filled);
      }
      return head.subarray(0, count);
    },
    skip(count) {
      head = head.subarray(count);
    },
    async read(target, at) {
      if (head.length > 0) {
        const count = head.copy(target, at);
        head = head.subarray(count);
        return count;
      }
      return ended ? 0 : source.read(target, at);
    },
    close: () => source.close(),
  };
}
