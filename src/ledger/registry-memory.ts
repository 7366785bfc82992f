/**
 * The registry, held in memory and brought up to date from its facts.
 * Flow:    entries (registry facts, in clear) → here → evaluation.
 * Promise: it is used only where its version is the one read in the same transaction or statement; a fact that is not
 *          what its entry committed to, or one that is missing, refuses: a stop cannot be taken out of the database.
 * Source:  docs/design.md 4; decision 0049.
 */

import { applyRegistryFact } from '../evaluation/publish.ts';
import { emptyRegistry, type Registry } from '../evaluation/registry.ts';
import type { RecordedFact } from '../facts/fact.ts';
import { factForms } from '../facts/facts.ts';
import { ask, type Steps } from '../store/query.ts';
import { placeAt } from '../vocabulary/place.ts';
import type { Fitting } from './bound/fit.ts';
import { headBinding } from './bound/texts.ts';
import { Unfit } from './bound/unfit.ts';
import { isAsCommitted, readFact } from './opened.ts';
import { factsOfKinds, registryVersion } from './queries.ts';

export const registryKinds: readonly string[] = [...factForms.values()]
  .filter((form) => form.class === 'registry')
  .map((form) => form.kind);

export const factsIn = (registry: Registry): number => registry.facts ?? 0;

export function* freshRegistry({ keyring, bound }: Fitting, held: Registry): Steps<Registry> {
  const [head] = yield* ask(registryVersion, {});
  const version = head?.version ?? 0;
  if (version === held.version && held !== emptyRegistry) return held;
  const registry = yield* foldedFrom(held, () => bound.report.note({ table: 'entries', key: 'registry' }));
  const fits = registry.version === version && isBound(head?.bound, { keyring, registry });
  if (fits) return registry;
  bound.report.note({ table: 'registry_head', key: String(version) });
  throw new Unfit();
}

/** What was published since; a fact that is not as it was committed to is told of, and refuses. */
export function* foldedFrom(held: Registry, tell: () => void): Steps<Registry> {
  const { log, index: from } = placeAt(held.version);
  const rows = yield* ask(factsOfKinds, { kinds: registryKinds, log, from });
  return rows.reduce((registry, row) => {
    const fact: RecordedFact | undefined = isAsCommitted(row) ? readFact(row, undefined) : undefined;
    if (fact !== undefined) return applyRegistryFact(registry, fact);
    tell();
    throw new Unfit();
  }, held);
}

/** Before the first publication there is nothing to bind. */
const isBound = (
  bound: string | null | undefined,
  { keyring, registry }: Pick<Fitting, 'keyring'> & { readonly registry: Registry },
): boolean =>
  factsIn(registry) === 0 || bound === headBinding(keyring, { version: registry.version, facts: factsIn(registry) });
