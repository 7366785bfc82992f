/**
 * What is on record of a reviewer beside the review itself: whether they had seen the result, and what else they were
 * at meanwhile.
 * Flow:    http/record/review-step.ts → here → ports/reads → commands/review (assign, conclude).
 * Promise: from the looks and reviews on record; a look that did not show the result does not count. A look that must
 *          stay secret names nobody, so it counts for every decision that stood by then.
 * Source:  docs/law.md 7 (not a rubber stamp); decision 0039; decision 0041.
 */
import type { ReviewViewNoted } from '../../facts/review.ts';
import { isSaidAgain } from '../../law/law.ts';
import type { ChainEntry, Page, Reads } from '../../ports/reads.ts';
import { ofKind, payloadOfKind } from '../../views/of-kind.ts';
import type { ReviewRow } from '../../views/review/review-row.ts';
import { everyoneBehind } from '../../vocabulary/behind.ts';
import { HOUR_MS } from '../../vocabulary/instant.ts';
import { isConfidential, showsResults } from '../../vocabulary/look.ts';
import { placeOf } from '../../vocabulary/place.ts';
import { isOpenReview } from '../../vocabulary/review.ts';

const A_PAGE = 500;
/** So many of their newest reviews are gone through. */
const NEWEST = 200;

interface Looking {
  readonly reviewer: string;
  /** Whoever made the links that they worked through. */
  readonly behind?: readonly string[];
  readonly row: ReviewRow;
}

/** The same with the places that a look stands between, as one can count: since the decision, until the own view. */
interface Between extends Looking {
  readonly since: number;
  /** When the decision was recorded. */
  readonly at: number;
  readonly seated: number;
  readonly until: number;
}

const isBy = ({ actor }: ChainEntry, { reviewer, behind = [] }: Looking): boolean =>
  actor !== undefined && everyoneBehind(actor).some((id) => id === reviewer || behind.includes(id));

const isTheirs = (entry: ChainEntry, of: Between): boolean =>
  isBy(entry, of) && placeOf(entry) > of.since && placeOf(entry) < of.until;

/** So long a session lasts that a link began. */
const SESSION_MS = HOUR_MS;

/**
 * By a link of theirs somebody came in to the person's own pages, which show the result; once they hold the seat, those
 * pages hold it back from them, too.
 */
const openedOwnPages = (entry: ChainEntry, of: Between): boolean =>
  payloadOfKind('link.opened', entry)?.place === 'me' &&
  isBy(entry, of) &&
  (entry.at ?? of.at) > of.at - SESSION_MS &&
  placeOf(entry) < of.seated;

/** A look in the record of the person that could show the result of this decision. */
function showedIt(entry: ChainEntry, of: Between): boolean {
  const look = payloadOfKind('look.recorded', entry);
  if (look === undefined || !isTheirs(entry, of) || !showsResults(look.what)) return false;
  // What a reviewer is shown for their seat holds no result.
  const isForSeat = look.what === 'decision' && look.reason === 'review' && placeOf(entry) > of.seated;
  const isOfOther = look.decision !== undefined && look.decision !== of.row.decision;
  return !isForSeat && !isOfOther && look.withheld?.includes(of.row.decision) !== true;
}

/** A look whose person is not on record, because they may not know of it. */
function couldShowIt(entry: ChainEntry, of: Between): boolean {
  const look = payloadOfKind('look.taken', entry);
  if (look === undefined || !isTheirs(entry, of) || !isConfidential(look.reason)) return false;
  return showsResults(look.what) && look.withheld !== true;
}

type Paged = (before: number | undefined) => Promise<Page<ChainEntry>>;

/** Whether there is such an entry since a place; the newest is read first. */
async function isThere(pages: Paged, since: number, wanted: (entry: ChainEntry) => boolean): Promise<boolean> {
  let before: number | undefined;
  for (;;) {
    const page = await pages(before);
    if (page.items.some(wanted)) return true;
    if (page.next === null || page.items.some((entry) => placeOf(entry) < since)) return false;
    before = page.next;
  }
}

/** Whether they looked at what shows the result of this decision before they had a view of their own. */
export async function askSawResult(reads: Reads, { reviewer, behind = [], row }: Looking): Promise<boolean> {
  const { assigned = '', noted = '' } = row.seats.first?.reviewer === reviewer ? row.seats.first : {};
  const facts = await reads.facts([row.decision, assigned, noted].filter((id) => id !== ''));
  const decision = facts.get(row.decision);
  if (decision === undefined) return false;
  const placed = (id: string): number => {
    const fact = facts.get(id);
    return fact === undefined ? Number.POSITIVE_INFINITY : placeOf(fact);
  };
  const since = placeOf(decision);
  const between = { reviewer, behind, row, since, at: decision.at, seated: placed(assigned), until: placed(noted) };
  const page = (before: number | undefined) => ({ limit: A_PAGE, ...(before === undefined ? {} : { before }) });
  const kinds = ['look.recorded', 'link.opened'] as const;
  const theirs: Paged = (before) => reads.chain(row.subject, { kinds, ...page(before) });
  if (await isThere(theirs, since, (entry) => showedIt(entry, between) || openedOwnPages(entry, between))) return true;
  const taken: Paged = (before) => reads.entries({ kinds: ['look.taken'], from: decision.at, ...page(before) });
  return isThere(taken, since, (entry) => couldShowIt(entry, between));
}

interface Working {
  readonly reviewer: string;
  readonly row: ReviewRow;
  readonly reasons: string;
}

/** Their words of a review: the own view, and the reasons at its end. */
async function askWords(reads: Reads, rows: readonly ReviewRow[]): Promise<readonly string[]> {
  const ids = rows.flatMap(({ seats, conclusion }) =>
    [seats.first?.noted, conclusion].filter((id) => id !== undefined),
  );
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
