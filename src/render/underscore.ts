import type { JsonObject, Row } from '../model/report.js';
import type { StreamRenderer } from './renderer.js';
import { showControls } from './safe-text.js';

/** A snippet a line, its tokens apart by one space, the syllables of a word joined by `_`. */
export const underscore: StreamRenderer = {
  shape: 'stream',
  open: () => '',
  rows(rows, { screen }) {
    let text = '';
    for (const row of rows) text += `${joinedTokens(row)}\n`;
    return screen.terminal ? showControls(text) : text;
  },
  close: () => '',
};

function joinedTokens(row: Row): string {
  const tokens = row.tokens;
  if (!Array.isArray(tokens)) return '';
  let text = '';
  for (const token of tokens as readonly JsonObject[]) text += (text === '' ? '' : ' ') + joinedSyllables(`${token.text}`);
  return text;
}

function joinedSyllables(token: string): string {
  return /\s/.test(token) ? token.trim().replace(/\s+/g, '_') : token;
}
