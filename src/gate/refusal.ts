/**
 * A no of the gate, in the shape in which the upstream itself says what went wrong.
 * Flow:    call, relay → here → the caller and the library it calls with.
 * Promise: says why in a stable code, and what to do next; repeats nothing of what was sent.
 */
import { ConsentRefused } from '../../client/src/refused.ts';
import { CandorUnavailable } from '../../client/src/unavailable.ts';
import { defined } from '../vocabulary/defined.ts';
import { nextStepFor } from './next-step.ts';

interface Said {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  /** What whoever calls can do. */
  readonly next: string;
  /** The refused use in the ledger. */
  readonly use?: string;
  /** A sentence for the person whose data it is. */
  readonly forPerson?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export class Refusal {
  readonly said: Said;
  constructor(said: Said) {
    this.said = said;
  }

  /** The members that the libraries of the upstream know, and ours beside them. */
  body(): object {
    const { status, code, message, next, use, forPerson } = this.said;
    const candor = { next, ...defined({ use, forPerson }) };
    return { error: { message: `${message} ${next}`, type: typeOf(status), param: null, code, candor } };
  }

  /** The libraries of the upstream try again by themselves unless they are told not to. */
  headers(): Readonly<Record<string, string>> {
    return { 'x-should-retry': 'false', ...this.said.headers };
  }
}

const typeOf = (status: number): string => {
  if (status === 403) return 'candor_refused';
  if (status === 503) return 'candor_unavailable';
  return status > 500 ? 'upstream_error' : 'invalid_request_error';
};

/** Whatever came instead of a permission. */
export function refusalOf(fault: unknown): Refusal {
  if (fault instanceof ConsentRefused) return refused(fault);
  const why = fault instanceof CandorUnavailable ? fault.why : 'unreachable';
  return new Refusal({
    status: 503,
    code: 'candor-unavailable',
    message: `Candor could not be asked (${why}), so nothing left.`,
    next: 'Try again when it answers; there is no setting to go on without it.',
  });
}

/** Statuses that say something about the gate or the service, and nothing about the person. */
const isOurs = (status: number): boolean => status === 401 || status === 403 || status === 429 || status >= 500;

function refused({ reason, explanation, problem, use }: ConsentRefused): Refusal {
  if (problem !== undefined && isOurs(problem.status))
    return new Refusal({
      status: 503,
      code: 'candor-unavailable',
      message: `Candor did not answer the question of the gate (${problem.code}), so nothing left.`,
      next: 'Whoever runs the gate has to look at its token for Candor.',
    });
  return new Refusal({
    status: 403,
    code: reason,
    message: `Candor does not allow this use (${reason}). ${explanation.officer}`,
    next: nextStepFor(reason),
    forPerson: explanation.customer,
    ...defined({ use }),
  });
}
