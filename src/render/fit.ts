import type { GridColumn } from './grid.js';
import { widthOf } from './width.js';

export const MARGIN = 2;
export const GAP = 2;

const BAR_WIDTH = 6;
const LAST_BAR_WIDTH = 40;
const READABLE = 20;
const LEAST = 8;

/**
 * Makes the columns fit in `width` terminal columns, and gives those that are drawn. What gives way, in this order: a long bar,
 * the folder that all places share, long texts (what is secondary first), bars altogether, texts and places again, at last
 * whole columns from the right, with an ellipsis in the head. Columns that may not be cut stay whole.
 */
export function fitColumns(columns: readonly GridColumn[], width: number): GridColumn[] {
  let drawn = columns.map(column =>
    column.spec.kind === 'bar' ? { ...column, width: barWidth(column, column === columns.at(-1)) } : column,
  );
  const excess = () => totalWidth(drawn) - width;
  if (excess() <= 0) return drawn;

  const texts = drawn.filter(column => column.spec.cut !== undefined && column.spec.kind !== 'bar' && !isPath(column));
  const shrinkTexts = (least: number) => {
    shrink(
      texts.filter(column => column.spec.tone === 'dim'),
      excess(),
      least,
    );
    shrink(texts, excess(), least);
  };
  shrink(
    drawn.filter(column => column.spec.kind === 'bar'),
    excess(),
    BAR_WIDTH,
  );
  if (excess() > 0) for (const column of drawn) if (isPath(column)) dropSharedFolder(column);
  shrinkTexts(READABLE);
  if (excess() > 0) drawn = drawn.filter(column => column.spec.kind !== 'bar');
  shrinkTexts(LEAST);
  shrink(drawn.filter(isPath), excess(), LEAST * 2);
  while (excess() > 0 && drawn.length > 2) drawn = [...drawn.slice(0, -2), { ...drawn.at(-2)!, more: true }];
  return drawn;
}

export function totalWidth(columns: readonly GridColumn[]): number {
  return (
    MARGIN + columns.reduce((sum, column) => sum + column.width, 0) + GAP * Math.max(0, columns.length - 1) + (columns.at(-1)?.more ? 2 : 0)
  );
}

function isPath({ spec }: GridColumn): boolean {
  return spec.kind === 'place' || spec.key === 'file';
}

/** A bar in the last column has a block a unit where the counts are small. */
function barWidth(column: GridColumn, last: boolean): number {
  if (!last) return BAR_WIDTH;
  return Number.isInteger(column.largest) ? Math.min(LAST_BAR_WIDTH, column.largest) : LAST_BAR_WIDTH;
}

/** Takes `excess` columns away from the widest, down to `floor`. */
function shrink(columns: readonly GridColumn[], excess: number, floor: number): void {
  let left = excess;
  while (left > 0) {
    const widest = Math.max(0, ...columns.map(column => column.width));
    if (widest <= floor) return;
    const group = columns.filter(column => column.width === widest);
    const next = Math.max(floor, ...columns.map(column => column.width).filter(width => width < widest));
    const step = Math.min(widest - next, Math.ceil(left / group.length));
    for (const column of group) {
      const taken = Math.min(step, left);
      column.width -= taken;
      left -= taken;
    }
  }
}

/** The part of the names that all share, up to a slash. */
export function dropSharedFolder(column: GridColumn): void {
  const [first] = column.cells;
  if (first === undefined) return;
  let shared = first.lastIndexOf('/') + 1;
  for (const cell of column.cells) {
    while (shared > 0 && !cell.startsWith(first.slice(0, shared))) shared = first.lastIndexOf('/', shared - 2) + 1;
    if (shared === 0) return;
  }
  column.cells = column.cells.map(cell => cell.slice(shared));
  column.width = column.cells.reduce((width, cell) => Math.max(width, widthOf(cell)), widthOf(column.label));
}
