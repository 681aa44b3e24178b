import type { DateRule } from '../rule.js';
import { CALENDAR_RULES } from './calendar.js';
import { CLOCK_RULES } from './clocks.js';
import { COUNTED_RULES } from './counted.js';
import { ERA_RULES } from './eras.js';
import { FEAST_RULES } from './feasts.js';
import { NEAR_RULES } from './near.js';
import { RANGE_RULES } from './ranges.js';
import { SET_RULES } from './sets.js';
import { WEEKDAY_RULES } from './weekdays.js';

export { JOIN_RULES, type JoinRule } from './joins.js';
export { SPAN_RULES } from './spans.js';

/** Sets first: `mỗi ngày 5/3` is none, but `thứ Hai hằng tuần` is longer than its weekday anyway. */
export const RULES: readonly DateRule[] = [
  ...SET_RULES,
  ...FEAST_RULES,
  ...RANGE_RULES,
  ...CALENDAR_RULES,
  ...NEAR_RULES,
  ...WEEKDAY_RULES,
  ...CLOCK_RULES,
  ...COUNTED_RULES,
  ...ERA_RULES,
];
