import type { EntityType, Mention } from '../../model/mention.js';
import type { CodeSpan } from '../../model/snippet.js';
import { type HeadedForm, knownForm } from './identity-form.js';
import { syllableOf } from './identity-key.js';
import { isPartOf } from './identity-names.js';
import { resolveIdentities } from './identity-resolve.js';
import { addMentions, createIdentityState, isBracketed } from './identity-state.js';
import type { CanonicalName, IdentityTables } from './identity-tables.js';

interface Named {
  readonly entity: string;
  readonly type: EntityType;
}

/** What one snippet and the tables say of its mentions, without a corpus. `mentions` are in offsets of `text`. */
export function resolveSnippet(mentions: readonly Mention[], text: CodeSpan, tables: IdentityTables): readonly Named[] {
  return plainNames(mentions, text, tables) ?? namesOfCorpus(mentions, text, tables);
}

/** As if the snippet were the corpus. */
export function namesOfCorpus(mentions: readonly Mention[], text: CodeSpan, tables: IdentityTables): readonly Named[] {
  const state = createIdentityState();
  const handles = addMentions(state, { file: '', line: 1, text: '', normalCodes: text }, mentions, knownForm);
  const { nameOf } = resolveIdentities(state, tables);
  return handles.map(handle => {
    const { entity, type } = nameOf(handle);
    return { entity, type };
  });
}

/** More mentions are not compared one by one. */
const FEW = 40;

/** The names where no mention has a say in another's, which is nearly always; `undefined` where one may have. */
function plainNames(mentions: readonly Mention[], text: CodeSpan, tables: IdentityTables): readonly Named[] | undefined {
  if (mentions.length > FEW) return undefined;
  const forms = mentions.map(({ start, end }) => knownForm(text, start, end));
  const roots: string[] = [];
  const names: Named[] = [];
  for (let i = 0; i < mentions.length; i++) {
    const form = forms[i]!;
    const { type } = mentions[i]!;
    if (i > 0 && isBracketed(text, mentions[i - 1]!, mentions[i]!)) return undefined;
    const canonical = tables.find(form.key);
    const root = canonical?.key ?? form.key;
    for (let j = 0; j < i; j++) {
      if (roots[j] === root ? mentions[j]!.type !== type || forms[j]!.shown !== form.shown : mayMeet(form, forms[j]!)) return undefined;
    }
    roots.push(root);
    names.push(nameOf(form, type, canonical));
  }
  return names;
}

function mayMeet(a: HeadedForm, b: HeadedForm): boolean {
  return (a.partial && isPartOf(a.key, b.key)) || (b.partial && isPartOf(b.key, a.key)) || a.bare === b.key || b.bare === a.key;
}

function nameOf({ shown, key, partial }: HeadedForm, type: EntityType, canonical: CanonicalName | undefined): Named {
  const namesake = partial && type === 'PER' && (canonical?.expected ?? 'PER') !== 'PER' && syllableOf(key) > 0;
  return namesake || canonical === undefined ? { entity: shown, type } : { entity: canonical.name, type: canonical.type ?? type };
}
