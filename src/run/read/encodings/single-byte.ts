/** What the bytes 0x80 to 0xff mean; U+FFFD where they mean nothing. */
type UpperHalf = string;

// Sixteen to a row, from 0x80.
const WINDOWS_1252: UpperHalf =
  '€\uFFFD‚ƒ„…†‡ˆ‰Š‹Œ\uFFFDŽ\uFFFD' +
  '\uFFFD‘’“”•–—˜™š›œ\uFFFDžŸ' +
  '\u00A0¡¢£¤¥¦§¨©ª«¬\u00AD®¯' +
  '°±²³´µ¶·¸¹º»¼½¾¿' +
  'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏ' +
  'ÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß' +
  'àáâãäåæçèéêëìíîï' +
  'ðñòóôõö÷øùúûüýþÿ';

/** Tones are combining marks behind the vowel: the text comes out decomposed. */
const WINDOWS_1258: UpperHalf =
  '€\uFFFD‚ƒ„…†‡ˆ‰\uFFFD‹Œ\uFFFD\uFFFD\uFFFD' +
  '\uFFFD‘’“”•–—˜™\uFFFD›œ\uFFFD\uFFFDŸ' +
  '\u00A0¡¢£¤¥¦§¨©ª«¬\u00AD®¯' +
  '°±²³´µ¶·¸¹º»¼½¾¿' +
  'ÀÁÂĂÄÅÆÇÈÉÊË\u0300ÍÎÏ' +
  'ĐÑ\u0309ÓÔƠÖ×ØÙÚÛÜƯ\u0303ß' +
  'àáâăäåæçèéêë\u0301íîï' +
  'đñ\u0323óôơö÷øùúûüư₫ÿ';

/**
 * TCVN3 (the ABC fonts) has no capitals with tones: the places it leaves empty are read as TCVN 5712-1 has them. In 0x80 to
 * 0x9f the ellipsis, quotation marks and dashes of Windows go first, because files of the ABC fonts hold them.
 */
const TCVN3: UpperHalf =
  'ÀẢÃÁẠ…ẬÈẺẼÉẸỆÌỈĨ' +
  'Í‘’“”•–—ỜỞỠỚỢÙỦŨ' +
  '\u00A0ĂÂÊÔƠƯĐăâêôơưđẰ' +
  '\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴ' +
  'ẮẦẨẪẤỀặầẩẫấậèỂẻẽ' +
  'éẹềểễếệìỉỄẾỒĩíịò' +
  'Ổỏõóọồổỗốộờởỡớợù' +
  'ỖủũúụừửữứựỳỷỹýỵỐ';
const TCVN3_LOW: readonly (readonly [byte: number, letter: string])[] = [
  [0x01, 'Ú'],
  [0x02, 'Ụ'],
  [0x04, 'Ừ'],
  [0x05, 'Ử'],
  [0x06, 'Ữ'],
  [0x11, 'Ứ'],
  [0x12, 'Ự'],
  [0x13, 'Ỳ'],
  [0x14, 'Ỷ'],
  [0x15, 'Ỹ'],
  [0x16, 'Ý'],
  [0x17, 'Ỵ'],
];

/** RFC 1456. */
const VISCII: UpperHalf =
  'ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐ' +
  'ỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ' +
  'Õắằặấầẩậẽẹếềểễệố' +
  'ồổỗỠƠộờởịỰỨỪỬơớƯ' +
  'ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳ' +
  'ĐứÒÓÔạỷừửÙÚỹỵÝỡư' +
  'àáâãảăữẫèéêẻìíĩỉ' +
  'đựòóôõỏọụùúũủýợỮ';
const VISCII_LOW: readonly (readonly [byte: number, letter: string])[] = [
  [0x02, 'Ẳ'],
  [0x05, 'Ẵ'],
  [0x06, 'Ẫ'],
  [0x14, 'Ỷ'],
  [0x19, 'Ỹ'],
  [0x1e, 'Ỵ'],
];

/** A UTF-16 unit for each byte. */
export type ByteTable = Uint16Array;

function byteTable(upper: UpperHalf, low: readonly (readonly [number, string])[] = []): ByteTable {
  const table = Uint16Array.from({ length: 256 }, (_, byte) => (byte < 0x80 ? byte : upper.charCodeAt(byte - 0x80)));
  for (const [byte, letter] of low) table[byte] = letter.charCodeAt(0);
  return table;
}

export const windows1252 = (): ByteTable => byteTable(WINDOWS_1252);
export const windows1258 = (): ByteTable => byteTable(WINDOWS_1258);
export const tcvn3 = (): ByteTable => byteTable(TCVN3, TCVN3_LOW);
export const viscii = (): ByteTable => byteTable(VISCII, VISCII_LOW);
