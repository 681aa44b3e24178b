/** A half-open stretch of text in UTF-16 code units: `text.slice(start, end)` is the span. */
export interface Span {
  readonly start: number;
  readonly end: number;
}
