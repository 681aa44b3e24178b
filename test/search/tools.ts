import type { Analysis } from '../../src/model/analysis.js';
import type { DateMention } from '../../src/model/date-mention.js';
import type { Hit } from '../../src/model/doc.js';
import type { Mention } from '../../src/model/mention.js';
import { createTokens, Kind, reserveTokens, type Tokens } from '../../src/model/tokens.js';
import { compileQuery, parseQuery, prepareQuery, type QueryOptions, type QueryTools } from '../../src/search/index.js';
import { comparisonKey, foldedKey } from '../../src/text/keys.js';
import { normalizeText } from '../../src/text/normalize.js';

/** Words of several syllables, and single ones that are words as typed; enough for the sentences of these tests. */
const WORDS = `
  việt nam; hà nội; quân đội; quân sự; công an; an ninh; an toàn; an; nga; ngã; đàm phán; viện trợ; triển khai; tổng thống; donald trump;
  ukraine; nato; trump; tỷ; đồng; đường; dương; đại dương; kinh tế; kinh doanh; hoà bình; hoà; mỹ; mì; gạo; châu âu; liên minh; thuế; quan;
  hải quan; biển; đông; biển đông; chính phủ; bộ; ngoại giao; bộ trưởng; năm; ông; họp; báo; lý; lý do; công ty; sẽ; ở; và; với; tại; về; không;
  ngân hàng; thành phố; hồ chí minh; putin; volodymyr zelensky; khuếch đại; thuý; kỹ thuật; sân bay; nhà; ga; máy bay; tranh; chấp; vàng; giá; tăng`
  .split(';')
  .map(word => comparisonKey(word.trim()));

const known = new Set(WORDS);
const folded = new Set(WORDS.map(foldedKey));

export const lexicon: QueryTools['lexicon'] = {
  has: key => known.has(key),
  hasFolded: key => folded.has(key),
  maxSyllables: 3,
  words: () => known,
};

/** Longest match; punctuation apart; runs of unknown capitalised syllables are one name. */
export function segment(text: string, tokens: Tokens): void {
  tokens.length = 0;
  const parts = [...text.matchAll(/[\p{L}\p{N}\p{M}]+(?:[-.][\p{L}\p{N}\p{M}]+)*|[^\s]/gu)].map(part => ({
    text: part[0],
    start: part.index,
  }));
  for (let i = 0; i < parts.length; ) {
    let size = Math.min(3, parts.length - i);
    const joined = (n: number): string =>
      comparisonKey(text.slice(parts[i]!.start, parts[i + n - 1]!.start + parts[i + n - 1]!.text.length));
    while (size > 1 && !known.has(joined(size))) size--;
    push(tokens, parts[i]!.start, parts[i + size - 1]!.start + parts[i + size - 1]!.text.length, /[\p{L}\p{N}]/u.test(parts[i]!.text));
    i += size;
  }
}

function push(tokens: Tokens, start: number, end: number, word: boolean): void {
  reserveTokens(tokens, 1);
  tokens.start[tokens.length] = start;
  tokens.end[tokens.length] = end;
  tokens.kind[tokens.length++] = word ? Kind.Word : Kind.Punct;
}

export const tools: QueryTools = { lexicon, segmentAround: (text, _start, _end, tokens) => segment(text, tokens) };

await prepareQuery(parseQuery('/any/'));

export const SMART: QueryOptions = { match: 'smart', caseSensitive: false, syllable: false, substring: false };

export interface Annotations {
  readonly file?: string;
  readonly source?: string;
  readonly entities?: readonly Mention[];
  readonly dates?: readonly DateMention[];
}

export function analysisOf(text: string, { file = 'tin.txt', source, entities = [], dates = [] }: Annotations = {}): Analysis {
  const normal = normalizeText(text);
  const tokens = createTokens();
  segment(normal.text, tokens);
  return {
    snippet: { file, line: 1, text, ...(source !== undefined && { source }) },
    normal,
    tokens: () => tokens,
    entities: () => entities,
    dates: () => dates,
  };
}

/** What a query finds in a text, as spelled there; `undefined` when the snippet does not match. */
export function found(
  query: string,
  text: string,
  {
    options = {},
    annotations = {},
    with: more = {},
  }: { options?: Partial<QueryOptions>; annotations?: Annotations; with?: Partial<QueryTools> } = {},
): string[] | undefined {
  const analysis = analysisOf(text, annotations);
  const matcher = compileQuery(parseQuery(query), { ...SMART, ...options }, { ...tools, ...more });
  const hits: Hit[] = [];
  if (!matcher.matches(analysis, hits)) return undefined;
  return hits.map(hit => analysis.normal.text.slice(hit.start, hit.end));
}

/** The reading of a query, as `params.parsed` shows it. */
export function reading(query: string, options: Partial<QueryOptions> = {}): string {
  return compileQuery(parseQuery(query), { ...SMART, ...options }, tools).parsed;
}
