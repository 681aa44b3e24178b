import type { Row } from '../model/report.js';
import { sentenceText } from './facts.js';
import { type Paint, paintFor } from './paint.js';
import { excerpt, paintPieces, piecesOf } from './pieces.js';
import type { RenderContext, Screen, StreamRenderer } from './renderer.js';
import { cellText, oneLine, showControls } from './safe-text.js';
import { widthOf } from './width.js';

const LEAST_TEXT = 24;

/** As grep prints, but that a terminal shows no more of a text than its line holds: `path:line:text`, context as `path-line-text`, `--` between files and for a `gap`. */
export const lines: StreamRenderer = {
  shape: 'stream',
  open: () => '',
  rows(rows, context) {
    const paint = paintFor(context.screen.colour);
    const grouped = context.view.shape === 'scan' && (context.view.context?.(context.options) ?? 0) > 0;
    let previous = context.previous;
    let text = '';
    for (const row of rows) {
      if (row.record === 'gap' || (grouped && previous !== undefined && previous.record !== 'gap' && previous.file !== row.file))
        text += `${paint.dim('--')}\n`;
      if (row.record !== 'gap') text += `${line(row, context, paint)}\n`;
      previous = row;
    }
    return [text];
  },
  close(outcome, _envelope, { screen }) {
    const { footer = [] } = outcome;
    return screen.terminal && footer.length > 0 ? `${paintFor(screen.colour).dim(sentenceText(footer))}\n` : '';
  },
};

function line(row: Row, context: RenderContext, paint: Paint): string {
  const { options, screen } = context;
  const file = typeof row.file === 'string' ? row.file : '';
  const name = oneLine(file);
  const path = linked(paint.path(name), file, screen);
  if (options.filesWithMatches === true) return path;
  if (row.record === 'count') return `${path}:${options.countMatches === true ? row.matches : row.snippets}`;
  if (typeof row.text !== 'string') return path;
  const mark = paint.dim(row.record === 'context' ? '-' : ':');
  const place = `${path}${mark}${paint.line(`${row.line ?? ''}`)}${mark}`;
  const room = screen.width - widthOf(`${name}:${row.line ?? ''}:`);
  return `${place}${screen.terminal ? fittingText(row, room, paint) : wholeText(row, paint)}`;
}

/** In a pipe, to the letter: a tab is harmless, a newline would end the line. */
function wholeText(row: Row, paint: Paint): string {
  const pieces = piecesOf(row, 'text', text => showControls(text).replaceAll('\n', ' '));
  return pieces.map(({ text, hit }) => (hit && text !== '' ? paint.match(text) : text)).join('');
}

/** On a terminal, what stands around the first hit, as far as the line has room. */
function fittingText(row: Row, room: number, paint: Paint): string {
  return paintPieces(excerpt(piecesOf(row, 'text', cellText), Math.max(LEAST_TEXT, room), paint), paint);
}

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
