/** C0 but tab and newline, DEL, C1, and the controls that turn the direction of text. */
const CONTROLS = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
const ALL_CONTROLS = new RegExp(CONTROLS, 'g');
/** Zero-width characters, and what changes the look of an emoji: terminals disagree on how wide that makes it. */
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\u20e3\ufe00-\ufe0f\ufeff]|\ud83c[\udffb-\udfff]/;
const ALL_INVISIBLE = new RegExp(INVISIBLE, 'g');

const MARK = /[\u0300-\u036f]/;
/** Runs of marks are composed in short pieces: `normalize` is quadratic in their length. */
const MARKED = /[^\u0300-\u036f][\u0300-\u036f]{1,30}/g;

/** Shows what a terminal would obey as symbols: `␛`, `⟨U+202E⟩`. Tabs and newlines stay. */
export function showControls(text: string): string {
  return CONTROLS.test(text) ? text.replace(ALL_CONTROLS, symbol) : text;
}

/** A text for one line of a screen: controls as symbols, tabs and newlines as spaces. */
export function oneLine(text: string): string {
  return showControls(text).replace(/[\t\n\u2028\u2029]/g, ' ');
}

/** A text for a cell of a table: one line, NFC, without the characters that terminals disagree on. */
export function cellText(text: string): string {
  const line = oneLine(text);
  const visible = INVISIBLE.test(line) ? line.replace(ALL_INVISIBLE, '') : line;
  return MARK.test(visible) ? visible.replace(MARKED, letter => letter.normalize()) : visible;
}

function symbol(control: string): string {
  const code = control.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code === 0x7f) return '␡';
  return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
}
