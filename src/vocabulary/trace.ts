/**
 * Where remains of what was erased may still lie in the engine's own files, of which kind, and until when.
 * Flow:    store (what it could clean) → certify-erasure → the certificate and its letter.
 * Promise: a code keeps its meaning for ever, because certificates hold it.
 * Source:  docs/decisions/0056-what-an-engine-keeps.md.
 */

/** Files with their unused space, and the log written ahead of them: of the database, and of the keys. */
export const tracePlaces = ['database-files', 'database-log', 'keystore-files', 'keystore-log'] as const;
/** Pseudonyms stand with the ids of facts and with keyed hashes: names that we made, never the person's own. */
export const traceKinds = ['wrapped-keys', 'sealed-contents', 'pseudonyms'] as const;
/** `archived`: for as long as the operator keeps archives and replicas of the log. */
export const traceEnds = ['written-over', 'archived'] as const;

export interface Trace {
  readonly where: (typeof tracePlaces)[number];
  readonly what: readonly (typeof traceKinds)[number][];
  readonly until: (typeof traceEnds)[number];
}
