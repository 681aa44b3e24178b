import type { Matcher } from '../model/analysis.js';
import { type CutQuery, compileQuery, cutQuery, type QueryTools } from './compile.js';
import type { QueryNode, QueryOptions } from './query.js';

/**
 * The query with all marks set aside, to try when nothing was found; `undefined` when that is the same query. What it finds is a
 * hint for the user, not a result.
 */
export function foldingWouldFind(node: QueryNode, options: QueryOptions, tools: QueryTools): Matcher | undefined {
  if (options.match === 'fold' || !comparesMarks(cutQuery(node, options, tools.lexicon))) return undefined;
  return compileQuery(node, { ...options, match: 'fold' }, tools);
}

function comparesMarks(cut: CutQuery): boolean {
  switch (cut.kind) {
    case 'term':
      return cut.pieces.some(piece => !piece.folds);
    case 'field':
      return 'piece' in cut && !cut.piece.folds;
    case 'regex':
      return false;
    case 'not':
      return comparesMarks(cut.operand);
    case 'near':
      return comparesMarks(cut.left) || comparesMarks(cut.right);
    default:
      return cut.operands.some(comparesMarks);
  }
}
