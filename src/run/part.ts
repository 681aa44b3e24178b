import type { FilesView, FoldView, Options, ScanView, View } from '../model/command.js';
import type { Doc } from '../model/doc.js';
import { NewsError, type Warning } from '../model/news-error.js';
import type { InputFigures, Row } from '../model/report.js';
import type { Anchor, Snippet } from '../model/snippet.js';
import { Analyser } from './analyse.js';
import type { Toolbox } from './annotators.js';
import { ContextWindow } from './context.js';
import type { InputFile } from './find/input-file.js';
import type { Job } from './job.js';
import { layersOf } from './job.js';
import type { Queries } from './queries.js';
import { withAnchor } from './read/anchor.js';
import { readSnippets } from './read/index.js';
import type { Batch, ByteRange, ReadSink } from './read/options.js';
import { readOptionsOf } from './read-options.js';
import type { UnderscoreText } from './underscore.js';

/** A stretch of the input that one thread works off: whole files, or one byte range of a file. */
export interface Part {
  readonly files: readonly InputFile[];
  readonly range?: ByteRange;
  /** The anchor of the file that `range` cuts; whole files find their own. */
  readonly anchor?: { readonly found: Anchor | undefined };
}

/** Where rows go while a part is worked off. */
export interface RowSink {
  rows(rows: readonly Row[]): void;
  /** Formats that read columns rather than rows (`underscore`). */
  doc(doc: Doc): void;
  /** A files view is done with a file (or with the part of it that `range` gives). */
  file(result: FileResult): void;
  /** After each batch of snippets: lets the output drain and signals in; `true` stops the work. */
  batch(bytesRead: number): Promise<boolean>;
}

/** One file's sealed state. */
export interface FileResult {
  readonly file: string;
  readonly state: unknown;
  readonly input: InputFigures;
}

/** What a part found; plain data. `state` is the view's sealed state or tally (files views have none: see `RowSink.file`). */
export interface PartResult {
  readonly state: unknown;
  readonly input: InputFigures;
  readonly warnings: readonly Warning[];
  /** Files that could not be read, by index in the part. */
  readonly failed: readonly {
    readonly code: string;
    readonly message: string;
    readonly path?: string;
    readonly line?: number;
    readonly hint?: string;
  }[];
}

/**
 * Works off one part: reads, annotates and adds to a fresh state. A file that cannot be read is noted and passed over; the others
 * go on.
 */
export class PartRunner {
  readonly #view: View;
  readonly #job: Job;
  readonly #toolbox: Toolbox;
  readonly #analyser: Analyser;
  readonly #queries: Queries;
  readonly #printed = { rows: 0 };

  constructor(view: View, job: Job, toolbox: Toolbox, queries: Queries) {
    this.#view = view;
    this.#job = job;
    this.#toolbox = toolbox;
    const needs = layersOf(view, job.options);
    this.#queries = queries;
    this.#analyser = new Analyser(toolbox, { needs, refDate: job.refDate, query: queries.query, where: queries.where });
  }

  /** What takes whole documents, where the format does. */
  async underscoreText(): Promise<UnderscoreText | undefined> {
    if (this.#job.format !== 'underscore') return undefined;
    const { UnderscoreText } = await import('./underscore.js');
    return new UnderscoreText(this.#toolbox.segmenter);
  }

  async run(part: Part, sink: RowSink): Promise<PartResult> {
    const view = this.#view;
    const { options } = this.#job;
    const input: InputFigures = { files: 0, snippets: 0, bytes: 0, nonNfc: 0, invalidUtf8: 0, skipped: 0 };
    const warnings: Warning[] = [];
    const failed: PartResult['failed'][number][] = [];
    const state = view.shape === 'files' ? undefined : view.init(options);

    for (const file of part.files) {
      const before = { ...input };
      const fileState = view.shape === 'files' ? view.init(options) : state;
      const consume = consumer(view, fileState, options, sink, this.#printed);
      let stop = false;
      let working = false;
      try {
        const reading = await this.#read(file, part, { warn: warning => warnings.push(warning), input });
        for await (const batch of reading) {
          working = true;
          const enough = this.#work(batch, consume, input);
          stop = (await sink.batch(input.bytes)) || (enough && view.shape !== 'files');
          if (stop || enough) break;
          working = false;
        }
      } catch (error) {
        if (working || !(error instanceof NewsError)) throw error;
        failed.push(describe(error));
      }
      const found = this.#queries.counter?.take();
      if (view.shape === 'files' && found !== undefined) view.addFound?.(fileState, found);
      // A later range of a file does not count it again.
      if (view.shape === 'files' && (input.files > before.files || (part.range?.start ?? 0) > 0)) {
        view.seal?.(fileState, this.#toolbox.vocabulary());
        sink.file({ file: file.path, state: fileState, input: difference(input, before) });
      }
      if (stop) break;
    }
    if (view.shape === 'fold') view.seal?.(state, this.#toolbox.vocabulary());
    return { state, input, warnings, failed };
  }

  /** Where a query leaves most lines of a file out, they are not even decoded. */
  async #read(file: InputFile, part: Part, sink: ReadSink): Promise<AsyncGenerator<Batch>> {
    const options = readOptionsOf(this.#job, part, this.#toolbox.dates);
    const { filter } = this.#queries;
    if (filter === undefined || options.anchor === 'file' || !this.#skipsLines(file)) return readSnippets(file, options, sink);
    const how = { ...filter, figures: this.#showsFigures() };
    const { readCandidates } = await import('./read/candidates.js');
    const candidates = readCandidates(file, options, sink, how);
    return options.anchor === 'none' ? candidates : withAnchor(candidates, options.anchor.found);
  }

  #skipsLines(file: InputFile): boolean {
    if ((this.#job.input.inputFormat ?? file.format ?? 'txt') !== 'txt') return false;
    return this.#view.shape !== 'scan' || (this.#view.context?.(this.#job.options) ?? 0) === 0;
  }

  /** Whether the figures of the input show in what is printed. */
  #showsFigures(): boolean {
    const { format, options } = this.#job;
    const streams = format === 'lines' || format === 'csv' || format === 'tsv';
    return !streams || this.#view.shape === 'fold' || options.failIf !== undefined;
  }

  /** `true` when the view has seen enough. */
  #work(batch: readonly Snippet[], consume: Consumer, input: InputFigures): boolean {
    for (const snippet of batch) {
      const doc = this.#analyser.analyse(snippet);
      if (this.#analyser.nonNfc) input.nonNfc++;
      if (consume(snippet, doc)) return true;
    }
    return false;
  }
}

/** Takes a snippet and, where no query left it out, its annotations; `true` when the view has seen enough (a files view: of the file). */
type Consumer = (snippet: Snippet, doc: Doc | undefined) => boolean;

function consumer(view: View, state: unknown, options: Options, sink: RowSink, printed: { rows: number }): Consumer {
  return view.shape === 'scan' ? scanner(view, state, options, sink, printed) : folder(view, state, options);
}

function folder(view: FoldView | FilesView, state: unknown, options: Options): Consumer {
  const firstTells = view.shape === 'files' && view.firstTells?.(options) === true;
  return (_snippet, doc) => {
    if (doc === undefined) return false;
    view.add(state, doc, options);
    return firstTells;
  };
}

function scanner(view: ScanView, tally: unknown, options: Options, sink: RowSink, printed: { rows: number }): Consumer {
  const context = new ContextWindow(view.context?.(options) ?? 0);
  const stopAfter = view.stopAfter?.(options) ?? Number.POSITIVE_INFINITY;
  return (snippet, doc) => {
    if (doc === undefined) {
      const row = context.pass(snippet);
      if (row !== undefined) sink.rows([row]);
      return false;
    }
    const rows = view.rows(doc, options);
    view.count(tally, doc, rows, options);
    const before = context.match();
    if (before.length > 0) sink.rows(before);
    if (rows.length > 0) sink.rows(rows);
    sink.doc(doc);
    printed.rows += rows.length;
    return printed.rows >= stopAfter;
  };
}

/** An error as plain data, to cross a thread border. */
export function describe(error: NewsError): PartResult['failed'][number] {
  const { code, message, path, line, hint } = error;
  return { code, message, ...(path !== undefined && { path }), ...(line !== undefined && { line }), ...(hint !== undefined && { hint }) };
}

function difference(now: InputFigures, before: InputFigures): InputFigures {
  return {
    files: now.files - before.files,
    snippets: now.snippets - before.snippets,
    bytes: now.bytes - before.bytes,
    nonNfc: now.nonNfc - before.nonNfc,
    invalidUtf8: now.invalidUtf8 - before.invalidUtf8,
    skipped: now.skipped - before.skipped,
  };
}
