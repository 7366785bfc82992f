/**
 * Asks for a person's own reviews, and for what the form to disagree shows.
 * Flow:    http → here → ports/reads, my-review.ts.
 * Promise: of another person's review or decision there is nothing here, as of a missing one.
 * Source:  docs/design.md 8; GDPR 22(3).
 */

import type { DecisionRecorded } from '../../facts/decision.ts';
import type { Page, PageQuery, Reads } from '../../ports/reads.ts';
import { ofKind } from '../../views/of-kind.ts';
import type { ReviewRow } from '../../views/review/review-row.ts';
import { defined } from '../../vocabulary/defined.ts';
import { isOpenReview } from '../../vocabulary/review.ts';
import { emptyPage } from '../page.ts';
import { findSubject } from '../person.ts';
import { type Reader, readerOf } from '../reader.ts';
import { type MyReview, myReview } from './my-review.ts';

/** Several reviews with what was sent and how they ended, opened at once. */
async function openMyReviews(reads: Reads, rows: readonly ReviewRow[], reader: Reader): Promise<readonly MyReview[]> {
  const facts = await reads.facts(
    rows.flatMap(({ id, conclusion }) => (conclusion === undefined ? [id] : [id, conclusion])),
  );
  return rows.map((row) => {
    const opened = ofKind('review.opened', facts.get(row.id));
    const concluded = ofKind('review.concluded', facts.get(row.conclusion ?? ''));
    return myReview({ row, ...defined({ opened, concluded }) }, reader);
  });
}

async function askOwnRows(reads: Reads, identifier: string, query: PageQuery): Promise<Page<ReviewRow>> {
  const subject = await findSubject(reads, identifier);
  return subject === undefined ? emptyPage : reads.reviews({ subject, ...query });
}

type InLanguage = { readonly language: string };

export async function askMyReviews(
  reads: Reads,
  identifier: string,
  { language, ...query }: PageQuery & InLanguage,
): Promise<Page<MyReview>> {
  const page = await askOwnRows(reads, identifier, query);
  return { ...page, items: await openMyReviews(reads, page.items, readerOf(language, reads.settings.timeZone)) };
}

/** Each with what was decided, in words. */
export async function askMyReviewsWithDecision(
  reads: Reads,
  identifier: string,
  { language, ...query }: PageQuery & InLanguage,
): Promise<Page<MyReview & { readonly what: string }>> {
  const page = await askOwnRows(reads, identifier, query);
  const reader = readerOf(language, reads.settings.timeZone);
  const decisions = await reads.facts(page.items.map(({ decision }) => decision));
  const whatOf = (id: string): string =>
    reader.text(ofKind('decision.recorded', decisions.get(id))?.payload.what) ?? '';
  const reviews = await openMyReviews(reads, page.items, reader);
  return { ...page, items: reviews.map((review) => ({ ...review, what: whatOf(review.decision) })) };
}

interface OwnQuery extends InLanguage {
  readonly id: string;
  /** Of the person who asks. */
  readonly identifier: string;
}

async function findOwnRow(reads: Reads, { id, identifier }: OwnQuery): Promise<ReviewRow | undefined> {
  const subject = await findSubject(reads, identifier);
  const row = await reads.review(id);
  return row === undefined || subject === undefined || row.subject !== subject ? undefined : row;
}

export async function askMyReview(reads: Reads, query: OwnQuery): Promise<MyReview | undefined> {
  const row = await findOwnRow(reads, query);
  if (row === undefined) return undefined;
  return (await openMyReviews(reads, [row], readerOf(query.language, reads.settings.timeZone)))[0];
}

/** A decision about the person who asks, as it was recorded. */
export async function findOwnDecision(
  reads: Reads,
  { id, identifier }: Pick<OwnQuery, 'id' | 'identifier'>,
): Promise<DecisionRecorded | undefined> {
  const fact = ofKind('decision.recorded', (await reads.facts([id])).get(id));
  const subject = await findSubject(reads, identifier);
  return subject !== undefined && fact?.subject === subject ? fact.payload : undefined;
}

/** One review with the decision it is about, and the names of its data. */
export async function askMyReviewInFull(reads: Reads, query: OwnQuery) {
  const row = await findOwnRow(reads, query);
  if (row === undefined) return undefined;
  const reader = readerOf(query.language, reads.settings.timeZone);
  const [review] = await openMyReviews(reads, [row], reader);
  const decision = await findOwnDecision(reads, { ...query, id: row.decision });
  if (review === undefined || decision === undefined) return undefined;
  const labels = Object.fromEntries(decision.inputs.map(({ name, label }) => [name, reader.text(label) ?? name]));
  return { review, what: reader.text(decision.what) ?? '', labels, languageFallback: reader.fellBack() };
}

/** What the form to disagree with a decision shows; `open` is a review that runs already. */
export async function askContestForm(reads: Reads, decision: DecisionRecorded, { id, language }: OwnQuery) {
  const reader = readerOf(language, reads.settings.timeZone);
  const open = (await reads.reviewsOf([id])).find((review) => review.why === 'contested' && isOpenReview(review));
  const inputs = decision.inputs.map(({ label, value, name }, place) => ({
    place,
    label: reader.text(label) ?? name,
    value: String(value),
  }));
  return {
    decision: id,
    what: reader.text(decision.what) ?? '',
    inputs,
    ...(open === undefined ? {} : { open: open.id }),
  };
}
