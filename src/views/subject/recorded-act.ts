/**
 * Where an act of a person stands, as the folds of consent, limit and subject keep it.
 * Flow:    ledger (recorded facts) → here → the folds of consent, limit and subject.
 * Promise: an act is dated where its time was said, or where the person acted here and now.
 * Source:  docs/design.md 7.
 */
import type { ConsentAct } from '../../evaluation/person.ts';
import type { FactOf } from '../../facts/fact.ts';
import type { PersonalKind } from '../../facts/facts.ts';

type Place = Pick<ConsentAct, 'id' | 'n' | 'log' | 'index' | 'at' | 'occurredAt' | 'dated'>;

export const placeOfAct = (
  fact: FactOf<PersonalKind> & { readonly subject: string },
  occurredAt: string | undefined,
): Place => ({
  id: fact.id,
  n: fact.n,
  log: fact.log,
  index: fact.index,
  at: fact.at,
  ...(occurredAt === undefined ? {} : { occurredAt: Date.parse(occurredAt) }),
  dated: occurredAt !== undefined || fact.actor.role === 'self',
});
