import { ROLE_WORDS } from './context-words.js';
import { words } from './lexicon.js';

/** How far to look for the words that put a date ahead, in UTF-16 units. */
const REACH = 90;
const STOPS = '.;!?:\n"“”';

/** How sure a clause is that its date lies ahead of the reference. */
export type Outlook = 'planned' | 'ahead' | 'none';

const AHEAD = new Set(words(ROLE_WORDS.Ahead));
const PLANNED = new Set(words(ROLE_WORDS.Planned));
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

/** What the words around `start..end` say; those before weigh more than those behind. */
export function outlook(text: string, start: number, end: number): Outlook {
  const before = wordsOf(clauseBefore(text, start));
  let found: Outlook = 'none';
  for (let i = 0; i < before.length; i++) {
    const one = before[i]!;
    const two = i + 1 < before.length ? `${one} ${before[i + 1]}` : one;
    if (PLANNED.has(one) || PLANNED.has(two)) found = 'planned';
    else if (found === 'none' && (AHEAD.has(one) || AHEAD.has(two))) found = 'ahead';
    else if (one === 'đã') found = 'none';
  }
  if (found !== 'none') return found;
  const behind = wordsOf(clauseBehind(text, end));
  for (let i = 0; i < behind.length; i++) {
    const one = behind[i]!;
    const two = i + 1 < behind.length ? `${one} ${behind[i + 1]}` : one;
    if (SAID.has(one) || SAID.has(two)) return 'none';
    if (one === 'sẽ' || two === 'dự kiến' || one === 'sắp') return 'ahead';
  }
  return 'none';
}

function clauseBefore(text: string, start: number): string {
  let from = start;
  const least = Math.max(0, start - REACH);
  while (from > least && !STOPS.includes(text[from - 1]!)) from--;
  return text.slice(from, start);
}

function clauseBehind(text: string, end: number): string {
  let to = end;
  const most = Math.min(text.length, end + REACH);
  while (to < most && !STOPS.includes(text[to]!)) to++;
  return text.slice(end, to);
}

function wordsOf(clause: string): string[] {
  return clause
    .toLowerCase()
    .split(/[\s,()]+/)
    .filter(word => word !== '');
}
