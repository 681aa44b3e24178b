import type { Snippet } from '../../model/snippet.js';
import { isLonger, skipRecord, skipTooLong } from './lines.js';
import type { ReadOptions, ReadSink } from './options.js';

/** The day, and a time that is checked and dropped. */
const DATE = /^(\d{4}-\d{2}-\d{2})(?:[Tt ](?:[01]\d|2[0-4]):[0-5]\d(?::[0-6]\d(?:[.,]\d+)?)?(?:[Zz]|[+-][01]\d(?::?[0-5]\d)?)?)?$/;

export interface RecordFields {
  readonly text: string;
  readonly id: string;
  readonly date: string;
}

export function recordFields({ textField, idField, dateField }: ReadOptions): RecordFields {
  return { text: textField ?? 'text', id: idField ?? 'id', date: dateField ?? 'date' };
}

/** What a record of any format offers: the value of a field of its own, or `undefined`. */
export type FieldValue = (field: string) => unknown;

export interface Place {
  readonly file: string;
  readonly line: number;
}

/** A record as a snippet; `undefined`, counted and named, when it has no string in the text field. */
export function snippetOf(value: FieldValue, place: Place, fields: RecordFields, maxLine: number, sink: ReadSink): Snippet | undefined {
  const { file, line } = place;
  const text = value(fields.text);
  if (typeof text !== 'string') {
    skipRecord(sink, { code: 'NO_TEXT', message: `no string in the field "${fields.text}"`, path: file, line });
    return undefined;
  }
  if (isLonger(text, 0, text.length, maxLine)) {
    skipTooLong(sink, file, line, maxLine);
    return undefined;
  }
  sink.input.snippets++;
  const id = idOf(value(fields.id));
  const date = dateOf(value(fields.date), fields.date, place, sink);
  const source = stringOf(value('source'));
  const title = stringOf(value('title'));
  const url = stringOf(value('url'));
  return {
    file,
    line,
    text,
    ...(id !== undefined && { id }),
    ...(date !== undefined && { date }),
    ...(source !== undefined && { source }),
    ...(title !== undefined && { title }),
    ...(url !== undefined && { url }),
  };
}

/** The written day of a date or a date-time, where it is a day of the calendar. */
export function writtenDay(raw: string): string | undefined {
  const day = DATE.exec(raw.trim())?.[1];
  if (day === undefined) return undefined;
  const month = Number(day.slice(5, 7));
  const date = Number(day.slice(8));
  return month >= 1 && month <= 12 && date >= 1 && date <= daysIn(Number(day.slice(0, 4)), month) ? day : undefined;
}

function daysIn(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
}

function dateOf(raw: unknown, field: string, { file, line }: Place, sink: ReadSink): string | undefined {
  if (raw === undefined || raw === null || raw === '') return undefined;
  const day = typeof raw === 'string' ? writtenDay(raw) : undefined;
  if (day === undefined) {
    const message = `the field "${field}" is no date (YYYY-MM-DD or an ISO date-time), and is ignored`;
    sink.warn({ code: 'BAD_DATE', message, path: file, line });
  }
  return day;
}

function idOf(raw: unknown): string | undefined {
  return typeof raw === 'number' ? String(raw) : stringOf(raw);
}

function stringOf(raw: unknown): string | undefined {
  return typeof raw === 'string' && raw !== '' ? raw : undefined;
}
