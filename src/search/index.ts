/** Queries: `parseQuery` reads one, `compileQuery` makes it ready to run over snippets, `compileByteFilter` over raw bytes before that. */
export { compileQuery, type QueryTools } from './compile.js';
export { foldingWouldFind } from './folding.js';
export { parseQuery } from './parse.js';
export { prepareQuery } from './prepare.js';
export type { QueryNode, QueryOptions } from './query.js';
export type { Found, WordCounter } from './scan/counter.js';
export { type ByteFilter, createLineRanges, type LineRanges } from './scan/filter.js';
export { createKernel, type Kernel } from './scan/kernel.js';
export { compileByteCounter, compileByteFilter } from './scan/necessary.js';
