/**
 * One model call that nobody had asked for, as a row: what the list of uncovered uses is counted from.
 * Flow:    ledger (recorded facts) → here → the view `uncoveredUses` → answers/oversight.
 * Promise: names and codes only; it leads to no person.
 * Source:  decision 0076.
 */
import type { RecordedFact } from '../../facts/fact.ts';
import type { Instant } from '../../vocabulary/instant.ts';
import type { UncoveredCause } from '../../vocabulary/span.ts';

export interface UncoveredRow {
  readonly id: string;
  /** Empty where it gave itself no name that can be shown; so are the other names. */
  readonly service: string;
  readonly system: string;
  readonly model: string;
  readonly cause: UncoveredCause;
  readonly reported: boolean;
  /** When it was recorded. */
  readonly at: Instant;
}

export function uncoveredRow(fact: RecordedFact): UncoveredRow | undefined {
  if (fact.kind !== 'use.uncovered') return undefined;
  const { service = '', aiSystem: system = '', model = '', cause, reported } = fact.payload;
  return { id: fact.id, service, system, model, cause, reported, at: fact.at };
}
