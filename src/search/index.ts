/** Queries: `parseQuery` reads one, `compileQuery` makes it ready to run over snippets. */
export { compileQuery, type QueryTools } from './compile.js';
export { foldingWouldFind } from './folding.js';
export { parseQuery } from './parse.js';
export type { QueryNode, QueryOptions } from './query.js';
