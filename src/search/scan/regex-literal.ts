/** The longest stretch of plain letters that every match of an RE2 pattern contains; `undefined` when none is told at a glance. */
export function requiredLiteral(source: string): string | undefined {
  const runs = literalRuns([...source.normalize('NFC')]);
  const longest = runs?.map(run => run.trim()).reduce((best, run) => (run.length > best.length ? run : best), '');
  return longest !== undefined && longest.length > 1 ? longest : undefined;
}

/** Escapes that stand for a class or a place. */
const CLASS_ESCAPES = new Set('dDwWsSbBAzafnrtv');

function literalRuns(characters: readonly string[]): string[] | undefined {
  const runs = [''];
  let i = 0;
  const cut = (): void => {
    runs.push('');
  };
  while (i < characters.length) {
    const character = characters[i]!;
    switch (character) {
      case '|':
        return undefined;
      case '\\': {
        const escaped = characters[i + 1] ?? '';
        if (/[A-Za-z0-9]/.test(escaped)) {
          if (!CLASS_ESCAPES.has(escaped)) return undefined;
          cut();
        } else runs.push(runs.pop()! + escaped);
        i += 2;
        break;
      }
      case '[':
        i = classEnd(characters, i);
        cut();
        break;
      case '(':
        i = groupEnd(characters, i);
        cut();
        break;
      case '*':
      case '?':
      case '{':
        // What stands before it may be missing.
        runs.push(runs.pop()!.slice(0, -1));
        cut();
        i = character === '{' && characters.includes('}', i) ? characters.indexOf('}', i) + 1 : i + 1;
        break;
      case '+':
      case '.':
      case '^':
      case '$':
        cut();
        i++;
        break;
      default:
        if (isPlain(character)) runs.push(runs.pop()! + character);
        else cut();
        i++;
    }
  }
  return runs;
}

/** ASCII and the letters of Vietnamese and its neighbours: upper and lower case of the others may meet in unexpected ways. */
function isPlain(character: string): boolean {
  const code = character.codePointAt(0)!;
  return (
    (code >= 0x20 && code < 0x7f) ||
    (code >= 0xc0 && code <= 0x17e) ||
    (code >= 0x1a0 && code <= 0x1b0) ||
    (code >= 0x1ea0 && code <= 0x1ef9)
  );
}

function classEnd(characters: readonly string[], from: number): number {
  let i = from + 1;
  if (characters[i] === '^') i++;
  if (characters[i] === ']') i++;
  while (i < characters.length && characters[i] !== ']') {
    if (characters[i] === '\\') i++;
    else if (characters[i] === '[' && characters[i + 1] === ':') i = Math.max(i, characters.indexOf(']', i + 2));
    i++;
  }
  return i + 1;
}

function groupEnd(characters: readonly string[], from: number): number {
  let depth = 0;
  let i = from;
  while (i < characters.length) {
    const character = characters[i];
    if (character === '\\') i++;
    else if (character === '[') {
      i = classEnd(characters, i);
      continue;
    } else if (character === '(') depth++;
    else if (character === ')' && --depth === 0) return i + 1;
    i++;
  }
  return i;
}
