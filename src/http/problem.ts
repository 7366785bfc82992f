/**
 * Renders a failure: RFC 9457 problem+json for programs, a readable page for people.
 * Flow:    pipeline, handlers (a Problem value) → here → the answer on the wire.
 * Promise: only catalogue texts, the given detail and errors, and the request id go out; never an internal cause.
 * Source:  RFC 9457, RFC 6750 section 3.
 */
import { defined } from '../vocabulary/defined.ts';
import { type FieldError, type Problem, type ProblemCode, problems } from '../vocabulary/problems.ts';

export interface ProblemView {
  readonly type: string;
  readonly code: ProblemCode;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly requestId: string;
  readonly errors?: readonly FieldError[];
}

/** The members of a problem as the caller sees them; also what a batch puts in place of a failed item. */
export function problemView(refusal: Problem, requestId: string): ProblemView {
  const known = problems[refusal.problem];
  return {
    type: `/problems/${refusal.problem}`,
    code: refusal.problem,
    title: known.title,
    status: known.status,
    detail: refusal.detail ?? known.meaning,
    requestId,
    ...defined({ errors: refusal.errors }),
  };
}

/** The headers a status asks for by itself. Every reason for a 401 gets the same ones. */
export function problemHeaders(code: ProblemCode): Readonly<Record<string, string>> {
  const { status } = problems[code];
  if (code === 'unauthenticated') return { 'WWW-Authenticate': 'Bearer realm="candor"' };
  if (status === 503) return { 'Retry-After': '5' };
  if (code === 'too-many-streams') return { 'Retry-After': '30' };
  if (code === 'idempotency-in-progress') return { 'Retry-After': '1' };
  return {};
}
