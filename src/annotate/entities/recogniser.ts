import type { GazetteerEntry, Mention } from '../../model/mention.js';
import type { CodeSpan } from '../../model/snippet.js';
import { CodeBuffer } from '../../text/codes.js';
import { createAnnouncedRules } from './announced.js';
import { isClosed, OUTSIDE, typeOf } from './labels.js';
import { createNeighbourRules } from './neighbours.js';
import { createNestedFinder } from './nested.js';
import { createRules } from './rules.js';
import { createTagger } from './tagger.js';
import { createUserNames } from './user-names.js';

/** Finds the named entities of texts, one text at a time. */
export interface Recogniser {
  /** The outermost mentions of a `NormalText.text`, ascending, without overlap; inner names are in `nested`. */
  find(text: string): readonly Mention[];
  /** The same for a text as codes. */
  findInCodes(text: CodeSpan): readonly Mention[];
}

/**
 * @param model the bytes of `entities.model`
 * @param userGazetteer names that are found wherever they stand as whole words, whatever the model says
 * @throws NewsError `RESOURCE` when the model is damaged
 */
export function createRecogniser(model: Uint8Array, userGazetteer: readonly GazetteerEntry[] = []): Recogniser {
  const tagger = createTagger(model);
  const rules = [createRules(tagger), createNeighbourRules(tagger), createAnnouncedRules(tagger)];
  const nestedIn = createNestedFinder(tagger);
  const userNames = userGazetteer.length === 0 ? undefined : createUserNames(userGazetteer);
  const buffer = new CodeBuffer();

  function findInCodes(text: CodeSpan): readonly Mention[] {
    const length = tagger.tag(text);
    const { units, labels } = tagger;
    for (const mend of rules) mend(labels, length);
    const mentions: Mention[] = [];
    for (let i = 0; i < length; i++) {
      if (labels[i] === OUTSIDE) continue;
      const first = i;
      while (!isClosed(labels[i]!)) i++;
      const type = typeOf(labels[i]!);
      mentions.push({ start: units.start[first]!, end: units.end[i]!, type, nested: nestedIn(type, first, i) });
    }
    return userNames === undefined ? mentions : userNames.override(text, units, mentions);
  }

  return { find: text => findInCodes(buffer.span(text)), findInCodes };
}
