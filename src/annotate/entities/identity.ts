import { absorbIdentities, type IdentityState } from './identity-state.js';

export { type Alias, commonest, type ResolvedIdentities, type ResolvedIdentity, resolveIdentities } from './identity-resolve.js';
export { resolveSnippet } from './identity-snippet.js';
export { absorbIdentities, addMentions, createIdentityState, type Handle, type IdentityState } from './identity-state.js';
export { type CanonicalName, createIdentityTables, type IdentityTables } from './identity-tables.js';

/** Parts of a corpus in input order; a file may be cut between them. `earlier` is changed and returned. */
export function mergeIdentityStates(earlier: IdentityState, later: IdentityState): IdentityState {
  absorbIdentities(earlier, later);
  return earlier;
}
