/**
 * Tells the operator of rows that are not what this service wrote: once in the log, and as numbers.
 * Flow:    service → here → log, metrics; the ledger's report of what did not fit.
 * Promise: a table and a pseudonym or keyed hash, nothing of a person.
 * Source:  decision 0050.
 */
import type { ServiceLog } from './log.ts';
import type { Metrics } from './metrics.ts';

interface Row {
  readonly table: string;
  readonly key: string;
}

/** What the ledger says about rows that it met. */
interface Report {
  readonly count: number;
  rows(): readonly Row[];
  listen(hear: (row: Row) => void): void;
}

export function watchUnfit(
  { report, walkedAt }: { readonly report: Report; readonly walkedAt: () => number },
  { log, metrics }: { readonly log: ServiceLog; readonly metrics: Metrics | undefined },
): void {
  for (const row of report.rows()) log.alarm('state-does-not-fit', row);
  report.listen((row) => log.alarm('state-does-not-fit', row));
  metrics?.gauge(
    'candor_rows_that_do_not_fit',
    'Rows that are not what this service wrote, as met so far.',
    () => report.rows().length,
  );
  metrics?.gauge(
    'candor_views_walked_at_seconds',
    'When every view was last held against the ledger, in seconds since 1970.',
    () => walkedAt() / 1000,
  );
  metrics?.gauge('candor_state_refusals', 'How often such a row was met.', () => report.count);
}
