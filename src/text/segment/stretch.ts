import type { Span } from '../../model/span.js';
import { classOf, Space } from './characters.js';

/** Marks that end a word whatever stands around them, if white space stands behind them: `, ; ! ? )`. */
const isBorder = (code: number): boolean => code === 0x2c || code === 0x3b || code === 0x21 || code === 0x3f || code === 0x29;

/**
 * A stretch of text around `[start, end)` that is segmented by itself exactly as in the whole text: it begins and ends with a mark
 * that no word crosses, the marks included.
 */
export function stretchAround(text: string, start: number, end: number): Span {
  let from = start;
  while (from > 0 && !(isBorder(text.charCodeAt(from - 1)) && from < start && isSpaceAt(text, from))) from--;
  if (from > 0) {
    from--;
    while (from > 0 && text.charCodeAt(from - 1) === text.charCodeAt(from)) from--;
  }
  let to = end;
  while (to < text.length && !(to > end && isBorder(text.charCodeAt(to - 1)) && isSpaceAt(text, to))) to++;
  return { start: from, end: to };
}

const isSpaceAt = (text: string, at: number): boolean => at < text.length && classOf(text.charCodeAt(at)) === Space;
