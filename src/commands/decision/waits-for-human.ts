/**
 * A decision of an AI system whose decisions wait for a human: its review is opened as it is recorded.
 * Flow:    record-decision.ts → review/opening.ts → fact `review.opened` (and a message) in the same commit.
 * Promise: no such decision MUST stand for a moment without the review that it waits for; whether it has effect is
 *          computed from that review.
 * Source:  docs/design.md 7 (`human-review-before-effect`); docs/promises.md I21; AI Act 14.
 */
import { inForceOrFirst } from '../../evaluation/registry.ts';
import type { Instant, NewFact } from '../../facts/fact.ts';
import type { Calendar } from '../../law/law.ts';
import type { Effect, IdsOf, State } from '../command.ts';
import { drawsForMessage } from '../message/tell.ts';
import { type DecisionToReview, reviewOpened } from '../review/opening.ts';
import { tellOpened } from '../review/telling.ts';

/** The ids of the review that a decision may wait for, and of the message that tells of it. */
export const drawsForWaiting = { review: 'rev', ...drawsForMessage } as const;

interface Waiting {
  readonly decision: DecisionToReview;
  readonly what: Readonly<Record<string, string>>;
  readonly aiRole: string;
  readonly ids: IdsOf<typeof drawsForWaiting>;
  readonly calendar: Calendar | undefined;
}

/** Whoever reports by file names no calendar: the days are counted in UTC then, and no holiday moves them. */
export const plainCalendar: Calendar = { timeZone: 'UTC', holidays: [] };

interface Waits {
  /** The review it waits for; nothing where it takes effect at once. */
  readonly review?: string;
  readonly facts: readonly NewFact[];
  readonly effects: readonly Effect[];
}

export function waitsForHuman(state: State, { decision, what, aiRole, ids, calendar }: Waiting, now: Instant): Waits {
  const { aiSystem } = decision.payload;
  const system = inForceOrFirst(state.registry.aiSystems.get(aiSystem), now);
  if (system?.oversight !== 'before-effect' || aiRole === 'none') return { facts: [], effects: [] };
  const review = ids.review;
  const payload = reviewOpened(state, { decision, why: 'before-effect', calendar: calendar ?? plainCalendar }, now);
  const told = tellOpened(state, payload, { id: ids.message, subject: decision.subject, review, what, now });
  const opened: NewFact = { id: review, kind: 'review.opened', subject: decision.subject, payload };
  return { review, facts: [opened, ...told.map(({ fact }) => fact)], effects: told.map(({ effect }) => effect) };
}
