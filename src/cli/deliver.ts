import type { Format, Options, View } from '../model/command.js';
import type { Envelope, Outcome, Row } from '../model/report.js';
import { type Printed, type RenderContext, type Renderer, rendererFor, type Screen, showControls } from '../render/index.js';
import type { Delivery, RowRenderer } from '../run/collect.js';
import { TextBuffer } from '../run/text-buffer.js';
import type { Output } from './output.js';

/** Rows that are rendered at once: encoders work faster on many, and garbage collectors on few. */
const ROWS_AT_ONCE = 128;
/** No more is rendered while so many bytes wait to be printed. */
const ROOM = 1 << 22;
const NEWLINE = 0x0a;

/** Renders rows as they come and hands them to the output; the text begins with the first file that could be read. */
export class Printer implements Delivery {
  readonly renderer: Renderer;
  readonly context: RenderContext;
  readonly #output: Output;
  #opened = false;
  readonly #silent: boolean;
  /** How many lines may still come as bytes: where `--top` cuts rows, they come as rows. */
  #lines: number;
  #rows: Row[] = [];
  /** Of the rows that are being rendered. */
  #parts: Iterator<Printed> | undefined;
  #previous: Row | undefined;
  readonly #pending = new TextBuffer();

  constructor(renderer: Renderer, context: RenderContext, output: Output) {
    this.renderer = renderer;
    this.context = context;
    this.#output = output;
    this.#silent = context.options.silent === true;
    this.#lines = (context.options.top as number | undefined) || Number.POSITIVE_INFINITY;
  }

  static async create(view: View, format: Format, options: Options, screen: Screen, output: Output, version: string): Promise<Printer> {
    const context: RenderContext = {
      view,
      options,
      screen,
      guard: options.noGuard !== true,
      summary: options.noSummary !== true,
      tool: { name: 'newscli', version },
    };
    return new Printer(await rendererFor(format, screen.colour), context, output);
  }

  /** Nothing is printed before the end. */
  get whole(): boolean {
    return this.renderer.shape === 'whole';
  }

  get render(): RowRenderer | undefined {
    const { renderer, context } = this;
    return renderer.shape === 'stream' ? rows => renderer.rows(rows, context) : undefined;
  }

  /** What a worker needs to render rows; plain data. */
  get portableContext(): Omit<RenderContext, 'view'> {
    const { view, ...portable } = this.context;
    return portable;
  }

  rows(rows: readonly Row[]): void {
    this.#open();
    for (const row of rows) this.#rows.push(row);
    if (this.#rows.length >= ROWS_AT_ONCE) this.#render(ROOM);
  }

  bytes(bytes: Uint8Array): void {
    this.#open();
    this.#render(Number.POSITIVE_INFINITY);
    const { options, screen } = this.context;
    // What the work itself joined with underscores has seen no renderer.
    const raw = screen.terminal && options.format === 'underscore';
    const kept = this.#firstLines(bytes);
    this.#pending.add(raw ? showControls(new TextDecoder().decode(kept)) : kept);
  }

  #firstLines(bytes: Uint8Array): Uint8Array {
    if (this.#lines === Number.POSITIVE_INFINITY) return bytes;
    let end = 0;
    for (; this.#lines > 0 && end < bytes.length; this.#lines--) end = bytes.indexOf(NEWLINE, end) + 1;
    return bytes.subarray(0, end);
  }

  async drained(): Promise<boolean> {
    do {
      this.#render(ROOM);
      const text = this.#pending.take();
      if (!this.#silent && text.length > 0) await this.#output.write(text);
    } while ((this.#parts !== undefined || this.#rows.length > 0) && !this.#output.closed);
    return this.#output.closed;
  }

  /** Prints what is left, and ends the output. */
  async finish(outcome: Outcome, envelope: Envelope): Promise<void> {
    if (this.#silent) this.#pending.take();
    else if (this.renderer.shape === 'whole') {
      for await (const text of this.renderer.render(outcome, envelope, this.context)) await this.#output.write(text);
    } else {
      this.#open();
      this.rows(outcome.rows);
      await this.drained();
      this.#pending.add(this.renderer.close(outcome, envelope, this.context));
      await this.drained();
    }
    await this.#output.close();
  }

  /** Renders the rows that came, until `room` bytes wait to be printed. */
  #render(room: number): void {
    while (this.#pending.length < room) {
      this.#parts ??= this.#begun();
      if (this.#parts === undefined) return;
      const { done, value } = this.#parts.next();
      if (done === true) this.#parts = undefined;
      else this.#pending.add(value);
    }
  }

  #begun(): Iterator<Printed> | undefined {
    const rows = this.#rows;
    if (this.renderer.shape !== 'stream' || rows.length === 0) return undefined;
    const context = this.#previous === undefined ? this.context : { ...this.context, previous: this.#previous };
    this.#previous = rows.at(-1);
    this.#rows = [];
    return this.renderer.rows(rows, context)[Symbol.iterator]();
  }

  #open(): void {
    if (this.#opened || this.renderer.shape !== 'stream') return;
    this.#opened = true;
    this.#pending.add(this.renderer.open(this.context.view, this.context));
  }
}
