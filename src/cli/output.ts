import { fstatSync } from 'node:fs';
import type { NewsError } from '../model/news-error.js';
import { TextBuffer } from '../run/text-buffer.js';
import { type Sink, streamSink, syncSink, writeError } from './output-sink.js';

export { type ColourFlag, colourWanted, screenOf, screenWidth } from './output-screen.js';

/** Where results go. Texts are gathered into writes of about 64 KB. */
export interface Output {
  /** A promise when the reader has to be waited for; until then bytes are not to be changed. @throws NewsError when the text could not be written. */
  write(text: string | Uint8Array): Promise<void> | void;
  /** Writes what is left; a file gets its name. */
  close(): Promise<void>;
  /** Leaves an old file as it was, and nothing of a new one. What was written to a pipe stays written. */
  abort(): void;
  /** The reader went away (`| head`): there is no use in going on. */
  readonly closed: boolean;
}

/** In bytes. */
const BATCH = 1 << 16;
/** A reader at the other end sees what there is after so many milliseconds, if more is written; one at a terminal at once. */
const PATIENCE = 100;

/**
 * Opens standard output or, with a path, a file: one that is absent or regular is replaced as a whole at `close`; a device or a
 * FIFO is written as it is.
 * @throws NewsError when the file cannot be made.
 */
export async function openOutput(path: string | undefined, { stdout }: Pick<NodeJS.Process, 'stdout'>): Promise<Output> {
  return new BatchedOutput(path === undefined ? standardSink(stdout) : (await import('./output-file.js')).openFileSink(path));
}

class BatchedOutput implements Output {
  readonly #sink: Sink;
  readonly #batch = new TextBuffer();
  #failure: NewsError | undefined;
  #flushed = Number.NEGATIVE_INFINITY;

  constructor(sink: Sink) {
    this.#sink = sink;
  }

  get closed(): boolean {
    return this.#sink.closed;
  }

  write(text: string | Uint8Array): Promise<void> | void {
    if (this.#failure !== undefined) throw this.#failure;
    if (typeof text !== 'string' && text.length >= BATCH && this.#batch.length === 0) return this.#pass(text);
    this.#batch.add(text);
    const due = this.#batch.length >= BATCH || Date.now() - this.#flushed >= this.#sink.patience;
    return due ? this.#flush() : undefined;
  }

  async close(): Promise<void> {
    if (this.#failure !== undefined) throw this.#failure;
    await this.#flush();
    await this.#guarded(() => this.#sink.close());
  }

  abort(): void {
    this.#batch.take();
    this.#sink.abort();
  }

  #flush(): Promise<void> | void {
    if (this.#batch.length === 0) return undefined;
    return this.#pass(this.#batch.takeCopy());
  }

  #pass(bytes: Uint8Array): Promise<void> | void {
    this.#flushed = Date.now();
    return this.#guarded(() => this.#sink.write(bytes));
  }

  /** The first failure is the one that is told, also when the caller did not wait for it. */
  #guarded(work: () => Promise<void> | void): Promise<void> | void {
    if (this.#sink.closed) return undefined;
    const failed = (error: unknown): never => {
      this.#failure = writeError(error, this.#sink.path);
      throw this.#failure;
    };
    try {
      return work()?.catch(failed);
    } catch (error) {
      return failed(error);
    }
  }
}

/** A pipe, a socket or a terminal is written without blocking; a file or a device (`> /dev/full`) with errors told at once. */
function standardSink(stdout: NodeJS.Process['stdout']): Sink {
  return stdout.isTTY || isPipe(stdout) ? streamSink(stdout, stdout.isTTY ? 0 : PATIENCE) : syncSink(stdout.fd, 'standard output');
}

function isPipe({ fd }: NodeJS.Process['stdout']): boolean {
  if (typeof fd !== 'number') return true;
  try {
    const status = fstatSync(fd);
    return status.isFIFO() || status.isSocket();
  } catch {
    return true;
  }
}
