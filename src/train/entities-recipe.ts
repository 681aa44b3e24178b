import { createRecogniser } from '../annotate/entities/recogniser.js';
import { ENTITY_TYPES, type EntityType } from '../model/mention.js';
import { type EntityTraining, learnNames, trainEntities } from './entities.js';
import { lineKey, mineNews } from './entities-news.js';
import type { GazetteerRow } from './entities-phrases.js';
import type { LabelledLine } from './entities-samples.js';

export interface RecogniserInput {
  readonly train: readonly LabelledLine[];
  /** Held out: a model is measured on them that has not learned them; the one that is returned has. */
  readonly dev?: readonly LabelledLine[];
  /** Lines of news, segmented or plain; each call begins anew. Labelled lines in it are left out. */
  readonly news?: () => Iterable<string>;
  readonly gazetteer?: readonly GazetteerRow[];
  readonly seed?: number;
  readonly onProgress?: (message: string) => void;
}

/** Exact matches of span and type, in per cent. */
export interface Score {
  readonly type: EntityType | 'PER+LOC+ORG';
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly gold: number;
}

const FOLDS = 4;
const ROUNDS = 3;
/** Names that the news holds less often are not kept. */
const LEAST_NAME_COUNT = 3;

/**
 * Makes the recogniser's model: word clusters and capitals from the news, then names from the news as models tag it that have
 * not seen the line in hand, then the weights. The scores are those of a model made without the held-out lines. The same input and
 * seed give the same bytes.
 */
export function trainRecogniser(input: RecogniserInput): { readonly model: Uint8Array; readonly scores: readonly Score[] } {
  const { dev = [] } = input;
  const training = { ...withNews(input), rounds: ROUNDS };
  const { model } = trainEntities(training);
  if (dev.length === 0) return { model, scores: [] };
  return { model: trainEntities({ ...training, unseen: dev }).model, scores: scoreModel(model, dev) };
}

/** What is learnt from unlabelled news; labelled lines in it are left out, the held-out ones too. */
function withNews({ train, dev = [], news, gazetteer = [], seed = 1, onProgress }: RecogniserInput): EntityTraining {
  const training = { train, gazetteer, seed, ...(onProgress !== undefined && { onProgress }) };
  if (news === undefined) return training;
  const labelled = [...train, ...dev].map(line => line.text);
  const facts = mineNews(news, labelled, { seed, ...(onProgress !== undefined && { onProgress }) });
  const keys = new Set(labelled.map(lineKey));
  const unlabelled = function* (): Iterable<string> {
    for (const line of news()) if (line !== '' && !keys.has(lineKey(line))) yield line;
  };
  const informed = { ...training, news: facts };
  return { ...informed, names: learnNames(informed, unlabelled, FOLDS, LEAST_NAME_COUNT) };
}

/** Lines of a labelled file: JSON with `text` and `entities`. */
export function readLabelledLines(content: string): LabelledLine[] {
  return content
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => JSON.parse(line) as LabelledLine);
}

/** Rows of `gazetteer.tsv`: name, type, kind, aliases apart by `|`. */
export function readGazetteer(content: string): GazetteerRow[] {
  return content
    .split('\n')
    .filter(line => line !== '')
    .map(line => {
      const [name, type, kind, aliases] = line.split('\t');
      return { name: name!, type: type as EntityType, kind: kind!, aliases: aliases ? aliases.split('|') : [] };
    });
}

/** How well a model finds the outermost mentions of labelled lines. */
export function scoreModel(model: Uint8Array, lines: readonly LabelledLine[]): readonly Score[] {
  const recogniser = createRecogniser(model);
  const counts = new Map(ENTITY_TYPES.map(type => [type, { hits: 0, gold: 0, found: 0 }]));
  for (const { text, entities } of lines) {
    const keys = new Set(entities.map(({ start, end, type }) => `${start} ${end} ${type}`));
    for (const { type } of entities) counts.get(type)!.gold++;
    for (const { start, end, type } of recogniser.find(text)) {
      counts.get(type)!.found++;
      if (keys.has(`${start} ${end} ${type}`)) counts.get(type)!.hits++;
    }
  }
  const three = { hits: 0, gold: 0, found: 0 };
  for (const type of ['PER', 'LOC', 'ORG'] as const) {
    for (const key of ['hits', 'gold', 'found'] as const) three[key] += counts.get(type)![key];
  }
  return [...counts, ['PER+LOC+ORG', three] as const].map(([type, { hits, gold, found }]) => ({
    type,
    precision: per(hits, found),
    recall: per(hits, gold),
    f1: per(2 * hits, gold + found),
    gold,
  }));
}

function per(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((10_000 * part) / whole) / 100;
}
