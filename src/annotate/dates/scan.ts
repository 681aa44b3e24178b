import { isWordUnit, UNIT, UNITS } from './characters.js';
import { createLexemes, KIND, type Lexemes, reserveLexemes } from './lexeme.js';
import type { Lexicon } from './lexicon.js';

/** The kinds of what a scan finds: known syllables (by id), runs of digits, punctuation marks, and anything else. */
export const Raw = { Unknown: 0, Syllable: 1, Digits: 2, Punct: 3 } as const;

/** Open addressing over syllables of at most eight letters, seven bits a letter in two numbers: exact, without comparing strings. */
const SLOT_BITS = 12;
const SLOTS = 1 << SLOT_BITS;
const LOW = 0x0fffffff;

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
  const slotLow = new Int32Array(SLOTS);
  const slotHigh = new Int32Array(SLOTS);
  for (const [syllable, id] of syllables) {
    let low = 0;
    let high = 0;
    for (let i = 0; i < syllable.length; i++) {
      high = ((high << 7) | (low >>> 21)) & LOW;
      low = ((low << 7) | UNITS[syllable.charCodeAt(i)]!) & LOW;
    }
    let slot = slotOf(low, high);
    while (slotId[slot] !== 0) slot = (slot + 1) & (SLOTS - 1);
    slotId[slot] = id;
    slotLow[slot] = low;
    slotHigh[slot] = high;
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
    let last = -1;
    let at = 0;
    while (at < length) {
      const first = text.charCodeAt(at);
      let unit = UNITS[first]!;
      if (unit === UNIT.Space) {
        at++;
        continue;
      }
      if (count >= kinds.length) {
        reserveLexemes(raw, count + 1);
        ({ kind: kinds, value: values, start: starts, end: ends } = raw);
      }
      const start = at;
      if (unit < UNIT.Digit) {
        let low = 0;
        let high = 0;
        do {
          high = ((high << 7) | (low >>> 21)) & LOW;
          low = ((low << 7) | unit) & LOW;
          if (++at >= length) break;
          unit = UNITS[text.charCodeAt(at)]!;
        } while (((unit - 1) & 0xff) < UNIT.Foreign);
        let id = 0;
        if (at - start <= 8) {
          let slot = slotOf(low, high);
          while (slotId[slot] !== 0) {
            if (slotLow[slot] === low && slotHigh[slot] === high) {
              id = slotId[slot]!;
              break;
            }
            slot = (slot + 1) & (SLOTS - 1);
          }
        }
        const glued = unit === UNIT.Digit && at < length;
        if (id !== 0 && (!glued || (isMark[id] === 1 && last === Raw.Digits && ends[count - 1] === start))) {
          hints |= hint[id]!;
          last = Raw.Syllable;
          values[count] = id;
        } else {
          if (glued) at = wordEnd(text, at);
          if (last === Raw.Unknown) {
            ends[count - 1] = at;
            continue;
          }
          last = Raw.Unknown;
        }
      } else if (unit === UNIT.Digit) {
        do at++;
        while (at < length && UNITS[text.charCodeAt(at)] === UNIT.Digit);
        hints |= 1;
        last = Raw.Digits;
      } else {
        at++;
        last = Raw.Punct;
        values[count] = first;
      }
      kinds[count] = last;
      starts[count] = start;
      ends[count++] = at;
    }
    raw.length = count;
    return (hints & 1) !== 0 || (hints & (hints >>> 1) & 0x2aaaaaaa) !== 0;
  };
}

function slotOf(low: number, high: number): number {
  return Math.imul(low ^ Math.imul(high, 0x85ebca6b), 0x9e3779b1) >>> (32 - SLOT_BITS);
}

/** The end of a run of letters and digits such as `U23` or `A320neo`. */
function wordEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && isWordUnit(text.charCodeAt(at))) at++;
  return at;
}
