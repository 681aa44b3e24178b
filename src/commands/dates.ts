import { PERIOD_UNITS, type PeriodUnit, periodOfRange, periodsBetween } from '../aggregate/series.js';
import { compareCodePoints } from '../model/code-points.js';
import { type Command, defineFold, defineScan, type OptionSpec, type Options } from '../model/command.js';
import { DATE_TYPES, type DateMention } from '../model/date-mention.js';
import type { Doc } from '../model/doc.js';
import { NewsError } from '../model/news-error.js';
import type { JsonObject, Row } from '../model/report.js';
import type { Snippet } from '../model/snippet.js';
import { dayRange } from '../search/day-range.js';
import { spelled } from '../text/codes.js';
import { choice, choiceList, toggle } from './options.js';

const FORMATS = ['table', 'json', 'ndjson', 'csv', 'tsv', 'markdown'] as const;
const integer: JsonObject = { type: 'integer', minimum: 0 };
const day: JsonObject = { type: ['string', 'null'], pattern: '^\\d{4}-\\d{2}-\\d{2}$' };

interface ListTally {
  mentions: number;
  resolved: number;
  unresolved: number;
  first: string | null;
  last: string | null;
}

/** Every time expression with its place and value. */
const list = defineScan<ListTally>({
  id: 'dates/1',
  when: options => options.groupBy === undefined,
  needs: () => ['dates'],
  formats: FORMATS,
  record: 'date',
  columns: [
    { key: 'file', kind: 'text' },
    { key: 'line', kind: 'position' },
    { key: 'id', kind: 'text', optional: true },
    { key: 'start', kind: 'position' },
    { key: 'end', kind: 'position' },
    { key: 'text', kind: 'text' },
    { key: 'type', kind: 'text', schema: { enum: DATE_TYPES } },
    { key: 'value', kind: 'text' },
    { key: 'from', kind: 'text', nullable: true },
    { key: 'to', kind: 'text', nullable: true },
    { key: 'implied', kind: 'list', schema: { type: 'array', items: { enum: ['year', 'month', 'day'] } } },
    { key: 'rule', kind: 'text' },
    { key: 'mod', kind: 'text', optional: true, schema: { enum: ['START', 'MID', 'END'] } },
    { key: 'lunar', kind: 'text', optional: true },
    { key: 'vague', kind: 'flag', optional: true },
  ],
  screen: [
    { label: '', kind: 'place', key: 'file', tone: 'dim', cut: 'start' },
    { label: '', kind: 'text', key: 'text', tone: 'match', cut: 'end' },
    { label: '', kind: 'text', key: 'value', tone: 'strong' },
    { label: '', kind: 'text', key: 'note', tone: 'dim', cut: 'end', optional: true },
  ],
  present: (row, options) => ({ ...row, note: note(row, options) }),
  figures: { resolved: integer, unresolved: integer, first: day, last: day },
  rows: (doc, options) => (doc.dates.length === 0 ? NO_ROWS : kept(doc.dates, options).map(mention => dateRow(doc, mention, options))),
  init: () => ({ mentions: 0, resolved: 0, unresolved: 0, first: null, last: null }),
  count: (tally, _doc, rows) => {
    for (const { type, from, to } of rows as readonly { type?: string; from?: string | null; to?: string | null }[]) {
      tally.mentions++;
      if (type !== 'DATE' && type !== 'TIME') continue;
      if (from == null) tally.unresolved++;
      else {
        tally.resolved++;
        if (tally.first === null || from < tally.first) tally.first = from;
        if (to != null && (tally.last === null || to > tally.last)) tally.last = to;
      }
    }
  },
  merge: (a, b) => ({
    mentions: a.mentions + b.mentions,
    resolved: a.resolved + b.resolved,
    unresolved: a.unresolved + b.unresolved,
    first: a.first === null || (b.first !== null && b.first < a.first) ? b.first : a.first,
    last: a.last === null || (b.last !== null && b.last > a.last) ? b.last : a.last,
  }),
  finish: ({ mentions, resolved, unresolved, first, last }, options) => {
    const top = (options.top as number | undefined) ?? 0;
    return {
      figures: { resolved, unresolved, first, last },
      total: mentions,
      ...(top > 0 && top < mentions && { footer: [{ value: `${top} of ${mentions} expressions`, kind: 'text', label: '' }] }),
    };
  },
});

interface TimelineState {
  /** Mentions, and snippets with a mention, by the first day of their period. */
  counts: Map<string, { count: number; snippets: number }>;
  coarser: number;
  unresolved: number;
}

/** How many expressions each period of the calendar holds. Only dates and times count: amounts and what recurs have no place in time. */
const timeline = defineFold<TimelineState>({
  id: 'dates.timeline/1',
  when: options => options.groupBy !== undefined,
  needs: () => ['dates'],
  formats: FORMATS,
  record: 'period',
  columns: [
    { key: 'period', kind: 'text' },
    { key: 'from', kind: 'text' },
    { key: 'to', kind: 'text' },
    { key: 'count', kind: 'count' },
    { key: 'snippets', kind: 'count' },
  ],
  screen: [
    { label: '', kind: 'text', key: 'period' },
    { label: '', kind: 'count', key: 'count' },
    { label: '', kind: 'bar', key: 'bar' },
  ],
  present: row => ({ ...row, bar: row.count }),
  figures: { coarser: integer, unresolved: integer },
  init: () => ({ counts: new Map(), coarser: 0, unresolved: 0 }),
  add: (state, doc, options) => {
    const unit = options.groupBy as PeriodUnit;
    const periods = new Set<string>();
    for (const mention of kept(doc.dates, options)) {
      if (mention.type !== 'DATE' && mention.type !== 'TIME') continue;
      if (mention.from === null || mention.to === null) {
        state.unresolved++;
        continue;
      }
      const period = periodOfRange(mention.from, mention.to, unit);
      if (period === undefined) {
        state.coarser++;
        continue;
      }
      bump(state.counts, period.from, 1, periods.has(period.from) ? 0 : 1);
      periods.add(period.from);
    }
  },
  merge: (a, b) => {
    for (const [period, { count, snippets }] of b.counts) bump(a.counts, period, count, snippets);
    a.coarser += b.coarser;
    a.unresolved += b.unresolved;
    return a;
  },
  finish: ({ counts, coarser, unresolved }, options) => {
    const days = [...counts.keys()].sort(compareCodePoints);
    const periods = days.length === 0 ? [] : periodsBetween(days[0]!, days.at(-1)!, options.groupBy as PeriodUnit);
    const rows = periods.map(({ period, from, to }): Row => {
      const { count, snippets } = counts.get(from) ?? { count: 0, snippets: 0 };
      return { record: 'period', period, from, to, count, snippets };
    });
    return {
      figures: { coarser, unresolved },
      total: rows.length,
      rows,
      ...(coarser + unresolved > 0 && {
        footer: [
          { value: coarser, kind: 'count', label: 'longer than a period' },
          { value: unresolved, kind: 'count', label: 'unresolved' },
        ],
      }),
    };
  },
});

export const dates: Command = {
  name: 'dates',
  summary: 'when: every time expression with its value',
  description:
    'Dates, times, amounts of time and what recurs, with TIMEX3 values. Relative expressions and missing years are read from the date field of a snippet, ' +
    'else from --ref-date; without either only a missing year is filled in, from the full dates of the file.',
  examples: [
    'newscli dates news.txt --ref-date 2024-12-05',
    'newscli dates news/ --group-by month',
    'newscli dates news/ --since 2024-11 --until 2024-12 --type DATE --json',
  ],
  takesQuery: false,
  options: [
    choiceList('type', '--type <types>', 'only these types', DATE_TYPES, word => word.toUpperCase()),
    edge('since', '--since <day>', 'only what ends on or after this day, month or year'),
    edge('until', '--until <day>', 'only what begins on or before this day, month or year'),
    toggle('unresolved', '--unresolved', 'only dates and times whose day is not known'),
    choice('groupBy', '--group-by <period>', 'a timeline: how many expressions each period holds', PERIOD_UNITS),
  ],
  views: [timeline, list],
};

/** A day, month or year of the calendar. */
function edge(key: string, flags: string, help: string): OptionSpec {
  return {
    key,
    flags,
    help,
    inParams: true,
    parse: raw => {
      if (raw.includes('..') || dayRange(raw) === undefined) {
        throw new NewsError('USAGE', `--${key} takes a day, month or year as YYYY-MM-DD, YYYY-MM or YYYY, not "${raw}"`);
      }
      return raw;
    },
  };
}

/** The mentions that pass the filters; one that has no place in time overlaps nothing. */
function kept(mentions: readonly DateMention[], { type: types, since: first, until: last, unresolved }: Options): readonly DateMention[] {
  if (types === undefined && first === undefined && last === undefined && unresolved !== true) return mentions;
  const since = first === undefined ? undefined : dayRange(first as string)!.from;
  const until = last === undefined ? undefined : dayRange(last as string)!.to;
  return mentions.filter(({ type, from, to }) => {
    if (types !== undefined && !(types as readonly string[]).includes(type)) return false;
    if (unresolved === true && (from !== null || (type !== 'DATE' && type !== 'TIME'))) return false;
    if (since === undefined && until === undefined) return true;
    if (from === null && to === null) return false;
    return (since === undefined || to === null || to >= since) && (until === undefined || from === null || from <= until);
  });
}

const NO_ROWS: readonly Row[] = [];

/** All rows have the same keys, since writers are faster over one shape; those without a value are left out in print. */
function dateRow(
  { snippet }: Doc,
  { start, end, type, value, from, to, implied, rule, mod, lunar, vague }: DateMention,
  { format }: Options,
): Row {
  // Only a screen names the line that gave the year.
  const drawn = format === 'table' || format === 'markdown';
  const { file, line, id } = snippet;
  return {
    record: 'date',
    file,
    line,
    id,
    start,
    end,
    text: textOf(snippet, start, end),
    type,
    value,
    from,
    to,
    implied,
    rule,
    mod,
    lunar,
    vague,
    yearFrom: drawn && rule.endsWith(FROM_FILE) ? snippet.anchor?.line : undefined,
  };
}

/** A stretch of a snippet's text. Where the text is there as codes, no string is made of the rest. */
function textOf(snippet: Snippet, start: number, end: number): string {
  const { normalCodes } = snippet;
  if (normalCodes === undefined) return snippet.text.slice(start, end);
  return spelled(normalCodes.codes, normalCodes.start + start, normalCodes.start + end);
}

/** Ends the rule of a day whose year the file gave. */
const FROM_FILE = '+file-year';

/** Where a value comes from, when it is not in the text: `year from :17`, `reference 2024-12-05`. */
function note(row: Row, options: Options): string {
  const notes: string[] = [];
  if (typeof row.mod === 'string') notes.push(MODS[row.mod]!);
  if (typeof row.lunar === 'string') notes.push(`lunar ${row.lunar.slice(1)}`);
  if (row.yearFrom !== undefined) notes.push(`year from :${row.yearFrom}`);
  else if (row.from !== null && (row.implied as readonly string[]).length > 0) {
    const { refDate } = options as { refDate?: string };
    notes.push(refDate === undefined || refDate === 'none' ? 'from its date' : `reference ${refDate}`);
  }
  return notes.join(', ');
}

const MODS: Readonly<Record<string, string>> = { START: 'beginning', MID: 'middle', END: 'end' };

function bump(counts: TimelineState['counts'], period: string, count: number, snippets: number): void {
  const known = counts.get(period);
  if (known === undefined) counts.set(period, { count, snippets });
  else {
    known.count += count;
    known.snippets += snippets;
  }
}
