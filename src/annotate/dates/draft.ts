import { Matcher } from './automaton.js';
import { blankCaptures, CAPTURES } from './captures.js';
import { joins, spans } from './join.js';
import { KIND, KINDS, type KindName, type Lexemes } from './lexeme.js';
import { Site } from './rule.js';
import { RULES } from './rules/index.js';
import { RULE_TABLE } from './rules.table.js';
import { type Draft, draftOf } from './when.js';

const NONE: readonly Draft[] = [];

const matcher = new Matcher(RULE_TABLE);
const site = new Site();
const values = blankCaptures<number>();
/** By rule, what its reading is. */
const kinds = Uint8Array.from(RULES, rule => KIND[rule.kind]);

/** Every reading of a text, joined where readings are one expression; ascending, without overlap. */
export function readDrafts(lexemes: Lexemes): readonly Draft[] {
  const drafts = readWords(lexemes);
  if (drafts.length === 0) return drafts;
  const joined = haveNeighbours(drafts, lexemes) ? spans.join(joins.join(drafts, lexemes), lexemes) : drafts;
  if (!joined.some(({ kind }) => kind === KIND.aPart)) return joined;
  return joined.filter((draft, i) => isTime(draft, lexemes) || isListedPart(draft, joined[i + 1], lexemes));
}

function readWords(lexemes: Lexemes): readonly Draft[] {
  // One draft is the rule, and a list of one takes less room than one to be longer.
  let drafts: Draft[] | undefined;
  const { places, placeCount } = lexemes;
  site.lexemes = lexemes;
  let behind = 0;
  for (let i = 0; i < placeCount; i++) {
    const at = places[i]!;
    if (at < behind) continue;
    const draft = readWord(lexemes, at);
    if (draft === undefined) continue;
    if (drafts === undefined) drafts = [draft];
    else drafts.push(draft);
    behind = draft.behind;
  }
  return drafts ?? NONE;
}

/** The first reading, by the order of matches, that the words around do not forbid. */
function readWord({ symbol, value, length }: Lexemes, at: number): Draft | undefined {
  const { captureName, capturePlace } = RULE_TABLE;
  for (matcher.begin(symbol, at, length); matcher.next(); ) {
    const rule = RULES[matcher.row]!;
    const { firstCapture, behindCaptures } = matcher;
    for (let i = firstCapture; i < behindCaptures; i++) values[CAPTURES[captureName[i]!]!] = value[at + capturePlace[i]!]!;
    site.moveTo(at, at + matcher.length);
    const reading = rule.read(values, site);
    for (let i = firstCapture; i < behindCaptures; i++) values[CAPTURES[captureName[i]!]!] = undefined;
    if (reading !== undefined) return draftOf(rule.name, kinds[matcher.row]!, reading, at, at + matcher.length);
  }
  return undefined;
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

/** `chiều` of `chiều và tối 5/6`. */
function isListedPart({ behind }: Draft, next: Draft | undefined, { kind }: Lexemes): boolean {
  return next?.kind === KIND.aTime && next.first === behind + 1 && kind[behind] === KIND.And;
}

/** A part of the day by itself is a time where a preposition or a comma makes it one (`vào buổi sáng`), not in `thức đêm`, `ca đêm`. */
function isTime({ kind: reading, first, behind }: Draft, { kind, start, end, source, length }: Lexemes): boolean {
  if (reading !== KIND.aPart) return true;
  const before = first === 0 ? KIND.Stop : kind[first - 1]!;
  const after = behind >= length ? KIND.Stop : kind[behind]!;
  // `trong sáng` is pure.
  if (before === KIND.In && /^trong sáng$/i.test(source.text.slice(start[first - 1], end[behind - 1]))) return false;
  if (before === KIND.In || before === KIND.At || before === KIND.From || before === KIND.To) return true;
  if (/^ban /i.test(source.text.slice(start[first]!, end[first]))) return false;
  if (before === KIND.Stop || before === KIND.Quote) return after === KIND.Comma || (first === 0 && behind === length);
  return source.text.slice(start[first]!, end[behind - 1]).includes(' ');
}
