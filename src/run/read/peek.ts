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
  /** It was met while looking ahead, and is told behind what came before it. */
  let fault: { readonly error: unknown } | undefined;
  const lookAhead = async (target: Uint8Array, at: number): Promise<number> => {
    try {
      const came = await source.read(target, at);
      ended = came === 0;
      return came;
    } catch (error) {
      fault = { error };
      return 0;
    }
  };
  return {
    live: source.live,
    async peek(count, enough = () => false) {
      if (head.length < count && !ended && fault === undefined) {
        const grown = Buffer.allocUnsafe(Math.max(count, HEAD));
        let filled = head.copy(grown);
        while (filled < count && !(filled > 0 && enough(grown.subarray(0, filled)))) {
          const came = await lookAhead(grown, filled);
          if (came === 0) break;
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
      if (fault !== undefined) throw fault.error;
      return ended ? 0 : source.read(target, at);
    },
    close: () => source.close(),
  };
}
