import { anchorOf, fullDates } from '../annotate/dates/index.js';
import type { Job } from './job.js';
import type { Part } from './part.js';
import type { ReadOptions } from './read/options.js';

/** How the files of a part are read. The anchor of a file is looked for only where dates are needed and nothing else gives their year. */
export function readOptionsOf(job: Job, part: Part, needsDates: boolean): ReadOptions {
  const { input } = job;
  return {
    ...input,
    keepBlank: job.format === 'underscore',
    anchor: needsDates && job.refDate === undefined ? (part.anchor ?? 'file') : 'none',
    findFullDates: fullDates,
    anchorOf,
    ...(part.range !== undefined && { range: part.range }),
  };
}
