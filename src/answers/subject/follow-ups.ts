/**
 * The people whom somebody of the company has to go after.
 * Flow:    http, console → here → ports/reads.
 * Promise: pseudonyms only; whoever was asked again or settled is gone from the list.
 * Source:  docs/design.md 7; decision 0014.
 */
import type { Reads } from '../../ports/reads.ts';
import { timeOf } from '../../vocabulary/instant.ts';

/** So many of each are read; the rest comes when these are done. */
const MOST = 100;

export type FollowUp =
  | {
      readonly why: 'newer-consent-undone';
      readonly subject: string;
      readonly purpose: string;
      readonly saidAt: string;
      readonly recordedAt: string;
    }
  | { readonly why: 'identifier-shared'; readonly subject: string; readonly others: readonly string[] };

export async function askFollowUps(reads: Reads): Promise<readonly FollowUp[]> {
  const { undone, shared } = await reads.followUps(MOST);
  const again = undone.map(
    ({ subject, purpose, saidAt, recordedAt }): FollowUp => ({
      why: 'newer-consent-undone',
      subject,
      purpose,
      saidAt: timeOf(saidAt),
      recordedAt: timeOf(recordedAt),
    }),
  );
  const same = shared.flatMap(([subject = '', ...others]): FollowUp[] => [
    { why: 'identifier-shared', subject, others },
  ]);
  return [...same.slice(0, MOST), ...again].slice(0, MOST);
}
