/** The data files beside the bundle, by name. Each is read on first use, and never changes. */
export const RESOURCE_NAMES = ['words.model', 'entities.model', 'identities.tsv', 'stop-words.txt'] as const;
export type ResourceName = (typeof RESOURCE_NAMES)[number];

export interface Resources {
  /** The bytes of a data file. @throws NewsError `RESOURCE` when it is missing or damaged. */
  bytes(name: ResourceName): Uint8Array;
}
