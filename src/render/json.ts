import { envelopeText } from './envelope.js';
import { jsonRows } from './json-rows.js';
import type { WholeRenderer } from './renderer.js';

const COMMA = 0x2c;

/** One document on one line, keys in a fixed order. */
export const json: WholeRenderer = {
  shape: 'whole',
  *render(outcome, envelope, context) {
    yield `{${envelopeText(outcome, envelope, context)},"items":[`;
    yield* jsonRows(outcome.rows, COMMA);
    yield ']}}\n';
  },
};
