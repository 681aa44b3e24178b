import type { Matcher } from '../model/analysis.js';
import type { Options } from '../model/command.js';
import type { ByteFilter, Kernel, QueryOptions } from '../search/index.js';
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
}

/** Reads and compiles the queries of a job; the code for it is loaded only when there are any. @throws NewsError `QUERY` with the column. */
export async function queriesOf({ query, where, options }: Job, toolbox: Toolbox): Promise<Queries> {
  if (query === undefined && where === undefined) return { query, where };
  const { compileByteFilter, compileQuery, createKernel, parseQuery, prepareQuery } = await import('../search/index.js');
  const { segmenter } = toolbox;
  const tools = {
    lexicon: segmenter.lexicon,
    segmentAround: segmenter.segmentAround,
    resolveNames: toolbox.resolveSnippet,
  };
  const ready = async (text: string | undefined, how: QueryOptions): Promise<Matcher | undefined> => {
    if (text === undefined) return undefined;
    const node = parseQuery(text);
    await prepareQuery(node);
    return compileQuery(node, how, tools);
  };
  const [asked, how] = query !== undefined ? [query, queryOptions(options)] : [where!, queryOptions({})];
  const kernel = createKernel();
  const filter = compileByteFilter(parseQuery(asked), how, tools, kernel);
  return {
    query: await ready(query, queryOptions(options)),
    where: await ready(where, queryOptions({})),
    filter: filter && { filter, kernel },
  };
}

function queryOptions({ match, caseSensitive, syllable, substring }: Options): QueryOptions {
  return {
    match: (match as QueryOptions['match'] | undefined) ?? 'smart',
    caseSensitive: caseSensitive === true,
    syllable: syllable === true,
    substring: substring === true,
  };
}
