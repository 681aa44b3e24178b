import { CodeBuffer, spelled } from '../../text/codes.js';
import { createSpellings, numberSpelling, type Spellings } from '../../text/spellings.js';
import { createInts, type Ints, pushInt } from './identity-columns.js';
import { absorbKeys, addKeyOfWords, createNameKeys, type NameKeys } from './identity-keys.js';
import { isPartialName } from './identity-names.js';
import { surfaceForm } from './identity-surface.js';
import { readWords, wordsOfSurface } from './identity-words.js';

/** Names by how they are spelled, whatever stands around them. A *form* is a spelling as it is shown. Plain data. */
export interface NameForms {
  /** Spellings, as they stand in the text and as they are shown, and the form of each. */
  readonly written: Spellings;
  readonly ofWritten: Ints;
  /** The shown spellings, one behind the other, and by form where its own ends. */
  codes: Uint16Array;
  readonly end: Ints;
  /** By form: its `identityKey`. */
  readonly key: Ints;
  /** By form: 1 where it would be part of a person's name, 0 where it would be a full one of several words. */
  readonly partial: Ints;
  readonly keys: NameKeys;
}

export function createNameForms(): NameForms {
  return {
    written: createSpellings(),
    ofWritten: createInts(),
    codes: new Uint16Array(64),
    end: createInts(),
    key: createInts(),
    partial: createInts(),
    keys: createNameKeys(),
  };
}

/** The form of what stands from `start` to `end`: how many there were before the call where it is new. */
export function formOf(forms: NameForms, codes: Uint16Array, start: number, end: number): number {
  const spelling = numberSpelling(forms.written, codes, start, end);
  if (spelling === forms.ofWritten.length) read(forms, codes, start, end);
  return forms.ofWritten.data[spelling]!;
}

export function shownOf({ codes, end }: NameForms, form: number): string {
  return spelled(codes, startOf(end, form), end.data[form]!);
}

/** By form of `later` the form in `earlier`, which is given all of them. */
export function absorbForms(earlier: NameForms, later: NameForms): Int32Array {
  const keys = absorbKeys(earlier.keys, later.keys);
  const forms = new Int32Array(later.end.length);
  for (let form = 0; form < forms.length; form++) {
    forms[form] = formOfShown(earlier, later.codes, startOf(later.end, form), later.end.data[form]!, keys[later.key.data[form]!]!);
  }
  return forms;
}

const startOf = (end: Ints, form: number): number => (form === 0 ? 0 : end.data[form - 1]!);

/** Of what was last shown otherwise than it is written. */
const buffer = new CodeBuffer();

/** Reads the spelling that has just been numbered. */
function read(forms: NameForms, codes: Uint16Array, start: number, end: number): void {
  const words = readWords(forms.keys.words, codes, start, end);
  if (words !== undefined) {
    pushInt(forms.ofWritten, addForm(forms, codes, start, end, addKeyOfWords(forms.keys, words)));
    return;
  }
  const spelling = forms.ofWritten.length;
  pushInt(forms.ofWritten, UNKNOWN);
  const shown = surfaceForm(spelled(codes, start, end));
  const key = addKeyOfWords(forms.keys, wordsOfSurface(forms.keys.words, shown));
  const form = formOfShown(forms, buffer.load(shown), 0, shown.length, key);
  forms.ofWritten.data[spelling] = form;
}

const UNKNOWN = -1;

function formOfShown(forms: NameForms, codes: Uint16Array, start: number, end: number, key: number): number {
  const { written, ofWritten } = forms;
  const spelling = numberSpelling(written, codes, start, end);
  if (spelling === ofWritten.length) pushInt(ofWritten, UNKNOWN);
  if (ofWritten.data[spelling] === UNKNOWN) ofWritten.data[spelling] = addForm(forms, codes, start, end, key);
  return ofWritten.data[spelling]!;
}

const SPACE = 0x20;

function addForm(forms: NameForms, codes: Uint16Array, start: number, end: number, key: number): number {
  const form = forms.end.length;
  let at = startOf(forms.end, form);
  if (at + end - start > forms.codes.length) {
    const grown = new Uint16Array(Math.max(forms.codes.length * 2, at + end - start));
    grown.set(forms.codes);
    forms.codes = grown;
  }
  let isSpaced = false;
  for (let i = start; i < end; i++) {
    if (codes[i] === SPACE) isSpaced = true;
    forms.codes[at++] = codes[i]!;
  }
  pushInt(forms.end, at);
  pushInt(forms.key, key);
  pushInt(forms.partial, !isSpaced || isPartialName(forms.keys, key) ? 1 : 0);
  return form;
}
