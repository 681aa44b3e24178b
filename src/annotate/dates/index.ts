import type { DateMention, DateReference } from '../../model/date-mention.js';
import type { CodeSpan } from '../../model/snippet.js';
import { readDrafts } from './draft.js';
import type { Lexemes } from './lexeme.js';
import { lex, lexCodes } from './lexer.js';
import { toMentions } from './mention.js';
import { relate } from './relate.js';

const NONE: readonly DateMention[] = [];

/**
 * Every time expression of a text (NFC), ascending and without overlap, with its value against `reference`. Offsets are UTF-16
 * units of `text`. Linear in the text's length.
 */
export function findDates(text: string, reference: DateReference): readonly DateMention[] {
  return readMentions(lex(text), reference);
}

/** The same for a text as codes; it is asked for as a string only where it may hold a date. */
export function findDatesInCodes(codes: CodeSpan, source: { readonly text: string }, reference: DateReference): readonly DateMention[] {
  return readMentions(lexCodes(codes, source), reference);
}

function readMentions(lexemes: Lexemes | undefined, reference: DateReference): readonly DateMention[] {
  if (lexemes === undefined) return NONE;
  const drafts = readDrafts(lexemes);
  if (drafts.length === 0) return NONE;
  return toMentions(relate(drafts, lexemes), lexemes, reference);
}

/** The days that a text gives in full, day, month and year, as `YYYY-MM-DD`, in the order of the text. */
export function fullDates(text: string): readonly string[] {
  const days: string[] = [];
  const lexemes = HAS_YEAR.test(text) ? lex(text) : undefined;
  if (lexemes === undefined) return days;
  for (const { reading } of readDrafts(lexemes)) {
    if (reading.is !== 'when') continue;
    const { year, month, day, lunar, bc } = reading.when;
    if (year === undefined || month === undefined || day === undefined || lunar === true || bc === true) continue;
    days.push(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
  }
  return days;
}

const HAS_YEAR = /[12]\d{3}/;

/** The latest day in the commonest year among full dates (ties: the later year); `undefined` without any. */
export function anchorOf(dates: Iterable<string>): string | undefined {
  const years = new Map<string, { count: number; latest: string }>();
  for (const date of dates) {
    const year = date.slice(0, 4);
    const known = years.get(year);
    if (known === undefined) years.set(year, { count: 1, latest: date });
    else {
      known.count++;
      if (date > known.latest) known.latest = date;
    }
  }
  let best: { count: number; latest: string } | undefined;
  for (const one of years.values())
    if (best === undefined || one.count > best.count || (one.count === best.count && one.latest > best.latest)) best = one;
  return best?.latest;
}
