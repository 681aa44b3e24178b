/** The last whole words before `end` that fit into `columns`, white space outside left out. */
export function lastWords(text: string, end: number, columns: number): string {
  let stop = end;
  while (stop > 0 && isSpace(text.charCodeAt(stop - 1))) stop--;
  let from = stop;
  let left = columns;
  for (let at = stop; at > 0; ) {
    const low = text.charCodeAt(at - 1);
    const begin = low >= 0xdc00 && low <= 0xdfff && at > 1 ? at - 2 : at - 1;
    left -= columnsOf(text.codePointAt(begin)!);
    if (left < 0) break;
    at = begin;
    if (at === 0 || isSpace(text.charCodeAt(at - 1))) from = at;
  }
  return text.slice(from, stop).trim();
}

/** The first whole words from `start` on that fit into `columns`, white space outside left out. */
export function firstWords(text: string, start: number, columns: number): string {
  let begin = start;
  while (begin < text.length && isSpace(text.charCodeAt(begin))) begin++;
  let to = begin;
  let left = columns;
  for (let at = begin; at < text.length; ) {
    const code = text.codePointAt(at)!;
    left -= columnsOf(code);
    if (left < 0) break;
    at += code > 0xffff ? 2 : 1;
    if (at === text.length || isSpace(text.charCodeAt(at))) to = at;
  }
  return text.slice(begin, to).trim();
}

/** Columns of a terminal that a text takes. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += columnsOf(character.codePointAt(0)!);
  return width;
}

function columnsOf(code: number): number {
  if (code < 0x300) return 1;
  if (code <= 0x36f || (code >= 0x200b && code <= 0x200f) || code === 0x2060 || code === 0xfeff || (code >= 0xfe00 && code <= 0xfe0f))
    return 0;
  return isWide(code) ? 2 : 1;
}

/** East Asian letters and pictures. */
function isWide(code: number): boolean {
  return (
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0x1f300 && code <= 0x1faff) ||
    (code >= 0x20000 && code <= 0x3fffd)
  );
}

const isSpace = (code: number): boolean => code === 0x20 || code === 0xa0 || code === 0x3000 || (code >= 9 && code <= 13);
