import {
  addMentions,
  createIdentityState,
  createIdentityTables,
  type IdentityTables,
  resolveIdentities,
} from '../../src/annotate/entities/identity.js';
import { marked } from './marked.js';

/** The table that the tests know; its aliases are keys. */
export const BUILTIN = [
  'mỹ\tMỹ\tLOC',
  'nhật bản\tNhật Bản\tLOC',
  'nhật\tNhật Bản\tLOC',
  'eu\tEU\tORG',
  'liên minh châu âu\tEU\tORG',
  'nato\tNATO\tORG',
  'tổ chức hiệp ước bắc đại tây dương\tNATO\tORG',
  'florida\tFlorida\tLOC',
  'bang florida\tFlorida\tLOC',
].join('\n');

export function tables(): IdentityTables {
  return createIdentityTables(new TextEncoder().encode(BUILTIN), [], []);
}

export interface Line {
  readonly file: string;
  readonly source: string;
}

export function stateOf(lines: readonly Line[]) {
  const state = createIdentityState();
  const handles = lines.map(({ file, source }, i) => {
    const { text, mentions } = marked(source);
    return addMentions(state, { file, line: i + 1, text }, mentions);
  });
  return { state, handles };
}

/** `file: text` a line; without a file name all lines are in one file. */
export function lines(...sources: readonly string[]): Line[] {
  return sources.map(source => {
    const [, file, rest] = /^(?:(\w+): )?(.*)$/s.exec(source)!;
    return { file: file ?? 'a', source: rest! };
  });
}

/** `entity TYPE mentions/snippets: spelling count, …`, by rank. */
export function shown(of: readonly Line[], with_ = tables(), merge = true): string[] {
  const { entities } = resolveIdentities(stateOf(of).state, with_, merge);
  return entities.map(
    ({ entity, type, mentions, snippets, aliases }) =>
      `${entity} ${type} ${mentions}/${snippets}: ${aliases.map(({ text, count }) => `${text} ${count}`).join(', ')}`,
  );
}
