import type { EntityType } from '../../model/mention.js';
import { PAD } from './context.js';
import { hashText, keysOf } from './hash.js';
import { createPhraseFinder } from './key-phrases.js';
import { createKnownNames, LOC, ORG, PER } from './known-names.js';
import { isOpening, labelMention, mentionEnd, OUTSIDE, typeOf } from './labels.js';
import { Shape } from './shape.js';
import { longer, PART_SEED, PHRASE_GOES_ON } from './tables.js';
import type { Tagger } from './tagger.js';
import { createUnitReader, type LabelRules } from './unit-reader.js';

/** Words before a head that several names share: `các tỉnh Cà Mau, Hậu Giang`. */
const PLURALS = keysOf('các những nhiều hai ba bốn sáu bảy tám chín mười');
/** The words of such heads. */
const SHARED = keysOf('tỉnh thành phố quận huyện phường xã bang đảo quần sông hãng hàng không tập đoàn công ty ngân đảng trường bệnh viện');
const SLASH = hashText('/');
const DASHES = keysOf('- –');
/** First words of roads whose two ends are one name: `cao tốc Hà Nội - Lào Cai`, but `đường Lê Lợi - Nguyễn Huệ` are two. */
const lineAt = createPhraseFinder({ line: 'cao tốc, đường cao tốc, đường sắt, phà, trạm' });
/** Class of a surname among the parts of names. */
const SURNAME = 1;

/**
 * Parts what stands beside a name from it, as the guide wants it: the head that a list of names shares, the second name of a pair, the
 * second of two that follow each other, the goals behind a club; and joins the two ends of a road. Works on the labels of the tagger's
 * latest text, which has so many units.
 */
export function createNeighbourRules(tagger: Tagger): LabelRules {
  const { context, phrases } = tagger;
  const names = createKnownNames(tagger);
  let { labels } = tagger;
  const { keyAt, shapeAt, isCapital } = createUnitReader(tagger);

  /** Says where the name begins without the head that it shares. */
  function partHead(first: number, last: number, type: EntityType): number {
    if (first === 0 || isCapital(first) || !PLURALS.has(keyAt(first - 1))) return first;
    let at = first;
    while (at < last && SHARED.has(keyAt(at)) && !isCapital(at)) at++;
    if (!isCapital(at)) return first;
    labels.fill(OUTSIDE, first, at);
    labelMention(labels, at, last, type);
    return at;
  }

  /** `Senkaku/Điếu Ngư`. */
  function partPair(first: number, last: number): void {
    for (let i = first + 1; i < last; i++) {
      if (keyAt(i) !== SLASH || !isCapital(i - 1) || !isCapital(i + 1)) continue;
      labelMention(labels, first, i - 1, 'LOC');
      labels[i] = OUTSIDE;
      labelMention(labels, i + 1, last, 'LOC');
      return;
    }
  }

  /** `trạm BOT Cần Thơ - Phụng Hiệp`; says where the name ends. */
  function joinLine(first: number, last: number, length: number): number {
    if (lineAt(context.key, first + PAD) === undefined) return last;
    let end = last;
    while (end + 2 < length && DASHES.has(keyAt(end + 1)) && labels[end + 1] === OUTSIDE && isOpeningPlace(end + 2))
      end = mentionEnd(labels, end + 2);
    if (end > last) labelMention(labels, first, end, 'LOC');
    return end;
  }

  function isOpeningPlace(i: number): boolean {
    return labels[i] !== OUTSIDE && typeOf(labels[i]!) === 'LOC' && isOpening(labels[i]!) && isCapital(i);
  }

  /** `Chánh thanh tra Bộ Xây dựng Nguyễn Văn An`, `nhà sản xuất Trung Quốc Huawei`: two names that follow each other. */
  function partTwo(first: number, last: number): void {
    if (names.listed(first, last) === ORG) return;
    for (let from = last; from > first && isCapital(from); from--) {
      const before = names.listed(first, from - 1);
      const isPair = before === ORG ? isPerson(from, last) : before === LOC && names.listed(from, last) === ORG;
      if (!isPair) continue;
      labelMention(labels, first, from - 1, before === ORG ? 'ORG' : 'LOC');
      labelMention(labels, from, last, before === ORG ? 'PER' : 'ORG');
      return;
    }
  }

  function isPerson(first: number, last: number): boolean {
    const type = names.known(first, last);
    if (type >= 0) return type === PER;
    return last > first && (phrases.step(longer(PART_SEED, keyAt(first))) & ~PHRASE_GOES_ON) === SURNAME;
  }

  /** `Chelsea 3-0`. */
  function partGoals(first: number, last: number, length: number): void {
    if (shapeAt(last) !== Shape.Number || last === first || last + 2 >= length) return;
    if (!DASHES.has(keyAt(last + 1)) || shapeAt(last + 2) !== Shape.Number) return;
    const club = names.known(first, last - 1);
    if (club !== ORG && club !== LOC) return;
    labels[last] = OUTSIDE;
    labelMention(labels, first, last - 1, 'ORG');
  }

  return (ofText, length) => {
    labels = ofText;
    for (let i = 0; i < length; i++) {
      if (labels[i] === OUTSIDE) continue;
      const type = typeOf(labels[i]!);
      const last = mentionEnd(labels, i);
      if (last > i && (type === 'LOC' || type === 'ORG')) {
        const first = partHead(i, last, type);
        if (type === 'LOC') partPair(first, last);
        else {
          partTwo(first, last);
          partGoals(first, last, length);
        }
      }
      i = type === 'LOC' ? joinLine(i, last, length) : last;
    }
  };
}
