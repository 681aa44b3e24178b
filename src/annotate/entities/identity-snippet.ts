import type { EntityType, Mention } from '../../model/mention.js';
import { resolveIdentities } from './identity-resolve.js';
import { addMentions, createIdentityState } from './identity-state.js';
import type { IdentityTables } from './identity-tables.js';

/** What one snippet and the tables say of its mentions, without a corpus. `mentions` are in offsets of `text`. */
export function resolveSnippet(
  mentions: readonly Mention[],
  text: string,
  tables: IdentityTables,
): readonly { entity: string; type: EntityType }[] {
  if (mentions.length === 0) return [];
  const state = createIdentityState();
  const handles = addMentions(state, { file: '', line: 1, text }, mentions);
  const { nameOf } = resolveIdentities(state, tables);
  return handles.map(handle => {
    const { entity, type } = nameOf(handle);
    return { entity, type };
  });
}
