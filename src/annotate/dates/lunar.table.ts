import { computeLunarYear } from './lunar-astronomy.js';
import { packLunarYears } from './lunar-years.js';

/** The years that the computation is good for; it serves the others too. */
export const LUNAR_YEARS = packLunarYears(1900, 2100, computeLunarYear);
