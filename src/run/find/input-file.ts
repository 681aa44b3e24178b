import type { InputFormat } from './formats.js';

/** One file to read. */
export interface InputFile {
  /** As it is shown: the path as given joined with what the walk found; `-` for standard input. */
  readonly path: string;
  /** The path for the file system, or `-`. */
  readonly open: string;
  /** The user named it (or a glob that matches it), so its faults are errors; a walk found it otherwise. */
  readonly named: boolean;
  /** What its name or `--input-format` says; `undefined` means txt. */
  readonly format: InputFormat | undefined;
}
