/**
 * The part of a recorded fact that the folds of a person read, and where an act stands.
 * Flow:    ledger (recorded facts) → here → the folds of consent, limit and subject.
 * Promise: an act is dated where its time was said, or where the person acted here and now.
 * Source:  docs/design.md 7.
 */
import type { ConsentAct } from '../../evaluation/person.ts';
import type { RecordedFact } from '../../facts/fact.ts';

/** What a fold needs, so that a command can fold what it has just decided. */
export type RecordedAct = Pick<
  RecordedFact,
  'id' | 'kind' | 'subject' | 'payload' | 'at' | 'actor' | 'log' | 'index' | 'n'
>;

type Place = Pick<ConsentAct, 'id' | 'n' | 'log' | 'index' | 'at' | 'occurredAt' | 'dated'>;

export const placeOfAct = (fact: RecordedAct, occurredAt: string | undefined): Place => ({
  id: fact.id,
  n: fact.n ?? 0,
  log: fact.log,
  index: fact.index,
  at: fact.at,
  ...(occurredAt === undefined ? {} : { occurredAt: Date.parse(occurredAt) }),
  dated: occurredAt !== undefined || fact.actor.role === 'self',
});
