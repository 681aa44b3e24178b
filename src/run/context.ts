import type { Row } from '../model/report.js';
import type { Snippet } from '../model/snippet.js';

/** Stands for the snippets between two groups of one file. */
const GAP: Row = { record: 'gap' };

/** The snippets around the matches of one file, as rows of record `context`: each once, in order, with a `gap` between groups that do not touch. */
export class ContextWindow {
  readonly #size: number;
  #before: Snippet[] = [];
  #after = 0;
  #began = false;
  #passedOver = false;

  constructor(size: number) {
    this.#size = size;
  }

  /** A snippet that did not match; its row when it follows a match closely enough. */
  pass(snippet: Snippet): Row | undefined {
    if (this.#after > 0) {
      this.#after--;
      return contextRow(snippet);
    }
    if (this.#size > 0) {
      this.#before.push(snippet);
      if (this.#before.length > this.#size) {
        this.#before.shift();
        this.#passedOver = true;
      }
    }
    return undefined;
  }

  /** A snippet that matched; the rows to print before it. */
  match(): readonly Row[] {
    const rows = this.#before.map(contextRow);
    const gap = this.#began && this.#passedOver;
    this.#before = [];
    this.#after = this.#size;
    this.#began = true;
    this.#passedOver = false;
    return gap ? [GAP, ...rows] : rows;
  }
}

function contextRow({ file, line, text }: Snippet): Row {
  return { record: 'context', file, line, text };
}
