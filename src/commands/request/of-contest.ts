/**
 * The request that a contest is: an open one of the person for a human review, or a new one with its clock.
 * Flow:    review/open-review.ts → here → fact `request.received`.
 * Promise: whoever disagrees with a decision has one request for it, whichever way they took; it ends with its review.
 * Source:  GDPR 12(3), 22(3); UK GDPR 22C(2); 11 CCR 7221(b)(1); decision 0036.
 */
import { emptyStanding } from '../../evaluation/person.ts';
import type { Instant, NewFactOf } from '../../facts/fact.ts';
import type { ReviewOpened } from '../../facts/review.ts';
import type { Calendar } from '../../law/law.ts';
import type { RequestRow } from '../../views/request/request-row.ts';
import { defined } from '../../vocabulary/defined.ts';
import { isOpenRequest } from '../../vocabulary/request.ts';
import type { Caller, State } from '../command.ts';
import { timeOf } from '../refusal.ts';
import { regimesFor } from '../subject/person-for.ts';
import { requestReceived } from './received.ts';

interface Contesting {
  readonly decision: string;
  readonly subject: string;
  readonly statement?: string;
  /** The person's open requests for a human review; set by the house. */
  readonly asked: readonly string[];
  readonly caller: Caller;
  readonly calendar: Calendar;
  readonly ids: { readonly request: string; readonly review: string };
}

interface RequestOfContest {
  readonly facts: readonly NewFactOf<'request.received'>[];
  /** What the review takes over from it. */
  readonly review: Pick<ReviewOpened, 'request' | 'dueAt' | 'clock'>;
}

/** One that asks about this decision, as after a refusal that was appealed, or about none on record so far. */
function openOne(state: State, { decision, subject, asked }: Contesting): RequestRow | undefined {
  const about = state.reviewsOf(decision).flatMap(({ request }) => request ?? []);
  const rows = [...about, ...asked].flatMap((id) => state.request(id) ?? []);
  return rows.find(
    ({ id, kind, subject: whose, state: now, reviews = [] }) =>
      kind === 'human-review' &&
      whose === subject &&
      isOpenRequest(now) &&
      (about.includes(id) || reviews.length === 0),
  );
}

export function requestOfContest(state: State, contesting: Contesting, now: Instant): RequestOfContest {
  const known = openOne(state, contesting);
  if (known !== undefined) {
    const { id: request, dueAt, clock } = known;
    return { facts: [], review: { request, dueAt: timeOf(dueAt), clock: { ...clock } } };
  }
  const { subject, statement, caller, calendar, ids } = contesting;
  const person = state.person(subject);
  const standing = person.found === 'known' ? person.standing : emptyStanding;
  const asked = { kind: 'human-review' as const, calendar, ...defined({ message: statement }) };
  const asker = { caller, regimes: regimesFor(standing, state), standing };
  const payload = requestReceived(asked, asker, { receivedAt: now, reviews: [ids.review] });
  const { dueAt, clock } = payload;
  return {
    facts: [{ id: ids.request, kind: 'request.received', subject, payload }],
    review: { request: ids.request, dueAt, clock },
  };
}
