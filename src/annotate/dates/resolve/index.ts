import type { Outlook } from '../clause.js';
import { dayText, timeText } from '../time-text.js';
import { type Point, UNKNOWN, type When } from '../when.js';
import { ALL, type Context, type Resolved, resolved } from './context.js';
import { resolveDay } from './day.js';
import { resolveLunar } from './lunar-day.js';
import { resolvePeriod, resolveWeek } from './period.js';

export { ALL, type Context, NOTHING, type Resolved, resolved } from './context.js';

/** Fills in what the text left out. `from` bounds the second end of a range: it lies on or after that day. */
export function resolve(when: When, context: Context, outlook: Outlook, from?: Point): Resolved {
  if (when.grain === 'clock' || (when.grain === 'day' && isOpenDay(when))) return resolveTime(when, context);
  if (when.lunar === true) return resolveLunar(when, context, outlook);
  if (when.grain === 'day') return resolveDay(when, context, outlook, from);
  if (when.grain === 'week' || when.grain === 'weekend') return resolveWeek(when, context);
  return resolvePeriod(when, context, outlook, from);
}

/** A part of day that names no day. */
function isOpenDay(when: When): boolean {
  return when.day === undefined && when.shift === undefined && when.weekday === undefined && when.lunar === undefined;
}

/** `10h45`, `buổi sáng`: the day is the line's, when it has named one. */
function resolveTime(when: When, context: Context): Resolved {
  // So many minutes or hours from something: the day and the hour stay open.
  if (when.shift !== undefined) return resolved('XXXX-XX-XXTXX:XX', ALL);
  const point = context.line?.day === undefined ? UNKNOWN : context.line;
  return resolved(dayText(point) + timeText(when), ALL);
}
