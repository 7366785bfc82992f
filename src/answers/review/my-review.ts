/**
 * A second look at a decision as the person sees it: what they sent, how far it is, and how it ended with the reasons.
 * Flow:    review row and opened facts → here → GET /v1/me/reviews, pages/reviews.
 * Promise: the reviewer's own words, unchanged; a reviewer is nobody by name; what was not meaningful is said to be so.
 * Source:  docs/law.md 7 (result and own reasons to the person); GDPR 12(1), 22(3).
 */

import type { FactOf } from '../../facts/fact.ts';
import type { RecordedValue } from '../../facts/form.ts';
import type { HumanEvidence, HumanLimbs } from '../../facts/review.ts';
import type { ReviewRow } from '../../views/review/review-row.ts';
import { defined } from '../../vocabulary/defined.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import {
  type HumanGap,
  type HumanRemark,
  isOpenReview,
  type ReviewOutcome,
  type ReviewReason,
  type ReviewState,
} from '../../vocabulary/review.ts';
import type { Reader } from '../reader.ts';

export interface MyReview {
  readonly id: string;
  readonly decision: string;
  readonly aiSystem: string;
  readonly why: ReviewReason;
  readonly state: ReviewState;
  readonly words: string;
  readonly openedAt: string;
  readonly dueAt: string;
  readonly clock: ReviewRow['clock'];
  readonly closedAt?: string;
  readonly outcome?: ReviewOutcome;
  /** The request that it belongs to, and that ends with it. */
  readonly request?: string;
  readonly statement?: string;
  readonly corrections?: readonly { readonly name: string; readonly value: RecordedValue }[];
  readonly evidence?: readonly string[];
  readonly reasons?: string;
  readonly newOutcome?: string;
  readonly corrected?: readonly { readonly name: string; readonly from?: RecordedValue; readonly to: RecordedValue }[];
  readonly humanInvolvement?: {
    readonly qualifies: boolean;
    readonly limbs: HumanLimbs;
    readonly lacks: readonly HumanGap[];
    readonly evidence: readonly HumanEvidence[];
    readonly remarks?: readonly HumanRemark[];
  };
  readonly canBeCancelled: boolean;
}

interface ReviewFound {
  readonly row: ReviewRow;
  /** Opened facts of this review; absent where their content is gone. */
  readonly opened?: FactOf<'review.opened'>;
  readonly concluded?: FactOf<'review.concluded'>;
}

function wordsOf({ state, outcome, dueAt, qualifies, remarks }: ReviewRow, reader: Reader): string {
  if (state === 'concluded') {
    const end = reader.say(`review.outcome.${outcome ?? 'upheld'}`);
    const same = remarks?.includes('repeated-words') === true ? ` ${reader.say('explanation.human.repeated')}` : '';
    return `${qualifies === true ? end : `${end} ${reader.say('review.not-meaningful')}`}${same}`;
  }
  if (state === 'cancelled') return reader.say('review.state.cancelled');
  const key = state === 'open' ? 'review.state.open' : 'review.state.assigned';
  return `${reader.say(key)} ${reader.say('review.due', { day: reader.date(dueAt) })}`;
}

/** What the person sent. */
function sentIn(opened: ReviewFound['opened']): Pick<MyReview, 'statement' | 'corrections' | 'evidence'> {
  if (opened === undefined) return {};
  const { statement, corrections, evidence } = opened.payload;
  return {
    ...defined({ statement, corrections, evidence }),
  };
}

function endOf(row: ReviewRow, concluded: ReviewFound['concluded'], reader: Reader): Partial<MyReview> {
  if (concluded === undefined) return {};
  const { reasons, newOutcome, corrected, qualifies, limbs, lacks, evidence, remarks } = concluded.payload;
  const outcome = newOutcome === undefined ? null : reader.text(newOutcome);
  return {
    reasons,
    ...defined({ outcome: row.outcome }),
    ...(outcome === null ? {} : { newOutcome: outcome }),
    ...(corrected === undefined ? {} : { corrected: corrected as NonNullable<MyReview['corrected']> }),
    humanInvolvement: { qualifies, limbs, lacks, evidence, ...defined({ remarks }) },
  };
}

export function myReview({ row, opened, concluded }: ReviewFound, reader: Reader): MyReview {
  const { id, decision, aiSystem, why, state, openedAt, dueAt, clock, closedAt, request } = row;
  return {
    id,
    decision,
    aiSystem,
    why,
    state,
    words: wordsOf(row, reader),
    openedAt: timeOf(openedAt),
    dueAt: timeOf(dueAt),
    clock,
    ...(closedAt === undefined ? {} : { closedAt: timeOf(closedAt) }),
    ...defined({ request }),
    ...sentIn(opened),
    ...endOf(row, concluded, reader),
    canBeCancelled: why === 'contested' && isOpenReview(row),
  };
}
