import { type Found, Grammar } from './grammar.js';
import { KIND, KINDS, type KindName, type Lexemes } from './lexeme.js';
import { type DateRule, Site, type Values } from './rule.js';
import { CALENDAR_RULES } from './rules/calendar.js';
import { CLOCK_RULES } from './rules/clocks.js';
import { COUNTED_RULES } from './rules/counted.js';
import { ERA_RULES } from './rules/eras.js';
import { FEAST_RULES } from './rules/feasts.js';
import { JOIN_RULES, type JoinRule, type Parts } from './rules/joins.js';
import { NEAR_RULES } from './rules/near.js';
import { RANGE_RULES } from './rules/ranges.js';
import { SET_RULES } from './rules/sets.js';
import { SPAN_RULES } from './rules/spans.js';
import type { Draft, Reading, When } from './when.js';

/** Sets first: `mỗi ngày 5/3` is none, but `thứ Hai hằng tuần` is longer than its weekday anyway. */
export const RULES: readonly DateRule[] = [
  ...SET_RULES,
  ...FEAST_RULES,
  ...RANGE_RULES,
  ...CALENDAR_RULES,
  ...NEAR_RULES,
  ...CLOCK_RULES,
  ...COUNTED_RULES,
  ...ERA_RULES,
];

const words = new Grammar(RULES);
const joins = new Grammar(JOIN_RULES);
const spans = new Grammar(SPAN_RULES);

/** Drafts and the lexemes between them, as one row of kinds for the rules that join. */
interface Items {
  length: number;
  kind: Uint8Array;
  /** The place in `drafts`, or -1 and the lexeme's place in `lexeme`. */
  draft: Int32Array;
  lexeme: Int32Array;
}

const items: Items = { length: 0, kind: new Uint8Array(64), draft: new Int32Array(64), lexeme: new Int32Array(64) };

/** Every reading of a text, joined where readings are one expression; ascending, without overlap. */
export function readDrafts(lexemes: Lexemes): Draft[] {
  const drafts = readWords(lexemes);
  if (drafts.length === 0) return drafts;
  const joined = haveNeighbours(drafts, lexemes) ? join(join(drafts, lexemes, joins, JOIN_RULES), lexemes, spans, SPAN_RULES) : drafts;
  return joined.filter(draft => draft.kind !== KIND.aPart || isTime(draft, lexemes));
}

/** The most lexemes between two readings that are joined. */
const GAP = 2;
const BEFORE = kindSet('Start', 'Mid', 'End', 'Of', 'To', 'Toward');
const BEHIND = kindSet('JustPast', 'Toward', 'Next', 'Past', 'This', 'TillNow');

function kindSet(...names: KindName[]): Uint8Array {
  const set = new Uint8Array(KINDS.length);
  for (const name of names) set[KIND[name]] = 1;
  return set;
}

/** Whether any reading stands where a rule of `joins` or `spans` could take it. */
function haveNeighbours(drafts: readonly Draft[], { kind, length }: Lexemes): boolean {
  for (let i = 0; i < drafts.length; i++) {
    const { first, behind } = drafts[i]!;
    if (i + 1 < drafts.length && drafts[i + 1]!.first - behind <= GAP) return true;
    if (first > 0 && BEFORE[kind[first - 1]!] === 1) return true;
    if (behind < length && BEHIND[kind[behind]!] === 1) return true;
  }
  return false;
}

/** A part of the day by itself is a time where a preposition or a comma makes it one (`vào buổi sáng`), not in `thức đêm`, `ca đêm`. */
function isTime({ first, behind }: Draft, { kind, start, end, text, length }: Lexemes): boolean {
  const before = first === 0 ? KIND.Stop : kind[first - 1]!;
  const after = behind >= length ? KIND.Stop : kind[behind]!;
  if (before === KIND.In || before === KIND.At || before === KIND.From || before === KIND.To) return true;
  if (/^ban /i.test(text.slice(start[first]!, end[first]))) return false;
  if (before === KIND.Stop || before === KIND.Quote) return after === KIND.Comma || (first === 0 && behind === length);
  return text.slice(start[first]!, end[behind - 1]).includes(' ');
}

function readWords(lexemes: Lexemes): Draft[] {
  const drafts: Draft[] = [];
  const site = new Site(lexemes);
  const { kind, value, length } = lexemes;
  const accept = (found: Found): boolean => {
    const { first } = site;
    site.behind = first + found.length;
    const values: Record<string, number> = {};
    for (const [name, place] of found.captures) values[name] = value[first + place]!;
    const rule = RULES[found.row]!;
    const reading = rule.read(values as Values, site);
    if (reading === undefined) return false;
    drafts.push({ rule: rule.name, kind: KIND[rule.kind], reading: toReading(reading), first, behind: site.behind });
    return true;
  };
  for (let at = 0; at < length; ) {
    if (kind[at] === KIND.Other || !words.startsWith(kind[at]!)) {
      at++;
      continue;
    }
    site.first = at;
    at = words.match(kind, at, length, accept) ? site.behind : at + 1;
  }
  return drafts;
}

function toReading(reading: Reading | When): Reading {
  return 'is' in reading ? reading : { is: 'when', when: reading };
}

function join(drafts: Draft[], lexemes: Lexemes, grammar: Grammar, rules: readonly JoinRule[]): Draft[] {
  fill(drafts, lexemes);
  const { kind, draft, lexeme, length } = items;
  const joined: Draft[] = [];
  for (let at = 0; at < length; ) {
    let behind = at + 1;
    const matched =
      grammar.startsWith(kind[at]!) &&
      grammar.match(kind, at, length, found => {
        const parts: Record<string, Draft | number> = {};
        for (const [name, place] of found.captures)
          parts[name] = draft[at + place]! >= 0 ? drafts[draft[at + place]!]! : lexemes.value[lexeme[at + place]!]!;
        const rule = rules[found.row]!;
        const reading = rule.read(parts as Parts, { text: lexemes.text, end: lexemes.end[behindOf(at + found.length - 1) - 1]! });
        if (reading === undefined) return false;
        behind = at + found.length;
        joined.push({
          rule: rule.name,
          kind: KIND[rule.kind],
          reading: toReading(reading),
          first: firstOf(at),
          behind: behindOf(behind - 1),
        });
        return true;
      });
    if (!matched && draft[at]! >= 0) joined.push(drafts[draft[at]!]!);
    at = behind;
  }
  return joined;

  function firstOf(item: number): number {
    return draft[item]! >= 0 ? drafts[draft[item]!]!.first : lexeme[item]!;
  }

  function behindOf(item: number): number {
    return draft[item]! >= 0 ? drafts[draft[item]!]!.behind : lexeme[item]! + 1;
  }
}

function fill(drafts: readonly Draft[], lexemes: Lexemes): void {
  if (items.kind.length < lexemes.length) {
    items.kind = new Uint8Array(lexemes.length * 2);
    items.draft = new Int32Array(lexemes.length * 2);
    items.lexeme = new Int32Array(lexemes.length * 2);
  }
  let count = 0;
  let next = 0;
  for (let at = 0; at < lexemes.length; count++) {
    const draft = drafts[next];
    if (draft !== undefined && draft.first === at) {
      items.kind[count] = draft.kind;
      items.draft[count] = next++;
      at = draft.behind;
    } else {
      items.kind[count] = lexemes.kind[at]!;
      items.draft[count] = -1;
      items.lexeme[count] = at++;
    }
  }
  items.length = count;
}
