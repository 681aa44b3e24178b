import { describe, expect, test } from 'vitest';
import { createIdentityTables } from '../../src/annotate/entities/identity.js';
import { entities } from '../../src/commands/entities.js';
import type { FinishTools, FoldView, Options } from '../../src/model/command.js';
import type { Doc } from '../../src/model/doc.js';
import { marked } from '../annotate/marked.js';

const builtin = new TextEncoder().encode('mỹ\tMỹ\tLOC\nhoa kỳ\tMỹ\tLOC\n');
const tools: FinishTools = {
  identityTables: createIdentityTables(builtin, [], []),
  stopWords: new Set(),
  input: { files: 1, snippets: 0, bytes: 0, nonNfc: 0, invalidUtf8: 0, skipped: 0 },
};

const NEWS = [
  'Tổng thống [L Mỹ] [P Donald Trump] thăm [L Pháp]',
  'Ông [P Trump] rời [L Paris]; [O Bộ Ngoại giao Pháp] tiễn',
  '[L Hoa Kỳ] và [L Pháp] ký thoả thuận, [L Mỹ] vui',
].map((source, i) => {
  const { text, mentions } = marked(source);
  const found = mentions.map(mention =>
    mention.type === 'ORG' ? { ...mention, nested: [{ start: mention.end - 4, end: mention.end, type: 'LOC' as const }] } : mention,
  );
  return { snippet: { file: 'a.txt', line: i + 1, text, ...(i === 1 && { id: 'x1' }) }, entities: found } as unknown as Doc;
});

function viewFor(options: Options): FoldView {
  return entities.views.find(view => view.when(options)) as FoldView;
}

function outcomeOf(options: Options, cut = NEWS.length) {
  const view = viewFor(options);
  const [earlier, later] = [NEWS.slice(0, cut), NEWS.slice(cut)].map(docs => {
    const state = view.init(options);
    for (const doc of docs) view.add(state, doc, options);
    return structuredClone(state);
  });
  return view.finish(view.merge(earlier, later), options, tools);
}

describe('the table', () => {
  const brief = (options: Options) =>
    outcomeOf(options).rows.map(
      row => `${row.rank} ${row.entity} ${row.type} ${row.mentions}/${row.snippets} ${(row.share as number).toFixed(2)}`,
    );

  test('is ranked by mentions, and shares are of what the filters let through', () => {
    expect(brief({})).toEqual([
      '1 Mỹ LOC 3/2 0.33',
      '2 Donald Trump PER 2/2 0.22',
      '3 Pháp LOC 2/2 0.22',
      '4 Bộ Ngoại giao Pháp ORG 1/1 0.11',
      '5 Paris LOC 1/1 0.11',
    ]);
    expect(brief({ type: ['LOC'], minCount: 2 })).toEqual(['1 Mỹ LOC 3/2 0.60', '2 Pháp LOC 2/2 0.40']);
  });

  test('--sort snippets', () => {
    expect(brief({ sort: 'snippets', top: 3 }).map(line => line.split(' ').slice(0, -1).join(' '))).toEqual([
      '1 Mỹ LOC 3/2',
      '2 Donald Trump PER 2/2',
      '3 Pháp LOC 2/2',
    ]);
  });

  test('--top cuts the rows, not the total', () => {
    const { rows, total, figures, footer } = outcomeOf({ top: 2 });
    expect([rows.length, total, figures]).toEqual([2, 5, { mentions: 9 }]);
    expect(footer?.map(({ value, label }) => `${value} ${label}`.trim())).toEqual([
      '2 of 5 entities',
      '9 mentions',
      '--top 0 shows all, --json carries them',
    ]);
  });

  test('--no-merge keeps spellings apart', () => {
    expect(outcomeOf({ noMerge: true }).rows.map(({ entity }) => entity)).toContain('Hoa Kỳ');
  });

  test('the screen shows the other spellings, the data all of them', () => {
    const [row] = outcomeOf({}).rows;
    expect(row!.aliases).toEqual([
      { text: 'Mỹ', count: 2 },
      { text: 'Hoa Kỳ', count: 1 },
    ]);
    expect(viewFor({}).present!(row!, {})).toMatchObject({ alsoWritten: 'Hoa Kỳ (1)', bar: 3 });
  });
});

describe('--list', () => {
  const list = { list: true };

  test('has every mention with its place, its name and what is inside it', () => {
    const { rows, total, figures } = outcomeOf(list);
    expect([total, figures]).toEqual([9, { entities: 5 }]);
    expect(rows[3]).toEqual({
      record: 'entity',
      file: 'a.txt',
      line: 2,
      id: 'x1',
      start: 4,
      end: 9,
      text: 'Trump',
      type: 'PER',
      entity: 'Donald Trump',
      nested: [],
    });
    expect(rows[5]).toMatchObject({ text: 'Bộ Ngoại giao Pháp', nested: [{ start: 35, end: 39, text: 'Pháp', type: 'LOC' }] });
    expect(rows[6]).toMatchObject({ text: 'Hoa Kỳ', entity: 'Mỹ', line: 3 });
    expect(rows[6]).not.toHaveProperty('id');
    for (const { text, line, start, end } of rows)
      expect(NEWS[(line as number) - 1]!.snippet.text.slice(start as number, end as number)).toBe(text);
  });

  test('takes the filters', () => {
    expect(outcomeOf({ ...list, type: ['PER'] }).rows.map(({ text }) => text)).toEqual(['Donald Trump', 'Trump']);
    expect(outcomeOf({ ...list, minCount: 3 }).rows.map(({ text }) => text)).toEqual(['Mỹ', 'Hoa Kỳ', 'Mỹ']);
    expect(outcomeOf({ ...list, top: 1 })).toMatchObject({ total: 9, rows: [{ text: 'Mỹ' }] });
  });

  test.each([0, 1, 2])('parts merged are one pass (cut at %i)', cut => {
    expect(outcomeOf(list, cut)).toEqual(outcomeOf(list));
    expect(outcomeOf({}, cut)).toEqual(outcomeOf({}));
  });
});
