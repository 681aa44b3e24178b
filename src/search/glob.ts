/** The test of a glob: `*` and `?` within a name, `**` across folders, `[abc]`, `{one,two}`. */
export function globTest(glob: string): (path: string) => boolean {
  const alternatives = expandBraces(glob).map(parts);
  return path => alternatives.some(alternative => matches(alternative, [...path]));
}

type Part = { readonly star: false; readonly accepts: (character: string) => boolean } | { readonly star: true; readonly crosses: boolean };

/** At most this many alternatives come out of braces. */
const MOST_ALTERNATIVES = 1000;

function expandBraces(glob: string): string[] {
  const brace = /^(.*?)\{([^{}]*)\}(.*)$/s.exec(glob);
  if (brace === null) return [glob];
  const [, before, inside, after] = brace;
  const rest = expandBraces(after!);
  const out = inside!.split(',').flatMap(choice => rest.map(tail => before! + choice + tail));
  return out.slice(0, MOST_ALTERNATIVES);
}

function parts(glob: string): Part[] {
  const characters = [...glob];
  const out: Part[] = [];
  for (let i = 0; i < characters.length; i++) {
    const character = characters[i]!;
    if (character === '*') {
      const crosses = characters[i + 1] === '*';
      if (crosses) i++;
      out.push({ star: true, crosses });
      // `**/` is also no folder at all.
      if (crosses && characters[i + 1] === '/') i++;
    } else if (character === '?') out.push({ star: false, accepts: c => c !== '/' });
    else if (character === '[' && characters.indexOf(']', i + 2) > 0) {
      const close = characters.indexOf(']', i + 2);
      out.push({ star: false, accepts: oneOf(characters.slice(i + 1, close)) });
      i = close;
    } else out.push({ star: false, accepts: c => c === character });
  }
  return out;
}

function oneOf(list: readonly string[]): (character: string) => boolean {
  const negated = list[0] === '!' || list[0] === '^';
  const members = negated ? list.slice(1) : list;
  const within = (character: string): boolean =>
    members.some((member, i) =>
      member === '-' && i > 0 && i + 1 < members.length
        ? members[i - 1]! <= character && character <= members[i + 1]!
        : member === character,
    );
  return character => character !== '/' && within(character) !== negated;
}

/** The classic two-pointer walk, over all positions a part can be at: linear in path times glob. */
function matches(glob: readonly Part[], path: readonly string[]): boolean {
  let reached = new Set([0]);
  const close = (at: Set<number>): Set<number> => {
    for (const part of at) if (glob[part]?.star) at.add(part + 1);
    return at;
  };
  close(reached);
  for (const character of path) {
    const next = new Set<number>();
    for (const at of reached) {
      const part = glob[at];
      if (part === undefined) continue;
      if (part.star) {
        if (part.crosses || character !== '/') next.add(at);
      } else if (part.accepts(character)) next.add(at + 1);
    }
    if (next.size === 0) return false;
    reached = close(next);
  }
  return reached.has(glob.length);
}
