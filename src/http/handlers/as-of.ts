/**
 * Registry and person as they stood when the ledger had a certain size.
 * Flow:    gather.ts (packages) → here → evaluation.
 * Promise: what was recorded later changes nothing in an answer that was already given.
 * Source:  DESIGN section 8.1 (a package is computed from the tree size of its fulfilment).
 */
import type { PersonState } from '../../evaluation/person.ts';
import type { Registry } from '../../evaluation/registry.ts';
import { standingOf } from '../../evaluation/standing.ts';

interface Placed {
  readonly index: number;
}

function until<P extends Placed>(versions: ReadonlyMap<string, readonly P[]>, size: number): ReadonlyMap<string, readonly P[]> {
  const kept = [...versions].map(([key, all]) => [key, all.filter(({ index }) => index < size)] as const);
  return new Map(kept.filter(([, all]) => all.length > 0));
}

export const registryAt = (registry: Registry, size: number): Registry => ({
  ...registry,
  version: Math.min(registry.version, size),
  purposes: until(registry.purposes, size),
  notices: until(registry.notices, size),
  aiSystems: until(registry.aiSystems, size),
  recipients: until(registry.recipients, size),
  turns: until(registry.turns, size),
});

/** The person has to be seen with their history. */
export function personAt(person: PersonState, size: number): PersonState {
  if (person.found !== 'known' || person.acts === undefined) return person;
  const acts = person.acts.filter(({ index }) => index < size);
  return { ...person, acts, standing: standingOf(acts) };
}
