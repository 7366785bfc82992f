/**
 * Registry and person as they stood when the ledger had a certain size.
 * Flow:    answers (packages) → here → evaluation.
 * Promise: what was recorded later changes nothing in an answer that was already given.
 * Source:  docs/design.md 8.1 (a package is computed from the tree size of its fulfilment).
 */

import { isWithin, type Placed, placeOf, type TreePoint } from '../vocabulary/place.ts';
import type { PersonState } from './person.ts';
import type { Registry } from './registry.ts';
import { standingOf } from './standing.ts';

function until<P extends Placed>(
  versions: ReadonlyMap<string, readonly P[]>,
  upTo: TreePoint,
): ReadonlyMap<string, readonly P[]> {
  const kept = [...versions].map(([key, all]) => [key, all.filter((each) => isWithin(each, upTo))] as const);
  return new Map(kept.filter(([, all]) => all.length > 0));
}

export const registryAsOf = (registry: Registry, upTo: TreePoint): Registry => ({
  ...registry,
  version: Math.min(registry.version, placeOf({ log: upTo.log, index: upTo.size })),
  purposes: until(registry.purposes, upTo),
  notices: until(registry.notices, upTo),
  aiSystems: until(registry.aiSystems, upTo),
  recipients: until(registry.recipients, upTo),
  turns: until(registry.turns, upTo),
});

/** The person has to be seen with their history. */
export function personAsOf(person: PersonState, upTo: TreePoint): PersonState {
  if (person.found !== 'known' || person.acts === undefined) return person;
  const acts = person.acts.filter((each) => isWithin(each, upTo));
  return { ...person, acts, standing: standingOf(acts) };
}
