import { civilDay, pad } from '../calendar-day.js';
import type { Outlook } from '../clause.js';
import { lunarDay, lunarYear, toLunar } from '../lunar.js';
import { dayText, timeText } from '../time-text.js';
import { UNKNOWN, type When } from '../when.js';
import { ALL, type Context, cycleYear, MONTH, NOTHING, type Resolved, resolved, YEAR, YEAR_AND_MONTH } from './context.js';

export function resolveLunar(when: When, context: Context, outlook: Outlook): Resolved {
  const { month, day } = when;
  if (month === undefined)
    return resolved(`XXXX-XX-XX${timeText(when)}`, ALL, undefined, day === undefined ? undefined : `LXX-${pad(day, 2)}`);
  const base = context.day ?? context.anchor;
  const year = when.year ?? lunarYearOf(when, context, outlook, base);
  const ofText = when.year !== undefined;
  if (when.grain === 'month') {
    const found = year === undefined ? undefined : lunarYear(year).find(m => m.month === month && !m.leap);
    const lunar = `L${pad(month, 2)}`;
    if (found === undefined) return resolved('XXXX-XX', ofText ? MONTH : YEAR_AND_MONTH, undefined, lunar);
    const first = civilDay(found.first);
    return resolved(`${pad(first.year, 4)}-${pad(first.month, 2)}`, ofText ? NOTHING : YEAR, undefined, lunar);
  }
  // A bare year beside the twelfth month is the one that the reader lives in: `28 Tết 2019` is the eve of Tết 2019.
  const number =
    year === undefined
      ? undefined
      : lunarDay(month === 12 && ofText && when.cycle === undefined ? year - 1 : year, month, month === 12 && day === 30 ? 0 : day!);
  const point = number === undefined ? UNKNOWN : civilDay(number);
  const last = day === 0 ? (number === undefined ? 30 : toLunar(number).day) : day!;
  const fileYear = context.day === undefined && !ofText && number !== undefined;
  const lunar = `L${pad(month, 2)}-${pad(last, 2)}`;
  return resolved(dayText(point) + timeText(when), ofText ? NOTHING : YEAR, point, lunar, fileYear);
}

/** The lunar year whose day lies nearest to the reference. */
function lunarYearOf(when: When, context: Context, outlook: Outlook, base: number | undefined): number | undefined {
  if (when.cycle !== undefined) return cycleYear(when.cycle, base);
  if (base === undefined) return undefined;
  const { year } = civilDay(base);
  if (when.shift !== undefined) {
    const named = when.shift.from === 'line' ? context.line?.year : year;
    return named === undefined ? undefined : named + when.shift.count - (when.month === 12 ? 1 : 0);
  }
  let best: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of [year - 1, year, year + 1]) {
    const number = lunarDay(candidate, when.month!, when.grain === 'month' ? 15 : when.month === 12 && when.day === 30 ? 0 : when.day!);
    if (number === undefined) continue;
    const side = when.side ?? (outlook === 'planned' ? 'ahead' : undefined);
    if ((side === 'ahead' && number < base) || (side === 'behind' && number > base)) continue;
    if (Math.abs(number - base) < least) {
      least = Math.abs(number - base);
      best = candidate;
    }
  }
  return best;
}
