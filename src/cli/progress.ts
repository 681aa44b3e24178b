import type { Options } from '../model/command.js';
import { sizeText } from '../render/numbers.js';
import { type Host, say } from './host.js';

export interface Progress {
  /** `bytes`: read since the beginning. */
  update(bytes: number): void;
  /** Clears the line. Anything else that is said on stderr comes after this, or it stands behind the bar. */
  stop(): void;
}

type ProgressHost = Pick<Host, 'stderr' | 'stdout' | 'on' | 'off'>;

/** Work that takes less is over before a bar would help. In milliseconds, like all times here. */
const PATIENCE = 1000;
const REDRAW = 100;
const FIRST_BYTE = 2000;
const BAR_WIDTH = 24;
/** Formats whose rows are printed while the work goes on. */
const STREAMED: readonly unknown[] = ['lines', 'ndjson', 'csv', 'tsv', 'markdown', 'underscore'];

/**
 * A line on stderr for long work, when somebody looks at it and no rows run through it. It draws in `update` alone: no timer
 * keeps the process alive.
 * @param totalOf the input in bytes, where it is known; asked when there is something to draw.
 */
export function startProgress(host: ProgressHost, options: Options, totalOf: () => number | undefined, now = () => Date.now()): Progress {
  const began = now();
  let drawn: number | undefined;
  let total: number | undefined;
  const stop = () => {
    if (drawn === undefined) return;
    drawn = undefined;
    say(host, '\r\u001b[K');
    host.off('exit', stop);
  };
  return {
    update(bytes) {
      const time = now();
      if (time - began < PATIENCE || time - (drawn ?? began) < REDRAW || !isWatched(host, options)) return;
      if (drawn === undefined) {
        host.on('exit', stop); // a signal leaves no half line behind
        total = totalOf();
      }
      drawn = time;
      say(host, `\r\u001b[K${progressLine(bytes, total, time - began)}`);
    },
    stop,
  };
}

/** Asked only when there is something to draw: to open stderr takes longer than many a run. */
function isWatched({ stderr, stdout }: ProgressHost, { quiet, format, output }: Options): boolean {
  if (quiet === true || stderr.isTTY !== true) return false;
  return output !== undefined || stdout.isTTY !== true || !STREAMED.includes(format);
}

function progressLine(bytes: number, total: number | undefined, elapsed: number): string {
  const speed = `${sizeText((bytes / elapsed) * 1000)}/s`;
  if (total === undefined || total <= 0) return `${sizeText(bytes)} read, ${speed}`;
  const share = Math.min(1, bytes / total);
  const full = Math.round(share * BAR_WIDTH);
  return `${'█'.repeat(full)}${'░'.repeat(BAR_WIDTH - full)} ${Math.floor(share * 100)} % of ${sizeText(total)}, ${speed}`;
}

/** Says after two seconds without a byte that standard input is being waited for. Returns what to call at the first byte. */
export function noteWaiting(host: Pick<Host, 'stderr'>, quiet: boolean): () => void {
  if (quiet) return () => {};
  const timer = setTimeout(() => {
    if (host.stderr.isTTY === true) say(host, 'newscli: waiting for standard input (Ctrl-D ends it)\n');
  }, FIRST_BYTE);
  timer.unref();
  return () => clearTimeout(timer);
}
