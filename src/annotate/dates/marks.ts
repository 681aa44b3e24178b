import { UNIT, UNITS } from './characters.js';
import { KIND } from './lexeme.js';

const BEHIND_MARKS = UNITS.lastIndexOf(UNIT.Punct) + 1;

/** The kind of a lexeme that is a punctuation mark, by its UTF-16 unit; a tight one has no space on either side. */
export const LOOSE_MARK = new Uint8Array(BEHIND_MARKS).fill(KIND.Symbol);
set('/', KIND.SlashLoose);
set('-‐‑‒–—', KIND.DashLoose);
set('.:;!?\n…', KIND.Stop);
set(',', KIND.Comma);
set('([', KIND.Open);
set(')]', KIND.Close);
set('%', KIND.Percent);
set('"\'‘’“”«»', KIND.Quote);

export const TIGHT_MARK = LOOSE_MARK.slice();
set('/', KIND.Slash, TIGHT_MARK);
set('-‐‑‒–—', KIND.Dash, TIGHT_MARK);
set('.', KIND.Dot, TIGHT_MARK);
set(',', KIND.CommaTight, TIGHT_MARK);
set(':', KIND.Colon, TIGHT_MARK);

function set(marks: string, kind: number, table = LOOSE_MARK): void {
  for (let i = 0; i < marks.length; i++) table[marks.charCodeAt(i)] = kind;
}
