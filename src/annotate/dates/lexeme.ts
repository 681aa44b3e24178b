/**
 * The kinds of date lexemes, and of the readings that rules make of them: rule patterns are written in these names.
 * Words that no rule speaks of are `Other`, whatever they are.
 */
export const KINDS = [
  'Other',
  // numbers
  'Number',
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

/**
 * The lexemes of one text as columns, reused from text to text; entries at and above `length` are stale. Every character that
 * is not white space belongs to one lexeme, so neighbours in the columns are neighbours in the text.
 */
export interface Lexemes {
  text: string;
  length: number;
  kind: Uint8Array;
  /** Number: its value; other words: what the lexicon says (a weekday, a shift, a month, …). */
  value: Int32Array;
  start: Int32Array;
  end: Int32Array;
}

export function createLexemes(capacity = 512): Lexemes {
  return {
    text: '',
    length: 0,
    kind: new Uint8Array(capacity),
    value: new Int32Array(capacity),
    start: new Int32Array(capacity),
    end: new Int32Array(capacity),
  };
}

/** Appends a lexeme, growing the columns when they are full. */
export function pushLexeme(lexemes: Lexemes, kind: number, value: number, start: number, end: number): void {
  const at = lexemes.length++;
  if (at === lexemes.kind.length) reserveLexemes(lexemes, at + 1);
  lexemes.kind[at] = kind;
  lexemes.value[at] = value;
  lexemes.start[at] = start;
  lexemes.end[at] = end;
}

/** Makes room for `count` lexemes. */
export function reserveLexemes(lexemes: Lexemes, count: number): void {
  const capacity = Math.max(count, lexemes.kind.length * 2);
  const kind = new Uint8Array(capacity);
  kind.set(lexemes.kind);
  lexemes.kind = kind;
  lexemes.value = grown(lexemes.value, capacity);
  lexemes.start = grown(lexemes.start, capacity);
  lexemes.end = grown(lexemes.end, capacity);
}

function grown(column: Int32Array, capacity: number): Int32Array {
  const larger = new Int32Array(capacity);
  larger.set(column);
  return larger;
}
