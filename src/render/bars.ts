const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];
const LEVELS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/** A bar of `value` on a scale where `largest` fills `width` columns. What is not nothing shows. */
export function bar(value: number, largest: number, width: number): string {
  if (!(value > 0) || !(largest > 0)) return '';
  const eighths = Math.max(1, Math.floor((Math.min(value, largest) / largest) * width * 8 + 1e-9));
  return '█'.repeat(eighths >> 3) + EIGHTHS[eighths & 7];
}

/** One column's height in eighths; a space for nothing. */
export function level(value: number, largest: number): string {
  if (!(value > 0) || !(largest > 0)) return ' ';
  return LEVELS[Math.min(7, Math.max(0, Math.ceil((value / largest) * 8) - 1))]!;
}
