/**
 * Widths in terminal columns. Nearly all text is Latin without combining marks, a column a unit; string-width, which takes
 * longer to load than a small report takes to make, is asked only about the rest, once `prepareWidths` has seen it.
 */
let exact: ((text: string) => number) | undefined;

/** Loads string-width if one of the texts needs it. */
export async function prepareWidths(texts: Iterable<string>): Promise<void> {
  if (exact !== undefined) return;
  for (const text of texts) {
    if (isPlain(text)) continue;
    exact = (await import('string-width')).default;
    return;
  }
}

/** How many columns a text without control characters takes. */
export function widthOf(text: string): number {
  return exact === undefined || isPlain(text) ? text.length : exact(text);
}

/** The longest beginning, in UTF-16 units, that fits in `width` columns. */
export function fittingStart(text: string, width: number): number {
  if (width <= 0) return 0;
  if (exact === undefined || isPlain(text)) return Math.min(text.length, Math.floor(width));
  let end = 0;
  let used = 0;
  for (const { segment } of graphemes().segment(text)) {
    used += exact(segment);
    if (used > width) break;
    end += segment.length;
  }
  return end;
}

/** Where the longest end that fits in `width` columns begins. */
export function fittingEnd(text: string, width: number): number {
  if (width <= 0) return text.length;
  if (exact === undefined || isPlain(text)) return Math.max(0, text.length - Math.floor(width));
  const tail = text.slice(-Math.min(text.length, MOST_UNITS_A_COLUMN * Math.ceil(width)));
  const segments = [...graphemes().segment(tail)];
  let start = text.length;
  let used = 0;
  for (let i = segments.length - 1; i >= 0; i--) {
    used += exact(segments[i]!.segment);
    if (used > width) break;
    start -= segments[i]!.segment.length;
  }
  return start;
}

/** Shortened to `width` columns, an ellipsis where it was cut. */
export function cut(text: string, width: number, side: 'start' | 'end'): string {
  if (widthOf(text) <= width) return text;
  if (width <= 1) return '…'.slice(0, Math.max(0, width));
  return side === 'end'
    ? `${text.slice(0, fittingStart(text, width - 1)).trimEnd()}…`
    : `…${text.slice(fittingEnd(text, width - 1)).trimStart()}`;
}

const MOST_UNITS_A_COLUMN = 40;

/** Every unit is one column wide: Latin, Greek and Cyrillic letters, and the punctuation of news. */
function isPlain(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x7f) continue;
    if (unit >= 0xa0 && unit < 0x300 && unit !== 0xad) continue;
    if (unit >= 0x370 && unit < 0x483) continue;
    if (unit >= 0x1e00 && unit < 0x1f00) continue;
    if (unit >= 0x2010 && unit < 0x2028) continue;
    if (unit >= 0x2030 && unit < 0x205f) continue;
    if (unit >= 0x20a0 && unit < 0x20c0) continue;
    if (unit >= 0x2190 && unit < 0x2200) continue;
    if (unit >= 0x2400 && unit < 0x2427) continue;
    if (unit >= 0x2581 && unit < 0x2590) continue;
    if (unit === 0x27e8 || unit === 0x27e9) continue;
    return false;
  }
  return true;
}

let segmenter: Intl.Segmenter | undefined;

function graphemes(): Intl.Segmenter {
  segmenter ??= new Intl.Segmenter('und');
  return segmenter;
}
