/**
 * The kinds of date lexemes, and of the readings that rules make of them: rule patterns are written in these names.
 * Words that no rule speaks of are `Other`, whatever they are.
 */
export const KINDS = [
  'Other',
  // numbers
  'Number',
  'Year',
  'BigNumber',
  'NumWord',
  'NumPart',
  'Fourth',
  'Roman',
  'Few',
  'Many',
  'Tens',
  'Half',
  'AndHalf',
  'Less',
  // separators; a tight one has no space on either side
  'Slash',
  'SlashLoose',
  'Dash',
  'DashLoose',
  'Dot',
  'Colon',
  'Comma',
  'CommaTight',
  'Open',
  'Close',
  'Quote',
  'Stop',
  'Percent',
  'Symbol',
  // units
  'SecondWord',
  'MinuteWord',
  'HourWord',
  'HourMark',
  'Meridiem',
  'MinuteMark',
  'Hours',
  'DayWord',
  'WeekWord',
  'MonthWord',
  'YearWord',
  'HomWord',
  'QuarterWord',
  'DecadeWord',
  'CenturyWord',
  'Season',
  'SeasonShort',
  'DayNight',
  // days and times
  'WeekdayWord',
  'Sunday',
  'PartOfDay',
  'HourPart',
  'NearDayWord',
  'LineDayWord',
  'Tomorrow',
  // which one
  'This',
  'Now',
  'Past',
  'Ago',
  'Already',
  'After',
  'Next',
  'Toward',
  'JustPast',
  'LastYear',
  'NearYearWord',
  'Into',
  'That',
  'Same',
  'More',
  'AgoHead',
  'Approximate',
  'AgoHere',
  'BeforeThat',
  'AfterThat',
  'Recently',
  'Following',
  'OnEnd',
  'Start',
  'Mid',
  'End',
  'First',
  'Those',
  'Nth',
  // recurrence
  'Each',
  'Times',
  'Every',
  'Yearly',
  // joins
  'From',
  'To',
  'TillNow',
  'And',
  'Of',
  'At',
  'Is',
  'Falls',
  'Born',
  'In',
  // lunar, holidays, eras
  'Mung',
  'Ram',
  'LunarMonth',
  'LunarWord',
  'SolarWord',
  'Tet',
  'TetEve',
  'Holiday',
  'LunarHoliday',
  'CanChi',
  'BC',
  'AD',
  'Vague',
  // readings
  'aClock',
  'aPart',
  'aDay',
  'aDayNumber',
  'aNearDay',
  'aWeekday',
  'aWeek',
  'aNearWeek',
  'aMonth',
  'aNearMonth',
  'aQuarter',
  'aNearQuarter',
  'aYear',
  'aNearYear',
  'aDecade',
  'aCentury',
  'aSeason',
  'aLunarDay',
  'aLunarMonth',
  'aHoliday',
  'aDuration',
  'aSet',
  'aVague',
  'aRange',
  'aSpan',
  'aTime',
] as const;

export type KindName = (typeof KINDS)[number];

/** The number of a kind, by name. */
export const KIND = Object.fromEntries(KINDS.map((name, i) => [name, i])) as Readonly<Record<KindName, number>>;

/** What a text was read as, one after the other; reused from text to text, so that entries at and above `length` are stale. */
export interface Columns {
  length: number;
  kind: Uint8Array;
  /** Number: its value; other words: what the lexicon says (a weekday, a shift, a month, …). */
  value: Int32Array;
  start: Int32Array;
  end: Int32Array;
}

/** A `Number` of such a value is a `Year` to patterns that ask for one. */
export const YEARS = { first: 1900, last: 2069 } as const;

/** The lexemes of one text. Every character that is not white space belongs to one lexeme, so neighbours here are neighbours in the text. */
export interface Lexemes extends Columns {
  /** The kind as patterns see it, which tell a `Year` from other numbers. */
  symbol: Uint8Array;
  /** The text's codes from its beginning on, with a line break behind them. */
  codes: Uint16Array;
  /** Has the text as a string; it is asked for it as seldom as may be. */
  source: { readonly text: string };
  /** The lexemes that a reading can begin at, ascending. */
  places: Int32Array;
  placeCount: number;
}

export function createColumns(capacity = 512): Columns {
  return {
    length: 0,
    kind: new Uint8Array(capacity),
    value: new Int32Array(capacity),
    start: new Int32Array(capacity),
    end: new Int32Array(capacity),
  };
}

/** Makes room for `count` entries. */
export function reserveColumns(columns: Columns, count: number): void {
  const capacity = Math.max(count, columns.kind.length * 2);
  const kind = new Uint8Array(capacity);
  kind.set(columns.kind);
  columns.kind = kind;
  columns.value = grown(columns.value, capacity);
  columns.start = grown(columns.start, capacity);
  columns.end = grown(columns.end, capacity);
}

function grown(column: Int32Array, capacity: number): Int32Array {
  const larger = new Int32Array(capacity);
  larger.set(column);
  return larger;
}
