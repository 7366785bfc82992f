/**
 * Candor answered, and the answer is no.
 * Flow:    use → here → whoever guards a model.
 * Promise: says why in a stable code and in words that a person may read; no personal data.
 */
import type { CandorProblem } from './answer.ts';

/** What a service can say to the person in front of it. */
interface Words {
  readonly customer: string;
  readonly officer: string;
}

export class ConsentRefused extends Error {
  override readonly name = 'ConsentRefused';
  /** A reason code of the evaluation, or the code of a problem where the question itself was refused. */
  readonly reason: string;
  readonly explanation: Words;
  /** The refused use in the ledger; absent where the question itself was refused. */
  readonly use: string | undefined;
  readonly problem: CandorProblem | undefined;

  constructor(refusal: {
    readonly reason: string;
    readonly explanation: Words;
    readonly use?: string;
    readonly problem?: CandorProblem;
  }) {
    super(`Candor does not allow this use (${refusal.reason}). ${refusal.explanation.officer}`);
    this.reason = refusal.reason;
    this.explanation = refusal.explanation;
    this.use = refusal.use;
    this.problem = refusal.problem;
  }
}
