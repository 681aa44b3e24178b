import { belongsToLetter } from './clusters.js';
import { NORMAL_CLASS, ZeroWidth } from './normal-classes.js';

const CLASS = NORMAL_CLASS;
const [ESCAPE, BELL, BACKSLASH] = [0x1b, 0x07, 0x5c] as const;
const [OPEN_BRACKET, CLOSE_BRACKET, OPEN_PARENTHESIS, CLOSE_PARENTHESIS] = [0x5b, 0x5d, 0x28, 0x29] as const;

/**
 * Where a sequence for terminals ends that begins with the escape character at `at`, or -1: of ECMA-48 a control sequence (`␛[31m`) or an
 * operating system command (`␛]8;;…␛\`), and the choice of a character set (`␛(B`). Linear, also over many that never end: none
 * reaches beyond the next control character.
 */
export function controlSequenceEnd(text: string, at: number): number {
  const kind = visible(text, at + 1);
  switch (text.charCodeAt(kind)) {
    case OPEN_BRACKET:
      return csiEnd(text, kind + 1);
    case CLOSE_BRACKET:
      return commandEnd(text, kind + 1);
    case OPEN_PARENTHESIS:
    case CLOSE_PARENTHESIS:
      return endBehind(text, visible(text, kind + 1), 0x30, 0x5a);
    default:
      return -1;
  }
}

function csiEnd(text: string, from: number): number {
  let i = visible(text, from);
  while (text.charCodeAt(i) >= 0x30 && text.charCodeAt(i) <= 0x3f) i = visible(text, i + 1);
  return endBehind(text, i, 0x40, 0x7e);
}

function commandEnd(text: string, from: number): number {
  let i = from;
  while (i < text.length && !isControl(text.charCodeAt(i))) i++;
  if (text.charCodeAt(i) === BELL) return i + 1;
  const second = visible(text, i + 1);
  return text.charCodeAt(i) === ESCAPE ? endBehind(text, second, BACKSLASH, BACKSLASH) : -1;
}

/** A last letter with a mark is no last letter: NFC may make another one of the two. */
function endBehind(text: string, at: number, least: number, most: number): number {
  const code = text.charCodeAt(at);
  return code >= least && code <= most && !belongsToLetter(text, at + 1) ? at + 1 : -1;
}

/** The first place at or behind `at` that has no zero-width character. */
function visible(text: string, at: number): number {
  let i = at;
  while (CLASS[text.charCodeAt(i)] === ZeroWidth) i++;
  return i;
}

const isControl = (code: number): boolean => code < 0x20 || (code >= 0x7f && code <= 0x9f);
