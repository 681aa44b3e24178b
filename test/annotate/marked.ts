import type { EntityType, Mention } from '../../src/model/mention.js';

const TYPE_OF_MARK: Readonly<Record<string, EntityType>> = { P: 'PER', L: 'LOC', O: 'ORG', M: 'MISC' };

/** `[P Donald Trump] thăm [L Pháp]` → the text without marks, and its mentions. */
export function marked(source: string): { text: string; mentions: Mention[] } {
  let text = '';
  const mentions: Mention[] = [];
  for (const [, before = '', mark, name = ''] of source.matchAll(/([^[]*)(?:\[([PLOM]) ([^\]]*)\])?/g)) {
    text += before;
    if (mark === undefined) continue;
    mentions.push({ start: text.length, end: text.length + name.length, type: TYPE_OF_MARK[mark]!, nested: [] });
    text += name;
  }
  return { text, mentions };
}
