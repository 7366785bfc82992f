/**
 * One automated decision as a row: enough to find it; everything it was made from stays sealed in the fact.
 * Flow:    ledger (recorded facts) → here → the view `decisions` → answers/decision.
 * Promise: no outcome, input or factor in clear.
 * Source:  docs/design.md 4, 6 and 8.1.
 */

import type { Instant, RecordedFact } from '../../facts/fact.ts';
import { defined } from '../../vocabulary/defined.ts';

export interface DecisionRow {
  readonly id: string;
  readonly subject: string;
  readonly n: number;
  readonly log: number;
  readonly index: number;
  readonly system: string;
  readonly purpose: string;
  readonly aiRole: string;
  readonly adverse: boolean;
  readonly covered: boolean;
  readonly reason: string;
  readonly basis?: string;
  /** Until when law wants the person told of this outcome; absent where no law does. */
  readonly adverseDueAt?: Instant;
  readonly decidedAt: Instant;
  readonly at: Instant;
  /** Set by no fold: whoever reads may not know whether it is adverse, so `adverse` says nothing here. */
  readonly heldBack?: true;
}

export function decisionRow(fact: RecordedFact): DecisionRow | undefined {
  if (fact.kind !== 'decision.recorded') return undefined;
  const decision = fact.payload;
  return {
    id: fact.id,
    subject: fact.subject,
    n: fact.n,
    log: fact.log,
    index: fact.index,
    system: decision.aiSystem,
    purpose: decision.purpose,
    aiRole: decision.aiRole,
    adverse: decision.adverse,
    covered: decision.covered,
    reason: decision.reason,
    ...defined({ basis: decision.basis }),
    ...(decision.adverseNotice === undefined ? {} : { adverseDueAt: Date.parse(decision.adverseNotice.dueAt) }),
    decidedAt: Date.parse(decision.decidedAt),
    at: fact.at,
  };
}
