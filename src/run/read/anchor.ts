import type { Anchor } from '../../model/snippet.js';
import type { Batch, ReadOptions } from './options.js';

/** Bytes of a file's text in which full dates are looked for. */
const LOOKED_AT = 1024 * 1024;

/** Gathers the full dates of the first mebibyte of text. */
export class AnchorFinder {
  readonly #findFullDates: (text: string) => readonly string[];
  readonly #anchorOf: (dates: Iterable<string>) => string | undefined;
  readonly #dates: string[] = [];
  /** Where each day was first given. */
  readonly #lines = new Map<string, number>();
  #left = LOOKED_AT;

  constructor({ findFullDates, anchorOf }: ReadOptions) {
    this.#findFullDates = findFullDates ?? (() => []);
    this.#anchorOf = anchorOf ?? (() => undefined);
  }

  get done(): boolean {
    return this.#left <= 0;
  }

  add(batch: Batch): void {
    for (const { text, line } of batch) {
      if (this.done) return;
      for (const day of this.#findFullDates(text.length > this.#left ? text.slice(0, this.#left) : text)) {
        this.#dates.push(day);
        if (!this.#lines.has(day)) this.#lines.set(day, line);
      }
      this.#left -= Buffer.byteLength(text);
    }
  }

  anchor(): Anchor | undefined {
    const day = this.#anchorOf(this.#dates);
    return day === undefined ? undefined : { day, line: this.#lines.get(day)! };
  }
}

/** The same snippets, with the anchor of their file. They are held back until it is known: for a mebibyte of text, or to the end. */
export async function* anchored(batches: AsyncIterable<Batch>, options: ReadOptions): AsyncGenerator<Batch> {
  const finder = new AnchorFinder(options);
  let held: Batch[] | undefined = [];
  let anchor: Anchor | undefined;
  let failure: { readonly error: unknown } | undefined;
  const settle = (): Batch[] => {
    const ready = held ?? [];
    held = undefined;
    anchor = finder.anchor();
    for (const batch of ready) stamp(batch, anchor);
    return ready;
  };
  try {
    for await (const batch of batches) {
      if (held === undefined) {
        stamp(batch, anchor);
        yield batch;
        continue;
      }
      held.push(batch);
      finder.add(batch);
      if (finder.done) yield* settle();
    }
  } catch (error) {
    failure = { error };
  }
  if (held !== undefined) yield* settle();
  if (failure) throw failure.error;
}

/** Every snippet with a known anchor. */
export async function* withAnchor(batches: AsyncIterable<Batch>, anchor: Anchor | undefined): AsyncGenerator<Batch> {
  for await (const batch of batches) {
    stamp(batch, anchor);
    yield batch;
  }
}

/** In place: the snippets are the reader's own until they are handed on. */
function stamp(batch: Batch, anchor: Anchor | undefined): void {
  if (anchor === undefined) return;
  for (const snippet of batch as readonly Stamped[]) snippet.anchor = anchor;
}

type Stamped = { anchor?: Anchor };
