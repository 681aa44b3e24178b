import { readFileSync } from 'node:fs';
import type { EntityType, Mention, NestedMention } from '../../src/model/mention.js';

/** One row of `fixtures/cases/entities.tsv`: a class, a text with its names in brackets, and `gap` where the recogniser errs. */
export interface EntityCase {
  readonly kind: string;
  readonly marked: string;
  readonly text: string;
  readonly mentions: readonly Mention[];
  readonly isGap: boolean;
}

export function readCases(): EntityCase[] {
  const rows = readFileSync(new URL('../../fixtures/cases/entities.tsv', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');
  return rows.map(row => {
    const [kind, marked, gap] = row.split('\t');
    return { kind: kind!, marked: marked!, isGap: gap === 'gap', ...readMarks(marked!) };
  });
}

/** `[ORG Bộ Ngoại giao [LOC Mỹ]]` is a mention with one nested in it. */
function readMarks(marked: string): { readonly text: string; readonly mentions: Mention[] } {
  let text = '';
  const open: { start: number; type: EntityType; nested: NestedMention[] }[] = [];
  const mentions: Mention[] = [];
  for (let i = 0; i < marked.length; i++) {
    const mark = /^\[(PER|LOC|ORG|MISC) /.exec(marked.slice(i, i + 6));
    if (mark !== null) {
      open.push({ start: text.length, type: mark[1] as EntityType, nested: [] });
      i += mark[0].length - 1;
    } else if (marked[i] === ']' && open.length > 0) {
      const mention = { ...open.pop()!, end: text.length };
      if (open.length === 0) mentions.push(mention);
      else open[0]!.nested.push({ start: mention.start, end: mention.end, type: mention.type });
    } else text += marked[i];
  }
  return { text, mentions };
}

/** The text with the mentions in brackets again. */
export function mark(text: string, mentions: readonly Mention[]): string {
  let marked = '';
  let at = 0;
  for (const { start, end, type } of mentions) {
    marked += `${text.slice(at, start)}[${type} ${text.slice(start, end)}]`;
    at = end;
  }
  return marked + text.slice(at);
}
