import type { JsonObject, JsonValue, Row } from '../model/report.js';
import type { Paint } from './paint.js';
import { fittingEnd, fittingStart, widthOf } from './width.js';

/** A stretch of a text that is either a hit or what stands between hits. */
export interface Piece {
  readonly text: string;
  readonly hit: boolean;
}

/** The text of `row[key]` cut at `row.matches`, each piece made fit for a screen by `clean`. */
export function piecesOf(row: Row, key: string, clean: (text: string) => string): Piece[] {
  const text = typeof row[key] === 'string' ? row[key] : '';
  const pieces: Piece[] = [];
  let from = 0;
  for (const [start, end] of spansOf(row.matches)) {
    if (start < from || end <= start || end > text.length) continue;
    if (start > from) pieces.push({ text: clean(text.slice(from, start)), hit: false });
    pieces.push({ text: clean(text.slice(start, end)), hit: true });
    from = end;
  }
  if (from < text.length) pieces.push({ text: clean(text.slice(from)), hit: false });
  return pieces;
}

function spansOf(value: JsonValue | undefined): [number, number][] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: JsonObject): [number, number][] =>
    typeof item?.start === 'number' && typeof item.end === 'number' ? [[item.start, item.end]] : [],
  );
}

/** Hits in colour or, without it, between « ». */
export function paintPieces(pieces: readonly Piece[], paint: Paint): string {
  return pieces.map(({ text, hit }) => (hit ? marked(text, paint) : text)).join('');
}

export function marked(text: string, paint: Paint): string {
  return paint.on ? paint.match(text) : `«${text}»`;
}

export function piecesWidth(pieces: readonly Piece[], paint: Paint): number {
  let width = 0;
  for (const { text, hit } of pieces) width += widthOf(text) + (hit && !paint.on ? 2 : 0);
  return width;
}

/** The pieces around the first hit that fit in `width` columns, cut at words, an ellipsis on each side that was cut. */
export function excerpt(pieces: readonly Piece[], width: number, paint: Paint): Piece[] {
  if (piecesWidth(pieces, paint) <= width) return [...pieces];
  const first = Math.max(
    0,
    pieces.findIndex(piece => piece.hit),
  );
  const before = pieces.slice(0, first);
  const after = pieces.slice(first);
  const afterWidth = piecesWidth(after, paint);
  const room = Math.max(width - afterWidth, Math.min(piecesWidth(before, paint), Math.floor(width / 3)));
  const start = lastWords(before.map(piece => piece.text).join(''), room);
  const head: Piece[] = start === '' ? [] : [{ text: start, hit: false }];
  return [...head, ...cutEnd(after, width - piecesWidth(head, paint), paint)];
}

function cutEnd(pieces: readonly Piece[], width: number, paint: Paint): Piece[] {
  if (piecesWidth(pieces, paint) <= width) return [...pieces];
  const kept: Piece[] = [];
  let left = width - 1;
  for (const piece of pieces) {
    const brackets = piece.hit && !paint.on ? 2 : 0;
    const wide = widthOf(piece.text) + brackets;
    if (wide <= left) {
      kept.push(piece);
      left -= wide;
      continue;
    }
    if (piece.hit && kept.length > 0) break;
    const text = piece.hit ? piece.text.slice(0, fittingStart(piece.text, left - brackets)) : firstWords(piece.text, left);
    if (text !== '') kept.push({ text, hit: piece.hit });
    break;
  }
  return [...kept, { text: '…', hit: false }];
}

/** The end of a text in whole words, after an ellipsis if it was cut. */
function lastWords(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  const start = fittingEnd(text, width - 2);
  const tail = text.slice(start);
  const space = text[start - 1] === ' ' ? 0 : tail.indexOf(' ');
  return space < 0 || space === tail.length - 1 ? '… ' : `… ${tail.slice(space).trimStart()}`;
}

function firstWords(text: string, width: number): string {
  const end = fittingStart(text, width);
  const head = text.slice(0, end);
  if (end === text.length || text[end] === ' ') return head;
  const space = head.lastIndexOf(' ');
  return space < 0 ? head : head.slice(0, space + 1);
}
