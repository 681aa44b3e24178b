import { availableParallelism } from 'node:os';
import type { View } from '../model/command.js';
import type { Layer } from '../model/doc.js';
import type { Toolbox } from './annotators.js';
import type { InputFile } from './find/input-file.js';
import { type Job, layersOfRun } from './job.js';
import type { Part } from './part.js';
import { fileAnchor } from './read/index.js';
import { planRanges } from './read/ranges.js';
import { readOptionsOf } from './read-options.js';

const MEBIBYTE = 1 << 20;

/** More threads than this share one memory bus for little gain. */
const MOST_THREADS = 8;

/**
 * Starting threads, their models and the code that each compiles for itself costs a second or more: below this much input, in bytes, one
 * thread is done sooner. Work that asks for no layer (searching) runs at the speed of reading, and gains nothing.
 */
const WORTH_THREADS = { heavy: 16 * MEBIBYTE, light: 128 * MEBIBYTE, none: Number.POSITIVE_INFINITY } as const;
const HEAVY_LAYERS: readonly Layer[] = ['entities', 'forms'];

/** Parts are about this long, in bytes: long enough to be worth a state, short enough to share work evenly and hold rows back for little. */
const PART_SIZES = { least: MEBIBYTE, mostOfFold: 32 * MEBIBYTE, mostOfScan: 2 * MEBIBYTE };
const PARTS_A_THREAD = 4;

/** Work for several threads. */
export interface Plan {
  readonly parts: readonly Part[];
  readonly threads: number;
}

/**
 * How to share out the files, or `undefined` when one thread is best: small inputs, pipes, and rows that depend on their neighbours.
 * @param sizes of the files, in bytes; `undefined` where one of them has none
 */
export async function planParts(
  files: readonly InputFile[],
  sizes: readonly number[] | undefined,
  job: Job,
  view: View,
  toolbox: Toolbox,
  jobs: number | undefined,
): Promise<Plan | undefined> {
  if (jobs === 1 || sizes === undefined || dependsOnOrder(view, job)) return undefined;
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const threads = jobs ?? (total < WORTH_THREADS[weightOf(view, job)] ? 1 : Math.min(MOST_THREADS, availableParallelism()));
  if (threads === 1) return undefined;
  const most = view.shape === 'scan' ? PART_SIZES.mostOfScan : PART_SIZES.mostOfFold;
  const size = Math.min(most, Math.max(PART_SIZES.least, Math.ceil(total / (threads * PARTS_A_THREAD))));
  const parts = await cut(files, sizes, size, job, toolbox);
  return parts.length < 2 ? undefined : { parts, threads: Math.min(threads, parts.length) };
}

function weightOf(view: View, job: Job): keyof typeof WORTH_THREADS {
  const needs = layersOfRun(view, job);
  if (needs.size === 0) return 'none';
  return HEAVY_LAYERS.some(layer => needs.has(layer)) ? 'heavy' : 'light';
}

function dependsOnOrder(view: View, { options }: Job): boolean {
  if (view.shape === 'files') return view.firstTells?.(options) === true;
  return view.shape === 'scan' && ((view.context?.(options) ?? 0) > 0 || view.stopAfter?.(options) !== undefined);
}

async function cut(
  files: readonly InputFile[],
  sizes: readonly number[],
  size: number,
  job: Job,
  toolbox: Toolbox,
): Promise<readonly Part[]> {
  const parts: Part[] = [];
  let group: InputFile[] = [];
  let grouped = 0;
  const closeGroup = () => {
    if (group.length > 0) parts.push({ files: group });
    group = [];
    grouped = 0;
  };
  for (const [i, file] of files.entries()) {
    const bytes = sizes[i]!;
    const ranges = bytes > size ? planRanges(file, bytes, Math.ceil(bytes / size), job.input) : undefined;
    if (ranges !== undefined) {
      closeGroup();
      const options = readOptionsOf(job, { files: [file] }, toolbox.dates);
      const anchor = options.anchor === 'file' ? { anchor: { found: await fileAnchor(file, options) } } : {};
      for (const range of ranges) parts.push({ files: [file], range, ...anchor });
      continue;
    }
    group.push(file);
    grouped += bytes;
    if (grouped >= size) closeGroup();
  }
  closeGroup();
  return parts;
}
