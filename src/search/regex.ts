import type { RE2JS } from 're2js';
import type { Hit } from '../model/doc.js';
import { NewsError } from '../model/news-error.js';
import { Cost, PlacedNode, type Subject } from './nodes.js';

let engine: typeof RE2JS | undefined;

/** Loads the engine, which few queries need and all would wait for. */
export async function loadRegexEngine(): Promise<void> {
  engine ??= (await import('re2js')).RE2JS;
}

/** A pattern in RE2's syntax, matched in linear time. Empty matches keep the snippet, but are no hits. */
export class RegexNode extends PlacedNode {
  readonly cost = Cost.Regex;
  readonly #pattern: RE2JS;
  readonly #label: string;

  /** @throws NewsError `QUERY` when it is no RE2 pattern. */
  constructor(source: string, column: number, caseSensitive: boolean) {
    super();
    this.#label = `/${source}/`;
    if (engine === undefined) throw new NewsError('INTERNAL', 'a pattern before prepareQuery');
    try {
      this.#pattern = engine.compile(source.normalize('NFC'), caseSensitive ? 0 : engine.CASE_INSENSITIVE);
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new NewsError('QUERY', `column ${column}: ${reason}`, {
        hint: 'patterns are those of RE2: no look-around, no back-references',
        cause,
      });
    }
  }

  override run(subject: Subject, hits: Hit[] | undefined): boolean {
    if (!this.#pattern.test(subject.text)) return false;
    if (hits !== undefined) for (const hit of this.find(subject)) hits.push(hit);
    return true;
  }

  find({ text }: Subject): readonly Hit[] {
    const hits: Hit[] = [];
    const matcher = this.#pattern.matcher(text);
    while (matcher.find()) {
      const start = matcher.start();
      const end = matcher.end();
      if (end > start) hits.push({ start, end, term: this.#label });
    }
    return hits;
  }
}
