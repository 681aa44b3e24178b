import { addKeyText, keyText, type NameKeys } from './identity-keys.js';
import type { CanonicalName, IdentityTables } from './identity-tables.js';

/** What the tables say of keys; each is looked up once. */
export class CanonicalKeys {
  readonly #tables: IdentityTables;
  readonly #keys: NameKeys;
  /** By key: that under which the tables have its canonical name, or itself. */
  readonly #roots = new Map<number, number>();
  readonly #names = new Map<number, CanonicalName>();
  readonly #rootOfName = new Map<CanonicalName, number>();

  constructor(tables: IdentityTables, keys: NameKeys) {
    this.#tables = tables;
    this.#keys = keys;
  }

  /** The key that stands for all keys of its canonical name; a key that the tables do not know stands for itself. */
  rootOf(key: number): number {
    return this.#roots.get(key) ?? this.#find(key);
  }

  /** The canonical name whose root it is. */
  nameOf(root: number): CanonicalName | undefined {
    return this.#names.get(root);
  }

  #find(key: number): number {
    const name = this.#tables.find(keyText(this.#keys, key));
    const root = name === undefined ? key : (this.#rootOfName.get(name) ?? this.#add(name));
    this.#roots.set(key, root);
    return root;
  }

  #add(name: CanonicalName): number {
    const root = addKeyText(this.#keys, name.key);
    this.#rootOfName.set(name, root);
    this.#names.set(root, name);
    return root;
  }
}
