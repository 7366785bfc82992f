/**
 * The closed catalogue of failures: a stable code, the HTTP status, a title, and how to mend it.
 * Flow:    read by commands and answers (to refuse), by openapi (to document), by http (to render).
 * Promise: a code MUST keep its meaning for ever; texts MUST NOT carry personal data.
 * Source:  RFC 9457.
 */
import { accessProblems } from './problems/access.ts';
import { kind, type ProblemKind } from './problems/kind.ts';
import { wireProblems } from './problems/wire.ts';

export type { ProblemKind } from './problems/kind.ts';

export const problems = {
  ...wireProblems,
  ...accessProblems,
  'not-found': kind(404, 'Nothing here', 'There is no such thing, or it is not yours to see.', 'Check the identifier and the token.'),
  'identifier-taken': kind(
    409,
    'This identifier belongs to somebody else',
    'An identifier can be bound to one person only, and there is no merge.',
    'Use another identifier, or look the person up with POST /v1/subjects/lookup.',
  ),
  'subject-erased': kind(
    410,
    'This person was erased',
    'The data of this person was erased, and nothing new is recorded under this identifier until they come back by an own act.',
    'Stop sending data about this person. If they came back, record their own consent with its occurredAt.',
  ),
  'invalid-transition': kind(409, 'This step does not fit now', 'The request is in a state in which this step is not possible.', 'Read the request first and choose a step that fits its state.'),
  'basis-not-in-regime': kind(
    422,
    'This legal basis does not exist there',
    'The purpose names a legal basis that the law of that regime does not know, or does not allow for this kind of data.',
    'Choose a basis of that regime; errors[] names the place.',
  ),
  'consent-not-the-basis': kind(
    422,
    'This purpose does not rest on consent',
    'In no regime of this person does the purpose rest on consent, so giving consent would promise a choice that is none.',
    'Record nothing, or use a limit: an objection, a restriction or an opt-out.',
  ),
} as const satisfies Record<string, ProblemKind>;

export type ProblemCode = keyof typeof problems;

export const isProblemCode = (text: string): text is ProblemCode => Object.hasOwn(problems, text);

export interface FieldError {
  /** JSON pointer into the body, or `query/name`, `path/name`, `header/name`. */
  readonly pointer: string;
  readonly code: string;
  readonly message: string;
  readonly fix: string;
}

/** A refusal as a value: what commands and answers return, and http renders. */
export interface Problem {
  readonly problem: ProblemCode;
  readonly detail?: string;
  readonly errors?: readonly FieldError[];
}

export const problem = (code: ProblemCode, detail?: string, errors?: readonly FieldError[]): Problem => ({
  problem: code,
  ...(detail === undefined ? {} : { detail }),
  ...(errors === undefined ? {} : { errors }),
});

export const isProblem = (value: unknown): value is Problem => typeof value === 'object' && value !== null && 'problem' in value && !('facts' in value);
