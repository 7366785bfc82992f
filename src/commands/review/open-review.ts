/**
 * A review is opened: by the person, who contests a decision, or by staff.
 * Flow:    http, pages → here → opening.ts, request/of-contest.ts → facts `review.opened`, `request.received`.
 * Promise: only of a decision that is on record, and for the person only of their own; corrections name recorded data;
 *          files are the person's own. Somebody else's decision or file is refused as a missing one.
 * Source:  GDPR 22(3); UK GDPR 22C(2); 11 CCR 7221(b)(1)(B); docs/law.md 7.
 */

import type { FactOf, Instant, NewFactOf, RecordedFact } from '../../facts/fact.ts';
import type { ReviewOpened } from '../../facts/review.ts';
import type { Calendar } from '../../law/law.ts';
import { foldReview, type ReviewRow } from '../../views/review/review-row.ts';
import { showReview } from '../../views/review/review-shown.ts';
import { defined } from '../../vocabulary/defined.ts';
import { type FieldError, isProblem, type Problem, problem } from '../../vocabulary/problems.ts';
import { isOpenReview } from '../../vocabulary/review.ts';
import type { Caller, Command, CommandRule, Decided, State } from '../command.ts';
import { drawsForMessage } from '../message/tell.ts';
import { unfitMember } from '../refusal.ts';
import { requestOfContest } from '../request/of-contest.ts';
import { tellBeside } from '../request/told.ts';
import { decisionToReview, reviewOpened } from './opening.ts';
import { tellOpened, whatOf } from './telling.ts';

const draws = { review: 'rev', request: 'req', receipt: 'msg', ...drawsForMessage } as const;

export interface OpenReview extends Pick<ReviewOpened, 'decision' | 'statement' | 'corrections' | 'evidence'> {
  readonly why: 'contested' | 'asked-by-staff' | 'stop-list';
  /** For a contest: the person's open requests for a human review; set by the house. */
  readonly asked?: readonly string[];
  /** Where the controller counts its days; set by the house. */
  readonly calendar: Calendar;
}

/** Somebody else's decision is the same 404 as a missing one; a person who is being erased gets no new record. */
function decisionFor(state: State, decision: string, caller: Caller): FactOf<'decision.recorded'> | Problem {
  const fact = state.fact(decision);
  if (fact?.kind !== 'decision.recorded') return problem('not-found');
  if (caller.self !== undefined) {
    const self = state.person(caller.self);
    if (self.found !== 'known' || self.subject !== fact.subject) return problem('not-found');
  }
  return state.person(fact.subject).found === 'erased' ? problem('subject-erased') : fact;
}

/**
 * A person is always heard, also while staff look already, but once at a time; staff ask only where nobody looks yet.
 */
function alreadyOpen(state: State, { decision, why }: OpenReview): Problem | undefined {
  const stands = (row: ReviewRow): boolean =>
    isOpenReview(row) && (why === 'contested' ? row.why === 'contested' : row.why !== 'before-effect');
  const open = state.reviewsOf(decision).find(stands);
  if (open === undefined) return undefined;
  return problem('review-open', `The open review is ${open.id}.`, [
    unfitMember('/decision', 'review-open', {
      message: `Review ${open.id} of this decision is open.`,
      fix: `Follow ${open.id}, or wait until it is concluded.`,
    }),
  ]);
}

function unfitCorrections(input: OpenReview, { payload }: FactOf<'decision.recorded'>): readonly FieldError[] {
  const names = payload.inputs.map(({ name }) => name);
  const given = (input.corrections ?? []).map(({ name }) => name);
  return given.flatMap((name, place) => {
    const pointer = `/corrections/${place}/name`;
    if (!names.includes(name)) {
      const fix =
        names.length === 0
          ? 'No data was recorded for this decision; say it in the statement.'
          : `Use one of: ${names.slice(0, 50).join(', ')}.`;
      return [
        unfitMember(pointer, 'not-an-input', { message: 'The decision was not made from data of this name.', fix }),
      ];
    }
    if (given.indexOf(name) === place) return [];
    return [
      unfitMember(pointer, 'repeated', {
        message: 'This data is corrected twice.',
        fix: 'Correct each piece of data once.',
      }),
    ];
  });
}

function unfitEvidence(state: State, { evidence = [] }: OpenReview, subject: string): readonly FieldError[] {
  const isOwn = (file: RecordedFact | undefined): boolean => file?.kind === 'file.added' && file.subject === subject;
  return evidence.flatMap((id, place) =>
    isOwn(state.fact(id))
      ? []
      : [
          unfitMember(`/evidence/${place}`, 'unknown-file', {
            message: 'There is no such file.',
            fix: 'Send the file with POST /v1/me/files and name the id it got.',
          }),
        ],
  );
}

function saidIn({
  statement,
  corrections = [],
  evidence = [],
}: OpenReview): Pick<ReviewOpened, 'statement' | 'corrections' | 'evidence'> {
  return {
    ...defined({ statement }),
    ...(corrections.length === 0 ? {} : { corrections: corrections.map(({ name, value }) => ({ name, value })) }),
    ...(evidence.length === 0 ? {} : { evidence: [...new Set(evidence)] }),
  };
}

const requestOf = (
  state: State,
  { input, caller, ids, subject }: Command<OpenReview, typeof draws> & { readonly subject: string },
  now: Instant,
) => {
  const { decision, statement, asked = [], calendar } = input;
  return requestOfContest(state, { decision, subject, asked, caller, calendar, ids, ...defined({ statement }) }, now);
};

function decide(state: State, command: Command<OpenReview, typeof draws>, now: Instant): Decided<ReviewRow> | Problem {
  const { input, caller, ids } = command;
  const decision = decisionFor(state, input.decision, caller);
  if (isProblem(decision)) return decision;
  const open = alreadyOpen(state, input);
  if (open !== undefined) return open;
  const errors = [...unfitCorrections(input, decision), ...unfitEvidence(state, input, decision.subject)];
  if (errors.length > 0) return problem('validation-failed', undefined, errors);
  const { calendar, why } = input;
  const { subject } = decision;
  const opened = reviewOpened(state, { decision: decisionToReview(decision), why, said: saidIn(input), calendar }, now);
  const request = why === 'contested' ? requestOf(state, { ...command, subject }, now) : undefined;
  const payload: ReviewOpened = { ...opened, ...request?.review };
  const fact: NewFactOf<'review.opened'> = { id: ids.review, kind: 'review.opened', subject, payload };
  const row = foldReview(undefined, { ...fact, at: now, actor: caller.actor });
  if (row === undefined) throw new Error('an opened review always has a row');
  const about = { id: ids.message, subject: row.subject, review: row.id, what: whatOf(decision), now };
  const [received] = request?.facts ?? [];
  const told = [
    ...tellBeside(state, received, { event: 'receive', caller, now, id: ids.receipt }),
    ...tellOpened(state, payload, about),
  ];
  return {
    facts: [...(request?.facts ?? []), fact, ...told.map((each) => each.fact)],
    result: row,
    effects: told.map(({ effect }) => effect),
    main: fact.id,
  };
}

export const openReview: CommandRule<OpenReview, ReviewRow, typeof draws> = {
  kind: 'review.open',
  draws: () => draws,
  keys: ({ decision, evidence = [], asked = [] }, caller) => ({
    facts: [decision, ...evidence],
    reviewsOf: [decision],
    requests: asked,
    registry: 'read',
    ...(caller.self === undefined ? {} : { people: [caller.self] }),
  }),
  decide,
  reply: (row, entry) => ({ status: 201, body: { ...showReview(row), ...defined({ entry }) } }),
};
