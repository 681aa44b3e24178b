import { COMMANDS } from '../commands/index.js';
import type { Format, Options, View } from '../model/command.js';
import type { Layer } from '../model/doc.js';
import type { GazetteerEntry } from '../model/mention.js';
import { NewsError } from '../model/news-error.js';
import type { InputFormat } from './find/formats.js';
import type { Encoding } from './read/options.js';

/** How records are read; the effective values of the shared input options. */
export interface InputSettings {
  readonly inputFormat: InputFormat | undefined;
  readonly textField: string | undefined;
  readonly idField: string | undefined;
  readonly dateField: string | undefined;
  readonly encoding: Encoding | undefined;
  readonly strict: boolean;
  /** Bytes. */
  readonly maxLine: number;
}

/** All that a thread needs to know of a run. Plain data: it crosses to workers as it is. */
export interface Job {
  readonly command: string;
  readonly view: string;
  readonly options: Options;
  readonly format: Format;
  readonly query: string | undefined;
  readonly where: string | undefined;
  readonly refDate: string | undefined;
  readonly input: InputSettings;
  readonly userWords: readonly string[];
  readonly gazetteer: readonly GazetteerEntry[];
  readonly aliases: readonly (readonly [alias: string, name: string])[];
}

/** The view that a job runs. */
export async function viewOf(job: Job): Promise<View> {
  const entry = COMMANDS.find(({ name }) => name === job.command);
  const view = (await entry?.load())?.views.find(({ id }) => id === job.view);
  if (view === undefined) throw new NewsError('INTERNAL', `no view "${job.view}" of command "${job.command}"`);
  return view;
}

/** The layers that a view asks for. */
export function layersOf(view: View, options: Options): ReadonlySet<Layer> {
  return new Set(view.needs(options));
}

/** The layers that a run may come to need: those of its view, and those of the fields of its queries. */
export function layersOfRun(view: View, { options, query, where }: Job): ReadonlySet<Layer> {
  const asked = `${query ?? ''} ${where ?? ''}`;
  const ofQueries: readonly Layer[] = [
    ...(/\bdate:/.test(asked) ? (['dates'] as const) : []),
    ...(/\b(?:entity|type):/.test(asked) ? (['entities', 'identities'] as const) : []),
  ];
  return new Set([...view.needs(options), ...ofQueries]);
}
