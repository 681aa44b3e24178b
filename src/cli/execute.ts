import type { Command, Format, Options, View } from '../model/command.js';
import { NewsError } from '../model/news-error.js';
import type { Envelope, JsonObject } from '../model/report.js';
import type { Screen } from '../render/index.js';
import { loadToolbox } from '../run/annotators.js';
import type { RunOutcome } from '../run/collect.js';
import { findInputs } from '../run/find/index.js';
import { regularSizes, textSize } from '../run/find/sizes.js';
import { stdinKind } from '../run/find/stdin-kind.js';
import { foldingFinds } from '../run/folding-hint.js';
import { type Job, layersOfRun } from '../run/job.js';
import { PartRunner } from '../run/part.js';
import { queriesOf } from '../run/queries.js';
import { MAX_LINE } from '../run/read/options.js';
import { resourcesIn } from '../run/resources.js';
import { runJob } from '../run/run.js';
import { readAliases, readGazetteer, readUserWords } from '../run/word-files.js';
import { Printer } from './deliver.js';
import { collectSoon, hurry, optimizeLate } from './engine.js';
import { type Gate, gatesThatHold, parseGate } from './gates.js';
import { type Host, say } from './host.js';
import { type ColourFlag, type Output, openOutput, screenOf } from './output.js';
import { paramsOf } from './params.js';
import type { Invocation } from './parse.js';
import { Problems } from './problems.js';
import { noteWaiting, startProgress } from './progress.js';

/** Rows of a table or a Markdown list of entities, unless told. */
const SCREEN_ROWS = 30;

/** Where a run finds its surroundings. */
export interface Surroundings {
  readonly host: Host;
  /** The folder of the data files. */
  readonly data: URL;
  /** The module of a worker thread. */
  readonly worker: URL;
  readonly version: string;
}

/** Runs one command over its input and prints the result. Returns the exit code. */
export async function execute(command: Command, { options: given, query, paths }: Invocation, around: Surroundings): Promise<number> {
  const { host } = around;
  const { view, format } = choosePresentation(command, given);
  const target = given.output === '-' ? undefined : (given.output as string | undefined);
  const screen = screenOf(host.stdout, host.env, given.color as ColourFlag, { toFile: target !== undefined, folder: host.cwd() });
  // Not before standard output was looked at: what Node loads for it loads slower where flags are set.
  collectSoon();
  const options: Options = { ...given, format, top: effectiveTop(view, format, given), ...drawnWidth(format, screen, given) };
  const gates = ((options.failIf as string[] | undefined) ?? []).map(text => parseGate(text, view));
  const job = jobOf(command, view, options, format, query);
  const layers = layersOfRun(view, job);
  const toolbox = await loadToolbox(resourcesIn(around.data), job, layers);
  const queries = await queriesOf(job, toolbox, view);
  const runner = new PartRunner(view, job, toolbox, queries);
  const problems = new Problems(host, options);

  const { files, errors } = await findInputs(paths, {
    inputFormat: job.input.inputFormat,
    allowNoFiles: options.allowNoFiles === true,
    files0From: options.files0From as string | undefined,
    stdinKind: stdinKind(),
  });
  for (const error of errors) problems.error(error);
  if (files.length === 0 && errors.length > 0) return 2;
  const sizes = regularSizes(files);
  if (layers.size > 0) hurry(textSize(files, sizes), host);
  else if (queries.counter !== undefined) optimizeLate(host);

  let output: Output | undefined;
  const stopListening = onSignals(host, () => output?.abort());
  try {
    output = await openOutput(target, host);
    const printer = await Printer.create(view, format, options, screen, output, around.version);
    const progress = startProgress(host, options, () => textSize(files, sizes));
    const heard = files.some(file => file.open === '-') ? noteWaiting(host, options.quiet === true) : () => {};
    const finished = await runJob({
      job,
      view,
      files,
      sizes,
      runner,
      toolbox,
      delivery: printer,
      whole: printer.whole,
      jobs: options.jobs as number | undefined,
      threads: { url: around.worker, data: around.data, rendering: printer.portableContext },
      progress: bytes => {
        heard();
        progress.update(bytes);
      },
    }).finally(() => {
      heard();
      progress.stop();
    });
    for (const warning of finished.warnings) problems.warning(warning);
    for (const error of finished.failed) problems.error(new NewsError(error.code, error.message, error));
    problems.close();
    if (finished.input.files === 0 && files.length > 0) {
      output.abort();
      return 2;
    }
    const params = paramsOf(command, options, query, queries.query?.parsed);
    await printer.finish(finished.outcome, envelopeOf(command, view, params, finished, problems));
    const { total, figures } = finished.outcome;
    // A snippet may match without a place to show: `NOT nga`.
    const nothing = total === 0 && !(Number(figures.snippets) > 0);
    if (command.takesQuery && nothing && options.quiet !== true && (await foldingFinds(job, files, toolbox))) {
      say(host, 'newscli: nothing was found; without marks (--match fold) something would be\n');
    }
    return output.closed ? 0 : exitCode(command, options, gates, finished, problems, host);
  } catch (error) {
    output?.abort();
    throw error;
  } finally {
    stopListening();
  }
}

function exitCode(
  command: Command,
  options: Options,
  gates: readonly Gate[],
  { input, outcome }: RunOutcome,
  problems: Problems,
  host: Host,
): number {
  const held = gatesThatHold(gates, input, { ...outcome.figures, total: outcome.total });
  for (const { gate, value } of held) say(host, `newscli: --fail-if ${gate.text}: ${gate.name} is ${value}\n`);
  const allowed = (options.allowSkipped as number | undefined) ?? 0;
  if (problems.errors > 0 || input.skipped > allowed) return 2;
  if (held.length > 0) return 1;
  return command.takesQuery && outcome.total === 0 ? 1 : 0;
}

/** On SIGINT and SIGTERM `cleanUp`, so that nothing half-made is left behind. Returns what stops the listening. */
function onSignals(host: Host, cleanUp: () => void): () => void {
  const listeners = [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const;
  const stops = listeners.map(([signal, code]) => {
    const listener = () => {
      cleanUp();
      host.exit(code);
    };
    host.on(signal, listener);
    return () => host.off(signal, listener);
  });
  return () => {
    for (const stop of stops) stop();
  };
}

/** The first view whose condition holds, in the format asked for. @throws NewsError `USAGE` when it has no such format. */
function choosePresentation(command: Command, options: Options): { view: View; format: Format } {
  const asked = options.json === true ? 'json' : (options.format as Format | undefined);
  if (options.json === true && options.format !== undefined && options.format !== 'json') {
    throw new NewsError('USAGE', `--json and --format ${options.format} do not go together`);
  }
  const view = command.views.find(({ when }) => when({ ...options, format: asked }));
  if (view === undefined) throw new NewsError('INTERNAL', `${command.name} has no view for these options`);
  if (asked !== undefined && !view.formats.includes(asked)) {
    throw new NewsError('USAGE', `${command.name} cannot print ${asked} with these options`, {
      hint: `it prints ${view.formats.join(', ')}`,
    });
  }
  return { view, format: asked ?? view.formats[0]! };
}

function effectiveTop(view: View, format: Format, { top }: Options): number | undefined {
  if (top !== undefined || view.id !== 'entities/1') return top as number | undefined;
  return format === 'table' || format === 'markdown' ? SCREEN_ROWS : 0;
}

/** A screen that is as wide as its terminal, unless told. No other format knows of terminals. */
function drawnWidth(format: Format, screen: Screen, { width }: Options): Options {
  return format === 'table' && width === undefined && Number.isFinite(screen.width) ? { width: screen.width } : {};
}

function jobOf(command: Command, view: View, options: Options, format: Format, query: string | undefined): Job {
  const file = <T>(key: string, read: (path: string) => readonly T[]): readonly T[] => {
    const path = options[key] as string | undefined;
    return path === undefined ? [] : read(path);
  };
  return {
    command: command.name,
    view: view.id,
    options,
    format,
    query,
    where: options.where as string | undefined,
    refDate: options.refDate as string | undefined,
    input: {
      inputFormat: options.inputFormat as Job['input']['inputFormat'],
      textField: options.textField as string | undefined,
      idField: options.idField as string | undefined,
      dateField: options.dateField as string | undefined,
      encoding: options.encoding as Job['input']['encoding'],
      strict: options.strict === true,
      maxLine: (options.maxLine as number | undefined) ?? MAX_LINE,
    },
    userWords: file('userDict', readUserWords),
    gazetteer: file('gazetteer', readGazetteer),
    aliases: file('aliases', readAliases),
  };
}

function envelopeOf(command: Command, view: View, params: JsonObject, { input }: RunOutcome, problems: Problems): Envelope {
  return {
    schema: `newscli.${view.id}`,
    command: command.name,
    params,
    input,
    partial: problems.errors > 0 || input.skipped > 0,
    warnings: problems.all(),
  };
}
