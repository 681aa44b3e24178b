import { type Command, defineScan } from '../model/command.js';
import type { Doc } from '../model/doc.js';
import type { Row } from '../model/report.js';
import { KIND_NAMES } from '../model/tokens.js';
import { toggle } from './options.js';
import { SNIPPET_COLUMNS, TOKEN_LIST, tokenList } from './token-columns.js';

interface TokenTally {
  snippets: number;
  tokens: number;
}

const tally = {
  init: (): TokenTally => ({ snippets: 0, tokens: 0 }),
  count: (sum: TokenTally, doc: Doc): void => {
    sum.snippets++;
    sum.tokens += doc.tokens.length;
  },
  merge: (a: TokenTally, b: TokenTally): TokenTally => ({ snippets: a.snippets + b.snippets, tokens: a.tokens + b.tokens }),
};

/** json and ndjson: an item a snippet. */
const snippets = defineScan<TokenTally>({
  id: 'tokenize/1',
  when: ({ underscore, format }) => underscore !== true && (format === 'json' || format === 'ndjson'),
  needs: () => ['tokens'],
  formats: ['json', 'ndjson'],
  record: 'snippet',
  columns: [...SNIPPET_COLUMNS, TOKEN_LIST],
  screen: [],
  figures: { tokens: { type: 'integer', minimum: 0 } },
  ...tally,
  rows: doc => {
    const { file, line, id, text } = doc.snippet;
    return [{ record: 'snippet', file, line, id, text, tokens: tokenList(doc) }];
  },
  finish: ({ snippets, tokens }) => ({ figures: { tokens }, total: snippets }),
});

/** The flat formats: a row a token. */
const tokens = defineScan<TokenTally>({
  id: 'tokenize.tokens/1',
  when: options => options.underscore !== true,
  needs: () => ['tokens'],
  formats: ['table', 'csv', 'tsv', 'markdown'],
  record: 'token',
  columns: [
    { key: 'file', kind: 'text' },
    { key: 'line', kind: 'position' },
    { key: 'id', kind: 'text', optional: true },
    { key: 'start', kind: 'position' },
    { key: 'end', kind: 'position' },
    { key: 'text', kind: 'text' },
    { key: 'kind', kind: 'text' },
  ],
  screen: [
    { label: 'Place', kind: 'place', key: 'file', tone: 'dim' },
    { label: 'Start', kind: 'position', key: 'start' },
    { label: 'End', kind: 'position', key: 'end' },
    { label: 'Token', kind: 'text', key: 'text', cut: 'end' },
    { label: 'Kind', kind: 'text', key: 'kind', tone: 'dim' },
  ],
  figures: {},
  ...tally,
  rows: tokenRows,
  finish: ({ tokens: total }) => ({ figures: {}, total }),
});

/** Text with the syllables of a word joined by `_`; the renderer reads the tokens from the columns. */
const underscore = defineScan<Pick<TokenTally, 'snippets'>>({
  id: 'tokenize.underscore/1',
  when: options => options.underscore === true,
  needs: () => ['tokens'],
  formats: ['underscore'],
  record: 'snippet',
  columns: [],
  screen: [],
  figures: {},
  // Tokens that nobody counts are not cut: see `UnderscoreText`.
  init: () => ({ snippets: 0 }),
  count: sum => {
    sum.snippets++;
  },
  merge: (a, b) => ({ snippets: a.snippets + b.snippets }),
  rows: () => [],
  finish: ({ snippets: total }) => ({ figures: {}, total }),
});

export const tokenize: Command = {
  name: 'tokenize',
  summary: 'cut text into words, as the Vietnamese treebank does',
  examples: ['newscli tokenize news.txt', 'newscli tokenize --underscore news.txt > news.seg', 'newscli tokenize --format ndjson news/'],
  takesQuery: false,
  options: [toggle('underscore', '--underscore', 'a snippet a line, words apart by a space, their syllables joined by "_"')],
  views: [snippets, underscore, tokens],
};

function tokenRows({ tokens, snippet }: Doc): readonly Row[] {
  const { file, line, id, text } = snippet;
  const rows: Row[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const start = tokens.start[i]!;
    const end = tokens.end[i]!;
    const kind = KIND_NAMES[tokens.kind[i]!]!;
    rows.push({ record: 'token', file, line, ...(id !== undefined && { id }), start, end, text: text.slice(start, end), kind });
  }
  return rows;
}
