import { addHash, createDistinctTexts, type DistinctTexts, mergeDistinctTexts } from '../../aggregate/distinct.js';
import { createFormTally, type FormTally, mergeFormTallies, reserveForms, sealFormTally } from '../../aggregate/form-tally.js';
import { type Histogram, mergeHistograms, observe } from '../../aggregate/histogram.js';
import { createMovingRatio, type MovingRatio, mergeMovingRatios, pushWords, sealMovingRatio } from '../../aggregate/moving-ratio.js';
import { addMentions, createIdentityState, type IdentityState, mergeIdentityStates } from '../../annotate/entities/identity.js';
import type { DateMention } from '../../model/date-mention.js';
import type { Doc } from '../../model/doc.js';
import type { Vocabulary } from '../../model/tokens.js';

/** All that `stats` counts; plain data, sealed before it merges. */
export interface StatsState {
  snippets: number;
  characters: number;
  sentences: number;
  syllables: number;
  tokens: number;
  words: number;
  multiSyllable: number;
  texts: DistinctTexts;
  forms: FormTally;
  movingRatio: MovingRatio;
  wordsPerSentence: Histogram;
  wordsPerSnippet: Histogram;
  entities: IdentityState;
  dates: DateTally;
  health: { nonNfc: number; zeroWidth: number; eth: number; empty: number };
}

export interface DateTally {
  mentions: number;
  resolved: number;
  first: string | null;
  last: string | null;
  /** `YYYY-MM` → expressions that lie in that month. */
  byMonth: Map<string, number>;
}

export function createStats(): StatsState {
  return {
    snippets: 0,
    characters: 0,
    sentences: 0,
    syllables: 0,
    tokens: 0,
    words: 0,
    multiSyllable: 0,
    texts: createDistinctTexts(),
    forms: createFormTally(),
    movingRatio: createMovingRatio(),
    wordsPerSentence: [],
    wordsPerSnippet: [],
    entities: createIdentityState(),
    dates: { mentions: 0, resolved: 0, first: null, last: null, byMonth: new Map() },
    health: { nonNfc: 0, zeroWidth: 0, eth: 0, empty: 0 },
  };
}

export function addDoc(state: StatsState, doc: Doc): void {
  state.snippets++;
  const { tokens } = doc;
  state.characters += characters(doc);
  addHash(state.texts, tokens.textLow, tokens.textHigh);
  addWords(state, doc);
  addMentions(state.entities, doc.snippet, doc.entities);
  for (const date of doc.dates) addDate(state.dates, date);
  if (doc.nonNfc) state.health.nonNfc++;
  if (doc.zeroWidth) state.health.zeroWidth++;
  if (doc.eth) state.health.eth++;
  if (tokens.length === 0) state.health.empty++;
}

export function sealStats(state: StatsState, vocabulary: Vocabulary): void {
  sealFormTally(state.forms, vocabulary);
  sealMovingRatio(state.movingRatio, form => vocabulary.spelling(form));
}

export function mergeStats(a: StatsState, b: StatsState): StatsState {
  return {
    snippets: a.snippets + b.snippets,
    characters: a.characters + b.characters,
    sentences: a.sentences + b.sentences,
    syllables: a.syllables + b.syllables,
    tokens: a.tokens + b.tokens,
    words: a.words + b.words,
    multiSyllable: a.multiSyllable + b.multiSyllable,
    texts: mergeDistinctTexts(a.texts, b.texts),
    forms: mergeFormTallies(a.forms, b.forms),
    movingRatio: mergeMovingRatios(a.movingRatio, b.movingRatio),
    wordsPerSentence: mergeHistograms(a.wordsPerSentence, b.wordsPerSentence),
    wordsPerSnippet: mergeHistograms(a.wordsPerSnippet, b.wordsPerSnippet),
    entities: mergeIdentityStates(a.entities, b.entities),
    dates: mergeDates(a.dates, b.dates),
    health: {
      nonNfc: a.health.nonNfc + b.health.nonNfc,
      zeroWidth: a.health.zeroWidth + b.health.zeroWidth,
      eth: a.health.eth + b.health.eth,
      empty: a.health.empty + b.health.empty,
    },
  };
}

/** The words of a text, by the form of their key. */
let keys = new Int32Array(512);

function addWords(state: StatsState, { tokens, sentences, vocabulary }: Doc): void {
  const { start, lettered, syllables, form, key, length } = tokens;
  if (length > keys.length) keys = new Int32Array(length * 2);
  const counts = reserveForms(state.forms, vocabulary.size);
  let words = 0;
  let sentence = 0;
  let wordsBefore = 0;
  let ofAll = 0;
  let multiSyllable = 0;
  let end = sentences.length > 1 ? sentences.end[0]! : Number.POSITIVE_INFINITY;
  for (let i = 0; i < length; i++) {
    while (start[i]! >= end) {
      observe(state.wordsPerSentence, words - wordsBefore);
      wordsBefore = words;
      sentence++;
      end = sentence < sentences.length - 1 ? sentences.end[sentence]! : Number.POSITIVE_INFINITY;
    }
    if (lettered[i] === 0) continue;
    keys[words++] = key[i]!;
    counts[form[i]!]!++;
    ofAll += syllables[i]!;
    if (syllables[i]! > 1) multiSyllable++;
  }
  observe(state.wordsPerSentence, words - wordsBefore);
  observe(state.wordsPerSnippet, words);
  pushWords(state.movingRatio, keys, words, vocabulary.size);
  state.sentences += Math.max(1, sentences.length);
  state.tokens += length;
  state.words += words;
  state.syllables += ofAll;
  state.multiSyllable += multiSyllable;
}

function addDate(tally: DateTally, { from, to }: DateMention): void {
  tally.mentions++;
  if (from === null && to === null) return;
  tally.resolved++;
  const earliest = from ?? to;
  const latest = to ?? from;
  if (earliest !== null && (tally.first === null || earliest < tally.first)) tally.first = earliest;
  if (latest !== null && (tally.last === null || latest > tally.last)) tally.last = latest;
  const month = from?.slice(0, 7);
  if (month !== undefined && month === to?.slice(0, 7)) tally.byMonth.set(month, (tally.byMonth.get(month) ?? 0) + 1);
}

function mergeDates(a: DateTally, b: DateTally): DateTally {
  for (const [month, count] of b.byMonth) a.byMonth.set(month, (a.byMonth.get(month) ?? 0) + count);
  return {
    mentions: a.mentions + b.mentions,
    resolved: a.resolved + b.resolved,
    first: a.first === null || (b.first !== null && b.first < a.first) ? b.first : a.first,
    last: a.last === null || (b.last !== null && b.last > a.last) ? b.last : a.last,
    byMonth: a.byMonth,
  };
}

/** Code points of the normal text. */
function characters(doc: Doc): number {
  const { normalCodes } = doc.snippet;
  if (normalCodes !== undefined) return normalCodes.end - normalCodes.start;
  const text = doc.normal;
  let pairs = 0;
  for (let i = 0; i + 1 < text.length; i++) {
    if ((text.charCodeAt(i) & 0xfc00) === 0xd800 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00) pairs++;
  }
  return text.length - pairs;
}
