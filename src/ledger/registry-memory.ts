/**
 * The registry, held in memory and folded anew from its facts where the database names another version.
 * Flow:    entries (registry facts, in clear) → here → evaluation.
 * Promise: it is used only where its version is the one read in the same transaction or statement; a fact that is not
 *          what its entry committed to, one that is missing and one that is called something else refuse: a stop cannot
 *          be taken out of the database.
 * Source:  docs/design.md 4; decision 0049; decision 0063.
 */

import { applyRegistryFact } from '../evaluation/publish.ts';
import { emptyRegistry, type Registry } from '../evaluation/registry.ts';
import type { RecordedFact } from '../facts/fact.ts';
import { ask, type FoundRow, type Steps } from '../store/query.ts';
import type { Fitting } from './bound/fit.ts';
import { isSameSum, readHead, sumIn } from './bound/head.ts';
import { registryKinds } from './bound/kinds.ts';
import { add, emptySum, weightOfEntry } from './bound/sums.ts';
import { Unfit } from './bound/unfit.ts';
import { isAsCommitted, readFact } from './opened.ts';
import { factsOfKinds, registryVersion } from './queries.ts';

const allFacts = { kinds: registryKinds, log: 0, from: 0 } as const;

export function* freshRegistry(fitting: Fitting, held: Registry): Steps<Registry> {
  const [row] = yield* ask(registryVersion, {});
  if (row?.version === held.version && held !== emptyRegistry) return held;
  const { keyring, bound } = fitting;
  const head = yield* readHead(keyring);
  const rows = yield* ask(factsOfKinds, allFacts);
  const registry = foldedOf(rows, () => bound.report.note({ table: 'entries', key: 'registry' }));
  const sum = emptySum();
  for (const each of rows) add(sum, weightOfEntry(keyring, 'registry', each));
  const isNewest = typeof head !== 'string' && registry.version >= held.version;
  if (isNewest && registry.version === head.version && isSameSum(sum, sumIn(keyring, head, 'registry')))
    return registry;
  bound.report.note({ table: 'registry_head', key: String(row?.version ?? 0) });
  throw new Unfit();
}

/** All of it, from facts that are as they were committed to; `tell` is told of one that is not, which refuses. */
export function* foldedAnew(tell: () => void): Steps<Registry> {
  return foldedOf(yield* ask(factsOfKinds, allFacts), tell);
}

const foldedOf = (rows: readonly FoundRow<'entries'>[], tell: () => void): Registry =>
  rows.reduce((registry, row) => {
    const fact: RecordedFact | undefined = isAsCommitted(row) ? readFact(row, undefined) : undefined;
    if (fact !== undefined) return applyRegistryFact(registry, fact);
    tell();
    throw new Unfit();
  }, emptyRegistry);
