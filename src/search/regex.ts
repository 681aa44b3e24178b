import type { RE2JS } from 're2js';
import type { Hit } from '../model/doc.js';
import { NewsError } from '../model/news-error.js';
import { Cost, PlacedNode, type Subject } from './nodes.js';
import { RegexAutomaton } from './regex-automaton.js';

let engine: typeof RE2JS | undefined;

/** Loads the engine, which few queries need and all would wait for. */
export async function loadRegexEngine(): Promise<void> {
  engine ??= (await import('re2js')).RE2JS;
}

/** @throws NewsError `QUERY` when it is no RE2 pattern. */
export function compilePattern(source: string, column: number, caseSensitive: boolean): RE2JS {
  if (engine === undefined) throw new NewsError('INTERNAL', 'a pattern before prepareQuery');
  try {
    return engine.compile(source.normalize('NFC'), caseSensitive ? 0 : engine.CASE_INSENSITIVE);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new NewsError('QUERY', `column ${column}: ${reason}`, {
      hint: 'patterns are those of RE2: no look-around, no back-references',
      cause,
    });
  }
}

/** A pattern in RE2's syntax, matched in linear time. Empty matches keep the snippet, but are no hits. */
export class RegexNode extends PlacedNode {
  readonly cost = Cost.Regex;
  readonly #pattern: RE2JS;
  readonly #automaton: RegexAutomaton | undefined;
  readonly #label: string;

  constructor(pattern: RE2JS, source: string) {
    super();
    this.#pattern = pattern;
    this.#automaton = RegexAutomaton.of(pattern);
    this.#label = `/${source}/`;
  }

  override run(subject: Subject, hits: Hit[] | undefined): boolean {
    if (!(this.#automaton?.test(subject.text) ?? this.#pattern.test(subject.text))) return false;
    if (hits !== undefined) for (const hit of this.find(subject)) hits.push(hit);
    return true;
  }

  find({ text }: Subject): readonly Hit[] {
    const hits: Hit[] = [];
    const matcher = this.#pattern.matcher(text);
    for (let from = 0; from <= text.length; ) {
      // The engine is slow: it is shown no more than it has to see.
      const likely = this.#automaton?.seek(text, from) ?? from;
      if (likely < 0 || !matcher.find(likely)) break;
      const start = matcher.start();
      const end = matcher.end();
      if (end > start) hits.push({ start, end, term: this.#label });
      from = end > start ? end : end + (text.codePointAt(end)! > 0xffff ? 2 : 1);
    }
    return hits;
  }
}
