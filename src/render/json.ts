import { envelopeText } from './envelope.js';
import { jsonText } from './json-text.js';
import { PART_LENGTH, type WholeRenderer } from './renderer.js';

/** One document on one line, keys in a fixed order. */
export const json: WholeRenderer = {
  shape: 'whole',
  *render(outcome, envelope, context) {
    let text = `{${envelopeText(outcome, envelope, context)},"items":[`;
    let separator = '';
    for (const row of outcome.rows) {
      text += separator + jsonText(row);
      separator = ',';
      if (text.length >= PART_LENGTH) {
        yield text;
        text = '';
      }
    }
    yield `${text}]}}\n`;
  },
};
