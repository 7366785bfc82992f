/**
 * Which facts other services are told of, so that they stop in time.
 * Flow:    ledger (recorded facts) → here → the view `changes` → answers (GET /v1/changes).
 * Promise: every no, every limit and every turn of the stop switch is told; a use is not. That a person is erased is
 *          told before their keys are gone, by the erasure itself, because its fact names nobody.
 * Source:  docs/design.md 8; GDPR 19.
 */

import type { Instant } from '../../facts/fact.ts';
import type { ChangeWord } from '../../vocabulary/change.ts';
import { defined } from '../../vocabulary/defined.ts';
import type { RecordedAct } from '../subject/recorded-act.ts';

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

const words = {
  'consent.refused': 'refused',
  'consent.withdrawn': 'withdrawn',
  'limit.set': 'limit-set',
  'limit.lifted': 'limit-lifted',
  'ai-system.suspended': 'ai-system-suspended',
  'ai-system.resumed': 'ai-system-resumed',
  'review.concluded': 'decision-settled',
} as const satisfies Readonly<Record<string, ChangeWord>>;

/** A review opened before the decision has effect says that it waits. */
function wordOf({ kind, payload }: RecordedAct): ChangeWord | undefined {
  if (kind === 'review.opened') return payload['why'] === 'before-effect' ? 'decision-pending' : undefined;
  return Object.hasOwn(words, kind) ? words[kind as keyof typeof words] : undefined;
}

export function changeRow(fact: RecordedAct): ChangeRow | undefined {
  const what = wordOf(fact);
  if (what === undefined) return undefined;
  const { purpose, key, decision } = fact.payload as {
    readonly purpose?: string;
    readonly key?: string;
    readonly decision?: string;
  };
  return {
    log: fact.log,
    index: fact.index,
    id: fact.id,
    subject: fact.subject ?? null,
    what,
    ...defined({ purpose, aiSystem: key, decision }),
    at: fact.at,
  };
}
