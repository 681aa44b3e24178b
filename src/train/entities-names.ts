import { PAD } from '../annotate/entities/context.js';
import type { TextContext } from '../annotate/entities/kernel.js';
import { isClosed, OUTSIDE } from '../annotate/entities/labels.js';
import { lexemeKey } from '../annotate/entities/lexemes.js';
import { shapeOf } from '../annotate/entities/shape.js';
import { GRADES_OF_NAME } from '../annotate/entities/tables.js';
import { createTagger } from '../annotate/entities/tagger.js';
import { ENTITY_TYPES } from '../model/mention.js';
import { codesOf } from '../text/codes.js';
import { plainText } from './entities-news.js';
import type { ClassedPhrase } from './entities-phrases.js';

/** Index of what is written with capitals and is no name. */
const NO_NAME = ENTITY_TYPES.length;
const KINDS = NO_NAME + 1;
const MOST_UNITS = 7;
const SHARE_BORDERS = [0.6, 0.85, 0.97];
const COUNT_BORDERS = [10, 100];

/**
 * Tags news with a model and says for each name how it was tagged: class 1 stands for no kind above 60 %, the others for a kind,
 * a border of its share and a border of its count.
 *
 * @param least names that were met less often are left out
 */
export function nameClasses(model: Uint8Array, lines: Iterable<string>, least: number): ClassedPhrase[] {
  const tagger = createTagger(model);
  const counts = new Map<string, Uint32Array>();
  const keys = new Map<string, string>();
  const keyOf = (unit: string): string => {
    let key = keys.get(unit);
    if (key === undefined) {
      key = lexemeKey(unit, shapeOf(unit));
      keys.set(unit, key);
    }
    return key;
  };
  for (const line of lines) {
    const text = plainText(line);
    const length = tagger.tag(codesOf(text));
    const { units, labels, context } = tagger;
    const add = (first: number, last: number, kind: number): void => {
      if (last - first >= MOST_UNITS) return;
      let name = '';
      for (let i = first; i <= last; i++) name += (i > first ? ' ' : '') + keyOf(text.slice(units.start[i]!, units.end[i]!));
      let count = counts.get(name);
      if (count === undefined) {
        count = new Uint32Array(KINDS);
        counts.set(name, count);
      }
      count[kind]!++;
    };
    for (let i = 0; i < length; i++) {
      if (labels[i] === OUTSIDE) {
        if (isWholeRun(context, labels, i)) add(i, context.runLast[i + PAD]! - PAD, NO_NAME);
        continue;
      }
      let first = i;
      while (!isClosed(labels[i]!)) i++;
      const kind = (labels[i]! - 1) >> 2;
      add(first, i, kind);
      const from = first;
      while (first < i && context.runFirst[first + PAD]! < 0) first++;
      if (first > from && context.runFirst[first + PAD]! >= 0) add(first, i, kind);
    }
  }
  return classesOf(counts, least);
}

/** Whether the unit begins a run of capitals of which nothing was tagged. */
function isWholeRun(context: TextContext, labels: Uint8Array, i: number): boolean {
  if (context.runFirst[i + PAD] !== i + PAD) return false;
  for (let at = i; at <= context.runLast[i + PAD]! - PAD; at++) if (labels[at] !== OUTSIDE) return false;
  return true;
}

function classesOf(counts: ReadonlyMap<string, Uint32Array>, least: number): ClassedPhrase[] {
  const classed: [string, number, number][] = [];
  for (const [name, count] of counts) {
    const total = count.reduce((sum, n) => sum + n, 0);
    if (total < least) continue;
    let best = 0;
    for (let kind = 1; kind < KINDS; kind++) if (count[kind]! > count[best]!) best = kind;
    const share = SHARE_BORDERS.filter(border => count[best]! / total >= border).length;
    const often = COUNT_BORDERS.filter(border => total >= border).length;
    classed.push([name, share === 0 ? 1 : 2 + best * GRADES_OF_NAME + (share - 1) * 3 + often, total]);
  }
  classed.sort((a, b) => b[2] - a[2] || (a[0] < b[0] ? -1 : 1));
  return classed.map(([name, kind]) => [name, kind]);
}
