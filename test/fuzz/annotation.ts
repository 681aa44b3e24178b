import fc from 'fast-check';
import { expect } from 'vitest';
import type { Doc } from '../../src/model/doc.js';
import type { Span } from '../../src/model/span.js';
import { inputFile, read } from '../run/read-support.js';
import { line, lines } from './hostile.js';
import { type Law, law } from './law.js';
import { analyserWith } from './toolbox.js';

const analyser = analyserWith();
const analysed = (text: string): Doc => analyser.analyse({ file: 'a.txt', line: 1, text })!;
const layersOf = (text: string) => layersIn(analysed(text), text);

/** The layers of a text, in texts rather than offsets; marks as NFC has them. */
function layersIn(doc: Doc, text: string) {
  // Variation selectors are invisible, and no part of a name.
  const shown = ({ start, end }: Span) =>
    text
      .slice(start, end)
      .normalize('NFC')
      .replace(/[\ufe00-\ufe0f]+$/, '');
  const { length, kind } = doc.tokens;
  return {
    tokens: spansOf(doc.tokens).map((span, i) => [shown(span), kind[i]]),
    sentences: spansOf(doc.sentences).map(shown),
    entities: doc.entities.map(mention => [shown(mention), mention.type, mention.nested.map(inner => [shown(inner), inner.type])]),
    identities: doc.identities.map(({ entity, type }) => [entity.normalize('NFC'), type]),
    dates: doc.dates.map(({ start, end, value, rule }) => [shown({ start, end }), value, rule]),
    length,
  };
}

function spansOf({ length, start, end }: { length: number; start: Int32Array; end: Int32Array }): Span[] {
  return Array.from({ length }, (_, i) => ({ start: start[i]!, end: end[i]! }));
}

function ascend(text: string, spans: readonly Span[]): void {
  let last = 0;
  for (const { start, end } of spans) {
    expect([start >= last, end > start, end <= text.length]).toEqual([true, true, true]);
    last = end;
  }
}

export const ANNOTATION_LAWS: readonly Law[] = [
  law(
    'every layer of any text lies in it, in order',
    fc.property(line, text => {
      const { tokens, sentences, entities, identities, dates } = analysed(text);
      ascend(text, spansOf(tokens));
      if (tokens.length > 0) ascend(text, spansOf(sentences));
      ascend(text, entities);
      ascend(text, dates);
      expect(identities).toHaveLength(entities.length);
      for (const { from, to } of dates) expect(from === null || to === null || from <= to).toBe(true);
    }),
    200,
  ),
  law(
    'the same text says the same, whatever came before',
    fc.property(line, line, (text, other) => {
      const first = layersOf(text);
      analysed(other);
      expect(layersOf(text)).toEqual(first);
    }),
    100,
  ),
  law(
    'NFC and NFD say the same',
    fc.property(line, raw => {
      // A mark behind a syllable of Hangul is no part of it in one form, and of its last letter in the other; one of the other planes
      // is a token of its own, and may stand between a letter and a mark that NFC joins to it. So are the parts of a letter there.
      const known = raw.replace(/[\u1100-\u11ff\uac00-\ud7a3]|(?=[\u{10000}-\u{10ffff}])\p{M}/gu, '').normalize('NFC');
      const text = known.replace(/[\u{10000}-\u{10ffff}]/gu, letter => (letter === letter.normalize('NFD') ? letter : ''));
      expect(layersOf(text.normalize('NFD'))).toEqual(layersOf(text.normalize('NFC')));
    }),
    100,
  ),
  law(
    'a line says the same as it was read and as a string',
    fc.asyncProperty(lines, async texts => {
      async function* standardInput(): AsyncGenerator<Buffer> {
        yield Buffer.from(texts.join('\n'));
      }
      const { snippets } = await read(inputFile('-'), { standardInput });
      for (const snippet of snippets) expect(layersIn(analyser.analyse(snippet)!, snippet.text)).toEqual(layersOf(snippet.text));
    }),
    100,
  ),
];
