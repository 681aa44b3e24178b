import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { absorbIdentities, mergeIdentityStates, resolveIdentities, resolveSnippet } from '../../src/annotate/entities/identity.js';
import { namesOfCorpus } from '../../src/annotate/entities/identity-snippet.js';
import { codesOf } from '../../src/text/codes.js';
import { lines, shown, stateOf, tables } from './identity-corpus.js';
import { marked } from './marked.js';

describe('laws of identities', () => {
  const NAMES = [
    ...[
      'P Donald Trump',
      'P Trump',
      'P Eric Trump',
      'P Mark Rutte',
      'P Rutte',
      'L Rutte',
      'P Nguyễn Quang Hải',
      'P Quang Hải',
      'P Hải',
      'P Lê Hải',
    ],
    ...[
      'L Mỹ',
      'L Hoa Kỳ',
      'O EU',
      'O Liên đoàn Bóng đá Việt Nam] ([O VFF',
      'O VFF',
      'O Vụ Văn hóa] ([O VFF',
      'L bang Ohio',
      'L Ohio',
      'L tỉnh Ohio',
    ],
    // Not read by a cut at spaces and signs alone.
    ...['P Thái Tử Li', 'P Conan O’Brien', 'P O’Brien', 'O Sư đoàn F-16', 'L tỉnh Kon Tum'.normalize('NFD'), 'L tỉnh Kon Tum'],
  ];
  const line = fc.record({
    file: fc.constantFrom('a', 'b', 'c'),
    source: fc
      .array(
        fc.constantFrom(...NAMES).map(name => `[${name}])`),
        { maxLength: 6 },
      )
      .map(all => all.join(' ')),
  });
  /** Files follow one another. */
  const corpus = fc.array(line, { maxLength: 24 }).map(all => all.toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0)));

  test('any cut of a corpus merged is one pass, handles too', () => {
    fc.assert(
      fc.property(corpus, fc.nat(), fc.nat(), (all, i, j) => {
        const [first, second] = [i % (all.length + 1), j % (all.length + 1)].sort((a, b) => a - b) as [number, number];
        const whole = stateOf(all);
        const names = resolveIdentities(whole.state, tables());
        const parts = [all.slice(0, first), all.slice(first, second), all.slice(second)].map(stateOf);
        const [a, b, c] = parts.map(({ state }) => structuredClone(state));
        const right = absorbIdentities(b!, c!);
        const left = absorbIdentities(a!, b!);
        const merged = resolveIdentities(a!, tables());
        expect(
          merged.entities.map(({ entity, type, mentions, snippets, aliases }) => ({ entity, type, mentions, snippets, aliases })),
        ).toEqual(names.entities.map(({ entity, type, mentions, snippets, aliases }) => ({ entity, type, mentions, snippets, aliases })));
        const moved = [
          ...parts[0]!.handles,
          ...parts[1]!.handles.map(handles => handles.map(handle => left[handle]!)),
          ...parts[2]!.handles.map(handles => handles.map(handle => left[right[handle]!]!)),
        ];
        expect(moved.flat().map(handle => merged.nameOf(handle).entity)).toEqual(
          whole.handles.flat().map(handle => names.nameOf(handle).entity),
        );
      }),
    );
  });

  test('every spelling is kept as it stands, however many there are and however they are read', () => {
    const names = Array.from(
      { length: 60 },
      (_, i) => `Hoàng ${i % 3 === 0 ? 'Li' : i % 3 === 1 ? 'O’Neill' : 'Lan'} ${'Ngân'.repeat(1 + (i >> 1))}`,
    );
    const { state, handles } = stateOf(lines(...names.map(name => `[P ${name}]`)));
    const { nameOf } = resolveIdentities(state, tables(), false);
    expect(handles.flat().map(handle => nameOf(handle).entity)).toEqual(names);
  });

  test('spellings add up to mentions, mentions to what was added, and snippets stay below', () => {
    fc.assert(
      fc.property(corpus, all => {
        const { state, handles } = stateOf(all);
        const { entities } = resolveIdentities(state, tables());
        for (const { mentions, snippets, aliases } of entities) {
          expect(aliases.reduce((sum, { count }) => sum + count, 0)).toBe(mentions);
          expect(snippets).toBeLessThanOrEqual(Math.min(mentions, all.length));
        }
        expect(entities.reduce((sum, { mentions }) => sum + mentions, 0)).toBe(handles.flat().length);
      }),
    );
  });

  test('a snippet counts once for an identity', () => {
    fc.assert(
      fc.property(corpus, all => {
        const { state, handles } = stateOf(all);
        const { entities, nameOf } = resolveIdentities(state, tables());
        for (const identity of entities) {
          expect(identity.snippets).toBe(handles.filter(of => of.some(handle => nameOf(handle) === identity)).length);
        }
      }),
    );
  });

  test('the order of snippets does not show', () => {
    const shuffled = corpus.chain(all => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
    fc.assert(
      fc.property(shuffled, ([all, mixed]) => {
        expect(shown(mixed)).toEqual(shown(all));
      }),
    );
  });

  test('a snippet by itself is named as a corpus of one', () => {
    const snippet = fc.array(
      fc.constantFrom(...NAMES, 'P Mỹ', 'P Nhật', 'L Nhật', 'P MARK RUTTE', 'O bang Florida', 'L Florida').map(name => `[${name}]`),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(snippet, names => {
        const { text, mentions } = marked(names.join(' '));
        const codes = codesOf(text);
        expect(resolveSnippet(mentions, codes, tables())).toEqual(namesOfCorpus(mentions, codes, tables()));
      }),
      { numRuns: 1000 },
    );
  });

  test('merging by the plain name is the same', () => {
    const all = lines('[P Donald Trump]', 'b: [P Trump]');
    const [a, b] = all.map(one => stateOf([one]).state);
    expect(resolveIdentities(mergeIdentityStates(a!, b!), tables()).entities.map(({ entity }) => entity)).toEqual(['Donald Trump']);
  });
});
