import { CodeBuffer } from '../text/codes.js';
import { normalizeText } from '../text/normalize.js';
import type { Scanner } from '../text/segment/scan.js';
import { mayJoin } from '../text/segment/score.js';
import { createUnits, idOf, Shape, shapeOf } from '../text/segment/units.js';

/** A sentence a line, words apart by spaces, the syllables of a word joined by `_`. */
export type SegmentedText = string;

/** Reads CoNLL-U (a FORM with spaces is a word of several syllables) or, as it is, segmented text; told apart by content. */
export function segmentedText(content: string): SegmentedText {
  return isConllu(content) ? fromConllu(content) : content;
}

export function isConllu(content: string): boolean {
  return /^\ufeff?(?:#[^\n]*\n)*\d+\t/.test(content);
}

function fromConllu(content: string): SegmentedText {
  const lines: string[] = [];
  for (const block of content.split(/\r?\n\r?\n/)) {
    const words = block
      .split(/\r?\n/)
      .filter(line => /^\d+\t/.test(line))
      .map(line => line.split('\t')[1]!.replaceAll('_', '-').trim().replace(/\s+/g, '_'));
    if (words.length > 0) lines.push(words.join(' '));
  }
  return lines.join('\n');
}

/** Bits of `Corpus.info` above the three of the shape. */
export const Info = {
  /** The gap behind the unit is there to be decided. */
  Gap: 8,
  /** The unit and the next are of one word. */
  Joined: 16,
} as const;

/** A labelled text as columns, its sentences apart by one unit that is `Outside`. */
export interface Corpus {
  length: number;
  key: Int32Array;
  /** Ids of unit classes; `UnitId.Unknown` for syllables, whose ids come later. */
  id: Uint16Array;
  info: Uint8Array;
  /** Sentences. */
  sentences: number;
}

/** A program left some articles unsegmented: long lines without a joint. */
const LONGEST_WITHOUT_JOINT = 60;

/** Called for each syllable once: its key, and where it stands in the sentence. */
export type SyllableListener = (key: number, sentence: string, start: number, end: number, capital: boolean, opens: boolean) => void;

/** Scans labelled text. `suspect`: leave out the lines that nobody segmented. */
export function readCorpus(text: SegmentedText, scanner: Scanner, suspect: boolean, onSyllable?: SyllableListener): Corpus {
  const capacity = Math.ceil(text.length / 3) + 16;
  const corpus: Corpus = {
    length: 1,
    key: new Int32Array(capacity),
    id: new Uint16Array(capacity),
    info: new Uint8Array(capacity),
    sentences: 0,
  };
  corpus.info[0] = Shape.Border;
  const units = createUnits();
  const codes = new CodeBuffer();
  let from = 0;
  while (from < text.length) {
    let to = text.indexOf('\n', from);
    if (to < 0) to = text.length;
    const written = text.slice(from, to);
    from = to + 1;
    if (suspect && written.length > LONGEST_WITHOUT_JOINT && !written.includes('_')) continue;
    const line = normalizeText(written).text;
    const sentence = line.replaceAll('_', ' ');
    units.length = 0;
    scanner.scan(codes.load(sentence), 0, sentence.length, units);
    if (units.length === 0) continue;
    if (corpus.length + units.length + 1 > corpus.key.length) growCorpus(corpus, units.length);
    let n = corpus.length;
    for (let i = 0; i < units.length; i++, n++) {
      corpus.key[n] = units.key[i]!;
      const look = units.look[i]!;
      const shape = shapeOf(look);
      corpus.id[n] = idOf(look);
      let info = shape;
      if (i + 1 < units.length && mayJoin(look, units.look[i + 1]!)) {
        info |= Info.Gap;
        if (line.charCodeAt(units.end[i]!) === 0x5f) info |= Info.Joined;
      }
      corpus.info[n] = info;
      if (onSyllable !== undefined && isSyllable(shape)) {
        const opens = i === 0 || shapeOf(units.look[i - 1]!) === Shape.Border;
        onSyllable(units.key[i]!, sentence, units.start[i]!, units.end[i]!, shape === Shape.Initial, opens);
      }
    }
    corpus.key[n] = 0;
    corpus.id[n] = 0;
    corpus.info[n++] = Shape.Border;
    corpus.length = n;
    corpus.sentences++;
  }
  return corpus;
}

export const isSyllable = (shape: number): boolean => shape <= Shape.Upper || shape === Shape.Mixed;

function growCorpus(corpus: Corpus, more: number): void {
  const capacity = corpus.key.length * 2 + more;
  const key = new Int32Array(capacity);
  const id = new Uint16Array(capacity);
  const info = new Uint8Array(capacity);
  key.set(corpus.key);
  id.set(corpus.id);
  info.set(corpus.info);
  Object.assign(corpus, { key, id, info });
}
