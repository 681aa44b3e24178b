import type { View } from '../model/command.js';
import type { InputFile } from './find/input-file.js';
import type { Job } from './job.js';
import type { Part } from './part.js';

/** The parts for several threads, or `undefined` when one thread is best. */
export function planParts(_files: readonly InputFile[], _job: Job, _view: View, _jobs: number | undefined): readonly Part[] | undefined {
  return undefined;
}
