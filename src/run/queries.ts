import type { Matcher } from '../model/analysis.js';
import type { Options, View } from '../model/command.js';
import type { ByteFilter, Kernel, QueryNode, QueryOptions, WordCounter } from '../search/index.js';
import type { Toolbox } from './annotators.js';
import type { Job } from './job.js';

/** The queries of a run, ready to match. */
export interface Queries {
  /** The command's own. */
  readonly query: Matcher | undefined;
  /** `--where`. */
  readonly where: Matcher | undefined;
  /** Tells from bytes which lines are worth decoding; where both are given, by the command's own query. */
  readonly filter?: { readonly filter: ByteFilter; readonly kernel: Kernel } | undefined;
  /** The filter, where it counts the hits of most lines itself, and gives the others. */
  readonly counter?: WordCounter | undefined;
}

/** Reads and compiles the queries of a job for a view; the code for it is loaded only when there are any. @throws NewsError `QUERY` with the column. */
export async function queriesOf({ query, where, options }: Job, toolbox: Toolbox, view?: View): Promise<Queries> {
  if (query === undefined && where === undefined) return { query, where };
  const { compileByteCounter, compileByteFilter, compileQuery, createKernel, parseQuery, prepareQuery } = await import(
    '../search/index.js'
  );
  const { segmenter } = toolbox;
  const tools = {
    lexicon: segmenter.lexicon,
    segmentAround: segmenter.segmentAround,
    stretches: segmenter.stretches,
    resolveNames: toolbox.resolveSnippet,
  };
  const ready = async (text: string | undefined, how: QueryOptions): Promise<{ node: QueryNode; how: QueryOptions } | undefined> => {
    if (text === undefined) return undefined;
    const node = parseQuery(text);
    await prepareQuery(node);
    return { node, how };
  };
  const own = await ready(query, queryOptions(options));
  const filtering = await ready(where, queryOptions({}));
  const first = (own ?? filtering)!;
  const kernel = createKernel(segmenter.stretches?.kernel);
  const counts = own !== undefined && filtering === undefined && view !== undefined && asksHowMany(view, options);
  const counter = counts ? compileByteCounter(own.node, own.how, tools, kernel) : undefined;
  const filter = counter ?? compileByteFilter(first.node, first.how, tools, kernel);
  return {
    query: own && compileQuery(own.node, own.how, tools),
    where: filtering && compileQuery(filtering.node, filtering.how, tools),
    filter: filter && { filter, kernel },
    counter,
  };
}

/** Whether the view asks for no more than how many there are, and for all of them. */
function asksHowMany(view: View, options: Options): boolean {
  return view.shape === 'files' && view.addFound !== undefined && view.firstTells?.(options) !== true;
}

function queryOptions({ match, caseSensitive, syllable, substring }: Options): QueryOptions {
  return {
    match: (match as QueryOptions['match'] | undefined) ?? 'smart',
    caseSensitive: caseSensitive === true,
    syllable: syllable === true,
    substring: substring === true,
  };
}
