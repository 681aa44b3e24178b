/** The combining marks of Vietnamese: tones, and those of ă, â and ơ. */
export const MARKS = Uint16Array.of(0x300, 0x301, 0x303, 0x309, 0x323, 0x302, 0x306, 0x31b);

/** A letter, the number of a mark, and what they are together in NFC: three numbers each. Worked out when the tool is built. */
export const COMPOSED = Uint16Array.from(composed());

function composed(): number[] {
  const triples: number[] = [];
  const bases = new Set([...'aăâeêioôơuưyAĂÂEÊIOÔƠUƯY', ...'ạẹọẠẸỌ']);
  for (const base of bases) {
    MARKS.forEach((mark, number) => {
      const together = (base + String.fromCharCode(mark)).normalize('NFC');
      if (together.length === 1) triples.push(base.charCodeAt(0), number, together.charCodeAt(0));
    });
  }
  return triples;
}
