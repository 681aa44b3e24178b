import type { Row, ScreenColumn } from '../model/report.js';
import { listItem } from './list-text.js';
import { columnNumber } from './numbers.js';
import type { Paint } from './paint.js';
import { type Piece, piecesOf, piecesWidth } from './pieces.js';
import { cellText } from './safe-text.js';
import { valueAt } from './value-at.js';
import { widthOf } from './width.js';

/** A column of the screen with what it shows of every row. */
export interface GridColumn {
  readonly spec: ScreenColumn;
  readonly right: boolean;
  readonly label: string;
  cells: readonly string[];
  /** In place of `cells`: texts with hits. */
  readonly pieces?: readonly (readonly Piece[])[];
  /** In place of `cells`: what a bar is drawn from. */
  readonly values?: readonly number[];
  readonly largest: number;
  /** The columns behind it did not fit. */
  readonly more?: true;
  /** In terminal columns; what `measure` finds, then what `fit` leaves. */
  width: number;
}

/** The columns that have something to show. */
export function gridColumns(screen: readonly ScreenColumn[], rows: readonly Row[]): GridColumn[] {
  const context = screen.some(spec => spec.kind === 'keyword-left');
  return screen
    .filter(spec => !spec.optional || rows.some(row => hasValue(row, spec)))
    .map(spec => gridColumn(spec, rows, context && spec.tone === 'match'));
}

function gridColumn(spec: ScreenColumn, rows: readonly Row[], keyword: boolean): GridColumn {
  const column = { spec, right: isRight(spec), label: cellText(spec.label), cells: [], largest: 0, width: 0 };
  if (spec.kind === 'bar') {
    const values = rows.map(row => numberAt(row, spec.key));
    return { ...column, values, largest: values.reduce((a, b) => Math.max(a, b), 0) };
  }
  if (keyword) return { ...column, pieces: rows.map(row => [{ text: screenCell(row, spec), hit: true }]) };
  if (spec.key === 'text' && rows.some(row => Array.isArray(row.matches))) {
    return { ...column, pieces: rows.map(row => piecesOf(row, spec.key, cellText)) };
  }
  return { ...column, cells: rows.map(row => screenCell(row, spec)) };
}

function numberAt(row: Row, key: string): number {
  const value = valueAt(row, key);
  return typeof value === 'number' ? value : 0;
}

/** What a reader sees of a row in a column. */
export function screenCell(row: Row, spec: ScreenColumn): string {
  const value = valueAt(row, spec.key);
  if (spec.kind === 'place') return cellText(typeof row.line === 'number' ? `${value ?? ''}:${row.line}` : `${value ?? ''}`);
  if (value === undefined || value === null || value === false) return '';
  if (value === true) return 'yes';
  if (typeof value === 'number') return columnNumber(value, spec.kind);
  if (typeof value === 'string') return cellText(value);
  return Array.isArray(value) ? cellText(value.map(listItem).join(', ')) : cellText(listItem(value));
}

function hasValue(row: Row, spec: ScreenColumn): boolean {
  const value = valueAt(row, spec.key);
  return value !== undefined && value !== null && value !== '' && value !== false && !(Array.isArray(value) && value.length === 0);
}

export function isRight(spec: ScreenColumn): boolean {
  return (
    spec.kind === 'count' || spec.kind === 'number' || spec.kind === 'ratio' || spec.kind === 'position' || spec.kind === 'keyword-left'
  );
}

/** Every text of the columns: whoever measures them may need to know what they are made of. */
export function* gridTexts(columns: readonly GridColumn[]): Iterable<string> {
  for (const { label, cells, pieces } of columns) {
    yield label;
    yield* cells;
    for (const row of pieces ?? []) for (const piece of row) yield piece.text;
  }
}

/** Sets each column's natural width, with its head's where heads are drawn. Bars get theirs when all else is known. */
export function measure(columns: readonly GridColumn[], heads: boolean, paint: Paint): void {
  for (const column of columns) {
    let width = heads ? widthOf(column.label) : 0;
    for (const cell of column.cells) width = Math.max(width, widthOf(cell));
    for (const pieces of column.pieces ?? []) width = Math.max(width, piecesWidth(pieces, paint));
    column.width = width;
  }
}
