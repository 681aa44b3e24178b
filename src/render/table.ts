import type { Row } from '../model/report.js';
import { bar } from './bars.js';
import { blockLines, blockTexts, footerLines } from './blocks.js';
import { fitColumns, GAP, MARGIN } from './fit.js';
import { type GridColumn, gridColumns, gridTexts, measure } from './grid.js';
import { fitKeywords, isKeywordScreen } from './keyword-lines.js';
import { type Paint, paintFor } from './paint.js';
import { excerpt, paintPieces, piecesWidth } from './pieces.js';
import { PART_LENGTH, type WholeRenderer } from './renderer.js';
import { cut, fittingEnd, fittingStart, prepareWidths, widthOf } from './width.js';

/** For the eye: what was asked above, then the rows in aligned columns, then what is left to say. */
export const table: WholeRenderer = {
  shape: 'whole',
  async *render(outcome, _envelope, { view, options, screen }) {
    const paint = paintFor(screen.colour);
    const { blocks = [], footer = [] } = outcome;
    const rows = view.present === undefined ? outcome.rows : outcome.rows.map(row => view.present!(row, options));
    const columns = rows.length === 0 ? [] : gridColumns(view.screen, rows);
    await prepareWidths([...blockTexts(blocks), ...gridTexts(columns)]);

    let text = '';
    for (const line of blockLines(blocks, screen.width, paint)) text += `${line}\n`;
    if (columns.length > 0 && blocks.length > 0) text += '\n';
    const keywords = isKeywordScreen(columns);
    measure(columns, !keywords, paint);
    const drawn = keywords ? fitKeywords(columns, options.width, screen.width) : fitColumns(columns, screen.width);
    const margin = keywords ? 0 : MARGIN;
    if (!keywords && drawn.some(column => column.label !== '')) text += `${headLine(drawn, paint)}\n`;
    for (let i = 0; i < rows.length; i++) {
      text += `${line(drawn, margin, column => cell(column, rows[i]!, i, paint))}\n`;
      if (text.length >= PART_LENGTH) {
        yield text;
        text = '';
      }
    }
    for (const line of footerLines(footer, screen.width, paint)) text += `${' '.repeat(margin)}${line}\n`;
    if (text !== '') yield text;
  },
};

function headLine(columns: readonly GridColumn[], paint: Paint): string {
  const head = line(columns, MARGIN, column => {
    const label = cut(column.label, column.width, 'end');
    return { text: paint.dim(label), width: widthOf(label) };
  });
  return columns.at(-1)?.more ? `${head} ${paint.dim('…')}` : head;
}

function line(columns: readonly GridColumn[], margin: number, draw: (column: GridColumn) => { text: string; width: number }): string {
  let text = ' '.repeat(margin);
  let gap = 0;
  for (const column of columns) {
    const { text: shown, width } = draw(column);
    const padding = Math.max(0, column.width - width);
    if (column.right) gap += padding;
    if (shown !== '') {
      text += ' '.repeat(gap) + shown;
      gap = 0;
    }
    if (!column.right) gap += padding;
    gap += GAP;
  }
  return text.trimEnd();
}

function cell(column: GridColumn, row: Row, i: number, paint: Paint): { text: string; width: number } {
  const { spec, width } = column;
  if (column.values !== undefined) {
    const shown = bar(column.values[i]!, column.largest, width);
    return { text: shown === '' ? '' : toned(shown, spec.tone, row, paint) || shown, width: shown.length };
  }
  if (column.pieces !== undefined) {
    const pieces = excerpt(column.pieces[i]!, width, paint);
    return { text: paintPieces(pieces, paint), width: piecesWidth(pieces, paint) };
  }
  const whole = column.cells[i]!;
  const shown = widthOf(whole) <= width ? whole : shortened(whole, column);
  return { text: shown === '' ? '' : toned(shown, spec.tone, row, paint), width: widthOf(shown) };
}

function shortened(text: string, { spec, width }: GridColumn): string {
  if (spec.kind === 'keyword-left') return wordsBefore(text, width);
  if (spec.kind === 'keyword-right') return wordsAfter(text, width);
  if (spec.kind === 'place') return cut(text, width, 'start');
  return spec.cut === undefined ? text : cut(text, width, spec.cut);
}

/** The last whole words of the left context. */
function wordsBefore(text: string, width: number): string {
  const start = fittingEnd(text, width);
  const space = text[start - 1] === ' ' ? start : text.indexOf(' ', start);
  return text.slice(space < 0 ? start : space).trimStart();
}

function wordsAfter(text: string, width: number): string {
  const end = fittingStart(text, width);
  const space = text[end] === ' ' ? end : text.lastIndexOf(' ', end);
  return text.slice(0, space <= 0 ? end : space).trimEnd();
}

function toned(text: string, tone: GridColumn['spec']['tone'], row: Row, paint: Paint): string {
  switch (tone) {
    case 'dim':
      return paint.dim(text);
    case 'strong':
      return paint.strong(text);
    case 'match':
      return paint.match(text);
    case 'type':
      return typeof row.type === 'string' && row.type in paint.types ? paint.types[row.type as keyof Paint['types']](text) : text;
    default:
      return text;
  }
}
