import type { NormalText } from '../model/normal-text.js';
import { belongsToLetter, joinsEmoji, LONGEST_RUN, widthBefore, writeCluster } from './clusters.js';
import { controlSequenceEnd } from './control-sequences.js';
import { Escape, Eth, LineEnd, NORMAL_CLASS, Unusual, ZeroWidth } from './normal-classes.js';
import { NormalWriter } from './normal-writer.js';

/** By a name of this module: in the bundle an import may be a call, and it is read for every unit. */
const CLASS = NORMAL_CLASS;
const SPACE = 0x20;

const writer = new NormalWriter();

/** Brings a line into the form that every annotator reads; see `NormalText`. Linear in the length of the line. */
export function normalizeText(original: string): NormalText {
  const first = firstUnstable(original, 0);
  if (first === original.length || !needsWork(original, first)) {
    return { text: original, origin: undefined, nonNfc: false, zeroWidth: false, eth: false };
  }
  return rewrite(original, first);
}

/** Whether a UTF-16 unit is one of the invisible characters that the normal text leaves out. */
export function isZeroWidth(code: number): boolean {
  return CLASS[code] === ZeroWidth;
}

function firstUnstable(text: string, from: number): number {
  const length = text.length;
  let i = from;
  while (i < length && CLASS[text.charCodeAt(i)]! <= LineEnd) i++;
  return i;
}

/** Whether any unit from `first` on really changes: foreign scripts and emoji are unusual, but mostly normal already. */
function needsWork(text: string, first: number): boolean {
  let run = 0;
  for (let i = first; i < text.length; i++) {
    const kind = CLASS[text.charCodeAt(i)]!;
    if (kind <= LineEnd) {
      run = 0;
      continue;
    }
    if (kind === ZeroWidth ? !joinsEmoji(text, i) : kind !== Unusual) return true;
    if (++run > LONGEST_RUN) return true;
  }
  return text.normalize('NFC') !== text;
}

function rewrite(original: string, first: number): NormalText {
  const length = original.length;
  let nonNfc = false;
  let zeroWidth = false;
  let eth = false;
  // A mark belongs to the letter before it.
  let i = first > 0 && belongsToLetter(original, first) ? first - widthBefore(original, first) : first;
  writer.begin(original, i);
  while (i < length) {
    const stable = firstUnstable(original, i);
    // Marks that follow belong to the last of them.
    const whole = stable === length || !belongsToLetter(original, stable) ? stable : stable - 1;
    if (whole > i) {
      writer.copy(i, whole);
      i = whole;
      continue;
    }
    const kind = CLASS[original.charCodeAt(i)]!;
    if (kind === ZeroWidth && !joinsEmoji(original, i)) {
      zeroWidth = true;
      i++;
      continue;
    }
    const behind = kind === Escape ? controlSequenceEnd(original, i) : -1;
    if (behind > 0) {
      writer.unit(SPACE, i);
      i = behind;
      continue;
    }
    eth ||= kind === Eth;
    const cluster = writeCluster(original, i, writer);
    zeroWidth ||= cluster.zeroWidth;
    nonNfc ||= cluster.nonNfc;
    i = cluster.end;
  }
  return { ...writer.end(), nonNfc, zeroWidth, eth };
}
