import fc from 'fast-check';
import { test } from 'vitest';
import { ANNOTATION_LAWS } from './annotation.js';
import { OPTION_LAWS } from './options.js';
import { PROCESS_LAWS } from './processes.js';
import { QUERY_LAWS } from './queries.js';
import { READING_LAWS } from './reading.js';

const LAWS = [...READING_LAWS, ...QUERY_LAWS, ...OPTION_LAWS, ...ANNOTATION_LAWS, ...PROCESS_LAWS];

/** Shared out evenly among the laws; without it (`npm test`) a few cases each, the same each time. */
const minutes = Number(process.env.FUZZ_MINUTES ?? 0);
const endless = {
  numRuns: Number.MAX_SAFE_INTEGER,
  interruptAfterTimeLimit: (minutes * 60_000) / LAWS.length,
  markInterruptAsFailure: false,
};

test.each(LAWS)('$name', async ({ name, property, cases }) => {
  const parameters = minutes > 0 ? { ...endless, seed: Number(process.env.SEED ?? (Math.random() * 0x7fffffff) | 0) } : { numRuns: cases };
  const details = await fc.check(property, parameters);
  if (minutes > 0) console.log(`${name}: ${details.failed ? 'FAILED after' : 'held for'} ${details.numRuns} cases, seed ${details.seed}`);
  if (details.failed) throw new Error(await fc.asyncDefaultReportMessage(details));
});
