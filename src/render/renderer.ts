import type { Options, View } from '../model/command.js';
import type { Envelope, Outcome, Row } from '../model/report.js';

/** Where the text goes. */
export interface Screen {
  /** In columns; `Infinity` in a pipe or file, where nothing is cut or wrapped. */
  readonly width: number;
  readonly colour: boolean;
  readonly terminal: boolean;
  /** The terminal follows OSC 8 links. */
  readonly links: boolean;
  /** Absolute path that relative file names start from; without it only absolute names become links. */
  readonly folder?: string;
}

export interface RenderContext {
  readonly view: View;
  readonly options: Options;
  readonly screen: Screen;
  /** csv: cells that a spreadsheet would run get a leading `'`. */
  readonly guard: boolean;
  /** ndjson: the last line is the summary. */
  readonly summary: boolean;
  readonly tool: { readonly name: string; readonly version: string };
  /** lines: the last row of the part before, so that `--` between files is right at the seam. */
  readonly previous?: Row;
}

/** Text, or UTF-8 that is good until more is asked for. */
export type Printed = string | Uint8Array;

/**
 * A format that prints rows as they come. The text of a part is a function of its rows alone (and of `previous`), so that
 * worker threads render their own. The rows of a fold come as one part before `close`.
 */
export interface StreamRenderer {
  readonly shape: 'stream';
  open(view: View, context: RenderContext): string;
  rows(rows: readonly Row[], context: RenderContext): Iterable<Printed>;
  close(outcome: Outcome, envelope: Envelope, context: RenderContext): string;
}

/** A format that needs everything before it can print; its text comes in parts of about 64 KB. */
export interface WholeRenderer {
  readonly shape: 'whole';
  render(outcome: Outcome, envelope: Envelope, context: RenderContext): Iterable<Printed> | AsyncIterable<Printed>;
}

export type Renderer = StreamRenderer | WholeRenderer;

/** Parts of a whole renderer are about this long, in UTF-16 units. */
export const PART_LENGTH = 1 << 16;
