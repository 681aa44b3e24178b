import { pad } from './calendar-day.js';
import type { Point, When } from './when.js';

/** `2024-12-05`, with X for what is not known. */
export function dayText({ year, month, day }: Point): string {
  return `${year === undefined ? 'XXXX' : pad(year, 4)}-${month === undefined ? 'XX' : pad(month, 2)}-${day === undefined ? 'XX' : pad(day, 2)}`;
}

/** `T18:30`, `TMO`, or nothing. */
export function timeText({ clock, part }: When): string {
  if (clock !== undefined)
    return `T${pad(clock.hour, 2)}:${pad(clock.minute, 2)}${clock.second === undefined ? '' : `:${pad(clock.second, 2)}`}`;
  return part === undefined ? '' : `T${part}`;
}
