import { firstSyllable, firstWord, type NameKeys, restOf } from './identity-keys.js';

/** Words between given name and family name that begin a family name: `von der Leyen`, `bin Salman`. */
const PARTICLES = new Set('von van de der den di da dos del della du le la bin ibn ben al el abu al- ter mac'.split(' '));

/** Vietnamese family names, as keys. A two-word name that begins with one is a full name (`Lê Lợi`). */
const FAMILY_NAMES = new Set(
  (
    'nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đào đinh lâm trịnh mai trương cao hà tạ tô tôn đoàn lương lưu phùng ' +
    'vương thái tăng la quách chu châu kiều tống thạch mạc khúc giang nghiêm triệu thân bạch từ tiêu diệp ông văn ngụy lại lục phó âu đồng đàm ' +
    'quản viên vi hứa khổng kim lã lò lường mã ninh ngọ nông phí quàng sùng thào tòng trang trà vừ giàng hạng lầu cầm hầu chử doãn cù cung đái ' +
    'đậu điêu giáp hàn hoa khuất khương kha liêu liễu lỗ mẫn mạch ma nhữ nhan ôn ngân sầm sử tất thi thiều tiết tào tưởng trì ung uông ứng xa ' +
    'tập ôn hồ lý giang đặng chu mao lưu bành trương vương tưởng'
  ).split(' '),
);

/**
 * Whether a person so called would have a fuller name: one word (`Trump`, `Ocasio-Cortez`), a family name with its particle (`von
 * der Leyen`), or two Vietnamese syllables without a family name (`Quang Hải`).
 */
export function isPartialName(keys: NameKeys, key: number): boolean {
  const words = keys.length.data[key]!;
  const first = firstWord(keys, key);
  if (words === 1 || PARTICLES.has(first)) return true;
  if (words > 2 || FAMILY_NAMES.has(first)) return false;
  const [given, other] = [firstSyllable(keys, key), firstSyllable(keys, restOf(keys, key))];
  return given + other > 2 && given > 0 && other > 0;
}

/** `NATO`, `G20`, `TP.HCM`, `Bộ GD-ĐT`: capitals, digits and signs, at most one other word in front. */
export function isAbbreviation(text: string): boolean {
  const core = text.slice(text.lastIndexOf(' ') + 1);
  if (core.length < 2 || core.length > 12 || text.length > 20) return false;
  let capitals = 0;
  for (const letter of core) {
    if (letter !== letter.toUpperCase()) return false;
    if (letter !== letter.toLowerCase()) capitals++;
  }
  return capitals >= 2 && text.split(' ').length <= 2;
}
