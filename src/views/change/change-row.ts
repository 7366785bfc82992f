/**
 * Which facts other services are told of, so that they stop in time.
 * Flow:    ledger (recorded facts) → here → the view `changes` → answers (GET /v1/changes).
 * Promise: every no, every limit and every turn of the stop switch is told; a use is not. That a person is erased is
 *          told before their keys are gone, by the erasure itself, because its fact names nobody.
 * Source:  docs/design.md 8; GDPR 19.
 */

import type { Instant, RecordedFact } from '../../facts/fact.ts';
import type { ChangeWord } from '../../vocabulary/change.ts';
import { defined } from '../../vocabulary/defined.ts';

export interface ChangeRow {
  readonly log: number;
  readonly index: number;
  readonly id: string;
  /** Null where it concerns everybody. */
  readonly subject: string | null;
  readonly what: ChangeWord;
  readonly purpose?: string;
  readonly aiSystem?: string;
  /** The automated decision that waits for a human, or no longer does. */
  readonly decision?: string;
  readonly at: Instant;
}

type ChangeContent = Pick<ChangeRow, 'what' | 'purpose' | 'aiSystem' | 'decision'>;

/** A review opened before the decision has effect says that it waits. */
function changeIn(fact: RecordedFact): ChangeContent | undefined {
  switch (fact.kind) {
    case 'consent.refused':
      return { what: 'refused', purpose: fact.payload.purpose };
    case 'consent.withdrawn':
      return { what: 'withdrawn', purpose: fact.payload.purpose };
    case 'limit.set':
      return { what: 'limit-set', ...defined({ purpose: fact.payload.purpose }) };
    case 'limit.lifted':
      return { what: 'limit-lifted', ...defined({ purpose: fact.payload.purpose }) };
    case 'ai-system.suspended':
      return { what: 'ai-system-suspended', aiSystem: fact.payload.key };
    case 'ai-system.resumed':
      return { what: 'ai-system-resumed', aiSystem: fact.payload.key };
    case 'review.opened': {
      const { why, purpose, decision } = fact.payload;
      return why === 'before-effect' ? { what: 'decision-pending', purpose, decision } : undefined;
    }
    case 'review.concluded':
      return { what: 'decision-settled', decision: fact.payload.decision };
    default:
      return undefined;
  }
}

export function changeRow(fact: RecordedFact): ChangeRow | undefined {
  const told = changeIn(fact);
  if (told === undefined) return undefined;
  const { log, index, id, subject = null, at } = fact;
  return { log, index, id, subject, ...told, at };
}
