import { ROLE } from './context-words.js';
import { roleOf } from './neighbours.js';

/** How far to look for the words that put a date ahead, in UTF-16 units. */
const REACH = 90;
const STOPS = new Uint8Array(0x10000);
for (const mark of '.;!?:\n"“”') STOPS[mark.charCodeAt(0)] = 1;

/** How sure a clause is that its date lies ahead of the reference. */
export type Outlook = 'planned' | 'ahead' | 'none';

/** Who says so, not what will be: `ngày 25/6 cho biết sẽ …`. */
const SAID = new Set([
  'cho biết',
  'tuyên bố',
  'khẳng định',
  'thông báo',
  'đảm bảo',
  'nói',
  'nói rằng',
  'cho hay',
  'phát biểu',
  'nhấn mạnh',
  'đã',
  'cho rằng',
  'công bố',
  'cảnh báo',
  'đưa tin',
  'xác nhận',
  'thông tin',
  'báo cáo',
  'bị',
  'vừa',
]);

/** A clause without one of these letters says nothing of the future; the words themselves decide. */
const HINT = /sẽ|d[ựu]|sắp|ch[ậuờ]|h[ạẹo]|k[ếéị]|muộn|nay|lịch|đếm|tới|mục|phấn|định|hướng|mong|hứa|phải|có th|yêu|đề|cần|ấn/i;
const HINT_BEHIND = /sẽ|dự k|sắp/i;

/** What the words around `start..end` say; those before weigh more than those behind. */
export function outlook(text: string, start: number, end: number): Outlook {
  const before = clauseBefore(text, start);
  const found = HINT.test(before) ? outlookBefore(wordsOf(before)) : 'none';
  if (found !== 'none') return found;
  const behind = clauseBehind(text, end);
  return HINT_BEHIND.test(behind) ? outlookBehind(wordsOf(behind)) : 'none';
}

function outlookBefore(words: readonly string[]): Outlook {
  let found: Outlook = 'none';
  for (let i = 0; i < words.length; i++) {
    const one = words[i]!;
    const two = i + 1 < words.length ? `${one} ${words[i + 1]}` : one;
    const role = roleOf(one) | roleOf(two);
    if ((role & ROLE.Planned) !== 0) found = 'planned';
    else if (found === 'none' && (role & ROLE.Ahead) !== 0) found = 'ahead';
    else if (one === 'đã') found = 'none';
  }
  return found;
}

function outlookBehind(words: readonly string[]): Outlook {
  for (let i = 0; i < words.length; i++) {
    const one = words[i]!;
    const two = i + 1 < words.length ? `${one} ${words[i + 1]}` : one;
    if (SAID.has(one) || SAID.has(two)) return 'none';
    if (one === 'sẽ' || two === 'dự kiến' || one === 'sắp') return 'ahead';
  }
  return 'none';
}

function clauseBefore(text: string, start: number): string {
  let from = start;
  const least = Math.max(0, start - REACH);
  while (from > least && STOPS[text.charCodeAt(from - 1)] !== 1) from--;
  return text.slice(from, start);
}

function clauseBehind(text: string, end: number): string {
  let to = end;
  const most = Math.min(text.length, end + REACH);
  while (to < most && STOPS[text.charCodeAt(to)] !== 1) to++;
  return text.slice(end, to);
}

function wordsOf(clause: string): string[] {
  return clause
    .toLowerCase()
    .split(/[\s,()]+/)
    .filter(word => word !== '');
}
