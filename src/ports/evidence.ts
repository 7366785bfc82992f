/**
 * The evidence of one person in pages, for somebody about whom there is more than memory should hold.
 * Flow:    ledger/evidence-pages.ts fills it → here → answers/package, own-view.
 * Promise: the same entries and the same signatures as the whole bundle; only the order of reading differs.
 * Source:  docs/design.md 5 (evidence bundle).
 */

/** An entry as a bundle shows it. */
export interface EvidenceItemShown {
  readonly log: number;
  readonly index: number;
  /** Padded base64, as every binary member. */
  readonly entry: string;
  readonly payload: string | null;
  readonly salt: string | null;
  readonly proof: readonly string[];
}

interface EvidenceOpening {
  readonly v: 1;
  readonly subject: string | null;
  readonly origin: string;
  readonly vkey: string;
  readonly checkpoint: string;
  readonly head: string | null;
}

export interface EvidencePages {
  /** What stands before the entries. */
  readonly opening: EvidenceOpening;
  /** Oldest first; to be read once and to its end. */
  entries(): AsyncIterable<readonly EvidenceItemShown[]>;
  /** The logs, and what the entries cite; known only once all entries were read. */
  closing(): Promise<{ readonly logs: readonly object[]; readonly registry: readonly EvidenceItemShown[] }>;
}
