import { type DataCell, headerCells, metricRows, rowCells } from './data-cells.js';
import type { RenderContext, StreamRenderer } from './renderer.js';

/** RFC 4180 with a header, lines ended by a line feed. */
export const csv: StreamRenderer = {
  shape: 'stream',
  open: (_view, context) => `${headerCells(context).join(',')}\n`,
  rows(rows, context) {
    if (context.view.columns.length === 0) return [];
    const keys = headerCells(context);
    let text = '';
    for (const row of rows) text += line(rowCells(row, keys, context), context);
    return [text];
  },
  close(outcome, _envelope, context) {
    return metricRows(outcome, context)
      .map(cells => line(cells, context))
      .join('');
  },
};

const line = (cells: readonly DataCell[], context: RenderContext): string => `${cells.map(cell => field(cell, context.guard)).join(',')}\n`;

function field(cell: DataCell, guard: boolean): string {
  const text = guard && !cell.plain && isFormula(cell.text) ? `'${cell.text}` : cell.text;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A spreadsheet would run such a cell. */
function isFormula(text: string): boolean {
  return text !== '' && '=+-@\t\r'.includes(text.charAt(0));
}
