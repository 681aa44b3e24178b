import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const folder = fileURLToPath(new URL('../../src/data/dictionary/', import.meta.url));
const files = readdirSync(folder).filter(name => name.endsWith('.txt'));
const wordsOf = (file: string): readonly string[] =>
  readFileSync(folder + file, 'utf8')
    .replace(/\n$/, '')
    .split('\n');

/** Vietnamese letters, and the four that foreign names keep (f, j, w, z). */
const syllable = /^[aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệfghiìíỉĩịjklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvwxyỳýỷỹỵz]+$/;
const isWord = (line: string): boolean => {
  const syllables = line.toLowerCase().split(' ');
  return syllables.length >= 2 && syllables.length <= 5 && syllables.every(one => syllable.test(one));
};

describe('the dictionary', () => {
  it.each(files)('%s: two to five Vietnamese syllables a line, NFC, sorted', file => {
    const words = wordsOf(file);
    expect(words.filter(word => !isWord(word))).toEqual([]);
    expect(words.filter(word => word !== word.normalize('NFC'))).toEqual([]);
    expect(words).toEqual([...words].sort());
  });

  it.each(files.filter(file => file !== 'names.txt'))('%s: lower case', file => {
    expect(wordsOf(file).filter(word => word !== word.toLowerCase())).toEqual([]);
  });

  it('holds no word twice', () => {
    const seen = new Set<string>();
    const twice: string[] = [];
    for (const word of files.flatMap(wordsOf)) {
      const key = word.toLowerCase();
      if (seen.has(key)) twice.push(word);
      seen.add(key);
    }
    expect(twice).toEqual([]);
  });

  it('writes the tone of open oa, oe and uy on the first vowel', () => {
    const old = /(^|[^q])(o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])( |$)/;
    expect(files.flatMap(wordsOf).filter(word => old.test(word.toLowerCase()))).toEqual([]);
  });
});
