import type { Batch, ReadOptions } from './options.js';

/** Bytes of a file's text in which full dates are looked for. */
const LOOKED_AT = 1024 * 1024;

/** Gathers the full dates of the first mebibyte of text. */
export class AnchorFinder {
  readonly #findFullDates: (text: string) => readonly string[];
  readonly #anchorOf: (dates: Iterable<string>) => string | undefined;
  readonly #dates: string[] = [];
  #left = LOOKED_AT;

  constructor({ findFullDates, anchorOf }: ReadOptions) {
    this.#findFullDates = findFullDates ?? (() => []);
    this.#anchorOf = anchorOf ?? (() => undefined);
  }

  get done(): boolean {
    return this.#left <= 0;
  }

  add(batch: Batch): void {
    for (const { text } of batch) {
      if (this.done) return;
      this.#dates.push(...this.#findFullDates(text.length > this.#left ? text.slice(0, this.#left) : text));
      this.#left -= Buffer.byteLength(text);
    }
  }

  anchor(): string | undefined {
    return this.#anchorOf(this.#dates);
  }
}

/** The same snippets, with the anchor of their file. They are held back until it is known: for a mebibyte of text, or to the end. */
export async function* anchored(batches: AsyncIterable<Batch>, options: ReadOptions): AsyncGenerator<Batch> {
  const finder = new AnchorFinder(options);
  let held: Batch[] | undefined = [];
  let day: string | undefined;
  let failure: { readonly error: unknown } | undefined;
  const settle = (): Batch[] => {
    const ready = held ?? [];
    held = undefined;
    day = finder.anchor();
    for (const batch of ready) stamp(batch, day);
    return ready;
  };
  try {
    for await (const batch of batches) {
      if (held === undefined) {
        stamp(batch, day);
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
export async function* withAnchor(batches: AsyncIterable<Batch>, day: string | undefined): AsyncGenerator<Batch> {
  for await (const batch of batches) {
    stamp(batch, day);
    yield batch;
  }
}

/** In place: the snippets are the reader's own until they are handed on. */
function stamp(batch: Batch, anchor: string | undefined): void {
  if (anchor === undefined) return;
  for (const snippet of batch as readonly Stamped[]) snippet.anchor = anchor;
}

type Stamped = { anchor?: string };
