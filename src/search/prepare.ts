import type { QueryNode } from './query.js';
import { loadRegexEngine } from './regex.js';

/** Loads what a query needs beyond the code at hand; to be awaited before `compileQuery`. */
export async function prepareQuery(node: QueryNode): Promise<void> {
  if (hasPattern(node)) await loadRegexEngine();
}

function hasPattern(node: QueryNode): boolean {
  switch (node.kind) {
    case 'regex':
      return true;
    case 'not':
      return hasPattern(node.operand);
    case 'near':
    case 'and':
    case 'or':
      return node.operands.some(hasPattern);
    default:
      return false;
  }
}
