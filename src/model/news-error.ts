/** An error that a user can mend: shown as one line, with what to do next; never with a stack trace. */
export class NewsError extends Error {
  /** A short constant for scripts: `ENOENT`, `USAGE`, `QUERY`, `BAD_RECORD`, … */
  readonly code: string;
  readonly path: string | undefined;
  readonly line: number | undefined;
  readonly hint: string | undefined;

  constructor(code: string, message: string, details: { path?: string; line?: number; hint?: string; cause?: unknown } = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'NewsError';
    this.code = code;
    this.path = details.path;
    this.line = details.line;
    this.hint = details.hint;
  }
}

/** A fault of the input that was passed over: named on stderr and in `warnings`. */
export interface Warning {
  readonly code: string;
  readonly message: string;
  readonly path?: string;
  readonly line?: number;
}
