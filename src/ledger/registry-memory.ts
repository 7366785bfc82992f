/**
 * The registry, held in memory and brought up to date from its facts.
 * Flow:    entries (registry facts, in clear) → here → evaluation.
 * Promise: it is used only where its version is the one read in the same transaction or statement.
 * Source:  docs/design.md 4.
 */

import { applyRegistryFact } from '../evaluation/publish.ts';
import type { Registry } from '../evaluation/registry.ts';
import { factForms } from '../facts/facts.ts';
import { ask, type Steps } from '../store/query.ts';
import { placeAt } from '../vocabulary/place.ts';
import { readFact } from './opened.ts';
import { factsOfKinds, registryVersion } from './queries.ts';

export const registryKinds: readonly string[] = [...factForms.values()]
  .filter((form) => form.class === 'registry')
  .map((form) => form.kind);

export function* freshRegistry(held: Registry): Steps<Registry> {
  const [head] = yield* ask(registryVersion, {});
  if ((head?.version ?? 0) === held.version) return held;
  const { log, index: from } = placeAt(held.version);
  const rows = yield* ask(factsOfKinds, { kinds: registryKinds, log, from });
  return rows.reduce((registry, row) => {
    const fact = readFact(row, undefined);
    return fact === undefined ? registry : applyRegistryFact(registry, fact);
  }, held);
}
