/**
 * One use of a person's data as a row: what the AI-use answer counts and lists.
 * Flow:    ledger (recorded facts) → here → the view `uses` → answers/use.
 * Promise: codes and times only; the service's own reference stays sealed in the fact. A use about nobody has no row.
 * Source:  docs/design.md 4 and 8.1.
 */

import type { FactOf, Instant, RecordedFact } from '../../facts/fact.ts';
import type { UseMode } from '../../vocabulary/ai-system.ts';
import { defined } from '../../vocabulary/defined.ts';

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

const outcomes = {
  'use.allowed': 'allowed',
  // Whoever trains uses the data.
  'training.included': 'allowed',
  'use.refused': 'refused',
  'use.reported': 'reported',
} as const;

type UseFact = FactOf<keyof typeof outcomes> & { readonly subject: string };

export function useRow(fact: RecordedFact): UseRow | undefined {
  if (fact.subject === undefined) return undefined;
  switch (fact.kind) {
    case 'use.allowed':
    case 'use.refused':
    case 'use.reported':
    case 'training.included':
      return rowOf(fact);
    default:
      return undefined;
  }
}

function rowOf(fact: UseFact): UseRow {
  const use = fact.payload;
  const reported = fact.kind === 'use.reported' ? fact.payload : undefined;
  return {
    id: fact.id,
    subject: fact.subject,
    n: fact.n,
    log: fact.log,
    index: fact.index,
    system: use.aiSystem,
    purpose: use.purpose,
    outcome: outcomes[fact.kind],
    ...defined({ covered: reported?.covered }),
    reason: use.reason,
    ...defined({ basis: use.basis }),
    categories: use.dataCategories,
    occurredAt: reported === undefined ? fact.at : Date.parse(reported.occurredAt),
    at: fact.at,
    mode: reported === undefined ? 'request' : 'report',
  };
}
