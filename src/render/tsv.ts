import { type DataCell, headerCells, metricRows, rowCells } from './data-cells.js';
import type { StreamRenderer } from './renderer.js';

/** Tab-separated with a header; tab, newline and backslash are `\t`, `\n` and `\\`. */
export const tsv: StreamRenderer = {
  shape: 'stream',
  open: (_view, context) => `${headerCells(context).join('\t')}\n`,
  rows(rows, context) {
    if (context.view.columns.length === 0) return [];
    const keys = headerCells(context);
    let text = '';
    for (const row of rows) text += line(rowCells(row, keys, context));
    return [text];
  },
  close: (outcome, _envelope, context) => metricRows(outcome, context).map(line).join(''),
};

const line = (cells: readonly DataCell[]): string => `${cells.map(cell => field(cell.text)).join('\t')}\n`;

function field(text: string): string {
  return /[\t\n\\]/.test(text) ? text.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n') : text;
}
