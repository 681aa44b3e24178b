import { Worker } from 'node:worker_threads';
import type { Format } from '../model/command.js';
import { NewsError } from '../model/news-error.js';
import type { Row } from '../model/report.js';
import type { Collector, Delivery } from './collect.js';
import type { Job } from './job.js';
import type { FileResult, Part, PartResult, PartRunner } from './part.js';
import type { Plan } from './plan.js';
import { PartServer, type RowForms } from './serve.js';
import type { UnderscoreText } from './underscore.js';

/** What worker threads are started from. */
export interface ThreadSource {
  /** The module of a worker. */
  readonly url: URL;
  /** The folder of the data files. */
  readonly data: URL;
  /** What the worker needs to render its own rows; plain data. */
  readonly rendering: unknown;
}

/** What a worker is started with. */
export interface WorkerStart {
  readonly job: Job;
  readonly data: string;
  /** The rows are wanted as rows, because they are held or counted; else rendered. */
  readonly wantsRows: boolean;
  readonly rendering: unknown;
  readonly format: Format;
}

export type ToWorker = { readonly index: number; readonly part: Part };

export type FromWorker =
  | { readonly kind: 'rows'; readonly index: number; readonly rows: readonly Row[] }
  | { readonly kind: 'bytes'; readonly index: number; readonly bytes: Uint8Array }
  | { readonly kind: 'file'; readonly index: number; readonly file: FileResult }
  | { readonly kind: 'progress'; readonly index: number; readonly bytes: number }
  | { readonly kind: 'done'; readonly index: number; readonly result: PartResult }
  | { readonly kind: 'failed'; readonly index: number; readonly code: string; readonly message: string; readonly hint?: string };

/** Parts may be worked off this far ahead of the output, so that memory stays bounded when the output is slow. */
const AHEAD = 1;

/** What works off parts: a worker thread, or this one. */
interface Hand {
  send(message: ToWorker): void;
}

/** What is shared out, and where what is found goes. */
export interface Division {
  readonly plan: Plan;
  readonly job: Job;
  readonly runner: PartRunner;
  readonly collector: Collector;
  readonly delivery: Delivery;
  readonly source: ThreadSource;
  readonly progress: (bytes: number) => void;
}

/** Works off the parts on this thread and on worker threads, and joins what they find in input order. */
export async function runThreaded(division: Division): Promise<void> {
  return new ThreadPool(division, await division.runner.underscoreText()).run();
}

class ThreadPool {
  readonly #parts: readonly Part[];
  readonly #collector: Collector;
  readonly #delivery: Delivery;
  readonly #progress: (bytes: number) => void;
  readonly #workers: Worker[];
  readonly #idle: Hand[];
  /** Messages of parts that wait for an earlier one, by index. */
  readonly #waiting = new Map<number, FromWorker[]>();
  readonly #bytes = new Map<number, number>();
  #next = 0;
  #head = 0;
  #bytesDone = 0;
  #joining: Promise<void> = Promise.resolve();
  #settle: { resolve: () => void; reject: (error: unknown) => void } | undefined;

  constructor({ plan, job, runner, collector, delivery, source, progress }: Division, underscore: UnderscoreText | undefined) {
    this.#parts = plan.parts;
    this.#collector = collector;
    this.#delivery = delivery;
    this.#progress = progress;
    const { rendering, data } = source;
    const start: WorkerStart = { job, data: data.href, wantsRows: collector.wantsRows, rendering, format: job.format };
    this.#workers = Array.from({ length: plan.threads - 1 }, () => new Worker(source.url, { workerData: start }));
    const own = this.#ownHand(runner, { render: collector.wantsRows ? undefined : delivery.render, underscore });
    this.#idle = [...this.#workers.map(worker => this.#handOf(worker)), own];
  }

  #handOf(worker: Worker): Hand {
    const hand: Hand = { send: message => worker.postMessage(message) };
    worker.on('message', (message: FromWorker) => this.#heard(hand, message));
    worker.on('error', error => this.#settle?.reject(lost(error)));
    worker.on('exit', () => this.#settle?.reject(lost(undefined)));
    return hand;
  }

  /** This thread hears the others, and signals, between two batches. */
  #ownHand(runner: PartRunner, forms: RowForms): Hand {
    const server = new PartServer(runner, message => this.#heard(hand, message), forms);
    const rest = async () => {
      await new Promise(resolve => setImmediate(resolve));
      return this.#settle === undefined;
    };
    const hand: Hand = { send: message => void server.serve(message, rest) };
    return hand;
  }

  async run(): Promise<void> {
    const finished = new Promise<void>((resolve, reject) => {
      this.#settle = { resolve, reject };
    });
    this.#dispatch();
    try {
      await finished;
    } finally {
      this.#settle = undefined;
      await Promise.all(this.#workers.map(worker => worker.terminate()));
    }
  }

  #dispatch(): void {
    while (this.#idle.length > 0 && this.#next < this.#parts.length && this.#next <= this.#head + this.#workers.length + AHEAD) {
      const message: ToWorker = { index: this.#next, part: this.#parts[this.#next]! };
      this.#next++;
      this.#idle.pop()!.send(message);
    }
  }

  #heard(hand: Hand, message: FromWorker): void {
    if (message.kind === 'failed') {
      this.#settle?.reject(new NewsError(message.code, message.message, message));
      return;
    }
    if (message.kind === 'progress') {
      this.#bytes.set(message.index, message.bytes);
      this.#progress(this.#bytesDone + [...this.#bytes.values()].reduce((sum, bytes) => sum + bytes, 0));
      return;
    }
    if (message.kind === 'done') {
      this.#bytes.delete(message.index);
      this.#bytesDone += message.result.input.bytes;
      this.#idle.push(hand);
    }
    const queue = this.#waiting.get(message.index);
    if (queue === undefined) this.#waiting.set(message.index, [message]);
    else queue.push(message);
    this.#joining = this.#joining.then(() => this.#join()).catch(error => this.#settle?.reject(error));
  }

  /** Passes on what the part at the head has sent so far; moves on when it is done. */
  async #join(): Promise<void> {
    for (;;) {
      const queue = this.#waiting.get(this.#head);
      const message = queue?.shift();
      if (message === undefined) break;
      if (message.kind === 'rows') this.#collector.rows(message.rows);
      else if (message.kind === 'bytes') this.#delivery.bytes(message.bytes);
      else if (message.kind === 'file') this.#collector.file(message.file);
      else if (message.kind === 'done') {
        this.#collector.take(message.result);
        this.#waiting.delete(this.#head);
        this.#head++;
      }
      if (await this.#delivery.drained()) {
        this.#settle?.resolve();
        return;
      }
    }
    if (this.#head === this.#parts.length) this.#settle?.resolve();
    else this.#dispatch();
  }
}

function lost(cause: unknown): NewsError {
  const why = cause instanceof Error ? `: ${cause.message}` : '';
  return new NewsError('WORKER', `a worker thread died${why}`, { hint: 'try again with --jobs 1', cause });
}
