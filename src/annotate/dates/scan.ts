import { isWordUnit, UNIT, UNITS } from './characters.js';
import { createLexemes, KIND, type Lexemes, reserveLexemes } from './lexeme.js';
import type { Lexicon } from './lexicon.js';

/**
 * The kinds of what a scan finds: known syllables (by id), runs of digits and punctuation marks (by UTF-16 unit), and the text's
 * end. Other words are not kept; `Behind` is added to the kind of what follows them.
 */
export const Raw = { End: 0, Syllable: 1, Digits: 2, Punct: 3, Behind: 4 } as const;

/** Open addressing over 32-bit hashes of known syllables; a hash stands for its syllable. */
const SLOT_BITS = 13;
const SLOTS = 1 << SLOT_BITS;
/** An odd multiplier that spreads over all bits. */
const PRIME = 0x9e3779b1;

/** A text without one of these syllables and without a digit holds no date. */
const TRIGGERS =
  'giây phút giờ tiếng ngày hôm bữa tuần tháng quý quí năm thập kỷ kỉ mùa xuân hè đông thứ sáng trưa chiều tối đêm khuya rạng nay mốt bây sắp mùng mồng rằm giêng chạp ' +
  'tết thừa giáng noel khánh valentine halloween ngọ giỗ vu đản táo';
/** Or a pair of these. */
const TRIGGER_PAIRS = 'chủ nhật, chúa nhật, hiện tại, mới đây, gần đây, giờ đây, gian qua, gian tới, trung thu, tiêu nguyên, bình minh';

export type Scanner = (text: string) => boolean;

/** Where the scanner puts what it finds; reused from text to text. */
export const raw: Lexemes = createLexemes();

/** A scanner fills `raw` and says whether anything in the text can belong to a date. */
export function createScanner({ syllables, roots }: Lexicon): Scanner {
  const slotId = new Uint16Array(SLOTS);
  const slotHash = new Int32Array(SLOTS);
  for (const [syllable, id] of syllables) {
    let hash = 0;
    for (let i = 0; i < syllable.length; i++) hash = Math.imul(hash ^ UNITS[syllable.charCodeAt(i)]!, PRIME);
    let slot = hash >>> (32 - SLOT_BITS);
    while (slotId[slot] !== 0) slot = (slot + 1) & (SLOTS - 1);
    slotId[slot] = id;
    slotHash[slot] = hash;
  }

  /** 1 for a trigger; other bits for the parts of pairs, two bits a pair. */
  const hint = new Int32Array(roots.length);
  for (const syllable of TRIGGERS.split(' ')) hint[syllables.get(syllable) ?? 0] = 1;
  TRIGGER_PAIRS.split(', ').forEach((pair, i) => {
    pair.split(' ').forEach((syllable, j) => {
      const id = syllables.get(syllable) ?? 0;
      hint[id] = hint[id]! | (1 << (1 + 2 * i + j));
    });
  });
  /** Units of time, which a number may be written onto: `18h30`. */
  const isMark = Uint8Array.from(roots, entry =>
    entry !== undefined && entry.kind >= KIND.SecondWord && entry.kind <= KIND.MinuteMark ? 1 : 0,
  );

  return text => {
    let { kind: kinds, value: values, start: starts, end: ends } = raw;
    const length = text.length;
    let hints = 0;
    let count = 0;
    // `Behind` when a word that is not known stands before what comes next.
    let behind = 0;
    // Where the word under way begins; -1 outside words.
    let start = -1;
    let hash = 0;
    for (let at = 0; at <= length; at++) {
      const first = at < length ? text.charCodeAt(at) : 0;
      const unit = UNITS[first]!;
      if (((unit - 1) & 0xff) < UNIT.Foreign) {
        if (start < 0) start = at;
        hash = Math.imul(hash ^ unit, PRIME);
        continue;
      }
      if (count + 2 > kinds.length) {
        reserveLexemes(raw, count + 2);
        ({ kind: kinds, value: values, start: starts, end: ends } = raw);
      }
      if (start >= 0) {
        let slot = hash >>> (32 - SLOT_BITS);
        while (slotId[slot] !== 0 && slotHash[slot] !== hash) slot = (slot + 1) & (SLOTS - 1);
        const id = slotId[slot]!;
        if (unit === UNIT.Digit && !(isMark[id] === 1 && count > 0 && kinds[count - 1] === Raw.Digits && ends[count - 1] === start)) {
          // `U23`, `A320neo`
          behind = Raw.Behind;
          at = wordEnd(text, at) - 1;
          start = -1;
          hash = 0;
          continue;
        }
        if (id === 0) behind = Raw.Behind;
        else {
          hints |= hint[id]!;
          kinds[count] = Raw.Syllable | behind;
          values[count] = id;
          starts[count] = start;
          ends[count++] = at;
          behind = 0;
        }
        start = -1;
        hash = 0;
      }
      if (unit < UNIT.Digit) continue;
      starts[count] = at;
      if (unit === UNIT.Digit) {
        while (at + 1 < length && UNITS[text.charCodeAt(at + 1)] === UNIT.Digit) at++;
        hints |= 1;
        kinds[count] = Raw.Digits | behind;
      } else kinds[count] = Raw.Punct | behind;
      values[count] = first;
      ends[count++] = at + 1;
      behind = 0;
    }
    kinds[count] = Raw.End | behind;
    starts[count] = length;
    ends[count] = length;
    raw.length = count + 1;
    return (hints & 1) !== 0 || (hints & (hints >>> 1) & 0x2aaaaaaa) !== 0;
  };
}

/** The end of a run of letters and digits such as `U23` or `A320neo`. */
function wordEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && isWordUnit(text.charCodeAt(at))) at++;
  return at;
}
