import { type BigIntStats, fstatSync, realpathSync, statSync } from 'node:fs';
import { compareCodePoints } from '../../model/code-points.js';
import { NewsError } from '../../model/news-error.js';
import { fileError } from '../fault.js';
import { formatOfName, type InputFormat } from './formats.js';
import type { InputFile } from './input-file.js';

export type Found = Pick<InputFile, 'path' | 'open' | 'named'>;

/** Gathers files, each once by what it is and not by how it is called. */
export class Findings {
  readonly errors: NewsError[] = [];
  readonly #inputFormat: InputFormat | undefined;
  readonly #files = new Map<string, InputFile>();
  /** The regular file that the results go to, if they do. */
  readonly #output = identityOfOutput();

  constructor(inputFormat: InputFormat | undefined) {
    this.#inputFormat = inputFormat;
  }

  addStdin(): void {
    this.#files.set('-', { path: '-', open: '-', named: true, format: this.#inputFormat });
  }

  /** Of several names of one file the named one is kept, then the first by code point. */
  add(found: Found, known?: BigIntStats): void {
    let identity: string;
    try {
      identity = identityOf(known ?? statSync(found.open, { bigint: true }), found.open);
    } catch (error) {
      this.errors.push(fileError(shownPath(found.path), error));
      return;
    }
    const path = shownPath(found.path);
    if (identity === this.#output) {
      if (found.named) this.errors.push(new NewsError('IS_OUTPUT', 'is also where the results go', { path }));
      return;
    }
    const file: InputFile = { ...found, path, format: this.#inputFormat ?? formatOfName(path) };
    const other = this.#files.get(identity);
    if (other === undefined || goesBefore(file, other)) this.#files.set(identity, file);
  }

  /** Sorted by code point. */
  files(): readonly InputFile[] {
    return [...this.#files.values()].sort((a, b) => compareCodePoints(a.path, b.path));
  }
}

function goesBefore(a: InputFile, b: InputFile): boolean {
  return a.named === b.named ? compareCodePoints(a.path, b.path) < 0 : a.named;
}

/** Without `./` before and doubled slashes: as a user would write it. */
function shownPath(path: string): string {
  return path.replace(/^(?:\.\/+)+(?=.)/, '').replace(/(?<=.)\/{2,}/g, '/');
}

/** Some file systems give every file the inode 0. */
function identityOf(stats: BigIntStats, path: string): string {
  return stats.ino === 0n ? realpathSync(path) : `${stats.dev}:${stats.ino}`;
}

function identityOfOutput(): string | undefined {
  try {
    const stats = fstatSync(1, { bigint: true });
    return stats.isFile() && stats.ino !== 0n ? `${stats.dev}:${stats.ino}` : undefined;
  } catch {
    return undefined;
  }
}
