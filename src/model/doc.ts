import type { DateMention } from './date-mention.js';
import type { EntityType, Mention } from './mention.js';
import type { Snippet } from './snippet.js';
import type { Span } from './span.js';
import type { Sentences, Tokens, Vocabulary } from './tokens.js';

/**
 * What a view may ask to be computed. `forms` fills `Tokens.form` and its like too; `normal` gives the NFC text; `identities` names
 * each entity by its snippet and the tables.
 * A layer that nobody asked for is empty, and costs nothing.
 */
export type Layer = 'normal' | 'tokens' | 'forms' | 'sentences' | 'entities' | 'identities' | 'dates';

/** Who a mention is, as far as one snippet and the tables can tell. */
export interface Identity {
  readonly entity: string;
  readonly type: EntityType;
}

/** Where a query matched, and what was found there. */
export interface Hit extends Span {
  /** The word of the query in normal form; hits of one word share it. */
  readonly term: string;
}

/**
 * A snippet with its annotations; every offset is an offset into `snippet.text`. The object and its columns are reused for the
 * next snippet: a view that keeps something copies it.
 */
export interface Doc {
  readonly snippet: Snippet;
  /** NFC text without zero-width characters (layer `normal`). */
  readonly normal: string;
  readonly nonNfc: boolean;
  readonly zeroWidth: boolean;
  readonly eth: boolean;
  readonly tokens: Tokens;
  readonly vocabulary: Vocabulary;
  readonly sentences: Sentences;
  readonly entities: readonly Mention[];
  /** One for each of `entities` (layer `identities`). */
  readonly identities: readonly Identity[];
  readonly dates: readonly DateMention[];
  /** Hits of the command's query, ascending; the snippet already matched. Empty without a query. */
  readonly hits: readonly Hit[];
}
