import { envelopeText } from './envelope.js';
import { jsonLines } from './json-bytes.js';
import { jsonText } from './json-text.js';
import type { StreamRenderer } from './renderer.js';

/** An item a line; the last line is the envelope without items, so that a cut stream can be told. */
export const ndjson: StreamRenderer = {
  shape: 'stream',
  open: () => '',
  rows(rows) {
    let text = '';
    for (const row of rows) text += `${jsonText(row)}\n`;
    return text;
  },
  bytes: rows => jsonLines(rows),
  close(outcome, envelope, context) {
    const figures = context.view.columns.length === 0 ? `${jsonText({ record: context.view.record, ...outcome.figures })}\n` : '';
    return context.summary ? `${figures}{"record":"summary",${envelopeText(outcome, envelope, context)}}}\n` : figures;
  },
};
