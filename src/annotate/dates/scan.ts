import { isWordUnit, UNIT, UNITS } from './characters.js';
import { createLexemes, KIND, type Lexemes, reserveLexemes } from './lexeme.js';
import { buildLexicon } from './lexicon.js';

/**
 * The kinds of what a scan finds: known syllables (by id), runs of digits and punctuation marks (by UTF-16 unit), and the text's
 * end. Other words are not kept; `Behind` is added to the kind of what follows them.
 */
export const Raw = { End: 0, Syllable: 1, Digits: 2, Punct: 3, Behind: 4 } as const;

/** A text without one of these syllables and without a digit holds no date. */
const TRIGGERS =
  'giây phút giờ tiếng ngày hôm bữa tuần tháng quý quí năm thập kỷ kỉ mùa xuân hè đông thứ sáng trưa chiều tối đêm khuya rạng nay mốt bây sắp mùng mồng rằm giêng chạp ' +
  'tết thừa giáng noel khánh valentine halloween ngọ giỗ vu đản táo';
/** Or a pair of these. */
const TRIGGER_PAIRS = 'chủ nhật, chúa nhật, hiện tại, mới đây, gần đây, giờ đây, gian qua, gian tới, trung thu, tiêu nguyên, bình minh';

export const lexicon = buildLexicon();

/** Where the scanner puts what it finds; reused from text to text. */
export const raw: Lexemes = createLexemes();

/** Open addressing over 32-bit hashes of known syllables; a hash stands for its syllable. */
const SLOT_BITS = 13;
const LAST_SLOT = (1 << SLOT_BITS) - 1;
/** An odd multiplier that spreads over all bits. */
const PRIME = 0x9e3779b1;
const slotId = new Uint16Array(LAST_SLOT + 1);
const slotHash = new Int32Array(LAST_SLOT + 1);
for (const [syllable, id] of lexicon.syllables) {
  let hash = 0;
  for (let i = 0; i < syllable.length; i++) hash = Math.imul(hash ^ UNITS[syllable.charCodeAt(i)]!, PRIME);
  let slot = hash >>> (32 - SLOT_BITS);
  while (slotId[slot] !== 0) slot = (slot + 1) & LAST_SLOT;
  slotId[slot] = id;
  slotHash[slot] = hash;
}

/** By syllable: 1 for a trigger; other bits for the parts of pairs, two bits a pair. */
const hint = new Int32Array(lexicon.roots.length);
for (const syllable of TRIGGERS.split(' ')) hint[idOf(syllable)] = 1;
TRIGGER_PAIRS.split(', ').forEach((pair, i) => {
  pair.split(' ').forEach((syllable, j) => {
    const id = idOf(syllable);
    hint[id] = hint[id]! | (1 << (1 + 2 * i + j));
  });
});
hint[0] = 0;

/** By syllable: 1 for a unit of time, which a number may be written onto (`18h30`). */
const isMark = Uint8Array.from(lexicon.roots, entry =>
  entry !== undefined && entry.kind >= KIND.SecondWord && entry.kind <= KIND.MinuteMark ? 1 : 0,
);

function idOf(syllable: string): number {
  return lexicon.syllables.get(syllable) ?? 0;
}

/** Where the scan of a text stands, when `raw` is full. */
let place = 0;
let count = 0;
let behind = 0;
let hints = 0;

/** Fills `raw`, and says whether anything in the text can belong to a date. */
export function scan(text: string): boolean {
  place = 0;
  count = 0;
  behind = 0;
  hints = 0;
  while (!fill(text)) reserveLexemes(raw, count + 2);
  raw.kind[count] = Raw.End | behind;
  raw.start[count] = text.length;
  raw.end[count] = text.length;
  raw.length = count + 1;
  return (hints & 1) !== 0 || (hints & (hints >>> 1) & 0x2aaaaaaa) !== 0;
}

/** Goes on from `place`; false when `raw` has no room left for two more. */
function fill(text: string): boolean {
  const { kind: kinds, value: values, start: starts, end: ends } = raw;
  const room = kinds.length - 2;
  const length = text.length;
  let at = place;
  let n = count;
  let after = behind;
  let found = hints;
  let full = false;
  while (at < length) {
    const first = text.charCodeAt(at);
    let unit = UNITS[first]!;
    if (unit === UNIT.Space) {
      at++;
      continue;
    }
    if (n >= room) {
      full = true;
      break;
    }
    const start = at;
    if (unit < UNIT.Digit) {
      let hash = 0;
      do {
        hash = Math.imul(hash ^ unit, PRIME);
        if (++at >= length) {
          unit = UNIT.Space;
          break;
        }
        unit = UNITS[text.charCodeAt(at)]!;
      } while (((unit - 1) & 0xff) < UNIT.Foreign);
      let slot = hash >>> (32 - SLOT_BITS);
      while (slotId[slot] !== 0 && slotHash[slot] !== hash) slot = (slot + 1) & LAST_SLOT;
      const id = slotId[slot]!;
      if (unit === UNIT.Digit && !(isMark[id] === 1 && n > 0 && kinds[n - 1] === Raw.Digits && ends[n - 1] === start)) {
        // `U23`, `A320neo`
        after = Raw.Behind;
        at = wordEnd(text, at);
        continue;
      }
      if (id === 0) {
        after = Raw.Behind;
        continue;
      }
      found |= hint[id]!;
      kinds[n] = Raw.Syllable | after;
      values[n] = id;
    } else if (unit === UNIT.Digit) {
      do at++;
      while (at < length && UNITS[text.charCodeAt(at)] === UNIT.Digit);
      found |= 1;
      kinds[n] = Raw.Digits | after;
      values[n] = first;
    } else {
      at++;
      kinds[n] = Raw.Punct | after;
      values[n] = first;
    }
    starts[n] = start;
    ends[n++] = at;
    after = 0;
  }
  place = at;
  count = n;
  behind = after;
  hints = found;
  return !full;
}

/** The end of a run of letters and digits such as `U23` or `A320neo`. */
function wordEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && isWordUnit(text.charCodeAt(at))) at++;
  return at;
}
