import type { View } from '../model/command.js';
import type { Warning } from '../model/news-error.js';
import type { InputFigures, Outcome, Row } from '../model/report.js';
import type { Toolbox } from './annotators.js';
import type { Job } from './job.js';
import type { FileResult, PartResult } from './part.js';

/** Turns rows into text or UTF-8, in parts that are good until the next is asked for; made by the layer that knows renderers. */
export type RowRenderer = (rows: readonly Row[]) => Iterable<string | Uint8Array>;

/** Where the rows of a run go, in input order. */
export interface Delivery {
  /** How threads render rows before they are in order; `undefined` where nothing is printed before the end. */
  readonly render: RowRenderer | undefined;
  rows(rows: readonly Row[]): void;
  /** Text that is rendered already. */
  bytes(bytes: Uint8Array): void;
  /** Waits until the output has taken what it was given; `true` when nobody reads it any more. */
  drained(): Promise<boolean>;
}

/** What a whole run found. `rows` of the outcome are those that were held back to its end. */
export interface RunOutcome {
  readonly outcome: Outcome;
  readonly input: InputFigures;
  readonly warnings: readonly Warning[];
  readonly failed: PartResult['failed'];
}

/**
 * Joins the parts of a run, in input order: merges states, passes rows on (or holds them when they are to be sorted or printed
 * whole), and finishes.
 */
export class Collector {
  readonly #view: View;
  readonly #job: Job;
  readonly #toolbox: Toolbox;
  readonly #delivery: Delivery;
  readonly #hold: boolean;
  readonly #top: number;
  readonly #held: Row[] = [];
  readonly #input: InputFigures = { files: 0, snippets: 0, bytes: 0, nonNfc: 0, invalidUtf8: 0, skipped: 0 };
  readonly #warnings: Warning[] = [];
  readonly #failed: PartResult['failed'][number][] = [];
  readonly #oncePerFile = new Set<string>();
  #passed = 0;
  #state: unknown;
  #started = false;
  #openFile: FileResult | undefined;
  #tally: unknown;

  /** `whole`: the format prints nothing before the end. */
  constructor(view: View, job: Job, toolbox: Toolbox, delivery: Delivery, whole: boolean) {
    this.#view = view;
    this.#job = job;
    this.#toolbox = toolbox;
    this.#delivery = delivery;
    this.#hold = whole || this.#order() !== undefined;
    const top = view.shape === 'scan' && this.#order() === undefined ? (job.options.top as number | undefined) : 0;
    this.#top = top === undefined || top === 0 ? Number.POSITIVE_INFINITY : top;
    this.#tally = view.shape === 'files' ? view.initTally(job.options) : undefined;
  }

  /** Rows must come here as rows, because they are held or counted. */
  get wantsRows(): boolean {
    return this.#hold || this.#top !== Number.POSITIVE_INFINITY;
  }

  rows(rows: readonly Row[]): void {
    if (this.#passed >= this.#top) return;
    const kept = this.#top === Number.POSITIVE_INFINITY ? rows : this.#firstOf(rows);
    if (this.#hold) for (const row of kept) this.#held.push(row);
    else this.#delivery.rows(kept);
  }

  /** The rows that `--top` leaves; what surrounds a row (`context`) does not count. */
  #firstOf(rows: readonly Row[]): readonly Row[] {
    const end = rows.findIndex(row => row.record === this.#view.record && ++this.#passed > this.#top);
    return end < 0 ? rows : rows.slice(0, end);
  }

  /** The next part's result. */
  take(result: PartResult): void {
    for (const key of Object.keys(this.#input) as (keyof InputFigures)[]) this.#input[key] += result.input[key];
    // What a file that was cut says in several of its parts is told once.
    for (const warning of result.warnings) if (!this.#told('INVALID_UTF8', warning)) this.#warnings.push(warning);
    for (const fault of result.failed) if (!this.#told('SHRUNK', fault)) this.#failed.push(fault);
    if (this.#view.shape === 'files') return;
    this.#state = this.#started ? this.#view.merge(this.#state, result.state) : result.state;
    this.#started = true;
  }

  /** The next file of a files view; a file that was cut comes in several pieces, one after the other. */
  file(next: FileResult): void {
    const open = this.#openFile;
    if (open?.file !== next.file) {
      this.#closeFile();
      this.#openFile = next;
    } else if (this.#view.shape === 'files') {
      this.#openFile = { file: open.file, state: this.#view.merge(open.state, next.state), input: added(open.input, next.input) };
    }
  }

  finish(): RunOutcome {
    this.#closeFile();
    const view = this.#view;
    const { options } = this.#job;
    const tools = this.#tools(this.#input);
    const state = this.#started ? this.#state : view.init(options);
    const outcome = view.shape === 'files' ? view.finish(this.#tally, options, tools) : view.finish(state, options, tools);
    const order = this.#order();
    const held = order === undefined ? this.#held : cutAt(this.#held.sort(order), this.#job.options.top as number | undefined);
    const rows = 'rows' in outcome && view.shape === 'fold' ? (outcome as Outcome).rows : held;
    return { outcome: { ...outcome, rows }, input: this.#input, warnings: this.#warnings, failed: this.#failed };
  }

  #told(code: string, problem: { readonly code: string; readonly path?: string }): boolean {
    if (problem.code !== code) return false;
    const known = this.#oncePerFile.has(`${code} ${problem.path}`);
    this.#oncePerFile.add(`${code} ${problem.path}`);
    return known;
  }

  #closeFile(): void {
    const view = this.#view;
    const file = this.#openFile;
    if (file === undefined || view.shape !== 'files') return;
    this.#openFile = undefined;
    const row = view.row(file.state, file.file, this.#job.options, this.#tools(file.input));
    view.count(this.#tally, file.state, row, this.#job.options);
    if (row !== undefined) this.rows([row]);
  }

  #tools(input: InputFigures) {
    const toolbox = this.#toolbox;
    return {
      input,
      get identityTables() {
        return toolbox.identityTables;
      },
      get stopWords() {
        return toolbox.stopWords;
      },
    };
  }

  #order() {
    return this.#view.shape === 'scan' ? this.#view.order?.(this.#job.options) : undefined;
  }
}

function cutAt(rows: readonly Row[], top: number | undefined): readonly Row[] {
  return top === undefined || top === 0 ? rows : rows.slice(0, top);
}

function added(a: InputFigures, b: InputFigures): InputFigures {
  return {
    files: Math.max(a.files, b.files),
    snippets: a.snippets + b.snippets,
    bytes: a.bytes + b.bytes,
    nonNfc: a.nonNfc + b.nonNfc,
    invalidUtf8: a.invalidUtf8 + b.invalidUtf8,
    skipped: a.skipped + b.skipped,
  };
}
