/**
 * One review as the queue shows it: about which AI system, why, how far, who holds it and by when.
 * Flow:    ask-queues.ts, review-work.ts → here → pages/console.
 * Promise: nothing of what the person wrote and nothing of what the AI decided stands on a card.
 * Source:  docs/law.md 7; docs/design.md 8.
 */
import { inForceOrFirst, type Registry } from '../../evaluation/registry.ts';
import type { ReviewRow } from '../../views/review/review-row.ts';
import type { ReviewOutcome, ReviewReason, ReviewState } from '../../vocabulary/review.ts';
import type { Reader } from '../reader.ts';
import { type Due, dueOf } from './due.ts';

type Holder = 'nobody' | 'you' | 'colleague';

export interface ReviewCard {
  readonly id: string;
  readonly decision: string;
  readonly aiSystem: { readonly key: string; readonly name: string };
  readonly why: ReviewReason;
  readonly whyWords: string;
  readonly state: ReviewState;
  readonly stateWords: string;
  readonly outcome: ReviewOutcome | null;
  readonly holder: Holder;
  readonly needsTwo: boolean;
  readonly openedAt: string;
  readonly closedAt: string | null;
  readonly due: Due;
}

export interface ConsoleContext {
  readonly registry: Registry;
  readonly now: number;
  /** The pseudonym of whoever is signed in. */
  readonly me: string;
  readonly reader: Reader;
}

export const systemName = (
  key: string,
  { registry, now, reader }: Pick<ConsoleContext, 'registry' | 'now' | 'reader'>,
): string => reader.text(inForceOrFirst(registry.aiSystems.get(key), now)?.body.name) ?? key;

function holderOf({ seats }: ReviewRow, me: string): Holder {
  if (seats.first?.reviewer === me || seats.second?.reviewer === me) return 'you';
  return seats.first === undefined ? 'nobody' : 'colleague';
}

const time = (instant: number): string => new Date(instant).toISOString();

export function reviewCard(row: ReviewRow, work: ConsoleContext): ReviewCard {
  const { now, me, reader } = work;
  return {
    id: row.id,
    decision: row.decision,
    aiSystem: { key: row.aiSystem, name: systemName(row.aiSystem, work) },
    why: row.why,
    whyWords: reader.say(`console.why.${row.why}`),
    state: row.state,
    stateWords:
      row.outcome === undefined
        ? reader.say(`console.state.${row.state}`)
        : reader.say(`console.outcome.${row.outcome}`),
    outcome: row.outcome ?? null,
    holder: holderOf(row, me),
    needsTwo: row.reviewers === 2,
    openedAt: time(row.openedAt),
    closedAt: row.closedAt === undefined ? null : time(row.closedAt),
    due: dueOf(row.dueAt, now, reader),
  };
}
