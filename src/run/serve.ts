import type { MessagePort } from 'node:worker_threads';
import type { View } from '../model/command.js';
import { NewsError } from '../model/news-error.js';
import type { Row } from '../model/report.js';
import { loadToolbox } from './annotators.js';
import type { RowRenderer } from './collect.js';
import { layersOfRun, viewOf } from './job.js';
import { describe, PartRunner } from './part.js';
import { queriesOf } from './queries.js';
import { resourcesIn } from './resources.js';
import { TextBuffer } from './text-buffer.js';
import type { FromWorker, ToWorker, WorkerStart } from './threads.js';
import type { UnderscoreText } from './underscore.js';

/** Rows that are rendered at once. */
const ROWS_AT_ONCE = 128;
/** Text is sent when there is so much of it, in bytes, and after each batch of snippets. */
const MESSAGE = 1 << 22;

/** What becomes of rows. */
export interface RowForms {
  /** Without it rows are sent as rows. */
  readonly render: RowRenderer | undefined;
  /** Takes whole documents instead. */
  readonly underscore: UnderscoreText | undefined;
}

/** Works off parts, one after the other, and tells what it finds in messages. */
export class PartServer {
  readonly #runner: PartRunner;
  readonly #send: (message: FromWorker, transfer?: ArrayBuffer[]) => void;
  readonly #render: RowRenderer | undefined;
  readonly #underscore: UnderscoreText | undefined;
  readonly #text = new TextBuffer();
  #held: Row[] = [];

  constructor(runner: PartRunner, send: (message: FromWorker, transfer?: ArrayBuffer[]) => void, { render, underscore }: RowForms) {
    this.#runner = runner;
    this.#send = send;
    this.#render = render;
    this.#underscore = underscore;
  }

  /** `rest` is waited for after each batch of snippets; `true` stops the work. */
  async serve({ index, part }: ToWorker, rest: () => Promise<boolean>): Promise<void> {
    try {
      const result = await this.#runner.run(part, {
        rows: rows => {
          for (const row of rows) this.#held.push(row);
          if (this.#render !== undefined && this.#held.length >= ROWS_AT_ONCE) this.#renderHeld(index);
        },
        doc: doc => this.#underscore?.add(doc),
        file: file => this.#send({ kind: 'file', index, file }),
        batch: bytes => {
          this.#flush(index);
          this.#send({ kind: 'progress', index, bytes });
          return rest();
        },
      });
      this.#flush(index);
      this.#send({ kind: 'done', index, result });
    } catch (error) {
      const known = error instanceof NewsError ? error : new NewsError('INTERNAL', (error as Error).stack ?? String(error));
      this.#send({ kind: 'failed', index, ...describe(known) });
    }
  }

  #renderHeld(index: number): void {
    if (this.#render === undefined || this.#held.length === 0) return;
    for (const part of this.#render(this.#held)) {
      this.#text.add(part);
      if (this.#text.length >= MESSAGE) this.#sendBytes(index, this.#text.takeCopy());
    }
    this.#held = [];
  }

  #flush(index: number): void {
    this.#renderHeld(index);
    if (this.#held.length > 0) this.#send({ kind: 'rows', index, rows: this.#held });
    this.#held = [];
    if (this.#underscore !== undefined) this.#sendBytes(index, this.#underscore.takeCopy());
    if (this.#text.length > 0) this.#sendBytes(index, this.#text.takeCopy());
  }

  #sendBytes(index: number, bytes: Uint8Array<ArrayBuffer>): void {
    this.#send({ kind: 'bytes', index, bytes }, [bytes.buffer]);
  }
}

/** The life of a worker thread. */
export async function serveThread(
  port: MessagePort,
  start: WorkerStart,
  rendererOf: (view: View, start: WorkerStart) => Promise<RowRenderer>,
): Promise<void> {
  const { job, wantsRows } = start;
  const view = await viewOf(job);
  const toolbox = await loadToolbox(resourcesIn(new URL(start.data)), job, layersOfRun(view, job));
  const runner = new PartRunner(view, job, toolbox, await queriesOf(job, toolbox, view));
  const server = new PartServer(runner, (message, transfer = []) => port.postMessage(message, transfer), {
    render: wantsRows ? undefined : await rendererOf(view, start),
    underscore: await runner.underscoreText(),
  });
  port.on('message', (message: ToWorker) => server.serve(message, async () => false));
}
