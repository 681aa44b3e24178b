import { envelopeText } from './envelope.js';
import { jsonRows } from './json-rows.js';
import { jsonText } from './json-text.js';
import type { StreamRenderer } from './renderer.js';

const NEWLINE = 0x0a;

/** An item a line; the last line is the envelope without items, so that a cut stream can be told. */
export const ndjson: StreamRenderer = {
  shape: 'stream',
  open: () => '',
  *rows(rows) {
    if (rows.length === 0) return;
    yield* jsonRows(rows, NEWLINE);
    yield '\n';
  },
  close(outcome, envelope, context) {
    const figures = context.view.columns.length === 0 ? `${jsonText({ record: context.view.record, ...outcome.figures })}\n` : '';
    return context.summary ? `${figures}{"record":"summary",${envelopeText(outcome, envelope, context)}}}\n` : figures;
  },
};
