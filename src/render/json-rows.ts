import { isSpanList, type JsonValue, type Row, spanCount } from '../model/report.js';
import { JsonBytes } from './json-bytes.js';

const [QUOTE, COMMA, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x22, 0x2c, 0x5b, 0x5d, 0x7b, 0x7d] as const;

/** Parts are about this long, in bytes: a row may be gigabytes, and is never in memory as a whole. */
const PART = 1 << 18;
/** What is longer, in UTF-16 units or items, is written in pieces. */
const LONG = 4096;

/** Empty whenever a part is out, so that one serves all. */
const writer = new JsonBytes();

/** UTF-8 of the JSON of rows, `separator` (a byte) between them, in parts that are good until the next is asked for. */
export function* jsonRows(rows: readonly Row[], separator: number): Generator<Uint8Array> {
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    if (i > 0) writer.byte(separator);
    let place = 0;
    for (const key in row) {
      const value = row[key];
      if (value === undefined) continue;
      writer.key(key, place++);
      if (isLong(value)) yield* piecemeal(value);
      else writer.value(value);
    }
    if (place === 0) writer.byte(OPEN_OBJECT);
    writer.byte(CLOSE_OBJECT);
    if (writer.length >= PART) yield writer.take();
  }
  if (writer.length > 0) yield writer.take();
}

function isLong(value: JsonValue): boolean {
  if (typeof value === 'string' || Array.isArray(value)) return value.length > LONG;
  return isSpanList(value) && spanCount(value) > LONG;
}

function* piecemeal(value: JsonValue): Generator<Uint8Array> {
  if (typeof value === 'string') {
    writer.byte(QUOTE);
    for (let from = 0; from < value.length; ) {
      const to = wholeUntil(value, from + LONG);
      writer.text(value.slice(from, to));
      from = to;
      if (writer.length >= PART) yield writer.take();
    }
    writer.byte(QUOTE);
    return;
  }
  writer.byte(OPEN_LIST);
  const count = isSpanList(value) ? spanCount(value) : (value as readonly JsonValue[]).length;
  for (let from = 0; from < count; from += LONG) {
    const to = Math.min(count, from + LONG);
    if (from > 0) writer.byte(COMMA);
    if (isSpanList(value)) writer.spans(value, from, to);
    else writer.items(value as readonly JsonValue[], from, to);
    if (writer.length >= PART) yield writer.take();
  }
  writer.byte(CLOSE_LIST);
}

/** No surrogate pair is cut there. */
function wholeUntil(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const unit = text.charCodeAt(at - 1);
  return unit >= 0xd800 && unit <= 0xdbff ? at + 1 : at;
}
