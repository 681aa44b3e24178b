import { compareCodePoints } from '../../model/code-points.js';
import type { EntityType, GazetteerEntry } from '../../model/mention.js';
import { identityKey } from './identity-key.js';
import { surfaceForm } from './identity-surface.js';

/** Who is who before any text is read. */
export interface IdentityTables {
  /** The canonical name of a name, by their `identityKey`s. */
  find(key: string): CanonicalName | undefined;
}

export interface CanonicalName {
  readonly key: string;
  /** As it is shown. */
  readonly name: string;
  /** Where the user's gazetteer says it; it then holds whatever type the mentions have. */
  readonly type: EntityType | undefined;
  /** What the tables take the name for. */
  readonly expected?: EntityType;
}

interface Link {
  readonly alias: string;
  readonly name: string;
  readonly type?: EntityType;
}

/**
 * The tables of one run: `--aliases` over `--gazetteer` over the built-in table.
 *
 * @param builtin `alias<TAB>name<TAB>type` a line, in UTF-8; the alias is written as `identityKey` would. The lines of a
 *   name stand together, the first has its own key, and no key is there twice, so that nothing has to be computed at start
 * @param aliases pairs of an alias and the name that it stands for
 */
export function createIdentityTables(
  builtin: Uint8Array,
  aliases: readonly (readonly [alias: string, name: string])[],
  gazetteer: readonly GazetteerEntry[],
): IdentityTables {
  const names = new Map<string, CanonicalName>();
  addBuiltin(names, builtin);
  addLayer(
    names,
    gazetteer.flatMap(({ name, type, aliases: others }) => [name, ...others].map(alias => ({ alias, name, type }))),
  );
  addLayer(
    names,
    aliases.map(([alias, name]) => ({ alias, name })),
  );
  if (gazetteer.length + aliases.length > 0) flatten(names);
  return { find: key => names.get(key) };
}

function addBuiltin(names: Map<string, CanonicalName>, bytes: Uint8Array): void {
  const text = new TextDecoder().decode(bytes);
  let root: CanonicalName | undefined;
  for (let at = 0; at < text.length; ) {
    const nameAt = text.indexOf('\t', at) + 1;
    const typeAt = text.indexOf('\t', nameAt) + 1;
    const lineEnd = text.indexOf('\n', typeAt);
    const end = lineEnd < 0 ? text.length : lineEnd;
    const key = text.slice(at, nameAt - 1);
    const name = text.slice(nameAt, typeAt - 1);
    if (root?.name !== name) root = { key, name, type: undefined, expected: text.slice(typeAt, end) as EntityType };
    names.set(key, root);
    at = end + 1;
  }
}

/** A name of this layer stands for itself, unless the layer calls it an alias; both win over earlier layers. */
function addLayer(names: Map<string, CanonicalName>, links: readonly Link[]): void {
  const roots = new Map<string, CanonicalName>();
  for (const { name, type } of links) {
    if (roots.has(name)) continue;
    const shown = surfaceForm(name.trim());
    const key = identityKey(shown);
    const known = names.get(key);
    const expected = type ?? known?.expected;
    const root = { key, name: shown, type: type ?? known?.type, ...(expected !== undefined && { expected }) };
    roots.set(name, root);
    names.set(key, root);
  }
  for (const { alias, name } of links) {
    const key = alias === name ? undefined : identityKey(surfaceForm(alias.trim()));
    const root = roots.get(name)!;
    if (key !== undefined && key !== root.key) names.set(key, root);
  }
}

/** Follows aliases of aliases; of a ring, the first name by code point stands for all. */
function flatten(names: Map<string, CanonicalName>): void {
  for (const [key, start] of names) {
    if (names.get(start.key) === start) continue;
    const seen = [start];
    let end = start;
    for (;;) {
      const next = names.get(end.key) ?? end;
      if (next === end) break;
      if (seen.includes(next)) {
        end = seen.slice(seen.indexOf(next)).sort((a, b) => compareCodePoints(a.key, b.key))[0]!;
        break;
      }
      seen.push(next);
      end = next;
    }
    names.set(key, end);
  }
}
