/**
 * One use of a person's data as a row: what the AI-use answer counts and lists.
 * Flow:    ledger (recorded facts) → here → the view `uses` → answers/use.
 * Promise: codes and times only; the service's own reference stays sealed in the fact. A use about nobody has no row.
 * Source:  docs/design.md 4 and 8.1.
 */

import type { Instant } from '../../facts/fact.ts';
import type { UseReported } from '../../facts/use.ts';
import type { UseMode } from '../../vocabulary/ai-system.ts';
import { defined } from '../../vocabulary/defined.ts';
import type { RecordedAct } from '../subject/recorded-act.ts';

export interface UseRow {
  readonly id: string;
  readonly subject: string;
  readonly n: number;
  readonly log: number;
  readonly index: number;
  readonly system: string;
  readonly purpose: string;
  readonly outcome: 'allowed' | 'refused' | 'reported';
  /** Only where it was reported after it happened. */
  readonly covered?: boolean;
  readonly reason: string;
  readonly basis?: string;
  readonly categories: readonly string[];
  readonly occurredAt: Instant;
  readonly at: Instant;
  readonly mode: UseMode;
}

const outcomes = { 'use.allowed': 'allowed', 'use.refused': 'refused', 'use.reported': 'reported' } as const;

export function useRow(fact: RecordedAct): UseRow | undefined {
  if (!Object.hasOwn(outcomes, fact.kind) || fact.subject === undefined) return undefined;
  const outcome = outcomes[fact.kind as keyof typeof outcomes];
  const use = fact.payload as unknown as Partial<UseReported> &
    Pick<UseReported, 'aiSystem' | 'purpose' | 'reason' | 'dataCategories'>;
  return {
    id: fact.id,
    subject: fact.subject,
    n: fact.n ?? 0,
    log: fact.log,
    index: fact.index,
    system: use.aiSystem,
    purpose: use.purpose,
    outcome,
    ...defined({ covered: use.covered }),
    reason: use.reason,
    ...defined({ basis: use.basis }),
    categories: use.dataCategories,
    occurredAt: use.occurredAt === undefined ? fact.at : Date.parse(use.occurredAt),
    at: fact.at,
    mode: outcome === 'reported' ? 'report' : 'request',
  };
}
