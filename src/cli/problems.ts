import type { Options } from '../model/command.js';
import type { NewsError, Warning } from '../model/news-error.js';
import { renderError, safeText } from '../render/index.js';
import { type Host, say } from './host.js';

/** Warnings in a result, and lines of them on stderr, before they are only counted. */
const MOST = 100;

/** What went wrong on the way: said on stderr, and kept for `warnings`. */
export class Problems {
  readonly #host: Host;
  readonly #asJson: boolean;
  readonly #quiet: boolean;
  readonly #kept: Warning[] = [];
  #more = 0;
  errors = 0;

  constructor(host: Host, options: Options) {
    this.#host = host;
    this.#asJson = options.format === 'json' || options.format === 'ndjson';
    this.#quiet = options.quiet === true;
  }

  /** A file that could not be read: exit 2, and the others go on. Said with `--quiet` too. */
  error(error: NewsError): void {
    this.errors++;
    this.#keep({ code: error.code, message: error.message, ...(error.path !== undefined && { path: error.path }) });
    say(this.#host, renderError(error, this.#asJson));
  }

  /** A fault that was passed over. */
  warning(warning: Warning): void {
    const kept = this.#keep(warning);
    if (kept && !this.#quiet) say(this.#host, `newscli: ${safeText(placed(warning))}\n`);
  }

  /** For `warnings`; the last counts those that are left out. */
  all(): readonly Warning[] {
    return this.#more === 0 ? this.#kept : [...this.#kept, this.#rest()];
  }

  /** Says how many warnings were only counted. */
  close(): void {
    if (this.#more > 0 && !this.#quiet) say(this.#host, `newscli: ${this.#rest().message}\n`);
  }

  #rest(): Warning {
    return { code: 'MORE_WARNINGS', message: `and ${this.#more} more warnings` };
  }

  #keep(warning: Warning): boolean {
    if (this.#kept.length < MOST) this.#kept.push(warning);
    else this.#more++;
    return this.#more === 0;
  }
}

/** `path:line: reason`. */
function placed({ path, line, message }: Warning): string {
  if (path === undefined) return message;
  return line === undefined ? `${path}: ${message}` : `${path}:${line}: ${message}`;
}
