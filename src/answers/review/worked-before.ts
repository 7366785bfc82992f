/**
 * What is on record of a reviewer beside the review itself: whether they had seen the result, and what else they were
 * at meanwhile.
 * Flow:    http/record/review-step.ts → here → ports/reads → commands/review (assign, conclude).
 * Promise: from the looks and reviews on record; a look that did not show the result does not count. A look that must
 *          stay secret names nobody, so it counts for every decision that stood by then.
 * Source:  docs/law.md 7 (time, own reasons, no suggested verdict); decision 0039.
 */
import type { ReviewViewNoted } from '../../facts/review.ts';
import { isSaidAgain } from '../../law/law.ts';
import type { ChainEntry, Page, Reads } from '../../ports/reads.ts';
import { ofKind, payloadOfKind } from '../../views/of-kind.ts';
import type { ReviewRow } from '../../views/review/review-row.ts';
import type { Instant } from '../../vocabulary/instant.ts';
import { isConfidential, showsResults } from '../../vocabulary/look.ts';
import { isOpenReview } from '../../vocabulary/review.ts';

const A_PAGE = 500;
/** So many of their newest reviews are gone through. */
const NEWEST = 200;

interface Looking {
  readonly reviewer: string;
  readonly row: Pick<ReviewRow, 'subject' | 'decision'>;
  /** Looks after this moment come after their own view. */
  readonly until: Instant;
  /** Since then they hold the seat, and what a reviewer is shown for it holds no result. */
  readonly seatedAt?: Instant;
}

/** A look in the record of the person that could show the result of this decision. */
function showedIt(entry: ChainEntry, { reviewer, row, until, seatedAt = until }: Looking): boolean {
  const look = payloadOfKind('look.recorded', entry);
  return (
    look !== undefined &&
    entry.actor?.id === reviewer &&
    (entry.at ?? 0) <= until &&
    showsResults(look.what) &&
    !(look.what === 'decision' && look.reason === 'review' && (entry.at ?? 0) >= seatedAt) &&
    look.withheld?.includes(row.decision) !== true
  );
}

/** A look whose person is not on record, because they may not know of it. */
function couldShowIt(entry: ChainEntry, { reviewer, until }: Looking): boolean {
  const look = payloadOfKind('look.taken', entry);
  return (
    look !== undefined &&
    entry.actor?.id === reviewer &&
    (entry.at ?? 0) <= until &&
    isConfidential(look.reason) &&
    showsResults(look.what) &&
    look.withheld !== true
  );
}

type Paged = (before: number | undefined) => Promise<Page<ChainEntry>>;

/** Whether there is such an entry since a moment; the newest is read first. */
async function isThere(pages: Paged, since: Instant, wanted: (entry: ChainEntry) => boolean): Promise<boolean> {
  let before: number | undefined;
  for (;;) {
    const page = await pages(before);
    const recent = page.items.filter(({ at = 0 }) => at >= since);
    if (recent.some(wanted)) return true;
    if (page.next === null || recent.length < page.items.length) return false;
    before = page.next;
  }
}

/** Whether they looked at what shows the result of this decision before they had a view of their own. */
export async function askSawResult(reads: Reads, looking: Looking): Promise<boolean> {
  const { subject, decision } = looking.row;
  const since = (await reads.facts([decision])).get(decision)?.at;
  if (since === undefined) return false;
  const page = (before: number | undefined) => ({ limit: A_PAGE, ...(before === undefined ? {} : { before }) });
  const theirs: Paged = (before) => reads.chain(subject, { kinds: ['look.recorded'], ...page(before) });
  if (await isThere(theirs, since, (entry) => showedIt(entry, looking))) return true;
  const taken: Paged = (before) => reads.entries({ kind: 'look.taken', from: since, ...page(before) });
  return isThere(taken, since, (entry) => couldShowIt(entry, looking));
}

interface Working {
  readonly reviewer: string;
  readonly row: ReviewRow;
  readonly reasons: string;
}

/** Their words of a review: the own view, and the reasons at its end. */
async function askWords(reads: Reads, rows: readonly ReviewRow[]): Promise<readonly string[]> {
  const ids = rows.flatMap(({ seats, conclusion }) => [seats.first?.noted, conclusion].filter((id) => id !== undefined));
  const facts = await reads.facts(ids);
  return ids.flatMap((id) => {
    const noted: Pick<ReviewViewNoted, 'words'> | undefined = ofKind('review.view-noted', facts.get(id))?.payload;
    const reasons = ofKind('review.concluded', facts.get(id))?.payload.reasons;
    return [noted?.words, reasons].filter((words) => words !== undefined);
  });
}

/** The reviews of theirs that share time with this one, and whether their words stand in another, too. */
export async function askMeanwhile(reads: Reads, { reviewer, row, reasons }: Working) {
  const { items } = await reads.reviews({ assignee: reviewer, limit: NEWEST });
  const others = items.filter(({ id, decision }) => id !== row.id && decision !== row.decision);
  const since = row.seats.first?.viewedAt ?? 0;
  const beside = others.filter((other) => isOpenReview(other) || (other.closedAt ?? 0) > since);
  const own = [...(await askWords(reads, [row])), reasons];
  const elsewhere = await askWords(reads, others);
  return { beside: beside.map(({ id }) => id), repeats: own.some((words) => isSaidAgain(words, elsewhere)) };
}
