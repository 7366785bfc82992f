/**
 * The reviews of automated decisions, and how many decisions a person really checked, over every page of them.
 * Flow:    answers/use, answers/explanation → here → ports/reads.
 * Promise: the two numbers are of the same decisions, whatever is shown beside them; no decision is opened for it. Of
 *          an earlier moment, every review that had begun, as it stood then.
 * Source:  docs/design.md 8.1 (numbers); docs/law.md 7.
 */
import type { RecordedFact } from '../../facts/fact.ts';
import type { Page, Reads, Window } from '../../ports/reads.ts';
import type { DecisionRow } from '../../views/decision/decision-row.ts';
import { ofKind } from '../../views/of-kind.ts';
import { involvementOf } from '../../views/review/involvement.ts';
import type { ReviewRow } from '../../views/review/review-row.ts';
import { defined } from '../../vocabulary/defined.ts';
import type { DecisionRecord } from './decision-record.ts';

const COUNTED_A_PAGE = 500;

/** One person within a window, up to one of their own entries. */
export interface PersonSpan {
  readonly subject: string;
  readonly window: Window;
  readonly upTo: number;
}

async function askReviewsAt(
  reads: Reads,
  decisions: readonly string[],
  at: number | undefined,
): Promise<readonly ReviewRow[]> {
  const rows = decisions.length === 0 ? [] : await reads.reviewsOf(decisions);
  return at === undefined ? rows : rows.filter(({ openedAt }) => openedAt <= at).map((row) => asItStood(row, at));
}

/** What ended later was open then, and where the reviewer was asked later it still waited for one. */
function asItStood(row: ReviewRow, at: number): ReviewRow {
  if (row.closedAt !== undefined && row.closedAt <= at) return row;
  const { first } = row.seats;
  return { ...row, state: first !== undefined && first.assignedAt <= at ? 'assigned' : 'open' };
}

/** The house counts later decisions too, so those up to the entry are counted one by one. */
export async function countDecisions(reads: Reads, { subject, window, upTo }: PersonSpan, at: number | undefined) {
  let [decisionCount, decisionsChecked] = [0, 0];
  let before: number | null = upTo + 1;
  while (before !== null) {
    const page: Page<DecisionRow> = await reads.decisions(subject, { ...window, before, limit: COUNTED_A_PAGE });
    const ids = page.items.map(({ id }) => id);
    const reviews = Map.groupBy(await askReviewsAt(reads, ids, at), ({ decision }) => decision);
    decisionCount += ids.length;
    decisionsChecked += ids.filter((id) => involvementOf(reviews.get(id) ?? []).qualifies).length;
    before = page.next;
  }
  return { decisionCount, decisionsChecked };
}

/** What the reviewer recorded at the end of each review that ended. */
async function askEnds(reads: Reads, rows: readonly ReviewRow[]): Promise<NonNullable<DecisionRecord['ends']>> {
  const ended = rows.flatMap(({ id, conclusion }) => (conclusion === undefined ? [] : [{ id, conclusion }]));
  const facts =
    ended.length === 0 ? new Map<string, RecordedFact>() : await reads.facts(ended.map(({ conclusion }) => conclusion));
  const ends = ended.flatMap(({ id, conclusion }) => {
    const fact = ofKind('review.concluded', facts.get(conclusion));
    if (fact === undefined) return [];
    const { newOutcome, reasons } = fact.payload;
    return [[id, { reasons, ...defined({ outcome: newOutcome }) }] as const];
  });
  return Object.fromEntries(ends);
}

/** The same decisions, each with every review of it. */
export async function addReviews(
  reads: Reads,
  records: readonly DecisionRecord[],
  at: number | undefined,
): Promise<readonly DecisionRecord[]> {
  const ids = records.map(({ id }) => id);
  const known = await askReviewsAt(reads, ids, at);
  const ends = await askEnds(reads, known);
  return records.map((record) => ({
    ...record,
    reviews: known.filter(({ decision }) => decision === record.id),
    ends,
  }));
}
