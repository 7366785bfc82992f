/**
 * Which facts other services are told of, so that they stop in time.
 * Flow:    ledger (recorded facts) → here → the view `changes` → answers (GET /v1/changes).
 * Promise: every no, every limit and every turn of the stop switch is told, and each step of a request that the person
 *          is told of, by the id of the request alone: what it is about, only those read who answer it; but for
 *          a correction, because whoever got the data has to hear of that. A use is not.
 *          That a person is erased is told before their keys are gone, by the erasure itself, because its fact names
 *          nobody.
 * Source:  docs/design.md 8; GDPR 19.
 */

import type { Instant, RecordedFact } from '../../facts/fact.ts';
import type { ChangeWord } from '../../vocabulary/change.ts';
import { defined } from '../../vocabulary/defined.ts';
import { requestOf } from '../request/request-row.ts';

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
  /** The request that came a step further. */
  readonly request?: string;
  /** Something of the person was corrected: whoever got it reads it anew. */
  readonly corrected?: true;
  readonly at: Instant;
}

type ChangeContent = Pick<ChangeRow, 'what' | 'purpose' | 'aiSystem' | 'decision' | 'request' | 'corrected'>;

const steps = {
  'request.extended': 'request-extended',
  'request.paused': 'request-paused',
  'request.resumed': 'request-resumed',
  'request.denied': 'request-denied',
  'request.fulfilled': 'request-fulfilled',
  'request.cancelled': 'request-cancelled',
  'request.appealed': 'request-appealed',
} as const satisfies Partial<Record<RecordedFact['kind'], ChangeWord>>;

/** How sure one is who asks is nobody else's matter, so that step is not told. */
function stepIn(fact: RecordedFact): ChangeContent | undefined {
  const request = requestOf(fact);
  const what = Object.entries(steps).find(([kind]) => kind === fact.kind)?.[1];
  if (request === undefined || what === undefined) return undefined;
  const isCorrection = fact.kind === 'request.fulfilled' && fact.payload.corrected === true;
  return { what, request, ...(isCorrection ? { corrected: true } : {}) };
}

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
    case 'request.received':
      return { what: 'request-received', request: fact.id };
    default:
      return stepIn(fact);
  }
}

export function changeRow(fact: RecordedFact): ChangeRow | undefined {
  const told = changeIn(fact);
  if (told === undefined) return undefined;
  const { log, index, id, subject = null, at } = fact;
  return { log, index, id, subject, ...told, at };
}
