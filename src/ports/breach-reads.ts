/**
 * What may be asked of the breach register, and of the people whom a breach reached.
 * Flow:    answers/breach → here (types) → ledger/breach-reads.ts.
 * Source:  decision 0117.
 */
import type { Instant, RecordedFact } from '../facts/fact.ts';

/** Uses of that time, both ends included; an empty list is any. */
export interface AffectedWanted {
  readonly from: Instant;
  readonly to: Instant;
  readonly aiSystems: readonly string[];
  readonly purposes: readonly string[];
}

export interface BreachReads {
  /** Everything recorded about breaches, oldest first. */
  breachFacts(): Promise<readonly RecordedFact[]>;
  /** Whose data was used in that scope, by pseudonym, after this one. */
  affected(
    wanted: AffectedWanted,
    wants: { readonly after: string; readonly limit: number },
  ): Promise<readonly { readonly subject: string; readonly uses: number }[]>;
  affectedCount(wanted: AffectedWanted): Promise<{ readonly people: number; readonly uses: number }>;
}
