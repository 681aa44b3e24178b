import { Counts, KeyTable } from './counter.js';
import { type Corpus, Info } from './words-corpus.js';

/** A pair is settled when the reference has it so often, and always the same way. */
const SETTLED = 2;

/** Pairs of syllables that reference texts always join, or never. */
export class Harmony {
  readonly #pairs = new KeyTable();
  readonly #gaps = new Counts();
  readonly #joins = new Counts();

  constructor(references: readonly Corpus[]) {
    for (const { id, info, length } of references) {
      for (let i = 0; i + 1 < length; i++) {
        if ((info[i]! & Info.Gap) === 0) continue;
        const pair = this.#pairs.add((id[i]! << 16) | id[i + 1]!);
        this.#gaps.add(pair, 1);
        if (info[i]! & Info.Joined) this.#joins.add(pair, 1);
      }
    }
  }

  /**
   * Brings another school's text into line: words of two syllables that the references always split are split, neighbours that
   * they always join are joined. Longer words stay. Returns how many gaps were changed.
   */
  apply(corpus: Corpus): number {
    const { id, info } = corpus;
    let changed = 0;
    for (let i = 1; i + 1 < corpus.length; i++) {
      if ((info[i]! & Info.Gap) === 0 || ((info[i - 1]! | info[i + 1]!) & Info.Joined) !== 0) continue;
      const pair = this.#pairs.find((id[i]! << 16) | id[i + 1]!);
      const gaps = this.#gaps.get(pair);
      if (pair === 0 || gaps < SETTLED) continue;
      const joins = this.#joins.get(pair);
      if (joins !== 0 && joins !== gaps) continue;
      if (((info[i]! & Info.Joined) !== 0) === joins > 0) continue;
      info[i]! ^= Info.Joined;
      changed++;
    }
    return changed;
  }
}
