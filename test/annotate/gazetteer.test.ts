import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createIdentityTables } from '../../src/annotate/entities/identity.js';
import { identityKey } from '../../src/annotate/entities/identity-key.js';
import { ENTITY_TYPES } from '../../src/model/mention.js';
import { comparisonKey } from '../../src/text/keys.js';

const bytes = (name: string) => readFileSync(new URL(`../../src/data/${name}`, import.meta.url));
const rows = (name: string) =>
  bytes(name)
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .map(line => line.split('\t'));

describe('the gazetteer', () => {
  const entries = rows('gazetteer.tsv').map(([name, type, kind, aliases]) => ({
    name: name!,
    type,
    kind: kind!,
    aliases: aliases!.split('|'),
  }));

  test('every line has a name, a type, a class and aliases, in NFC', () => {
    for (const row of rows('gazetteer.tsv')) expect(row).toHaveLength(4);
    for (const { name, type, kind, aliases } of entries) {
      expect(ENTITY_TYPES).toContain(type);
      expect(kind).toMatch(/^[a-z-]+$/);
      for (const text of [name, ...aliases]) expect(text).toBe(text.normalize('NFC').trim());
      expect(aliases).not.toContain(name);
      expect(new Set(aliases).size).toBe(aliases.length);
    }
  });

  test('no name stands twice in a class', () => {
    const seen = entries.map(({ name, kind }) => `${kind}: ${name}`);
    expect(seen.filter((entry, i) => seen.indexOf(entry) !== i)).toEqual([]);
  });

  test.each([
    ['country', 190],
    ['capital', 180],
    ['province', 64],
    ['district', 450],
    ['surname', 150],
    ['given-name', 400],
    ['title', 350],
  ])('%s: at least %i', (kind, least) => {
    expect(entries.filter(entry => entry.kind === kind).length).toBeGreaterThanOrEqual(least);
  });

  test('the names that Unicode has for countries are in it, but for a few that editions of it write differently', () => {
    const names = new Set(entries.flatMap(({ name, aliases }) => [name, ...aliases]).map(comparisonKey));
    const regions = new Intl.DisplayNames('vi', { type: 'region' });
    const members =
      'AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CF CH CI CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FR GA GB GD GE GH GM GN GQ GR GT GW GY HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KP KR KW KZ LA LC LI LK LR LS LT LU LV LY MA MC MD ME MG MK ML MN MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VC VE VN VU WS YE ZA ZM ZW VA XK';
    const missing = members.split(' ').map(code => regions.of(code)!.replace(/ \(.*\)$/, ''));
    expect(
      missing.filter(name => !names.has(comparisonKey(name.replaceAll('-', ' '))) && !names.has(comparisonKey(name))).length,
    ).toBeLessThan(5);
  });
});

describe('the identities', () => {
  const lines = rows('identities.tsv');

  test('aliases are written as keys, each once; the lines of a name stand together, its own key first', () => {
    const roots = new Map<string, string>();
    const seen = new Set<string>();
    let previous: string | undefined;
    for (const [alias, name, type] of lines) {
      expect(ENTITY_TYPES).toContain(type);
      expect(identityKey(alias!)).toBe(alias);
      if (name !== previous) {
        expect(roots.has(name!)).toBe(false);
        roots.set(name!, alias!);
        expect(identityKey(name!)).toBe(alias);
      }
      previous = name;
      expect(seen).not.toContain(alias);
      seen.add(alias!);
    }
  });

  const tables = createIdentityTables(bytes('identities.tsv'), [], []);
  test.each([
    ['Hoa Kỳ', 'Mỹ'],
    ['Liên minh châu Âu', 'EU'],
    ['Liên minh Châu Âu', 'EU'],
    ['Tổ chức Hiệp ước Bắc Đại Tây Dương', 'NATO'],
    ['Châu Âu', 'châu Âu'],
    ['Nhật', 'Nhật Bản'],
    ['VN', 'Việt Nam'],
    ['LHQ', 'Liên Hợp Quốc'],
    ['Liên hiệp quốc', 'Liên Hợp Quốc'],
    ['TP HCM', 'TP.HCM'],
    ['TPHCM', 'TP.HCM'],
    ['TP. HCM', 'TP.HCM'],
    ['Thành phố Hồ Chí Minh', 'TP.HCM'],
    ['Australia', 'Úc'],
    ['Bắc Hàn', 'Triều Tiên'],
    ['CHDCND Triều Tiên', 'Triều Tiên'],
    ['Moskva', 'Mátxcơva'],
    ['Kyiv', 'Kiev'],
    ['tỉnh Bắc Kạn', 'Bắc Kạn'],
    ['TP Huế', 'Huế'],
    ['bang Florida', 'Florida'],
    ['Tổ chức Y tế Thế giới', 'WHO'],
    ['điện Kremlin', 'Điện Kremlin'],
  ])('%s is %s', (alias, name) => {
    expect(tables.find(identityKey(alias))?.name).toBe(name);
  });

  test.each([
    ['Washington', 'Mỹ'],
    ['Bình Nhưỡng', 'Triều Tiên'],
    ['Kiev', 'Ukraine'],
    ['Nhà Trắng', 'Mỹ'],
    ['Sài Gòn', 'TP.HCM'],
  ])('%s is not %s', (name, other) => {
    expect(tables.find(identityKey(name))?.name ?? name).not.toBe(other);
  });
});

test('stop words are keys, each once', () => {
  const words = rows('stop-words.txt').map(([word]) => word!);
  expect(words.length).toBeGreaterThan(350);
  expect(words.map(comparisonKey)).toEqual(words);
  expect(new Set(words).size).toBe(words.length);
});
