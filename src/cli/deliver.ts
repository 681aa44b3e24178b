import type { Format, Options, View } from '../model/command.js';
import type { Envelope, Outcome, Row } from '../model/report.js';
import { encodedRows, type RenderContext, type Renderer, rendererFor, type Screen, showControls } from '../render/index.js';
import type { Delivery, RowRenderer } from '../run/collect.js';
import { TextBuffer } from '../run/text-buffer.js';
import type { Output } from './output.js';

/** Rows that are rendered at once: encoders work faster on many, and garbage collectors on few. */
const ROWS_AT_ONCE = 128;

/** Renders rows as they come and hands them to the output; the text begins with the first file that could be read. */
export class Printer implements Delivery {
  readonly renderer: Renderer;
  readonly context: RenderContext;
  readonly #output: Output;
  #opened = false;
  readonly #silent: boolean;
  #rows: Row[] = [];
  #previous: Row | undefined;
  readonly #pending = new TextBuffer();

  constructor(renderer: Renderer, context: RenderContext, output: Output) {
    this.renderer = renderer;
    this.context = context;
    this.#output = output;
    this.#silent = context.options.silent === true;
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
    return renderer.shape === 'stream' ? rows => encodedRows(renderer, rows, context) : undefined;
  }

  /** What a worker needs to render rows; plain data. */
  get portableContext(): Omit<RenderContext, 'view'> {
    const { view, ...portable } = this.context;
    return portable;
  }

  rows(rows: readonly Row[]): void {
    this.#open();
    for (const row of rows) this.#rows.push(row);
    if (this.#rows.length >= ROWS_AT_ONCE) this.#render();
  }

  bytes(bytes: Uint8Array): void {
    this.#open();
    this.#render();
    const { options, screen } = this.context;
    // What the work itself joined with underscores has seen no renderer.
    const raw = screen.terminal && options.format === 'underscore';
    this.#pending.add(raw ? showControls(new TextDecoder().decode(bytes)) : bytes);
  }

  async drained(): Promise<boolean> {
    this.#render();
    const text = this.#pending.take();
    if (!this.#silent && text.length > 0) await this.#output.write(text);
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
      this.#render();
      this.#pending.add(this.renderer.close(outcome, envelope, this.context));
      await this.drained();
    }
    await this.#output.close();
  }

  #render(): void {
    const rows = this.#rows;
    if (this.renderer.shape !== 'stream' || rows.length === 0) return;
    const context = this.#previous === undefined ? this.context : { ...this.context, previous: this.#previous };
    this.#pending.add(encodedRows(this.renderer, rows, context));
    this.#previous = rows.at(-1);
    this.#rows = [];
  }

  #open(): void {
    if (this.#opened || this.renderer.shape !== 'stream') return;
    this.#opened = true;
    this.#pending.add(this.renderer.open(this.context.view, this.context));
  }
}
