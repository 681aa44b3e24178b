import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayNumber, formatDay } from '../../src/annotate/dates/calendar-day.js';
import { findDates } from '../../src/annotate/dates/index.js';
import { periodOf } from '../../src/annotate/dates/period.js';

const DAY = '(?:\\d{4}|XXXX)-(?:\\d{2}|XX)-(?:\\d{2}|XX)';
const TIME = 'T(?:MO|MI|AF|EV|NI|(?:\\d{2}|XX):(?:\\d{2}|XX)(?::\\d{2})?)';
const POINT = [
  `${DAY}(?:${TIME})?`,
  '(?:\\d{4}|XXXX)(?:-(?:\\d{2}|XX|Q[1-4X]|H[12]|SP|SU|FA|WI|W(?:\\d{2}|XX)(?:-WE)?))?',
  '\\d{3}|XXX',
  '\\d{2}|XX',
  'BC\\d{2,5}',
  'PRESENT_REF',
].join('|');
const AMOUNT = 'P(?:(?:\\d+(?:\\.\\d+)?|X)(?:Y|M|W|D|Q|DE|CE))*(?:T(?:(?:\\d+(?:\\.\\d+)?|X)[HMS])+)?';
const TIMEX = new RegExp(`^(?:(?:${POINT})(?:/(?:${POINT}))?|PAST_REF|FUTURE_REF|${AMOUNT}(?:/${AMOUNT})?|XXXX-WXX-[1-7](?:${TIME})?)$`);

/** Pieces that dates are made of, and pieces that break them. */
const PIECES = (
  'ngày|hôm|tháng|năm|quý|tuần|thứ|mùng|rằm|Tết|giờ|phút|sáng|rạng sáng|chiều|tối|đêm|hôm nay|hôm qua|ngày mai|nay|qua|trước|sau|tới|vừa qua|này|ngoái|đó|đầu|giữa|cuối|' +
  'từ|đến|và|cách đây|mỗi|hằng|một lần|thế kỷ|thập niên|những|XIX|III|âm lịch|tháng Giêng|Giáp Thìn|TCN|cùng ngày|hai|ba|mười|hai mươi lăm|vài|nhiều|nửa|rưỡi|giao thừa|mùa hè|' +
  '1|2|3|7|12|15|24|30|31|99|1945|2018|2024|3000|4/12|31/2|30/4/1975|5-6|13-11-2024|10h45|21:30|1.004|1,5|(|)|,|.|/|-|–|:|%|h|Hà Nội|số|đồng|người'
).split('|');

const pieces = fc.array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom(' ', ' ', ' ', '')), { maxLength: 14 });
const text = fc.oneof(
  { weight: 4, arbitrary: pieces.map(parts => parts.map(([word, space]) => word + space).join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
);
const day = fc.integer({ min: dayNumber(1950, 1, 1), max: dayNumber(2090, 12, 31) });
const reference = fc.oneof(
  fc.constant({}),
  day.map(number => ({ day: formatDay(number) })),
  day.map(number => ({ anchor: formatDay(number) })),
);

describe('findDates, whatever the text', () => {
  test('mentions ascend, never overlap and lie inside', () => {
    fc.assert(
      fc.property(text, reference, (line, against) => {
        let end = 0;
        for (const mention of findDates(line, against)) {
          expect(mention.start).toBeGreaterThanOrEqual(end);
          expect(mention.end).toBeGreaterThan(mention.start);
          end = mention.end;
          const span = line.slice(mention.start, mention.end);
          expect(span).toBe(span.trim());
        }
        expect(end).toBeLessThanOrEqual(line.length);
      }),
      { numRuns: 2000 },
    );
  });

  test('every value is TIMEX3, and covers a stretch of days in order', () => {
    fc.assert(
      fc.property(text, reference, (line, against) => {
        for (const { value, from, to } of findDates(line, against)) {
          expect(value).toMatch(TIMEX);
          if (from !== null && to !== null) expect(from <= to).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('the same text and reference give the same mentions, whatever came before', () => {
    fc.assert(
      fc.property(text, text, reference, (line, other, against) => {
        const first = findDates(line, against);
        findDates(other, {});
        expect(findDates(line, against)).toEqual(first);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a reference that moves', () => {
  test.each([
    ['hôm nay', 0],
    ['hôm qua', -1],
    ['hôm kia', -2],
    ['ngày mai', 1],
    ['cách đây 10 ngày', -10],
    ['ba ngày trước', -3],
    ['sáng nay', 0],
    ['tối qua', -1],
  ])('"%s" stays %i days from it', (expression, distance) => {
    fc.assert(
      fc.property(day, number => {
        expect(findDates(expression, { day: formatDay(number) })[0]!.from).toBe(formatDay(number + distance));
      }),
    );
  });

  test('a week has seven days and holds the day a week before', () => {
    fc.assert(
      fc.property(day, number => {
        const { from, to } = findDates('tuần trước', { day: formatDay(number) })[0]!;
        const before = formatDay(number - 7);
        expect(from! <= before && before <= to!).toBe(true);
        expect(periodOf(`${from}/${to}`, undefined)).toEqual({ from, to });
      }),
    );
  });

  test('a day and month without a year is the last such day, a year in the text is literal', () => {
    fc.assert(
      fc.property(day, day, (number, other) => {
        const [year, month, ofMonth] = formatDay(other).split('-');
        fc.pre(`${month}-${ofMonth}` !== '02-29');
        expect(findDates(`ngày ${ofMonth}/${month}/${year}`, { day: formatDay(number) })[0]!.value).toBe(formatDay(other));
        const value = findDates(`ngày ${ofMonth}/${month}`, { day: formatDay(number) })[0]!.value;
        expect(value.slice(5)).toBe(`${month}-${ofMonth}`);
        expect(Math.abs(Date.parse(value) - Date.parse(formatDay(number)))).toBeLessThan(366 * 86_400_000);
      }),
    );
  });
});

describe('hostile lines', () => {
  test.each([
    ['digits and slashes', '1/2/'.repeat(50_000)],
    ['digits and dashes', '12-'.repeat(50_000)],
    ['one long number', '9'.repeat(200_000)],
    ['thousands', '1.000'.repeat(40_000)],
    ['day words', 'ngày '.repeat(40_000)],
    ['weekday words', 'thứ '.repeat(40_000)],
    ['lists', `ngày ${'1, '.repeat(40_000)}`],
    ['clocks', '1h'.repeat(60_000)],
    ['brackets', '('.repeat(100_000) + ')'.repeat(100_000)],
    ['dates without a border', '30/4'.repeat(40_000)],
    ['dates', 'ngày 30/4, '.repeat(20_000)],
    ['ranges', 'từ đến '.repeat(30_000)],
    ['one long word', 'á'.repeat(200_000)],
    ['combining marks', `nga${'\u0300'.repeat(100_000)}y 4/12`],
  ])('%s', (_name, line) => {
    const found = findDates(line, { day: '2024-12-05' });
    for (const { start, end } of found) expect(end).toBeGreaterThan(start);
  });
});
