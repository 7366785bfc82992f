/**
 * The reviews that a request for a human opens: one for each decision that is meant.
 * Flow:    open.ts → here → review/opening.ts → facts `review.opened`, `message.written`.
 * Promise: never a request for a human behind which nobody looks: where several decisions could be meant it is asked
 *          which, and only a letter about no decision on record is left to words.
 * Source:  GDPR 22(3); UK GDPR 22C(2); 11 CCR 7221(b)(1); decision 0024.
 */
import type { FactOf, Instant, NewFact } from '../../facts/fact.ts';
import type { Calendar } from '../../law/law.ts';
import { defined } from '../../vocabulary/defined.ts';
import { isProblem, type Problem, problem } from '../../vocabulary/problems.ts';
import type { RequestKind } from '../../vocabulary/request.ts';
import { isOpenReview } from '../../vocabulary/review.ts';
import type { Effect, State } from '../command.ts';
import { unfit } from '../refusal.ts';
import { decisionToReview, reviewOpened } from '../review/opening.ts';
import { tellOpened, whatOf } from '../review/telling.ts';
import { mostDecisions } from './reviews-of-request.ts';

export interface HumanAsked {
  readonly kind: RequestKind;
  /** The decision that is meant, or several of them. */
  readonly decision?: string;
  readonly decisions?: readonly string[];
  /** The newest decisions of the person; set by the house. */
  readonly known?: readonly string[];
  readonly message?: string;
  readonly calendar: Calendar;
}

export const drawsForReviews = ({ kind }: HumanAsked): { reviews: readonly string[]; messages: readonly string[] } => {
  const many = kind === 'human-review' ? mostDecisions : 0;
  return { reviews: Array<string>(many).fill('rev'), messages: Array<string>(many).fill('msg') };
};

const named = ({ decision, decisions = [] }: HumanAsked): readonly string[] => [
  ...new Set([...(decision === undefined ? [] : [decision]), ...decisions]),
];

export const decisionsLoadedFor = (asked: HumanAsked): readonly string[] => [
  ...new Set([...named(asked), ...(asked.known ?? [])]),
];

interface Asking {
  readonly subject: string;
  readonly request: string;
  /** When the request arrived; its clock is that of the reviews. */
  readonly receivedAt: Instant;
  readonly ids: { readonly reviews: readonly string[]; readonly messages: readonly string[] };
  readonly now: Instant;
}

interface Asked {
  readonly facts: readonly NewFact[];
  readonly effects: readonly Effect[];
  readonly reviews: readonly string[];
}

const isContested = (state: State, decision: string): boolean =>
  state.reviewsOf(decision).some((row) => isOpenReview(row) && row.why === 'contested');

/** The decisions that are meant; the only one where none is named. */
function meantBy(state: State, asked: HumanAsked): readonly string[] | Problem {
  const names = named(asked);
  const known = asked.known ?? [];
  const open = known.filter((id) => !isContested(state, id));
  const nothingElse = known.length > 0 && open.length === 0;
  if (names.length > 0 ? names.some((id) => isContested(state, id)) : nothingElse)
    return problem('review-open', 'A person is asked to look at this decision already; follow that review.');
  if (names.length > 0) return names;
  if (open.length < 2) return open;
  return unfit('/decision', 'required', {
    message: 'It is not said which decision a person should look at.',
    fix: `Name one in decision, or several in decisions: ${open.join(', ')}.`,
  });
}

const isTheirs = (fact: ReturnType<State['fact']>, subject: string): fact is FactOf<'decision.recorded'> =>
  fact?.kind === 'decision.recorded' && fact.subject === subject;

const onlyForHumans = unfit('/decision', 'not-for-this-kind', {
  message: 'Only a request for a human review names decisions.',
  fix: 'Leave decision and decisions out.',
});

const unknown = unfit('/decision', 'unknown-decision', {
  message: 'There is no such automated decision about this person.',
  fix: 'Name one of theirs, or leave it out where there is only one.',
});

/** What the request opens, or why it is not clear what it means; nothing for the other kinds. */
export function reviewsAsked(state: State, asked: HumanAsked, asking: Asking): Asked | Problem {
  const { subject, request, receivedAt, ids, now } = asking;
  const none: Asked = { facts: [], effects: [], reviews: [] };
  if (asked.kind !== 'human-review') return named(asked).length === 0 ? none : onlyForHumans;
  const meant = meantBy(state, asked);
  if (isProblem(meant)) return meant;
  const { calendar, message } = asked;
  const all: { facts: NewFact[]; effects: Effect[]; reviews: string[] } = { facts: [], effects: [], reviews: [] };
  for (const [place, id] of meant.entries()) {
    const decision = state.fact(id);
    const review = ids.reviews[place];
    const told = ids.messages[place];
    if (!isTheirs(decision, subject) || review === undefined || told === undefined) return unknown;
    const said = defined({ statement: message });
    const of = { decision: decisionToReview(decision), why: 'contested' as const, said, calendar, receivedAt };
    const payload = { ...reviewOpened(state, of, now), request };
    const messages = tellOpened(state, payload, { id: told, subject, review, what: whatOf(decision), now });
    all.facts.push({ id: review, kind: 'review.opened', subject, payload }, ...messages.map(({ fact }) => fact));
    all.effects.push(...messages.map(({ effect }) => effect));
    all.reviews.push(review);
  }
  return all;
}
