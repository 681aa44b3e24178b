import type { DateMention } from './date-mention.js';
import type { Hit } from './doc.js';
import type { Mention } from './mention.js';
import type { NormalText } from './normal-text.js';
import type { Snippet } from './snippet.js';
import type { Tokens } from './tokens.js';

/**
 * One snippet while it is analysed. Each layer is computed at its first use; **every offset is an offset into `normal.text`**.
 * `run/analyse.ts` turns it into a `Doc`, whose offsets are those of the original text.
 */
export interface Analysis {
  readonly snippet: Snippet;
  readonly normal: NormalText;
  tokens(): Tokens;
  entities(): readonly Mention[];
  dates(): readonly DateMention[];
}

/** A query made ready to run. One parser and one matcher serve `search`, `concordance` and `--where`. */
export interface Matcher {
  /** Whether the snippet matches; its hits are appended to `hits`, ascending, in offsets of `normal.text`. */
  matches(analysis: Analysis, hits: Hit[]): boolean;
  /** How the query was read, for `params.parsed`. */
  readonly parsed: string;
}
