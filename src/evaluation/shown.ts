/**
 * An evaluation as the API shows it, the same members in a check and in a use.
 * Flow:    evaluate → here → answers (check) and commands (use).
 * Promise: times are RFC 3339 UTC; nothing about the person but the pseudonym.
 * Source:  docs/design.md 8.1.
 */

import { timeOf } from '../vocabulary/instant.ts';
import type { Evaluation } from './evaluate.ts';

/** The two sentences that explain a reason, made by the language room. */
export interface ReasonExplanation {
  readonly customer: string;
  readonly officer: string;
}

/** Everything but `allowed` or `covered`, `recorded`, `id` and `entry`. */
export const shownEvaluation = (evaluation: Evaluation, explanation: ReasonExplanation) => ({
  subject: evaluation.subject,
  reason: evaluation.reason,
  basis: evaluation.basis,
  bases: evaluation.bases,
  evidence: evaluation.evidence.map(({ kind, id, at, index }) => ({ kind, id, at: timeOf(at), entry: index })),
  obligations: evaluation.obligations.map((type) => ({ type })),
  assumptions: evaluation.assumptions,
  notice: evaluation.notice,
  until: evaluation.until === null ? null : timeOf(evaluation.until),
  explanation,
});

/** The whole answer of a check: advice, never a permission. */
export const shownCheck = (evaluation: Evaluation, explanation: ReasonExplanation) => ({
  allowed: evaluation.allowed,
  recorded: false as const,
  ...shownEvaluation(evaluation, explanation),
});
