import type { OptionSpec } from '../../model/command.js';
import { choice, toggle } from '../options.js';

/** How words of a query are compared with words of the text. */
export const QUERY_OPTIONS: readonly OptionSpec[] = [
  choice('match', '--match <how>', 'marks: smart compares them where the query has them', ['smart', 'exact', 'fold'], 'smart'),
  toggle('caseSensitive', '--case-sensitive', 'compare upper and lower case too'),
  toggle('syllable', '--syllable', 'match whole syllables rather than whole words'),
  toggle('substring', '--substring', 'match anywhere, inside syllables too'),
];

/** What the help says of queries. */
export const QUERY_HELP = `Words are whole words: "an" does not find "an ninh". Words side by side are all wanted, in any order.
  "a phrase"   its syllables in order, only spaces between; signs as written
  AND OR NOT   also -x for NOT x; parentheses; NOT binds tightest, then NEAR, AND, OR
  a NEAR/5 b   at most 5 words between, in either order; punctuation is not counted
  kin*         words that begin so
  /re/         a pattern in RE2's syntax, on the text in NFC; neither marks nor words are looked at
  entity:"Donald Trump"  type:PER  date:2024-11  date:2024-01..2024-03  file:*.txt  source:VnExpress
A word with marks is compared with its marks; one without, that is only a word with marks added, without: trien khai finds
triển khai, Nga does not find ngã. Spelling variants (hòa = hoà, tỷ = tỉ) and NFC/NFD never matter.`;
