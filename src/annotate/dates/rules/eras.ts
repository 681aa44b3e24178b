import { ROLE } from '../context-words.js';
import { KIND } from '../lexeme.js';
import type { DateRule, Site, Values } from '../rule.js';
import type { Reading, When } from '../when.js';
import { free } from './calendar.js';

const NUMBER = '(Number:number | Roman:number | NumWord:number | Fourth:number)';

/** Longer and vaguer than a month: quarters, halves, seasons, decades, centuries, `những năm 90`, `hiện nay`. */
export const ERA_RULES: readonly DateRule[] = [
  { name: 'quarter', kind: 'aQuarter', pattern: `QuarterWord ${NUMBER}`, read: ({ number }) => quarter(number!) },
  {
    name: 'quarter-year',
    kind: 'aQuarter',
    pattern: `QuarterWord ${NUMBER} (Slash | Dash | YearWord | Of YearWord | Comma YearWord | SlashLoose | DashLoose)? Number:year`,
    read: ({ number, year }) => (year! >= 1900 && year! < 2100 ? quarter(number!, year) : undefined),
  },
  {
    name: 'quarter-first',
    kind: 'aNearQuarter',
    pattern: 'QuarterWord (Start:start | End:end) YearWord (Number:year | Now:near | This:near | LastYear:near | Ago:near)?',
    read: ({ start, year, near }) => ({ grain: 'quarter', ordinal: start === undefined ? 4 : 1, ...ofYear(year, near) }),
  },
  {
    name: 'months-of-year',
    kind: 'aSpan',
    pattern:
      '(Number:count | NumWord:count) MonthWord (Start:start | End:end) Of? YearWord (Number:year | Now:near | This:near | LastYear:near | Ago:near | After:near)?',
    read: readMonths,
  },
  {
    name: 'months-in-year',
    kind: 'aSpan',
    pattern: '(Number:count | NumWord:count) MonthWord YearWord Number:year',
    read: ({ count, year }) => (year! >= 1900 && year! < 2100 ? monthsOf(count!, true, { year }) : undefined),
  },
  {
    name: 'half-year',
    kind: 'aSpan',
    pattern: '(Start:start | End:end) YearWord (Number:year | Now:near | This:near | LastYear:near | Ago:near | After:near)?',
    read: readHalf,
  },
  {
    name: 'season-year',
    kind: 'aSeason',
    pattern: '(Season:season | SeasonShort:season) (YearWord | Of YearWord)? Number:year',
    read: ({ season, year }, site) =>
      free(site) && year! >= 1000 && year! < 2100 && !isNoSeason(site) ? { grain: 'season', ordinal: season!, year: year! } : undefined,
  },
  {
    name: 'season-near',
    kind: 'aSeason',
    pattern:
      '(Season:season | SeasonShort:season) (YearWord Now:near | YearWord LastYear:near | YearWord This:near | YearWord Ago:near | YearWord After:near | This:near | Now:near)',
    read: ({ season, near }, site) =>
      isNoSeason(site) ? undefined : { grain: 'season', ordinal: season!, shift: { unit: 'year', count: near!, from: 'reference' } },
  },
  {
    name: 'season-past',
    kind: 'aSeason',
    pattern: '(Season:season | SeasonShort:season) (JustPast:side | Past:side | Toward:side | Next:side | Ago:side)',
    read: ({ season, side }, site) =>
      isNoSeason(site) ? undefined : { grain: 'season', ordinal: season!, side: side! > 0 ? 'ahead' : 'behind' },
  },
  { name: 'decade', kind: 'aDecade', pattern: 'DecadeWord Number:number', read: ({ number }) => decade(number!) },
  {
    name: 'years-of-decade',
    kind: 'aDecade',
    pattern: 'Those YearWord Number:number',
    read: ({ number }, site) => (/^những/i.test(site.text.slice(site.start, site.start + 5)) ? decade(number!) : undefined),
  },
  {
    name: 'years-of-last-century',
    kind: 'aDecade',
    pattern: 'Those YearWord Number:number Of? CenturyWord (Ago | Number:century | Roman:century)',
    read: readCenturyDecade,
  },
  {
    name: 'decade-of-last-century',
    kind: 'aDecade',
    pattern: 'DecadeWord Number:number Of? CenturyWord (Ago | Number:century | Roman:century)',
    read: readCenturyDecade,
  },
  {
    name: 'near-decade',
    kind: 'aDecade',
    pattern: 'DecadeWord (This:which | Now:which | Past:which | Ago:which | Toward:which | After:which | JustPast:which)',
    read: ({ which }, site) =>
      site.kindBefore === KIND.Those ? undefined : { grain: 'decade', shift: { unit: 'decade', count: which!, from: 'reference' } },
  },
  {
    name: 'century',
    kind: 'aCentury',
    pattern: 'CenturyWord WeekdayWord? (Number:number | Roman:number)',
    read: ({ number }) => (number! >= 1 && number! <= 30 ? { grain: 'century', ordinal: number! } : undefined),
  },
  {
    name: 'century-era',
    kind: 'aCentury',
    pattern: 'CenturyWord WeekdayWord? (Number:number | Roman:number) (BC:bc | AD)',
    read: ({ number, bc }) => ({ grain: 'century', ordinal: number!, bc: bc === undefined ? undefined : true }),
  },
  {
    name: 'near-century',
    kind: 'aCentury',
    pattern: 'CenturyWord (This:which | Now:which | Past:which | Ago:which | After:which)',
    read: ({ which }, site) =>
      site.kindBefore === KIND.Those ? undefined : { grain: 'century', shift: { unit: 'century', count: which!, from: 'reference' } },
  },
  { name: 'vague', kind: 'aVague', pattern: 'Vague:side', read: ({ side }) => vague(side!) },
  {
    name: 'vague-those',
    kind: 'aVague',
    pattern:
      'Those (DayWord | WeekWord | MonthWord | QuarterWord | YearWord | DecadeWord | CenturyWord) (Past:side | JustPast:side | Toward:side | Next:side)',
    read: ({ side }) => vague(side!),
  },
  { name: 'vague-soon', kind: 'aVague', pattern: 'Next', read: (_, site) => (standsAlone(site) ? vague(1) : undefined) },
  {
    name: 'vague-recently',
    kind: 'aVague',
    pattern: 'Recently:side',
    read: ({ side }, site) => (side === 1 && site.kindBehind !== KIND.Other ? vague(-1) : side === 1 ? vague(-1) : undefined),
  },
  {
    name: 'vague-just',
    kind: 'aVague',
    pattern: 'JustPast:side',
    read: (_, site) => (/^mới/i.test(site.text.slice(site.start, site.start + 3)) ? vague(-1) : undefined),
  },
];

/** `Thế vận hội mùa đông 2018`, `vụ đông xuân 2018`, `thị trấn Dương Đông này`, `đã thu trước hai ngày`: no season. */
function isNoSeason(site: Site): boolean {
  if (site.lexemes.kind[site.first] === KIND.SeasonShort) {
    if (site.after(ROLE.Counted) || (site.isCapital(0) ? site.isNameBefore : isOtherWord(site))) return true;
  }
  return (
    site.kindBefore === KIND.SeasonShort ||
    site.kindBefore === KIND.Season ||
    /(?:vận hội|olympic|asiad|thời trang) $/i.test(site.text.slice(Math.max(0, site.start - 12), site.start))
  );
}

/** The verb `thu`, `đông` in the east: both without `mùa`, behind a word that wants no time. */
function isOtherWord({ kindBefore, lexemes: { value }, first }: Site): boolean {
  return value[first]! >= 2 && kindBefore === KIND.Other;
}

function quarter(number: number, year?: number): When | undefined {
  return number >= 1 && number <= 4 ? { grain: 'quarter', ordinal: number, year } : undefined;
}

/** `6 tháng đầu năm` is the first half, other numbers of months a stretch of months. */
function readMonths({ count, start, year, near }: Values): When | undefined {
  return monthsOf(count!, start !== undefined, ofYear(year, near));
}

function monthsOf(count: number, first: boolean, of: Partial<When>): When | undefined {
  if (count < 1 || count > 11) return undefined;
  if (count === 6) return { grain: 'half', ordinal: first ? 1 : 2, ...of };
  return { grain: 'year', months: first ? [1, count] : [13 - count, 12], ...of };
}

/** The year that is written, or the one so many years from now; this year where nothing says which. */
function ofYear(year: number | undefined, near: number | undefined): Partial<When> {
  return year !== undefined ? { year } : { shift: { unit: 'year', count: near ?? 0, from: 'reference' } };
}

function readHalf({ start, end, year, near }: Values): When | undefined {
  if ((start ?? end) !== 1) return undefined;
  return { grain: 'half', ordinal: start === undefined ? 2 : 1, ...ofYear(year, near) };
}

/** `thập niên 1950`, `những năm 90`; the nineties are those of the last century. */
function decade(number: number): When | undefined {
  if (number % 10 !== 0 || number > 2090) return undefined;
  if (number >= 1000) return { grain: 'decade', ordinal: number / 10 };
  return number >= 10 && number <= 90 ? { grain: 'decade', ordinal: 190 + number / 10 } : undefined;
}

function readCenturyDecade({ number, century }: Values): When | undefined {
  if (number! >= 100) return decade(number!);
  return number! % 10 === 0 ? { grain: 'decade', ordinal: ((century ?? 20) - 1) * 10 + number! / 10 } : undefined;
}

/** `Sắp tới, …`, not the `sắp tới` of `25/12 sắp tới`. */
function standsAlone({ kindBefore }: Site): boolean {
  return kindBefore === -1 || kindBefore === KIND.Stop || kindBefore === KIND.Comma || kindBefore === KIND.Quote || kindBefore === KIND.In;
}

function vague(side: number): Reading {
  return { is: 'vague', value: side < 0 ? 'PAST_REF' : side === 1 ? 'FUTURE_REF' : 'PRESENT_REF' };
}
