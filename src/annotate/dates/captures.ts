/** What patterns hand to readers, by name. */
export const CAPTURES = [
  // numbers
  'count',
  'more',
  'fraction',
  'half',
  'less',
  'five',
  'number',
  'unit',
  'finer',
  'mark',
  // of a clock and of a day
  'hour',
  'minute',
  'second',
  'clock',
  'part',
  'eve',
  'day',
  'weekday',
  'sunday',
  'date',
  'lunar',
  // longer
  'week',
  'month',
  'may',
  'quarter',
  'season',
  'year',
  'cycle',
  'century',
  'bc',
  'period',
  // which one
  'which',
  'near',
  'side',
  'before',
  'after',
  'start',
  'mid',
  'end',
  // the ends of a range
  'range',
  'first',
  'firstMonth',
  'firstYear',
  'last',
] as const;

export type CaptureName = (typeof CAPTURES)[number];
export type Captures<T> = Readonly<Record<CaptureName, T | undefined>>;

/** Captures that are all `undefined`. One such object serves all matches of a table, so that every reader sees one shape. */
export function blankCaptures<T>(): { -readonly [Name in CaptureName]: T | undefined } {
  return Object.fromEntries(CAPTURES.map(name => [name, undefined])) as { -readonly [Name in CaptureName]: T | undefined };
}
