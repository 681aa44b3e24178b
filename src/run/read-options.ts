import type { Toolbox } from './annotators.js';
import type { Job } from './job.js';
import type { Part } from './part.js';
import type { ReadOptions } from './read/options.js';

/** How the files of a part are read. The anchor of a file is looked for only where dates are needed and nothing else gives their year. */
export function readOptionsOf(job: Job, part: Part, dates: Toolbox['dates']): ReadOptions {
  return {
    ...job.input,
    keepBlank: job.format === 'underscore',
    anchor: dates !== undefined && job.refDate === undefined ? (part.anchor ?? 'file') : 'none',
    findFullDates: dates?.fullDates,
    anchorOf: dates?.anchorOf,
    ...(part.range !== undefined && { range: part.range }),
  };
}
