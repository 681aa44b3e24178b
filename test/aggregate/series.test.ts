import { describe, expect, test } from 'vitest';
import { periodOfDay, periodOfRange, periodsBetween } from '../../src/aggregate/series.js';

describe('the period that holds a day', () => {
  test.each([
    ['2024-11-05', 'day', '2024-11-05', '2024-11-05', '2024-11-05'],
    ['2024-11-05', 'week', '2024-W45', '2024-11-04', '2024-11-10'],
    ['2021-01-03', 'week', '2020-W53', '2020-12-28', '2021-01-03'],
    ['2024-12-30', 'week', '2025-W01', '2024-12-30', '2025-01-05'],
    ['2024-02-11', 'month', '2024-02', '2024-02-01', '2024-02-29'],
    ['2023-12-31', 'month', '2023-12', '2023-12-01', '2023-12-31'],
    ['2024-11-05', 'quarter', '2024-Q4', '2024-10-01', '2024-12-31'],
    ['2024-03-31', 'quarter', '2024-Q1', '2024-01-01', '2024-03-31'],
    ['0938-11-05', 'year', '0938', '0938-01-01', '0938-12-31'],
    ['9999-12-31', 'month', '9999-12', '9999-12-01', '9999-12-31'],
  ] as const)('%s by %s is %s', (day, unit, period, from, to) => {
    expect(periodOfDay(day, unit)).toEqual({ period, from, to });
  });
});

describe('the period that holds a stretch', () => {
  test('is one that holds it whole', () => {
    expect(periodOfRange('2024-11-05', '2024-11-30', 'month')?.period).toBe('2024-11');
    expect(periodOfRange('2024-11-05', '2024-12-01', 'month')).toBeUndefined();
    expect(periodOfRange('2024-01-01', '2024-12-31', 'year')?.period).toBe('2024');
    expect(periodOfRange('2024-01-01', '2024-12-31', 'quarter')).toBeUndefined();
  });
});

describe('all periods between two days', () => {
  test('fill the gaps', () => {
    expect(periodsBetween('2024-11-05', '2025-02-01', 'month').map(p => p.period)).toEqual(['2024-11', '2024-12', '2025-01', '2025-02']);
    expect(periodsBetween('2024-12-23', '2025-01-06', 'week').map(p => p.period)).toEqual(['2024-W52', '2025-W01', '2025-W02']);
    expect(periodsBetween('2023-05-01', '2024-08-01', 'quarter').map(p => p.period)).toEqual([
      '2023-Q2',
      '2023-Q3',
      '2023-Q4',
      '2024-Q1',
      '2024-Q2',
      '2024-Q3',
    ]);
    expect(periodsBetween('2024-02-28', '2024-03-01', 'day').map(p => p.period)).toEqual(['2024-02-28', '2024-02-29', '2024-03-01']);
    expect(periodsBetween('2024-05-05', '2024-05-05', 'year').map(p => p.period)).toEqual(['2024']);
    expect(periodsBetween('9999-11-05', '9999-12-31', 'month')).toHaveLength(2);
  });

  test('touch each other, and hold the ends', () => {
    for (const unit of ['day', 'week', 'month', 'quarter', 'year'] as const) {
      const periods = periodsBetween('2019-12-15', '2021-03-04', unit);
      expect(periods[0]!.from <= '2019-12-15' && periods.at(-1)!.to >= '2021-03-04').toBe(true);
      periods.slice(1).forEach((period, i) => {
        expect(Date.parse(period.from) - Date.parse(periods[i]!.to)).toBe(86_400_000);
      });
    }
  });
});
