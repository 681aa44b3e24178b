const FRONT = 'òóỏõọùúủũụ';
const TONED: Readonly<Record<string, string>> = { a: 'àáảãạ', e: 'èéẻẽẹ', y: 'ỳýỷỹỵ' };

/** A unit in lower case with the tone mark of `oa`, `oe`, `uy` on the second vowel: `Hòa` and `Hoà` are one. */
export function unitKey(text: string): string {
  const lower = text.toLowerCase();
  for (let i = 0; i + 1 < lower.length; i++) {
    const tone = FRONT.indexOf(lower[i]!);
    const toned = tone < 0 ? undefined : TONED[lower[i + 1]!];
    if (toned !== undefined && tone < 5 === (lower[i + 1] !== 'y')) {
      return lower.slice(0, i) + (tone < 5 ? 'o' : 'u') + toned[tone % 5]! + lower.slice(i + 2);
    }
  }
  return lower;
}
