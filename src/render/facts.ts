import type { Fact } from '../model/report.js';
import { factNumber } from './numbers.js';
import type { Paint } from './paint.js';
import { cellText } from './safe-text.js';
import { widthOf } from './width.js';

/** A stretch of a line: what it shows, and how wide that is without colour. */
export interface Span {
  readonly text: string;
  readonly width: number;
}

export function span(plain: string, brush: (text: string) => string = text => text): Span {
  return { text: plain === '' ? '' : brush(plain), width: widthOf(plain) };
}

export function joined(spans: readonly Span[], separator: string): Span {
  return {
    text: spans.map(part => part.text).join(separator),
    width: spans.reduce((width, part) => width + part.width, 0) + separator.length * Math.max(0, spans.length - 1),
  };
}

/** `1.912 words`, `MATTR 0,71`, `35 words a snippet (median 33, p95 58)`. */
export function factSpan(fact: Fact, paint: Paint): Span {
  const value = factValue(fact);
  const label = cellText(fact.value === 1 && fact.one !== undefined ? fact.one : fact.label);
  const head =
    fact.value === null || value === ''
      ? [span(label)]
      : fact.labelFirst
        ? [span(label), span(value, paint.strong)]
        : [span(value, paint.strong), span(label)];
  const parts = head.filter(part => part.width > 0);
  if (fact.notes === undefined || fact.notes.length === 0) return joined(parts, ' ');
  const notes = fact.notes.map(note => factText(note)).join(', ');
  return joined([...parts, span(`(${notes})`, paint.dim)], ' ');
}

/** Facts as a sentence: apart by commas, but that a label such as `snippets in` leads to the next. */
export function sentenceSpan(facts: readonly Fact[], paint: Paint): Span {
  return facts
    .map((fact, i) => ({ fact: factSpan(fact, paint), separator: i === 0 ? '' : leadsOn(facts[i - 1]!) ? ' ' : ', ' }))
    .reduce(
      (sentence, { fact, separator }) => ({
        text: sentence.text + separator + fact.text,
        width: sentence.width + separator.length + fact.width,
      }),
      span(''),
    );
}

/** The same without colour. */
export function sentenceText(facts: readonly Fact[]): string {
  return facts.map((fact, i) => (i === 0 ? '' : leadsOn(facts[i - 1]!) ? ' ' : ', ') + factText(fact)).join('');
}

function leadsOn({ label, labelFirst }: Fact): boolean {
  return labelFirst !== true && / (in|of)$/.test(label);
}

/** A fact without colour. */
export function factText(fact: Fact): string {
  const value = factValue(fact);
  const label = fact.value === 1 && fact.one !== undefined ? fact.one : fact.label;
  const words = fact.value === null ? [label] : fact.labelFirst ? [label, value] : [value, label];
  const notes = fact.notes?.length ? [`(${fact.notes.map(factText).join(', ')})`] : [];
  return cellText([...words.filter(word => word !== ''), ...notes].join(' '));
}

function factValue(fact: Fact): string {
  if (fact.value === null) return '';
  return typeof fact.value === 'number' ? factNumber(fact.value, fact.kind) : cellText(fact.value);
}
