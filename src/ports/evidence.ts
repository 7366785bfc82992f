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

export interface EvidencePages {
  /** What stands before the entries: version, subject, origin, vkey, checkpoint, head. */
  readonly opening: Readonly<Record<string, unknown>>;
  /** Oldest first; to be read once and to its end. */
  entries(): AsyncIterable<readonly EvidenceItemShown[]>;
  /** The logs, and what the entries cite; known only once all entries were read. */
  closing(): Promise<Readonly<Record<string, unknown>>>;
}
