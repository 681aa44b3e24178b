import fc from 'fast-check';
import { RE2JS } from 're2js';
import { describe, expect, test } from 'vitest';
import { Borders } from '../../src/search/borders.js';
import type { Subject } from '../../src/search/nodes.js';
import { RegexNode } from '../../src/search/regex.js';
import { RegexAutomaton } from '../../src/search/regex-automaton.js';
import { TermPlaces } from '../../src/search/term.js';
import { dirtyLine } from './dirt.js';
import { analysisOf, SMART, tools } from './tools.js';

function subjectOf(text: string): Subject {
  return { analysis: analysisOf(text), text, places: new TermPlaces(0), borders: new Borders(tools.segmentAround, SMART) };
}

const PATTERNS = [
  '',
  '^$',
  '\\d+',
  'a.b|^Nga',
  '(năm|tháng) [0-9]{1,2}$',
  '\\bU\\d+\\b',
  '\\Bhai',
  '[^\\x00-\\x7f]{3}',
  '\\p{Lu}\\p{Ll}+( \\p{Lu}\\p{Ll}+)*,',
  '(?i)đàm phán',
  '(?m)^việt',
  '(?s)a.*n',
  '😀|“[^”]*”',
  '[\\x{10000}-\\x{10ffff}]$',
  '(a|ab)(c|bcd)(d*)',
  '.{12}$',
];

describe('the automaton of a pattern', () => {
  const character = fc.constantFrom(...'ab12 NgaVIệtđ“”😀,\n', '\ud83d', '\udc00', '\u0301');
  const text = fc.oneof(
    dirtyLine,
    fc.array(character, { maxLength: 30 }).map(letters => letters.join('')),
  );

  test.each(PATTERNS)('says of a text what the engine says, for /%s/', source => {
    const pattern = RE2JS.compile(source);
    const automaton = RegexAutomaton.of(pattern)!;
    fc.assert(
      fc.property(text, line => {
        expect(automaton.test(line)).toBe(pattern.test(line));
      }),
    );
  });

  test.each(PATTERNS)('leaves out no match of /%s/', source => {
    const pattern = RE2JS.compile(source);
    const node = new RegexNode(pattern, source);
    fc.assert(
      fc.property(text, line => {
        const expected: [number, number][] = [];
        const matcher = pattern.matcher(line);
        while (matcher.find()) if (matcher.end() > matcher.start()) expected.push([matcher.start(), matcher.end()]);
        expect(node.find(subjectOf(line)).map(({ start, end }) => [start, end])).toEqual(expected);
      }),
    );
  });

  test('gives up where it would grow without end', () => {
    const automaton = RegexAutomaton.of(RE2JS.compile('a[ab]{14}c'))!;
    const lines = Array.from({ length: 6000 }, (_, i) =>
      [...i.toString(2).padStart(14, '0')].map(bit => (bit === '0' ? 'a' : 'b')).join(''),
    );
    expect(new Set(lines.map(line => automaton.test(line)))).toEqual(new Set([false, undefined]));
  });
});
