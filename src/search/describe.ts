import { comparisonKey } from '../text/keys.js';
import type { CutQuery } from './compile.js';
import type { Piece } from './spelling.js';

/**
 * A query as it was read: its words in quotes, `~` behind a word that is compared without marks, operators written out:
 * `"trien khai"~ AND NOT "nga"`.
 */
export function described(cut: CutQuery): string {
  switch (cut.kind) {
    case 'term':
      return term(cut.pieces, cut.form === 'prefix');
    case 'regex':
      return `/${cut.source}/`;
    case 'field':
      return `${cut.field}:${/\s/.test(cut.value) ? `"${cut.value}"` : cut.value}`;
    case 'not':
      return `NOT ${grouped(cut.operand)}`;
    case 'near':
      return `${grouped(cut.left)} NEAR/${cut.distance} ${cut.right.kind === 'near' ? `(${described(cut.right)})` : grouped(cut.right)}`;
    case 'and':
      return cut.operands.map(operand => (operand.kind === 'or' ? `(${described(operand)})` : described(operand))).join(' AND ');
    case 'or':
      return cut.operands.map(described).join(' OR ');
  }
}

function grouped(cut: CutQuery): string {
  return cut.kind === 'and' || cut.kind === 'or' ? `(${described(cut)})` : described(cut);
}

function term(pieces: readonly Piece[], prefix: boolean): string {
  const parts = pieces.map(piece => comparisonKey(piece.text));
  const folding = pieces.filter(piece => piece.folds).length;
  if (folding === 0) return `"${parts.join(' ')}"${prefix ? '*' : ''}`;
  if (folding === pieces.length) return `"${parts.join(' ')}"${prefix ? '*' : ''}~`;
  return `"${parts.map((part, i) => (pieces[i]!.folds ? `${part}~` : part)).join(' ')}"`;
}
