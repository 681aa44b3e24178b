import { WordCounts } from '../../aggregate/form-tally.js';
import { summarize } from '../../aggregate/histogram.js';
import { movingRatio } from '../../aggregate/moving-ratio.js';
import { commonest, type IdentityTables, resolveIdentities } from '../../annotate/entities/identity.js';
import { compareCodePoints } from '../../model/code-points.js';
import type { FinishTools, Options } from '../../model/command.js';
import { ENTITY_TYPES } from '../../model/mention.js';
import type { JsonObject } from '../../model/report.js';
import type { StatsState } from './state.js';

const TOP_WORDS = 10;
const TOP_ENTITIES = 5;

/** The figures of `stats`, in the order of the contract; ratios are shares of one. `invalidUtf8` is the input's. */
export function statsFigures(state: StatsState, options: Options, tools: FinishTools, invalidUtf8: number): JsonObject {
  const words = new WordCounts(state.forms);
  const typeTokenRatio = share(words.types, state.words);
  return {
    snippets: state.snippets,
    duplicates: state.snippets - state.texts.size,
    characters: state.characters,
    sentences: state.sentences,
    syllables: state.syllables,
    tokens: state.tokens,
    words: state.words,
    types: words.types,
    hapaxes: words.hapaxes,
    typeTokenRatio,
    mattr: movingRatio(state.movingRatio, typeTokenRatio),
    wordsPerSentence: summarize(state.wordsPerSentence),
    wordsPerSnippet: summarize(state.wordsPerSnippet),
    multiSyllableShare: share(state.multiSyllable, state.words),
    topWords: words.commonest(limitOf(options, TOP_WORDS), key => !tools.stopWords.has(key)),
    entities: entityFigures(state, options, tools),
    dates: {
      mentions: state.dates.mentions,
      resolved: state.dates.resolved,
      first: state.dates.first,
      last: state.dates.last,
      byMonth: [...state.dates.byMonth].sort(([a], [b]) => compareCodePoints(a, b)).map(([period, count]) => ({ period, count })),
    },
    health: {
      nonNfc: state.health.nonNfc,
      invalidUtf8,
      zeroWidth: state.health.zeroWidth,
      eth: state.health.eth,
      empty: state.health.empty,
    },
  };
}

function entityFigures(state: StatsState, options: Options, tools: FinishTools): JsonObject {
  const { all } = resolveIdentities(state.entities, tools.identityTables as IdentityTables);
  return {
    mentions: all.reduce((sum, entity) => sum + entity.mentions, 0),
    byType: ENTITY_TYPES.map(type => {
      const ofType = all.filter(entity => entity.type === type);
      return {
        type,
        mentions: ofType.reduce((sum, entity) => sum + entity.mentions, 0),
        entities: ofType.length,
        top: commonest(ofType, limitOf(options, TOP_ENTITIES)).map(({ entity, mentions }) => ({ entity, mentions })),
      };
    }),
  };
}

/** `--top`; 0 stands for all. */
function limitOf(options: Options, fallback: number): number {
  const top = (options.top as number | undefined) ?? fallback;
  return top === 0 ? Number.POSITIVE_INFINITY : top;
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
