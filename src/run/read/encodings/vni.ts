import { windows1252 } from './single-byte.js';

/**
 * VNI for Windows writes most letters as two bytes: a base letter, then a mark that looks like a Latin letter of its own (`aù` is
 * á). Bytes of small marks are here; those of capital marks are 0x20 less. The letter's case is that of its base.
 */
const MARKS: readonly (readonly [marks: string, bases: Readonly<Record<string, string>>])[] = [
  ['ùøûõï', { a: 'áàảãạ', e: 'éèẻẽẹ', o: 'óòỏõọ', u: 'úùủũụ', y: 'ýỳỷỹ', ô: 'ớờởỡợ', ö: 'ứừửữự' }],
  ['âáàåãä', { a: 'âấầẩẫậ', e: 'êếềểễệ', o: 'ôốồổỗộ' }],
  ['êéèúüë', { a: 'ăắằẳẵặ' }],
];
/** Letters of one byte. */
const ALONE: Readonly<Record<string, string>> = { ô: 'ơ', ö: 'ư', í: 'í', ì: 'ì', æ: 'ỉ', ó: 'ĩ', ò: 'ị', î: 'ỵ', ñ: 'đ' };

export interface VniTable {
  readonly alone: Uint16Array;
  /** The letter of base and mark at `base << 8 | mark`; 0 where they do not join. */
  readonly pairs: Uint16Array;
}

export function vniTable(): VniTable {
  const alone = windows1252();
  const pairs = new Uint16Array(65_536);
  for (const [small, letter] of Object.entries(ALONE)) {
    alone[small.charCodeAt(0)] = letter.charCodeAt(0);
    alone[small.charCodeAt(0) - 0x20] = letter.toUpperCase().charCodeAt(0);
  }
  for (const [marks, bases] of MARKS) {
    for (const [base, letters] of Object.entries(bases)) {
      for (let i = 0; i < letters.length; i++) {
        const mark = marks.charCodeAt(i);
        const small = base.charCodeAt(0);
        const capital = small - 0x20;
        for (const byte of [mark, mark - 0x20]) {
          pairs[(small << 8) | byte] = letters.charCodeAt(i);
          pairs[(capital << 8) | byte] = letters.toUpperCase().charCodeAt(i);
        }
      }
    }
  }
  return { alone, pairs };
}
