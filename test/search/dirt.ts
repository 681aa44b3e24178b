import fc from 'fast-check';

/** Pieces of sentences, some with words that queries of the tests look for. */
const PIECES = [
  'Việt Nam',
  'việt  nam',
  'triển khai',
  'đường',
  'dương',
  'được',
  'Hà Nội',
  'hoà bình',
  'hòa',
  'Thúy',
  'tỉ đồng',
  'tỷ',
  'Mĩ',
  'công ti',
  'an ninh',
  'an',
  'Nga,',
  'ngã',
  '“NATO”',
  'Donald Trump',
  'Ukraine',
  'đàm phán.',
  'Ðông',
  'F-16',
  'U23',
  '2024',
  'trienkhai',
  'xuân',
  '😀',
  '–',
];

type Change = (text: string) => string;

/** What happens to text on its way into a corpus. */
const CHANGES: readonly Change[] = [
  text => text,
  text => text.normalize('NFD'),
  text => text.toUpperCase(),
  text => text.toLowerCase(),
  text => text.replaceAll(' ', '\u00a0'),
  text => [...text].join('\u200b'),
  text => [...text.normalize('NFD')].join('\u200d'),
  text => `${text}\u0301`,
  text => text.replaceAll('Đ', 'Ð').replaceAll('đ', 'ð'),
  text => `(${text})`,
  text => `x${text}`,
  text => `${text}s`,
];

const piece = fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom(...CHANGES)).map(([text, change]) => change(text));

/** A line of news, not all of it clean. */
export const dirtyLine: fc.Arbitrary<string> = fc.array(piece, { maxLength: 8 }).map(pieces => pieces.join(' '));
