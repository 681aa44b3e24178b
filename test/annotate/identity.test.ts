import { describe, expect, test } from 'vitest';
import { createIdentityTables, resolveSnippet } from '../../src/annotate/entities/identity.js';
import { codesOf } from '../../src/text/codes.js';
import { BUILTIN, lines, shown, tables } from './identity-corpus.js';
import { marked } from './marked.js';

describe('one name for each', () => {
  test('tables: a country, a union, a state of the union', () => {
    expect(
      shown(lines('[L Hoa Kỳ] và [O Liên minh châu Âu]', '[L Mỹ] cảnh báo [O EU]', 'Bão vào [L bang Florida], [L Florida] sơ tán dân')),
    ).toEqual(['EU ORG 2/2: EU 1, Liên minh châu Âu 1', 'Mỹ LOC 2/2: Hoa Kỳ 1, Mỹ 1', 'Florida LOC 2/1: Florida 1, bang Florida 1']);
  });

  test('spelling: transliteration, case, tone placement, hyphens, NFD', () => {
    expect(
      shown(
        lines(
          'Ông [P Volodymyr Zelensky]',
          'ông [P Volodymyr Zelenskyy]',
          '[P VOLODYMYR ZELENSKY]',
          'tỉnh [L Khánh Hòa]'.normalize('NFD'),
          '[L Khánh Hoà]',
          '[P Kim Jong-un] gặp [P Kim Jong Un]',
        ),
      ),
    ).toEqual([
      'Volodymyr Zelensky PER 3/3: VOLODYMYR ZELENSKY 1, Volodymyr Zelensky 1, Volodymyr Zelenskyy 1',
      'Khánh Hoà LOC 2/2: Khánh Hoà 1, Khánh Hòa 1',
      'Kim Jong Un PER 2/1: Kim Jong Un 1, Kim Jong-un 1',
    ]);
  });

  test('abbreviations: UBND, ĐH, TP.HCM in every writing', () => {
    expect(shown(lines('[O UBND TP.HCM]', '[O Ủy ban nhân dân TP HCM]', '[O Uỷ ban Nhân dân Thành phố Hồ Chí Minh]'))).toHaveLength(1);
    expect(shown(lines('[O Trường Đại học Cần Thơ]', '[O ĐH Cần Thơ]', '[O Đại học Cần Thơ]'))).toHaveLength(1);
    expect(shown(lines('[L TX. Tân Uyên]', '[L thị xã Tân Uyên]', '[L TX Tân Uyên]'))).toHaveLength(1);
    expect(shown(lines('[L Q. 7]', '[L quận 7]', '[L P. Bến Nghé]', '[L phường Bến Nghé]', '[P H. T.]'))).toHaveLength(3);
    expect(shown(lines('[O Bộ GD-ĐT]', '[O Bộ Giáo dục và Đào tạo]', '[O Bộ GD&ĐT]', '[O bộ Giáo dục - Đào tạo]'))).toHaveLength(1);
  });
});

describe('Full name (ABBR)', () => {
  test('the pair is one organisation, here and elsewhere', () => {
    expect(shown(lines('[O Liên đoàn Bóng đá Việt Nam] ([O VFF]) họp', 'b: [O VFF] phạt'))).toEqual([
      'VFF ORG 3/2: VFF 2, Liên đoàn Bóng đá Việt Nam 1',
    ]);
  });

  test('of several full names the commonest is meant', () => {
    const found = shown(lines('[O Viện Kinh tế] ([O VKX])', '[O Viện Kỹ thuật] ([O VKX])', '[O Viện Kỹ thuật] ([O VKX])', '[O VKX]'));
    expect(found[0]).toContain('VKX ORG 6/4: VKX 4, Viện Kỹ thuật 2');
    expect(found[1]).toContain('Viện Kinh tế ORG 1/1');
  });

  test.each(['[L quận Hoàn Kiếm] ([L HN])', '[P Lương Xuân Trường] ([O HAGL])', '[P Kylian Mbappé] ([P PSG])'])('no pair: %s', source => {
    expect(shown(lines(source))).toHaveLength(2);
  });
});

describe('one-name people', () => {
  const whoIs = (name: string, ...sources: string[]) =>
    shown(lines(...sources)).find(line =>
      line
        .split(': ')[1]!
        .split(', ')
        .some(alias => alias.startsWith(`${name} `)),
    );

  test('the nearest full name before it in the snippet', () => {
    expect(
      whoIs('Trump', '[P Melania Trump] và [P Donald Trump] về nhà, ông [P Trump] vẫy tay', '[P Melania Trump] [P Melania Trump]'),
    ).toMatch(/^Donald Trump PER 2/);
  });

  test('a family name in front', () => {
    expect(whoIs('Kim', '[P Kim Jong Un] thị sát. Ông [P Kim] nói')).toMatch(/^Kim Jong Un PER 2/);
  });

  test('else the only one of its file', () => {
    const found = shown(lines('a: ông [P Rutte] nói', 'a: Tổng thư ký [P Mark Rutte]', 'b: [P Anna Rutte] hát', 'b: bà [P Rutte] cười'));
    expect(found).toEqual(['Anna Rutte PER 2/2: Anna Rutte 1, Rutte 1', 'Mark Rutte PER 2/2: Mark Rutte 1, Rutte 1']);
  });

  test('else the only one of the corpus', () => {
    expect(whoIs('Blinken', 'a: [P Antony Blinken] đến', 'b: ông [P Blinken] rời đi')).toMatch(/^Antony Blinken PER 2\/2/);
  });

  test('else the one with nine tenths of the mentions', () => {
    const nine = Array.from({ length: 9 }, () => 'a: [P Donald Trump]');
    expect(whoIs('Trump', ...nine, 'b: [P Eric Trump]', 'c: [P Trump]')).toMatch(/^Donald Trump PER 10/);
    expect(whoIs('Trump', ...nine.slice(1), 'b: [P Eric Trump]', 'c: [P Trump]')).toMatch(/^Trump PER 1\/1/);
  });

  test('given names of two syllables, family names with a particle', () => {
    expect(whoIs('Quang Hải', '[P Nguyễn Quang Hải] ghi bàn, [P Quang Hải] ăn mừng')).toMatch(/^Nguyễn Quang Hải PER 2/);
    expect(whoIs('von der Leyen', '[P Ursula von der Leyen] họp', 'b: bà [P von der Leyen] nói')).toMatch(/^Ursula von der Leyen PER 2/);
    expect(whoIs('Lê Lợi', '[P Trần Lê Lợi] và [P Lê Lợi]')).toMatch(/^Lê Lợi PER 1/);
  });

  test('a chain: Hải is Quang Hải is Nguyễn Quang Hải', () => {
    expect(shown(lines('[P Nguyễn Quang Hải], rồi [P Quang Hải], rồi [P Hải]'))).toEqual([
      'Nguyễn Quang Hải PER 3/1: Hải 1, Nguyễn Quang Hải 1, Quang Hải 1',
    ]);
  });

  test('a mention that was taken for a place goes with its person', () => {
    expect(shown(lines('[P Mark Rutte]', '[P Rutte]', '[P Rutte]', '[L Rutte]'))).toEqual(['Mark Rutte PER 4/4: Rutte 3, Mark Rutte 1']);
  });

  test('a person is never counted as the country of that name', () => {
    expect(shown(lines('[L Mỹ]', '[L Mỹ]', 'chị [P Mỹ]', 'anh [P Nhật]', '[L Nhật]'))).toEqual([
      'Mỹ LOC 2/2: Mỹ 2',
      'Mỹ PER 1/1: Mỹ 1',
      'Nhật PER 1/1: Nhật 1',
      'Nhật Bản LOC 1/1: Nhật 1',
    ]);
    expect(whoIs('Mỹ', '[L Mỹ]', '[P Trần Thị Mỹ] bỏ trốn, [P Mỹ] bị bắt')).toMatch(/^Trần Thị Mỹ PER 2/);
  });

  test('metonymic capitals keep their name', () => {
    expect(shown(lines('[P Denzel Washington] đến [L Washington]', '[L Washington]', '[L Mỹ]'))).toHaveLength(3);
  });
});

test('--no-merge: each spelling by itself, with its commonest type', () => {
  expect(shown(lines('[L Hoa Kỳ] [L Mỹ] [P Mỹ] [L Mỹ] [P Donald Trump] [P Trump]'), tables(), false)).toEqual([
    'Mỹ LOC 3/1: Mỹ 3',
    'Donald Trump PER 1/1: Donald Trump 1',
    'Hoa Kỳ LOC 1/1: Hoa Kỳ 1',
    'Trump PER 1/1: Trump 1',
  ]);
});

describe('tables', () => {
  const builtin = new TextEncoder().encode(BUILTIN);

  test('--aliases win over --gazetteer, and that over the built-in table', () => {
    const gazetteer = [{ name: 'Hợp chủng quốc Hoa Kỳ', type: 'LOC' as const, aliases: ['Mỹ', 'EU'] }];
    const own = createIdentityTables(builtin, [['EU', 'Liên minh châu Âu']], gazetteer);
    expect(shown(lines('[L Mỹ] [O EU] [O Liên minh châu Âu]'), own)).toEqual([
      'Liên minh châu Âu ORG 2/1: EU 1, Liên minh châu Âu 1',
      'Hợp chủng quốc Hoa Kỳ LOC 1/1: Mỹ 1',
    ]);
  });

  test("the user's type wins", () => {
    const own = createIdentityTables(builtin, [], [{ name: 'Sao Mai', type: 'ORG', aliases: [] }]);
    expect(shown(lines('[M Sao Mai] [M Sao Mai]'), own)).toEqual(['Sao Mai ORG 2/1: Sao Mai 2']);
  });

  test('aliases of aliases are followed, and a ring ends', () => {
    const own = createIdentityTables(
      builtin,
      [
        ['Bắc Kinh', 'Trung Quốc'],
        ['Trung Quốc', 'CHND Trung Hoa'],
        ['A', 'B'],
        ['B', 'A'],
      ],
      [],
    );
    expect(shown(lines('[L Bắc Kinh] [L Trung Quốc]'), own)).toEqual(['CHND Trung Hoa LOC 2/1: Bắc Kinh 1, Trung Quốc 1']);
    expect(shown(lines('[O A] [O B]'), own)).toHaveLength(1);
  });
});

test('a snippet by itself: the tables and what stands in it', () => {
  const { text, mentions } = marked('[P Donald Trump] gặp lãnh đạo [O Liên minh châu Âu]; [P Trump] rời [L Hoa Kỳ]');
  expect(resolveSnippet(mentions, codesOf(text), tables()).map(({ entity }) => entity)).toEqual([
    'Donald Trump',
    'EU',
    'Donald Trump',
    'Mỹ',
  ]);
  expect(resolveSnippet([], codesOf(''), tables())).toEqual([]);
});
