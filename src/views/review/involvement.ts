/**
 * The human part of an automated decision, as its concluded reviews show it.
 * Flow:    views/review rows → here → every answer about the decision.
 * Promise: without a concluded review no limb stands: the word of the reporting service alone shows nothing.
 * Source:  docs/law.md 3.6, 7 (validity gate).
 */
import type { HumanEvidence, HumanLimbs } from '../../facts/review.ts';
import { defined } from '../../vocabulary/defined.ts';
import type { HumanGap, HumanRemark } from '../../vocabulary/review.ts';
import { concludedInOrder } from './effect.ts';
import type { ReviewRow } from './review-row.ts';

export interface Involvement {
  readonly qualifies: boolean;
  readonly limbs: HumanLimbs;
  /** What is missing; empty where nobody looked at all. */
  readonly lacks: readonly HumanGap[];
  readonly evidence: readonly HumanEvidence[];
  /** What is said of it beside, such as words that stand in other reviews, too. */
  readonly remarks?: readonly HumanRemark[];
  /** The review that shows it. */
  readonly review?: string;
}

const nobody: Involvement = {
  qualifies: false,
  limbs: { understands: false, analyses: false, mayChange: false },
  lacks: [],
  evidence: [],
};

/** The newest review that was meaningful, else the newest that ended. */
export function involvementOf(reviews: readonly ReviewRow[]): Involvement {
  const ended = concludedInOrder(reviews);
  const row = ended.findLast(({ qualifies }) => qualifies === true) ?? ended.at(-1);
  if (row?.limbs === undefined) return nobody;
  const { id, qualifies = false, limbs, lacks = [], shownBy = [], remarks } = row;
  return { qualifies, limbs, lacks, evidence: shownBy, ...defined({ remarks }), review: id };
}
