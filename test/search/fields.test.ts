import { describe, expect, test } from 'vitest';
import type { DateMention } from '../../src/model/date-mention.js';
import type { Mention } from '../../src/model/mention.js';
import { globTest } from '../../src/search/glob.js';
import { found } from './tools.js';

const TEXT = 'Ông Trump gặp Bộ Ngoại giao Nga tại Hoa Kỳ ngày 4/12/2024.';

const mention = (name: string, type: Mention['type']): Mention => ({
  start: TEXT.indexOf(name),
  end: TEXT.indexOf(name) + name.length,
  type,
  nested: [],
});

const entities = [mention('Trump', 'PER'), mention('Bộ Ngoại giao Nga', 'ORG'), mention('Hoa Kỳ', 'LOC')];

const dates: DateMention[] = [
  {
    start: TEXT.indexOf('ngày'),
    end: TEXT.length - 1,
    type: 'DATE',
    value: '2024-12-04',
    from: '2024-12-04',
    to: '2024-12-04',
    implied: [],
    rule: 'day-month-year',
  },
];

const NAMES = new Map([
  ['Trump', 'Donald Trump'],
  ['Hoa Kỳ', 'Mỹ'],
]);

const resolveNames = (mentions: readonly Mention[], text: string) =>
  mentions.map(({ start, end, type }) => ({ entity: NAMES.get(text.slice(start, end)) ?? text.slice(start, end), type }));

const annotated = { annotations: { file: 'bao/2024/tin.txt', source: 'Tuổi Trẻ', entities, dates }, with: { resolveNames } };

describe('fields', () => {
  test.each([
    ['type:PER', ['Trump']],
    ['type:LOC OR type:ORG', ['Bộ Ngoại giao Nga', 'Hoa Kỳ']],
    ['type:MISC', undefined],
    ['entity:Trump', ['Trump']],
    ['entity:"Donald Trump"', ['Trump']],
    ['entity:donald', ['Trump']],
    ['entity:Nga', ['Bộ Ngoại giao Nga']],
    ['entity:"ngoai giao"', ['Bộ Ngoại giao Nga']],
    ['entity:Ngo', undefined],
    ['entity:Mỹ', ['Hoa Kỳ']],
    ['entity:"Hoa Kỳ"', ['Hoa Kỳ']],
    ['date:2024', ['ngày 4/12/2024']],
    ['date:2024-12', ['ngày 4/12/2024']],
    ['date:2024-12-04..2025', ['ngày 4/12/2024']],
    ['date:2024-12-05..2025', undefined],
    ['file:*.txt', []],
    ['file:bao/**/*.txt', []],
    ['file:bao/*.txt', undefined],
    ['file:*.csv', undefined],
    ['source:"tuổi trẻ"', []],
    ['source:"tuoi tre"', []],
    ['source:tuổi*', []],
    ['source:tuổi', undefined],
    ['Nga file:*.txt', ['Nga']],
    ['type:PER NEAR/1 type:ORG', ['Trump', 'Bộ Ngoại giao Nga']],
    ['type:PER NEAR/0 type:ORG', undefined],
  ])('%s', (query, hits) => {
    expect(found(query, TEXT, annotated)).toEqual(hits);
  });
});

describe('globs', () => {
  test.each([
    ['*.txt', 'tin.txt', true],
    ['*.txt', 'bao/tin.txt', false],
    ['**/*.txt', 'tin.txt', true],
    ['**/*.txt', 'a/b/tin.txt', true],
    ['a/**', 'a/b/c', true],
    ['tin?.txt', 'tin1.txt', true],
    ['tin[0-4].txt', 'tin5.txt', false],
    ['tin[!0-4].txt', 'tin5.txt', true],
    ['{a,b}/{c,d}', 'b/c', true],
    ['[a', '[a', true],
    [`${'*a'.repeat(40)}b`, 'a'.repeat(2000), false],
  ])('%s on %s', (glob, path, holds) => {
    expect(globTest(glob)(path)).toBe(holds);
  });
});
