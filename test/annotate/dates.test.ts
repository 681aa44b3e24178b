import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { anchorOf, findDates, fullDates } from '../../src/annotate/dates/index.js';
import type { DateMention, DateReference } from '../../src/model/date-mention.js';

interface Case {
  readonly text: string;
  /** A day, `~` and the anchor of a file, or `none`. */
  readonly reference: string;
  readonly spans: readonly string[];
  readonly types: readonly string[];
  /** Each with its mod or lunar date behind a space. */
  readonly values: readonly string[];
}

const TABLE = new URL('../../fixtures/cases/dates.tsv', import.meta.url);

describe.each(sections())('%s', (_title, cases) => {
  test.each(cases.map(one => [one.text, one] as const))('%s', (text, { reference, spans, types, values }) => {
    const found = findDates(text, referenceOf(reference));
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(spans);
    expect(found.map(shown)).toEqual(values);
    expect(found.map(({ type }) => type)).toEqual(types);
  });
});

describe('what a mention says of itself', () => {
  test.each([
    ['ngày 5/6/2019', '2019-06-05', '2019-06-05'],
    ['tuần trước', '2024-11-25', '2024-12-01'],
    ['cuối tuần này', '2024-12-07', '2024-12-08'],
    ['tháng 2/2024', '2024-02-01', '2024-02-29'],
    ['quý III/2024', '2024-07-01', '2024-09-30'],
    ['6 tháng đầu năm 2019', '2019-01-01', '2019-06-30'],
    ['9 tháng đầu năm 2017', '2017-01-01', '2017-09-30'],
    ['năm 2012', '2012-01-01', '2012-12-31'],
    ['mùa đông năm 1946', '1946-12-01', '1947-02-28'],
    ['thập niên 1950', '1950-01-01', '1959-12-31'],
    ['thế kỷ XIX', '1801-01-01', '1900-12-31'],
    ['từ ngày 22 đến 24-8', '2024-08-22', '2024-08-24'],
    ['từ năm 2016 đến nay', '2016-01-01', '2024-12-05'],
    ['lúc 10h45 ngày 3/12', '2024-12-03', '2024-12-03'],
    ['đầu tháng 9', '2024-09-01', '2024-09-30'],
  ])('%s covers %s to %s', (text, from, to) => {
    expect(findDates(text, { day: '2024-12-05' })).toMatchObject([{ from, to }]);
  });

  test.each(['kéo dài 2 ngày', 'mỗi năm', 'hiện nay', 'hôm đó', 'năm 2000 TCN', 'lúc 10h45'])('%s has no place in the calendar', text => {
    expect(findDates(text, { day: '2024-12-05' })).toMatchObject([{ from: null, to: null }]);
  });

  test('names what was not in the text', () => {
    const implied = (text: string, reference: DateReference) => findDates(text, reference).map(mention => mention.implied);
    expect(implied('ngày 5/6/2019', {})).toEqual([[]]);
    expect(implied('ngày 5/6', { day: '2024-12-05' })).toEqual([['year']]);
    expect(implied('ngày 5', { day: '2024-12-05' })).toEqual([['year', 'month']]);
    expect(implied('hôm qua', { day: '2024-12-05' })).toEqual([['year', 'month', 'day']]);
  });

  test('says where a year came from', () => {
    const rules = (text: string, reference: DateReference) => findDates(text, reference).map(({ rule }) => rule);
    expect(rules('ngày 4/12', { day: '2024-12-05' })).toEqual(['ngay-day-month']);
    expect(rules('ngày 4/12', { anchor: '2024-11-20' })).toEqual(['ngay-day-month+file-year']);
    expect(rules('ngày 4/12/2024', { anchor: '2024-11-20' })).toEqual(['ngay-day-month-year']);
    expect(rules('ngày 4/12', {})).toEqual(['ngay-day-month']);
  });

  test('a vague word is marked', () => {
    expect(findDates('Hiện nay', {})).toMatchObject([{ value: 'PRESENT_REF', vague: true }]);
  });

  test('tone placement and case do not matter', () => {
    expect(findDates('QUÝ 3', { day: '2024-12-05' })).toMatchObject([{ value: '2024-Q3' }]);
    expect(findDates('qúy 3', { day: '2024-12-05' })).toMatchObject([{ value: '2024-Q3' }]);
    expect(findDates('thế kỉ 19', {})).toMatchObject([{ value: '18' }]);
  });
});

describe('the anchor of a file', () => {
  test('full dates are those with day, month and year', () => {
    expect(fullDates('Từ ngày 4/12/2024, thay cho quyết định 3-6-2023; hôm 5/6 và tháng 7/2022 không tính.')).toEqual([
      '2024-12-04',
      '2023-06-03',
    ]);
    expect(fullDates('Hôm qua trời mưa.')).toEqual([]);
  });

  test('is the latest day of the commonest year; ties go to the later year', () => {
    expect(anchorOf(['2023-05-01', '2024-01-02', '2024-11-20', '2023-06-01', '2024-03-03'])).toBe('2024-11-20');
    expect(anchorOf(['2023-05-01', '2024-01-02'])).toBe('2024-01-02');
    expect(anchorOf([])).toBeUndefined();
  });
});

function sections(): [string, Case[]][] {
  const found: [string, Case[]][] = [];
  for (const line of readFileSync(TABLE, 'utf8').split('\n').slice(1)) {
    if (line.startsWith('#')) found.push([line.slice(2), []]);
    else if (line !== '') {
      const [text, reference, spans, types, values] = line.split('\t') as [string, string, string, string, string];
      found.at(-1)![1].push({ text, reference, spans: cells(spans), types: cells(types), values: cells(values) });
    }
  }
  return found;
}

function cells(cell: string): string[] {
  return cell === '' ? [] : cell.split(' | ');
}

function referenceOf(reference: string): DateReference {
  if (reference === 'none') return {};
  return reference.startsWith('~') ? { anchor: reference.slice(1) } : { day: reference };
}

function shown({ value, mod, lunar }: DateMention): string {
  return [value, mod, lunar].filter(part => part !== undefined).join(' ');
}
