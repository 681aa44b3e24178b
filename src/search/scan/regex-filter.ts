import { normalizeText } from '../../text/normalize.js';
import { type RegexAutomaton, Step } from '../regex-automaton.js';
import { type ByteFilter, createLineRanges, type LineRanges, lineAround, pushRange } from './filter.js';
import { isBlank } from './lines.js';

const NEWLINE = 10;
const CARRIAGE_RETURN = 13;

/** Blocks of letters and signs that stay as they are under normalization, but for a few. */
const MOSTLY_STABLE: readonly (readonly [from: number, to: number])[] = [
  [0, 0x250],
  [0x1ea0, 0x1efa],
  [0x2010, 0x2028],
];

/** Lines in which a pattern stands, and those of which only their normal text tells. */
export class RegexFilter implements ByteFilter {
  readonly #automaton: RegexAutomaton;
  readonly #before: ByteFilter | undefined;
  readonly #ranges = createLineRanges();
  /** By code point: the automaton's class, `#end` for a line end, `UNSURE` for what may be another letter in normal text. */
  readonly #classes: Uint16Array;
  /** By code point: 1 where the automaton, when it has seen nothing of the pattern yet, has seen nothing after it either. */
  readonly #stays = new Uint8Array(0x10000);

  /** `before` leaves out most lines in less time. */
  constructor(automaton: RegexAutomaton, before: ByteFilter | undefined) {
    this.#automaton = automaton;
    this.#before = before;
    this.#classes = new Uint16Array(0x10000).fill(UNSURE);
    for (const [from, to] of MOSTLY_STABLE) {
      for (let code = from; code < to; code++) if (isStable(code)) this.#classes[code] = automaton.classes[code]!;
    }
    this.#classes[NEWLINE] = automaton.end;
    this.#classes[CARRIAGE_RETURN] = UNSURE;
    for (const [from, to] of MOSTLY_STABLE) for (let code = from; code < to; code++) if (this.#keepsIdle(code)) this.#stays[code] = 1;
  }

  candidates(chunk: Uint8Array, start: number, end: number, out: LineRanges): void {
    out.length = 0;
    if (this.#before === undefined) {
      this.#scan(chunk, start, end, out);
      return;
    }
    const ranges = this.#ranges;
    this.#before.candidates(chunk, start, end, ranges);
    for (let i = 0; i < ranges.length; i++) this.#scan(chunk, ranges.start[i]!, Math.min(end, ranges.end[i]! + 1), out);
  }

  /** Appends the lines of a stretch of whole lines. */
  #scan(chunk: Uint8Array, start: number, end: number, out: LineRanges): void {
    const automaton = this.#automaton;
    const classes = this.#classes;
    const idle = automaton.start;
    const stays = this.#stays;
    let { table } = automaton;
    let state = idle;
    let i = start;
    while (i < end) {
      // Most of a text is passed here, where no step waits for the one before.
      while (state === idle && i < end) {
        const byte = chunk[i]!;
        if (byte < 0x80) {
          if (stays[byte] === 0) break;
          i++;
        } else if (byte < 0xe0) {
          if (stays[((byte & 0x1f) << 6) | (chunk[i + 1]! & 0x3f)] === 0) break;
          i += 2;
        } else {
          if (byte >= 0xf0 || stays[((byte & 0x0f) << 12) | ((chunk[i + 1]! & 0x3f) << 6) | (chunk[i + 2]! & 0x3f)] === 0) break;
          i += 3;
        }
      }
      if (i >= end) break;
      const at = i;
      let code = chunk[i++]!;
      if (code >= 0x80) {
        if (code < 0xe0) code = ((code & 0x1f) << 6) | (chunk[i++]! & 0x3f);
        else if (code < 0xf0) code = ((code & 0x0f) << 12) | ((chunk[i++]! & 0x3f) << 6) | (chunk[i++]! & 0x3f);
        else code = BEYOND;
      }
      const runeClass = classes[code]!;
      let next = runeClass === UNSURE ? Step.Match : table[state + runeClass]!;
      if (next === Step.Unknown) {
        next = automaton.step(state, runeClass, code);
        ({ table } = automaton);
      }
      if (next < 0) {
        // It belongs to the line end.
        if (code === CARRIAGE_RETURN && chunk[i] === NEWLINE && i < end) continue;
        i = push(chunk, start, end, at, out);
        next = automaton.start;
      } else if (code === NEWLINE) next = automaton.start;
      state = next;
    }
    if (i === end && end > start && chunk[end - 1] !== NEWLINE && this.#endsInMatch(state)) push(chunk, start, end, end - 1, out);
  }

  #keepsIdle(code: number): boolean {
    const { start, table } = this.#automaton;
    const runeClass = this.#classes[code]!;
    if (runeClass === UNSURE) return false;
    const next = table[start + runeClass]! || this.#automaton.step(start, runeClass, code);
    return next === start || (code === NEWLINE && next > 0);
  }

  #endsInMatch(state: number): boolean {
    const { table, end } = this.#automaton;
    const next = table[state + end]! || this.#automaton.step(state, end, NEWLINE);
    return next < 0;
  }
}

/** No class of an automaton: its line has to be looked at. */
const UNSURE = 0xffff;
/** For code points beyond U+FFFF: a lone surrogate, which valid UTF-8 does not have. */
const BEYOND = 0xd800;

/** Appends the line around `at` unless it is blank; returns where the next begins. */
function push(chunk: Uint8Array, start: number, end: number, at: number, out: LineRanges): number {
  const line = lineAround(chunk, start, end, at);
  if (!isBlank(chunk, line.start)) pushRange(out, line);
  return line.end + 1;
}

function isStable(code: number): boolean {
  const letter = String.fromCharCode(code);
  return normalizeText(letter).text === letter;
}
