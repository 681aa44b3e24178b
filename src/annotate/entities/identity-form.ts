import type { CodeSpan } from '../../model/snippet.js';
import { spelled } from '../../text/codes.js';
import { createSpellings, numberSpelling } from '../../text/spellings.js';
import { headOf } from './identity-heads.js';
import { identityKey, surfaceForm } from './identity-key.js';
import { isPartialName } from './identity-names.js';

/** What follows from how a name is spelled, whatever stands around it. */
export interface NameForm {
  readonly shown: string;
  /** Its `identityKey`. */
  readonly key: string;
  /** It would be part of a person's name rather than a full one of several words. */
  readonly partial: boolean;
}

/** Reads the form of what stands from `start` to `end` of a text. */
export type FormReader = (text: CodeSpan, start: number, end: number) => NameForm;

export const readForm: FormReader = ({ codes, start: origin }, start, end) => {
  const shown = surfaceForm(spelled(codes, origin + start, origin + end));
  const key = identityKey(shown);
  return { shown, key, partial: isPartialName(shown, key) };
};

/** With the key without its class word, where it has one. */
export interface HeadedForm extends NameForm {
  readonly bare: string | undefined;
}

let written = createSpellings();
let forms: HeadedForm[] = [];
const KNOWN_LIMIT = 1 << 16;

/** The form of a name that may have been read before: the last some ten thousand are kept. */
export function knownForm(text: CodeSpan, start: number, end: number): HeadedForm {
  if (written.size >= KNOWN_LIMIT) {
    written = createSpellings();
    forms = [];
  }
  const number = numberSpelling(written, text.codes, text.start + start, text.start + end);
  if (number === forms.length) {
    const form = readForm(text, start, end);
    forms.push({ ...form, bare: headOf(form.key)?.bare });
  }
  return forms[number]!;
}
