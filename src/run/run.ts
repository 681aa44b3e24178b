import type { View } from '../model/command.js';
import type { Toolbox } from './annotators.js';
import { Collector, type Delivery, type RunOutcome } from './collect.js';
import type { InputFile } from './find/input-file.js';
import { runInline } from './inline.js';
import type { Job } from './job.js';
import type { PartRunner } from './part.js';
import { planParts } from './plan.js';
import type { ThreadSource } from './threads.js';

/** Everything a run needs. */
export interface RunRequest {
  readonly job: Job;
  readonly view: View;
  readonly files: readonly InputFile[];
  /** Of the files, in bytes; `undefined` where one of them has none. */
  readonly sizes: readonly number[] | undefined;
  readonly runner: PartRunner;
  readonly toolbox: Toolbox;
  readonly delivery: Delivery;
  /** The format prints nothing before the end, so rows are held. */
  readonly whole: boolean;
  /** Threads; `undefined` for what measures best. */
  readonly jobs: number | undefined;
  readonly threads: ThreadSource;
  /** Told the bytes read so far. */
  readonly progress: (bytes: number) => void;
}

/** Reads, annotates and adds up all files, on this thread or on several: the result is the same. */
export async function runJob({
  job,
  view,
  files,
  sizes,
  runner,
  toolbox,
  delivery,
  whole,
  jobs,
  threads,
  progress,
}: RunRequest): Promise<RunOutcome> {
  const collector = new Collector(view, job, toolbox, delivery, whole);
  const plan = await planParts(files, sizes, job, view, toolbox, jobs);
  if (plan === undefined) await runInline(runner, files, collector, delivery, progress);
  else await (await import('./threads.js')).runThreaded({ plan, job, runner, collector, delivery, source: threads, progress });
  return collector.finish();
}
