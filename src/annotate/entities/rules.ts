import { PAD } from './context.js';
import { hashText, keysOf } from './hash.js';
import { createPhraseFinder } from './key-phrases.js';
import { createKnownNames, LOC, ORG, PER } from './known-names.js';
import { isOpening, labelMention, labelOf, mentionEnd, OUTSIDE, Part, typeOf } from './labels.js';
import { Shape, syllableClass } from './shape.js';
import type { Tagger } from './tagger.js';
import { createUnitReader, type LabelRules } from './unit-reader.js';

const PHOTO = hashText('ảnh');
const COLON = hashText(':');
const DOT = hashText('.');
const COLLABORATORS = keysOf('ctv tl');
/** Words that only a person's name follows at once. */
const HONORIFICS = keysOf('ông bà chị cô');
const ĐÀN = keysOf('đàn phụ');

/** First and last words of the heads of media, which are outside before a foreign name or an acronym. */
const MEDIA = keysOf('đài tạp kênh tờ báo nhật hãng trang');
const MEDIA_ENDS = keysOf('đài chí kênh tờ báo tin tấn hình thanh trang');
const MEDIA_WORDS = keysOf('đài tạp chí kênh tờ báo nhật hãng tin thông tấn truyền hình phát thanh trang điện tử');
const QUOTES = keysOf('" “ ”');
const CLUB = hashText('clb');
/** Heads of places that are none behind certain words: `bờ biển X`, `miền núi X`. */
const NO_HEADS = new Map([
  [hashText('biển'), keysOf('bờ vùng')],
  [hashText('núi'), keysOf('miền')],
]);
/** First words of names that look like those of organisations and are none. */
const nameAt = createPhraseFinder({
  MISC: 'đại hội, hiệp định, công ước, nghị quyết, hội nghị, hội thao, đối thoại, sáng kiến, hoa hậu',
  LOC: 'toà nhà, toà tháp, khách sạn, nhà hàng, sân bay, cảng hàng không, trạm kiểm soát, trạm thu phí',
});
/** `Đại hội đồng` is an organisation. */
const ASSEMBLY = hashText('đồng');
/** `miền Bắc` is a name, but stands outside of one abroad: `miền Bắc Ba Lan`. */
const REGION = hashText('miền');
const VIỆT = hashText('việt');
const BỘ = hashText('bộ');
const STREET = hashText('đường');
const STREETS = hashText('phố');
const NUMBER = hashText('số');
const TEAM = hashText('tuyển');
const ANH = hashText('anh');
/** What makes `Anh` at the beginning of a sentence a man, not a country. */
const HE = keysOf('ta ấy');

const [PLACE_ALONE, PLACE_BEGINS] = [labelOf('LOC', Part.Single), labelOf('LOC', Part.Begin)];
const [PERSON_ALONE, BODY_BEGINS] = [labelOf('PER', Part.Single), labelOf('ORG', Part.Begin)];

/** Mends labels where a rule of the guide is surer than what was learnt. */
export function createRules(tagger: Tagger): LabelRules {
  const { context } = tagger;
  let { labels } = tagger;
  let length = 0;
  const names = createKnownNames(tagger);
  const { keyAt, shapeAt } = createUnitReader(tagger);

  /** What the gazetteer lists as an organisation is listed as no place before, and what it lists as a person as no organisation. */
  function mendListed(first: number, last: number): void {
    const type = typeOf(labels[first]!);
    if (type !== 'LOC' && type !== 'ORG') return;
    const listed = names.listed(first, last);
    if (listed === ORG && type === 'LOC') labelMention(labels, first, last, 'ORG');
    if (listed === PER && type === 'ORG') labelMention(labels, first, last, 'PER');
  }

  function mendType(first: number, last: number): void {
    const found = nameAt(context.key, first + PAD);
    if (found !== undefined && keyAt(first + found.keys.length) !== ASSEMBLY) labelMention(labels, first, last, found.sense);
  }

  /** The head of a place, and the number of a house: `đường phố Rome`, `số 12 đường Lê Lợi`. */
  function mendPlace(first: number, last: number): void {
    if (first > 0 && NO_HEADS.get(keyAt(first))?.has(keyAt(first - 1))) dropHead(first, 1, last);
    else if (keyAt(first) === REGION && isAbroad(first + 2)) dropRegion(first, last);
    else if (keyAt(first) === STREET && keyAt(first + 1) === STREETS && last > first + 1) dropHead(first, 2, last);
    else if ((keyAt(first) === STREET || keyAt(first) === STREETS) && isHouseNumber(first - 1))
      labelMention(labels, first - 2, last, 'LOC');
  }

  /** Whether a place that begins here, beside `miền Bắc` or in one name with it, is no part of Vietnam that is called so. */
  function isAbroad(at: number): boolean {
    if (at >= length || labels[at] === OUTSIDE || typeOf(labels[at]!) !== 'LOC') return false;
    return keyAt(at) !== VIỆT && keyAt(mentionEnd(labels, at)) !== BỘ;
  }

  function dropRegion(first: number, last: number): void {
    labels.fill(OUTSIDE, first, first + 2);
    if (last > first + 1) labelMention(labels, first + 2, last, 'LOC');
  }

  function isHouseNumber(at: number): boolean {
    if (at < 1 || keyAt(at - 1) !== NUMBER || labels[at] !== OUTSIDE || labels[at - 1] !== OUTSIDE) return false;
    return shapeAt(at) === Shape.Number || shapeAt(at) === Shape.UpperDigit;
  }

  function dropHead(first: number, words: number, last: number): void {
    labels.fill(OUTSIDE, first, first + words);
    labelMention(labels, first + words, last, 'LOC');
  }

  /** A name of one word with a nickname of one word in quotes behind it: `Vũ "nhôm"`. */
  function takeNickname(name: number): void {
    const end = name + 3;
    if (end >= length || !QUOTES.has(keyAt(name + 1)) || !QUOTES.has(keyAt(end)) || shapeAt(name + 2) !== Shape.Lower) return;
    for (let i = name + 1; i <= end; i++) if (labels[i] !== OUTSIDE) return;
    labelMention(labels, name, end, 'PER');
  }

  /** `Đài CNN`, `Tạp chí Forbes`: the name alone; `Đài Truyền hình Việt Nam` keeps its head. */
  function dropMediaHead(first: number, last: number): void {
    let at = first;
    while (at < last && MEDIA_WORDS.has(keyAt(at))) at++;
    if (at === first || !MEDIA_ENDS.has(keyAt(at - 1))) return;
    for (let i = at; i <= last; i++) if (!isForeign(i)) return;
    for (let i = first; i < at; i++) labels[i] = OUTSIDE;
    labelMention(labels, at, last, 'ORG');
  }

  function isForeign(i: number): boolean {
    const shape = shapeAt(i);
    if (shape !== Shape.Title) return shape === Shape.Upper || shape === Shape.Mixed;
    return syllableClass(tagger.spelling(i).toLowerCase()) === 0;
  }

  /** A photo credit of initials alone, or of nobody in particular, names nobody. */
  function dropCredit(first: number): void {
    let end = first;
    while (end < length && (shapeAt(end) === Shape.Single || keyAt(end) === DOT)) end++;
    if (end === first && COLLABORATORS.has(keyAt(first))) end++;
    if (end < length && labels[end] !== OUTSIDE && typeOf(labels[end]!) === typeOf(labels[end - 1] || 1)) {
      const part = (labels[end]! - 1) & 3;
      if (part === Part.Inside || part === Part.End) return;
    }
    for (let i = first; i < end; i++) labels[i] = OUTSIDE;
  }

  return (ofText, given) => {
    labels = ofText;
    length = given;
    const { key } = context;
    for (let i = 0; i < length; i++) {
      if (i >= 2 && key[i - 1 + PAD] === COLON && key[i - 2 + PAD] === PHOTO) dropCredit(i);
      if (labels[i] === OUTSIDE || !isOpening(labels[i]!)) continue;
      const last = mentionEnd(labels, i);
      mendListed(i, last);
      const label = labels[i]!;
      if (label === PLACE_ALONE && keyAt(i) === ANH && HE.has(keyAt(i + 1)) && shapeAt(i + 1) === Shape.Lower) {
        labels[i] = OUTSIDE;
        continue;
      }
      if (label === PLACE_ALONE && i > 0 && HONORIFICS.has(keyAt(i - 1)) && !ĐÀN.has(keyAt(i - 2))) {
        if (shapeAt(i) === Shape.Title) labels[i] = PERSON_ALONE;
      }
      if (labels[i] === PERSON_ALONE) takeNickname(i);
      if (i > 0 && keyAt(i - 1) === CLUB && labels[i - 1] === OUTSIDE) labelMention(labels, i - 1, last, 'ORG');
      else if (label === BODY_BEGINS && MEDIA.has(keyAt(i))) dropMediaHead(i, last);
      else if (label === BODY_BEGINS) mendType(i, last);
      else if (keyAt(i) === TEAM && last > i && names.listed(i + 1, last) === LOC) dropHead(i, 1, last);
      else if (label === PLACE_BEGINS) mendPlace(i, last);
    }
  };
}
