import { compareCodePoints } from '../../model/code-points.js';
import type { Doc } from '../../model/doc.js';
import type { Row } from '../../model/report.js';

/**
 * The best snippets by BM25, kept while a corpus is read. Of snippets with the same counts of the same terms the shorter ranks
 * higher whatever the corpus turns out to be, so `limit` of each such kind are enough.
 */
export interface Ranking {
  /** 0 keeps all. */
  readonly limit: number;
  /** Snippets that match. */
  snippets: number;
  /** Their length together, in syllables. */
  length: number;
  /** Snippets that have the term. */
  frequencies: Map<string, number>;
  /** By counts of terms, written out. */
  kinds: Map<string, Kind>;
}

interface Kind {
  readonly counts: readonly (readonly [term: string, count: number])[];
  candidates: Candidate[];
  /** Snippets of this length and more come too late. */
  longest: number;
}

interface Candidate {
  readonly row: Row;
  readonly length: number;
  /** Its text is a string of its own: a slice would keep all that was decoded with it in memory. */
  readonly own?: true;
}

const K1 = 1.2;
const B = 0.75;

export function createRanking(limit: number): Ranking {
  return { limit, snippets: 0, length: 0, frequencies: new Map(), kinds: new Map() };
}

export function addToRanking(ranking: Ranking, doc: Doc, row: Row): void {
  const length = syllablesOf(doc.snippet.text);
  const byTerm = new Map<string, number>();
  for (const { term } of doc.hits) byTerm.set(term, (byTerm.get(term) ?? 0) + 1);
  const counts = [...byTerm].sort(([a], [b]) => compareCodePoints(a, b));
  ranking.snippets++;
  ranking.length += length;
  for (const [term] of counts) bump(ranking.frequencies, term, 1);
  keep(ranking, JSON.stringify(counts), { counts, candidates: [{ row, length }], longest: Number.POSITIVE_INFINITY });
}

export function mergeRankings(earlier: Ranking, later: Ranking): Ranking {
  earlier.snippets += later.snippets;
  earlier.length += later.length;
  for (const [term, count] of later.frequencies) bump(earlier.frequencies, term, count);
  for (const [name, kind] of later.kinds) keep(earlier, name, kind);
  return earlier;
}

/** Rows with their `score`, best first; ties in input order. `snippets` is the size of the corpus. */
export function ranked(ranking: Ranking, snippets: number): Row[] {
  const size = Math.max(snippets, ranking.snippets);
  const average = ranking.length / Math.max(1, ranking.snippets);
  const scored: { row: Row; score: number }[] = [];
  for (const { counts, candidates } of ranking.kinds.values()) {
    for (const { row, length } of candidates) {
      let score = 0;
      for (const [term, count] of counts) {
        const having = ranking.frequencies.get(term)!;
        const rarity = Math.log(1 + (size - having + 0.5) / (having + 0.5));
        score += (rarity * count * (K1 + 1)) / (count + K1 * (1 - B + (B * length) / average));
      }
      scored.push({ row, score });
    }
  }
  scored.sort((a, b) => b.score - a.score || inputOrder(a.row, b.row));
  const best = ranking.limit === 0 ? scored : scored.slice(0, ranking.limit);
  return best.map(({ row, score }) => ({ ...row, score: Math.round(score * 1e6) / 1e6 }));
}

function keep({ kinds, limit }: Ranking, name: string, { counts, candidates }: Kind): void {
  let kind = kinds.get(name);
  if (kind === undefined) {
    kind = { counts, candidates: [], longest: Number.POSITIVE_INFINITY };
    kinds.set(name, kind);
  }
  for (const candidate of candidates) {
    // Of equally long ones the earlier stays.
    if (candidate.length >= kind.longest) continue;
    kind.candidates.push(limit === 0 ? candidate : owned(candidate));
    if (limit === 0 || kind.candidates.length <= 2 * limit) continue;
    kind.candidates = kind.candidates.sort((a, b) => a.length - b.length).slice(0, limit);
    kind.longest = kind.candidates.at(-1)!.length;
  }
}

function owned(candidate: Candidate): Candidate {
  if (candidate.own) return candidate;
  const { row, length } = candidate;
  return { row: structuredClone(row), length, own: true };
}

function inputOrder(a: Row, b: Row): number {
  return compareCodePoints(a.file as string, b.file as string) || (a.line as number) - (b.line as number);
}

function bump(counts: Map<string, number>, term: string, count: number): void {
  counts.set(term, (counts.get(term) ?? 0) + count);
}

/** Runs of what is not white space. */
function syllablesOf(text: string): number {
  let count = 0;
  let inside = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const space = code === 0x20 || code === 0xa0 || (code >= 9 && code <= 13);
    if (!space && !inside) count++;
    inside = !space;
  }
  return count;
}
