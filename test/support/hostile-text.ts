import fc from 'fast-check';

const PIECES = [
  'Hà Nội',
  'hòa bình',
  'Tổng thống Mỹ Donald Trump',
  'TP.HCM',
  'Tổ chức Y tế Thế giới (WHO)',
  'ngày 12/5/2025',
  'rạng sáng 3-2',
  '18h30',
  'mùng 3 Tết',
  'quý III/2024',
  'https://vi.example/tin?a=1',
  'toa.soan@bao.example',
  '5.580',
  '47%',
  '...',
  '“an ninh”',
  'Ðà Nẵng',
  '👩‍👩‍👧 🇻🇳',
  '\u200b',
  '\ufeff',
  '\u00ad',
  '\u00a0',
  '\u202e',
  '\u001b[31m',
  '\u0000',
  '\ud83d',
  '\udc00',
  'ệ\u0323\u0302\u0301',
  '__proto__',
  'constructor',
  '(((',
  '1/1/1/1',
  '\t',
];

/** Text that real files hold: Vietnamese, its decomposed form, and what gets between. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...PIECES) },
      { weight: 2, arbitrary: fc.constantFrom(...PIECES).map(piece => piece.normalize('NFD')) },
      { weight: 2, arbitrary: fc.constantFrom(' ', ', ', '. ', '-', '') },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
      {
        weight: 1,
        arbitrary: fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map(unit => String.fromCharCode(unit)), maxLength: 8 }),
      },
    ),
    { maxLength: 14 },
  )
  .map(pieces => pieces.join(''));
