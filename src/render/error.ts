import type { NewsError } from '../model/news-error.js';
import { jsonText } from './json-text.js';
import { oneLine } from './safe-text.js';

/**
 * An error as one line for stderr: `newscli: news.txt: no such file. Did you mean news/?`, or, for a program,
 * `{"error":{"code","message","path","hint"}}`.
 */
export function renderError({ code, message, path, line, hint }: NewsError, asJson: boolean): string {
  if (asJson) return `${jsonText({ error: { code, message, path, line, hint } })}\n`;
  const named = path === '' ? '""' : path;
  const place = named === undefined || message.includes(named) ? '' : `${named}${line === undefined ? '' : `:${line}`}: `;
  const said = /[.!?…]$/.test(message) || hint === undefined ? message : `${message}.`;
  return `newscli: ${safeText(`${place}${said}${hint === undefined ? '' : ` ${sentence(hint)}`}`)}\n`;
}

/** A text of unknown origin for a line on stderr. */
export function safeText(text: string): string {
  return oneLine(text);
}

function sentence(hint: string): string {
  return hint.charAt(0).toUpperCase() + hint.slice(1);
}
