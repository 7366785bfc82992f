/**
 * The closed catalogue of failures: a stable code, the HTTP status, a title, and how to mend it.
 * Flow:    read by commands and answers (to refuse), by openapi (to document), by http (to render).
 * Promise: a code MUST keep its meaning for ever; texts MUST NOT carry personal data.
 * Source:  RFC 9457.
 */
import { defined } from './defined.ts';
import { accessProblems } from './problems/access.ts';
import type { ProblemKind } from './problems/kind.ts';
import { reviewProblems } from './problems/review.ts';
import { wireProblems } from './problems/wire.ts';

export type { ProblemKind } from './problems/kind.ts';

export const problems = {
  ...wireProblems,
  ...accessProblems,
  ...reviewProblems,
  'not-found': {
    status: 404,
    title: 'Nothing here',
    meaning: 'There is no such thing, or it is not yours to see.',
    fix: 'Check the identifier and the token.',
  },
  'identifier-taken': {
    status: 409,
    title: 'This identifier belongs to somebody else',
    meaning: 'An identifier can be bound to one person only, and there is no merge.',
    fix: 'Use another identifier, or look the person up with POST /v1/subjects/lookup.',
  },
  'subject-erased': {
    status: 410,
    title: 'This person was erased',
    meaning:
      'The data of this person was erased, and nothing new is recorded under this identifier until they come back by an own act.',
    fix: 'Stop sending data about this person. If they came back, record their own consent with its occurredAt.',
  },
  'systems-connected': {
    status: 409,
    title: 'Other systems hold data of the same people',
    meaning: 'An erasure has to reach the connected systems, too, and only a request for it does that.',
    fix: 'File a request of the kind erasure for this person and fulfil it.',
  },
  'invalid-transition': {
    status: 409,
    title: 'This step does not fit now',
    meaning: 'The request or review is in a state in which this step is not possible.',
    fix: 'Read it first and choose a step that fits its state.',
  },
  'basis-not-in-regime': {
    status: 422,
    title: 'This legal basis does not exist there',
    meaning:
      'The purpose names a legal basis that the law of that regime does not know, or does not allow for this kind of data.',
    fix: 'Choose a basis of that regime; errors[] names the place.',
  },
  'not-plain-enough': {
    status: 422,
    title: 'These texts are not plain enough',
    meaning:
      'A text that people will read has sentences that are too long or too hard, words that nobody explained, or a purpose that names none.',
    fix: 'errors[] names each sentence, the reason and how to mend it. If the words are not yours to change, say why in plainLanguageOverride.',
  },
  'consent-not-the-basis': {
    status: 422,
    title: 'This purpose does not rest on consent',
    meaning:
      'In no regime of this person does the purpose rest on consent, so giving consent would promise a choice that is none.',
    fix: 'Record nothing, or use a limit: an objection, a restriction or an opt-out.',
  },
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

/**
 * A refusal as a value: what commands, answers and the steps of the edge return, and http renders. The private field is
 * its tag: nobody can write it but this class, so that no data, whatever its members are called, passes for a refusal.
 */
class Refusal {
  readonly #refused = true;
  readonly problem: ProblemCode;
  declare readonly detail?: string;
  declare readonly errors?: readonly FieldError[];

  constructor(code: ProblemCode, more: { readonly detail?: string; readonly errors?: readonly FieldError[] }) {
    this.problem = code;
    Object.assign(this, more);
  }

  static is = (value: object): value is Refusal => #refused in value;
}

export type Problem = Refusal;

export const problem = (code: ProblemCode, detail?: string, errors?: readonly FieldError[]): Problem =>
  new Refusal(code, defined({ detail, errors }));

export const isProblem = (value: unknown): value is Problem =>
  typeof value === 'object' && value !== null && Refusal.is(value);

/** A refusal that was kept as JSON: its tag does not outlive being written down. */
export function readProblem(kept: { readonly [member in keyof Problem]?: unknown }): Problem | undefined {
  const { problem: code, detail, errors } = kept;
  if (typeof code !== 'string' || !isProblemCode(code)) return undefined;
  return new Refusal(code, defined({ detail, errors }) as Pick<Problem, 'detail' | 'errors'>);
}
