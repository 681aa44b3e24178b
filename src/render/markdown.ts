import type { Block, Row, ScreenColumn } from '../model/report.js';
import { factText, sentenceText } from './facts.js';
import { isRight, screenCell } from './grid.js';
import { countText } from './numbers.js';
import { piecesOf } from './pieces.js';
import type { RenderContext, StreamRenderer } from './renderer.js';
import { cellText } from './safe-text.js';

/** A GitHub-flavoured table. Rows stream; a fold is printed at its end, what it found above its rows. */
export const markdown: StreamRenderer = {
  shape: 'stream',
  open: (_view, context) => (context.view.shape === 'fold' ? '' : head(columnsOf(context))),
  rows: (rows, context) => (context.view.shape === 'fold' ? [] : [body(presented(rows, context), columnsOf(context))]),
  close(outcome, _envelope, context) {
    const footer = sentenceText(outcome.footer ?? []);
    const after = footer === '' ? '' : `\n${withoutMarkup(footer)}\n`;
    if (context.view.shape !== 'fold') return after;
    const above = (outcome.blocks ?? []).map(blockText).filter(text => text !== '');
    const shown = presented(outcome.rows, context);
    const columns = columnsOf(context).filter(column => !column.optional || shown.some(row => screenCell(row, column) !== ''));
    const rows = shown.length === 0 ? '' : head(columns) + body(shown, columns);
    return [...above.map(text => `${text}\n`), rows].filter(text => text !== '').join('\n') + after;
  },
};

/** Bars are for the eye alone. */
function columnsOf({ view }: RenderContext): readonly ScreenColumn[] {
  return view.screen.filter(column => column.kind !== 'bar');
}

function head(columns: readonly ScreenColumn[]): string {
  if (columns.length === 0) return '';
  return line(columns.map(column => cell(column.label === '' ? column.key : column.label))) + line(columns.map(rule));
}

function presented(rows: readonly Row[], { view, options }: RenderContext): readonly Row[] {
  return view.present === undefined ? rows : rows.map(row => view.present!(row, options));
}

function body(rows: readonly Row[], columns: readonly ScreenColumn[]): string {
  let text = '';
  for (const row of rows) text += line(columns.map(column => rowCell(row, column)));
  return text;
}

/** Hits are bold. */
function rowCell(row: Row, column: ScreenColumn): string {
  if (column.key !== 'text' || !Array.isArray(row.matches)) {
    const text = cell(screenCell(row, column));
    return column.tone === 'match' && text !== '' ? `**${text}**` : text;
  }
  return piecesOf(row, 'text', cell)
    .map(({ text, hit }) => (hit && text !== '' ? `**${text}**` : text))
    .join('');
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return [...block.left, ...block.right].map(factText).map(withoutMarkup).join(', ');
    case 'facts':
      return `**${withoutMarkup(block.label)}**: ${block.facts.map(factText).map(withoutMarkup).join(', ')}`;
    case 'ranking': {
      const items = block.items.map(({ name, count }) => `${withoutMarkup(cellText(name))} ${countText(count)}`);
      return `**${withoutMarkup(block.label)}**: ${items.join(', ')}${block.tail === undefined ? '' : ` (${withoutMarkup(factText(block.tail))})`}`;
    }
    case 'series':
      return block.points.map(({ period, count }) => `${period}: ${countText(count)}`).join(', ');
  }
}

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
const rule = (column: ScreenColumn): string => (isRight(column) && column.kind !== 'keyword-left' ? '---:' : ':---');
const cell = (text: string): string => withoutMarkup(cellText(text));

/** Nothing in a text is markup, a link, HTML or mathematics. */
function withoutMarkup(text: string): string {
  return text
    .replace(/&(?=#?[0-9A-Za-z]+;)/g, '&amp;')
    .replace(/[\\`*_[\]|~$]/g, '\\$&')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
