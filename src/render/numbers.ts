import type { Fact, ValueKind } from '../model/report.js';

/** A whole number as Vietnamese writes it: `1.234`. */
export function countText(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const whole = Math.round(value);
  return (whole < 0 ? '-' : '') + grouped(Math.abs(whole).toFixed(0));
}

/** A number with decimals: `0,71`. */
export function decimalText(value: number, decimals = 2): string {
  if (!Number.isFinite(value)) return '–';
  const [whole = '0', fraction] = Math.abs(value).toFixed(decimals).split('.');
  const text = fraction === undefined ? grouped(whole) : `${grouped(whole)},${fraction}`;
  return value < 0 && /[1-9]/.test(text) ? `-${text}` : text;
}

/** A share of one in per cent: `5,6 %`. */
export function percentText(share: number, decimals = 1): string {
  return Number.isFinite(share) ? `${decimalText(share * 100, decimals)} %` : '–';
}

/** A size in steps of a thousand: `13,5 KB`. */
export function sizeText(bytes: number): string {
  if (bytes < 1000) return `${countText(bytes)} B`;
  let size = bytes / 1000;
  let unit = 0;
  while (size >= 999.95 && unit < SIZES.length - 1) {
    size /= 1000;
    unit++;
  }
  return `${decimalText(size, size < 99.95 ? 1 : 0)} ${SIZES[unit]}`;
}

const SIZES = ['KB', 'MB', 'GB', 'TB'];

/** A single number of a screen, with as many decimals as a reader wants to see. */
export function factNumber(value: number, kind: Fact['kind']): string {
  switch (kind) {
    case 'bytes':
      return sizeText(value);
    case 'ratio':
      return percentText(value, value >= 0.0995 || value === 0 ? 0 : 1);
    case 'number':
      return decimalText(value, Number.isInteger(value) || Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2);
    default:
      return countText(value);
  }
}

/** A number of a column: its decimals are those of its neighbours. */
export function columnNumber(value: number, kind: ValueKind | 'place' | 'bar' | 'keyword-left' | 'keyword-right'): string {
  if (kind === 'position') return String(value);
  if (kind === 'ratio') return percentText(value);
  return kind === 'number' ? decimalText(value) : countText(value);
}

function grouped(digits: string): string {
  if (digits.length <= 3 || digits.includes('e')) return digits;
  let text = digits.slice(-3);
  for (let end = digits.length - 3; end > 0; end -= 3) text = `${digits.slice(Math.max(0, end - 3), end)}.${text}`;
  return text;
}
