import type { Row } from '../model/report.js';
import { factText } from './facts.js';
import { type Paint, paintFor } from './paint.js';
import { piecesOf } from './pieces.js';
import type { RenderContext, Screen, StreamRenderer } from './renderer.js';
import { oneLine, showControls } from './safe-text.js';

/** As grep prints: `path:line:text`, context as `path-line-text`, `--` between groups that do not touch. */
export const lines: StreamRenderer = {
  shape: 'stream',
  open: () => '',
  rows(rows, context) {
    const paint = paintFor(context.screen.colour);
    const grouped = context.view.shape === 'scan' && (context.view.context?.(context.options) ?? 0) > 0;
    let previous = context.previous;
    let text = '';
    for (const row of rows) {
      if (grouped && previous !== undefined && !adjacent(previous, row)) text += `${paint.dim('--')}\n`;
      text += `${line(row, context, paint)}\n`;
      previous = row;
    }
    return text;
  },
  close(outcome, _envelope, { screen }) {
    const { footer = [] } = outcome;
    return screen.terminal && footer.length > 0 ? `${paintFor(screen.colour).dim(footer.map(factText).join(', '))}\n` : '';
  },
};

/** Lines that follow each other in one file. Blank lines are no snippets: the row may say which snippet it is. */
function adjacent(before: Row, row: Row): boolean {
  if (before.file !== row.file) return false;
  if (typeof before.index === 'number' && typeof row.index === 'number') return row.index === before.index + 1;
  return typeof before.line === 'number' && row.line === before.line + 1;
}

function line(row: Row, context: RenderContext, paint: Paint): string {
  const file = typeof row.file === 'string' ? row.file : '';
  const path = linked(paint.path(oneLine(file)), file, context.screen);
  if (context.options.filesWithMatches === true) return path;
  if (row.record === 'count') return `${path}:${context.options.countMatches === true ? row.matches : row.snippets}`;
  if (typeof row.text !== 'string') return path;
  const mark = row.record === 'context' ? '-' : ':';
  const shown = piecesOf(row, 'text', visible).map(({ text, hit }) => (hit && text !== '' ? paint.match(text) : text));
  return `${path}${paint.dim(mark)}${paint.line(`${row.line ?? ''}`)}${paint.dim(mark)}${shown.join('')}`;
}

/** A tab is harmless; a newline would end the line. */
const visible = (text: string): string => showControls(text).replaceAll('\n', ' ');

/** An OSC 8 link around a name, where the terminal follows them. */
function linked(shown: string, file: string, screen: Screen): string {
  if (!screen.links || file === '-' || file === '') return shown;
  const path = file.startsWith('/') ? file : screen.folder === undefined ? undefined : `${screen.folder}/${file}`;
  const address = path === undefined ? undefined : fileAddress(path);
  return address === undefined ? shown : `\u001b]8;;${address}\u001b\\${shown}\u001b]8;;\u001b\\`;
}

function fileAddress(path: string): string | undefined {
  try {
    return `file://${path.split('/').map(encodeURIComponent).join('/')}`;
  } catch {
    return undefined; // half a surrogate pair has no address
  }
}
