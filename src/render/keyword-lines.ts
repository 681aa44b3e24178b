import { dropSharedFolder, GAP } from './fit.js';
import type { GridColumn } from './grid.js';

const USUAL_WIDTH = 80;
const LEAST_CONTEXT = 8;

/** A screen of keywords in context: its width is that of the whole line, asked for or the terminal's. */
export function isKeywordScreen(columns: readonly GridColumn[]): boolean {
  return columns.some(column => column.spec.kind === 'keyword-left');
}

/** Shares the line between the two contexts, so that the keywords stand below each other in its middle. */
export function fitKeywords(columns: readonly GridColumn[], wanted: unknown, screenWidth: number): GridColumn[] {
  const width = typeof wanted === 'number' && wanted > 0 ? wanted : Number.isFinite(screenWidth) ? screenWidth : USUAL_WIDTH;
  const context = columns.filter(column => column.spec.kind === 'keyword-left' || column.spec.kind === 'keyword-right');
  const others = columns.filter(column => !context.includes(column));
  for (const column of others) {
    if (column.spec.kind === 'place' && column.width > width / 4) dropSharedFolder(column);
    const most = Math.max(LEAST_CONTEXT, Math.floor(width / 3));
    if (column.width > most && (column.spec.kind === 'place' || column.pieces !== undefined)) column.width = most;
  }
  const left = width - others.reduce((sum, column) => sum + column.width, 0) - GAP * (columns.length - 1);
  const share = Math.max(LEAST_CONTEXT, Math.floor(left / Math.max(1, context.length)));
  for (const column of context) column.width = share;
  return [...columns];
}
