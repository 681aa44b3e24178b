import { isLonger } from './lines.js';

/** How far a quoted field is followed for its end, in UTF-16 units, however short records have to be. */
const LEAST_REACH = 1024 * 1024;

export interface CsvRecords {
  record(cells: readonly string[], line: number): void;
  tooLong(line: number): void;
  /** A field that begins with a quotation mark and never ends; reading goes on at the next line. */
  unclosed(line: number): void;
}

/**
 * Cuts text into the records of RFC 4180, each with the line on which it begins. A quotation mark inside a field is a character,
 * and so is one at its beginning that no mark before a delimiter or line end answers: news is full of them. The records do not
 * depend on how the text is cut into `feed`s.
 */
export class CsvScanner {
  readonly #delimiter: string;
  readonly #maxLine: number;
  readonly #reach: number;
  readonly #out: CsvRecords;
  /** The line at the end of what was fed. */
  line = 1;
  /** What was fed since `#text` was looked at. */
  #waiting: string[] = [];
  #waitingLength = 0;
  /** What no record was made of yet, from `#at` on. */
  #text = '';
  #at = 0;
  /** The line at `#at`. */
  #line = 1;
  /** The next quotation mark at or behind `#at`; -1 where there is none. */
  #quote = -1;

  constructor(delimiter: string, maxLine: number, out: CsvRecords) {
    this.#delimiter = delimiter;
    this.#maxLine = maxLine;
    this.#reach = Math.max(maxLine, LEAST_REACH);
    this.#out = out;
  }

  /** Takes whole lines. */
  feed(text: string): void {
    this.line += newlines(text, 0, text.length);
    this.#waiting.push(text);
    this.#waitingLength += text.length;
    // Without another mark an open field stays open.
    const pending = this.#text.length - this.#at;
    if (pending === 0 || text.includes('"') || pending + this.#waitingLength > this.#reach) this.#run(false);
  }

  /** The last line may lack its newline. */
  end(): void {
    this.#run(true);
  }

  /** A line was left out right behind what was fed: nothing can go on over it. */
  gap(): void {
    this.#run(true);
    this.#line++;
    this.line++;
  }

  #run(last: boolean): void {
    this.#text = this.#text.slice(this.#at) + this.#waiting.join('');
    this.#at = 0;
    this.#waiting = [];
    this.#waitingLength = 0;
    this.#quote = this.#text.indexOf('"');
    while (this.#at < this.#text.length) {
      const length = this.#record(last);
      if (length === undefined && !last && this.#text.length - this.#at <= this.#reach) return;
      if (length === undefined) this.#giveUp();
      else this.#at += length;
    }
  }

  /** Hands out the record at `#at` and returns its length with its line end; `undefined` where a quoted field has no end. */
  #record(last: boolean): number | undefined {
    const text = this.#text;
    const start = this.#at;
    const newline = text.indexOf('\n', start);
    if (newline < 0 && !last) return undefined;
    const end = newline < 0 ? text.length : newline + 1;
    if (this.#quote >= 0 && this.#quote < start) this.#quote = text.indexOf('"', start);
    if (this.#quote >= 0 && this.#quote < end) return this.#quotedRecord(last);
    this.#put(() => text.slice(start, withoutLineEnd(text, start, end)).split(this.#delimiter), start, end, 1);
    return end - start;
  }

  #quotedRecord(last: boolean): number | undefined {
    const text = this.#text;
    const start = this.#at;
    const cells: string[] = [];
    for (let from = start; ; ) {
      const field = text[from] === '"' ? this.#quotedField(from, last) : this.#field(from, from);
      if (field === undefined) return undefined;
      cells.push(field.cell);
      from = field.end;
      if (text.startsWith(this.#delimiter, from)) {
        from += this.#delimiter.length;
        continue;
      }
      const newline = text.indexOf('\n', from);
      const end = newline < 0 ? text.length : newline + 1;
      if (end - start > this.#reach) return undefined;
      this.#put(() => cells, start, end, newlines(text, start, end - 1) + 1);
      return end - start;
    }
  }

  #quotedField(from: number, last: boolean): { cell: string; end: number } | undefined {
    const text = this.#text;
    let doubled = false;
    let close = text.indexOf('"', from + 1);
    while (close >= 0 && text[close + 1] === '"') {
      doubled = true;
      close = text.indexOf('"', close + 2);
    }
    if (close < 0 || (close + 1 === text.length && !last)) return undefined;
    const end = close + 1;
    if (end === text.length || text.startsWith(this.#delimiter, end) || text[end] === '\n' || text.startsWith('\r\n', end)) {
      const cell = text.slice(from + 1, close);
      return { cell: doubled ? cell.replaceAll('""', '"') : cell, end };
    }
    // No mark of a quoted field after all.
    return this.#field(from, newlines(text, from, close) > 0 ? from : end);
  }

  /** The field from `from` to the first delimiter or line end at or behind `search`. */
  #field(from: number, search: number): { cell: string; end: number } {
    const text = this.#text;
    const newline = text.indexOf('\n', search);
    const lineEnd = newline < 0 ? text.length : newline;
    const delimiter = text.indexOf(this.#delimiter, search);
    if (delimiter >= 0 && delimiter < lineEnd) return { cell: text.slice(from, delimiter), end: delimiter };
    const end = newline < 0 ? lineEnd : withoutLineEnd(text, search, newline + 1);
    return { cell: text.slice(from, end), end };
  }

  #put(cells: () => readonly string[], start: number, end: number, lines: number): void {
    if (isLonger(this.#text, start, withoutLineEnd(this.#text, start, end), this.#maxLine)) this.#out.tooLong(this.#line);
    else this.#out.record(cells(), this.#line);
    this.#line += lines;
  }

  #giveUp(): void {
    this.#out.unclosed(this.#line++);
    const newline = this.#text.indexOf('\n', this.#at);
    this.#at = newline < 0 ? this.#text.length : newline + 1;
  }
}

/** The end of a line's text, where the line runs to `end` with its line end. */
function withoutLineEnd(text: string, start: number, end: number): number {
  if (end === start || text[end - 1] !== '\n') return end;
  return end - 1 > start && text[end - 2] === '\r' ? end - 2 : end - 1;
}

function newlines(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', start); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
