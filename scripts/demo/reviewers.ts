/**
 * The two people of the credit team in the sample company, and how they look at what the AI system suggested.
 * Flow:    live → here → house (staff, reviews).
 * Promise: evidence first, an own view, then the part of the AI; what they change is changed. What comes after the year
 *          waits (waiting.ts).
 */
import type { ReviewRow } from '../../src/views/review/review-row.ts';
import { actAsStaff, type DemoHouse } from './acting.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

const reviewers = [
  { id: 'credit-desk-1', name: 'Credit team, first desk' },
  { id: 'credit-desk-2', name: 'Credit team, second desk' },
] as const;

export async function describeReviewers(lived: DemoHouse): Promise<void> {
  const learnedAt = new Date(lived.clock.now()).toISOString();
  for (const { id, name } of reviewers) {
    const training = [{ code: 'credit-limit', at: learnedAt }];
    const input = {
      id,
      actor: lived.house.actorOf(id),
      name,
      roles: ['reviewer' as const],
      training,
      authority: ['change-outcome'],
      active: true,
      own: [],
    };
    await actAsStaff(lived, 'staff.describe', { input, by: 'sample-admin' });
  }
}

const words = {
  uphold: 'The account shows the same picture: what is owed and how it was paid back speak for this result.',
  change: 'The balance was high for one month only, because of a move. It is back to what it was before.',
};

/** Looks at every suggestion that waits, until the end of that day. */
export async function lookAgain(lived: DemoHouse, until: number): Promise<void> {
  const { items } = await lived.house.reviews({ state: 'open', limit: 100 });
  for (const [place, row] of items.entries()) {
    if (lived.clock.now() + DAY / 4 > until) return;
    await lookAt(lived, row, place);
  }
}

async function lookAt(lived: DemoHouse, row: ReviewRow, place: number): Promise<void> {
  const { clock } = lived;
  const reviewer = reviewers[place % reviewers.length]?.id ?? reviewers[0].id;
  const of = { review: row.id, decision: row.decision, files: row.evidence };
  const isChanged = Math.floor(row.openedAt / DAY) % 5 === 0;
  clock.wind(90 * MINUTE);
  await actAsStaff(lived, 'review.assign', { input: { ...of, reviewer, seat: 'first' }, by: 'sample-admin' });
  clock.wind(20 * MINUTE);
  await actAsStaff(lived, 'review.view-evidence', { input: of, by: reviewer });
  clock.wind(3 * MINUTE);
  const view = isChanged ? 'change' : 'uphold';
  await actAsStaff(lived, 'review.note-view', { input: { ...of, view, words: words[view] }, by: reviewer });
  clock.wind(2 * MINUTE);
  const end = isChanged
    ? ({ outcome: 'changed', newOutcome: { en: 'raised' } } as const)
    : ({ outcome: 'upheld' } as const);
  await actAsStaff(lived, 'review.conclude', { input: { ...of, ...end, reasons: words[view] }, by: reviewer });
}
