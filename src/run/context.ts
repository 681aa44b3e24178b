import type { Row } from '../model/report.js';
import type { Snippet } from '../model/snippet.js';

/** The snippets around matches, as rows of record `context`: each once, in order. */
export class ContextWindow {
  readonly #size: number;
  #before: Snippet[] = [];
  #after = 0;

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
      if (this.#before.length > this.#size) this.#before.shift();
    }
    return undefined;
  }

  /** A snippet that matched; the rows to print before it. */
  match(snippet: Snippet): readonly Row[] {
    const rows = this.#before.filter(({ file }) => file === snippet.file).map(contextRow);
    this.#before = [];
    this.#after = this.#size;
    return rows;
  }
}

function contextRow({ file, line, text }: Snippet): Row {
  return { record: 'context', file, line, text };
}
