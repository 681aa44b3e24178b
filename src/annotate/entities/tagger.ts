import type { CodeSpan } from '../../model/snippet.js';
import { CodeBuffer, spelled } from '../../text/codes.js';
import { isAllCapitals, withUsualCapitals } from './capitals.js';
import type { Kernel } from './kernel.js';
import { createScalarKernel } from './kernel-scalar.js';
import { createSimdKernel } from './kernel-simd.js';
import { damaged, decodeModel } from './model.js';

/** Labels the units of texts, one text at a time; what it holds is that of the latest text. */
export interface Tagger extends Pick<Kernel, 'units' | 'context' | 'phrases' | 'labels'> {
  /** Reads a text and says how many units it has. */
  tag(text: CodeSpan): number;
  /** Unit `i` as it is written, with the capitals that news would use where the text has no other letters. */
  spelling(i: number): string;
}

/** @throws NewsError `RESOURCE` when the model is damaged */
export function createTagger(model: Uint8Array): Tagger {
  const decoded = decodeModel(model);
  const kernel = createSimdKernel(decoded) ?? createScalarKernel(decoded);
  if (kernel.checksum() !== decoded.sum) throw damaged();
  const { units, context, phrases, words } = kernel;
  const rewritten = new CodeBuffer();
  let latest: CodeSpan = rewritten.span('');

  return {
    spelling: i => spelled(latest.codes, latest.start + units.start[i]!, latest.start + units.end[i]!),
    units,
    context,
    phrases,
    get labels() {
      return kernel.labels;
    },
    tag(text) {
      latest = text;
      kernel.read(text);
      if (isAllCapitals(text)) {
        latest = rewritten.span(withUsualCapitals(text, units, context, phrases, words));
        kernel.read(latest);
      }
      kernel.label();
      return units.length;
    },
  };
}
