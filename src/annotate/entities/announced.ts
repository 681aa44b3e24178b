import { PAD } from './context.js';
import { hashText, keysOf } from './hash.js';
import { createPhraseFinder } from './key-phrases.js';
import { isClosed, isOpening, labelMention, labelOf, OUTSIDE, Part } from './labels.js';
import { Shape } from './shape.js';
import type { Tagger } from './tagger.js';
import { createUnitReader, type LabelRules } from './unit-reader.js';

/** Words that are a name of MISC by themselves, that make one with the number behind them, or that such a name stands behind. */
const WORDS = {
  itself: 'tết, facebook, twitter, youtube, instagram, zalo, đường lưỡi bò, đường 9 đoạn, đường chín đoạn, sách đỏ',
  number: 'bão số, nghị định, nghị định số, nghị quyết, nghị quyết số, thông tư, thông tư số, chỉ thị số',
  share: 'cổ phiếu, mã cổ phiếu, mã chứng khoán',
  title:
    'phim, bài hát, ca khúc, sách, cuốn, tiểu thuyết, vở, vở kịch, vở diễn, nhạc kịch, chương trình, truyền hình thực tế, gameshow, show, liveshow, đêm nhạc, album, tác phẩm, bức tranh, bài thơ, tập thơ, truyện, truyện ngắn, cuộc thi, chiến dịch, trò chơi, game, đề án, đề tài, hội thảo, toạ đàm, diễn đàn, lễ hội, triển lãm',
};
type Reading = keyof typeof WORDS;
const phraseAt = createPhraseFinder(WORDS);
const SHARE_LETTERS = 3;
const LONGEST_TITLE = 16;
/** Labels that end a name of MISC. */
const [END, SINGLE] = [labelOf('MISC', Part.End), labelOf('MISC', Part.Single)];

const TẾT = hashText('tết');
/** `tết tóc` is to braid. */
const BRAIDED = keysOf('tóc bím');
const YEAR = hashText('năm');
const FOUR_DIGITS = hashText('0000');
const TERM = hashText('khoá');
const SIGNS = keysOf('/ - –');
const PERCENT = hashText('%');
const CLOSING = new Map([
  [hashText('"'), keysOf('" ”')],
  [hashText('“'), keysOf('” "')],
  [hashText('‘'), keysOf('’')],
  [hashText("'"), keysOf("'")],
]);

/**
 * Labels the names of MISC that words tell more surely than what was learnt, and the year or term behind a name. Works on the labels of
 * the tagger's latest text, which has so many units.
 */
export function createAnnouncedRules(tagger: Tagger): LabelRules {
  const { context, units } = tagger;
  let { labels } = tagger;
  let length = 0;
  const { keyAt, shapeAt, isCapital } = createUnitReader(tagger);
  const isOutside = (i: number): boolean => i < length && labels[i] === OUTSIDE;
  const label = (first: number, last: number): void => labelMention(labels, first, last, 'MISC');

  /** By what is read behind the words `first..next - 1`. */
  const readers: Readonly<Record<Reading, (first: number, next: number) => void>> = {
    itself(first, next) {
      if (shapeAt(first) !== Shape.Lower || (keyAt(first) === TẾT && BRAIDED.has(keyAt(next)))) return;
      labelPlain(first, next - 1);
    },
    number(first, next) {
      if (next >= length || shapeAt(next) !== Shape.Number || keyAt(next + 1) === PERCENT) return;
      let last = next;
      while (last + 2 < length && SIGNS.has(keyAt(last + 1)) && isCapital(last + 2)) last += 2;
      labelPlain(first, last);
    },
    share(_first, next) {
      if (next >= length || shapeAt(next) !== Shape.Upper || units.end[next]! - units.start[next]! !== SHARE_LETTERS) return;
      if (isOpening(labels[next]!) && isClosed(labels[next]!)) label(next, next);
    },
    title(first, next) {
      const closing = CLOSING.get(keyAt(next));
      if (closing === undefined || isCapital(first) || !isOutside(next) || !isCapital(next + 1)) return;
      for (let end = next + 2; end < length && end - next <= LONGEST_TITLE; end++) {
        if (!closing.has(keyAt(end))) continue;
        if (isOutside(end) && isClosed(labels[end - 1]!)) label(next + 1, end - 1);
        return;
      }
    },
  };

  function labelPlain(first: number, last: number): void {
    for (let i = first; i <= last; i++) if (!isOutside(i)) return;
    label(first, last);
  }

  /** `Luật Viên chức năm 2010`, `World Cup 2018`, `Đại hội Đảng khoá XII`. */
  function goOn(last: number): void {
    const next = last + 1;
    if (!isOutside(next)) return;
    let end = last;
    if (keyAt(next) === FOUR_DIGITS) end = next;
    else if (keyAt(next) === YEAR && keyAt(next + 1) === FOUR_DIGITS) end = next + 1;
    else if (keyAt(next) === TERM && isOutside(next + 1) && isCapital(next + 1)) end = next + 1;
    if (end === last) return;
    let first = last;
    while (!isOpening(labels[first]!)) first--;
    label(first, end);
  }

  return (ofText, given) => {
    labels = ofText;
    length = given;
    const { key } = context;
    for (let i = 0; i < length; i++) {
      if (labels[i] === END || labels[i] === SINGLE) goOn(i);
      const found = phraseAt(key, i + PAD);
      if (found !== undefined) readers[found.sense](i, i + found.keys.length);
    }
  };
}
