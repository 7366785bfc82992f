/**
 * The person no longer wants a review that they asked for.
 * Flow:    http, pages → here → fact `review.cancelled`.
 * Promise: only their own, only while it is open, and never one that a decision waits for.
 * Source:  docs/law.md 2.7; docs/promises.md I15.
 */

import type { Instant, NewFact } from '../../facts/fact.ts';
import type { ReviewRow } from '../../views/review/review-row.ts';
import { showReview } from '../../views/review/review-shown.ts';
import { defined } from '../../vocabulary/defined.ts';
import { type Problem, problem } from '../../vocabulary/problems.ts';
import { isOpenReview } from '../../vocabulary/review.ts';
import type { Command, CommandRule, Decided, State } from '../command.ts';
import { drawsForMessage } from '../message/tell.ts';
import { notNow } from '../refusal.ts';
import { requestEndedBy } from '../request/reviews-of-request.ts';
import { tellBeside } from '../request/told.ts';
import { rowAfter } from './seat.ts';

const draws = { fact: 'fact', ended: 'fact', ...drawsForMessage } as const;

interface CancelReview {
  readonly review: string;
  readonly reason?: string;
}

function decide(
  state: State,
  command: Command<CancelReview, typeof draws>,
  now: Instant,
): Decided<ReviewRow> | Problem {
  const { input, caller, ids } = command;
  const row = state.review(input.review);
  const self = caller.self === undefined ? undefined : state.person(caller.self);
  if (row === undefined || self?.found !== 'known' || self.subject !== row.subject) return problem('not-found');
  if (row.why !== 'contested') return notNow('This second look was opened by us, so it goes on.');
  if (!isOpenReview(row)) return notNow(`The review is ${row.state}.`);
  const reason = input.reason === undefined ? {} : { reason: input.reason };
  const fact: NewFact = {
    id: ids.fact,
    kind: 'review.cancelled',
    subject: row.subject,
    payload: { v: 1, review: row.id, ...reason },
  };
  const ended = requestEndedBy(state, { review: row, how: 'cancelled', actor: caller.actor, id: ids.ended });
  const calledOff = ended.find(({ kind }) => kind === 'request.cancelled');
  const told = tellBeside(state, calledOff, { event: 'cancel', caller, now, id: ids.message });
  const facts = [fact, ...ended, ...told.map((each) => each.fact)];
  const effects = told.map(({ effect }) => effect);
  return { facts, effects, result: rowAfter(row, [fact], { caller, now }), main: fact.id };
}

export const cancelReview: CommandRule<CancelReview, ReviewRow, typeof draws> = {
  kind: 'review.cancel',
  draws: () => draws,
  keys: ({ review }, caller) => ({
    reviews: [review],
    ...(caller.self === undefined ? {} : { people: [caller.self] }),
  }),
  decide,
  reply: (row, entry) => ({ status: 200, body: { ...showReview(row), ...defined({ entry }) } }),
};
