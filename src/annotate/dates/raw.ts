import { type Columns, createColumns } from './lexeme.js';

/**
 * The kinds of what a scan finds: known syllables (by id), runs of digits and punctuation marks (by UTF-16 unit), and the text's
 * end. Other words are not kept; `Behind` is added to the kind of what follows them.
 */
export const Raw = { End: 0, Syllable: 1, Digits: 2, Punct: 3, Behind: 4 } as const;

/** Where the scanner puts what it finds; reused from text to text. */
export const raw: Columns = createColumns();
