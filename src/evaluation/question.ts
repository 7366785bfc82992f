/**
 * The question an evaluation answers: may this AI system use this data of this person for this purpose?
 * Flow:    http (check, use, batch), answers, pages → here → evaluate.
 * Promise: one way to build it, so that a check and a use with the same body are the same question.
 * Source:  docs/design.md 7.
 */
import { defined } from '../vocabulary/defined.ts';
export interface Question {
  /** The identifier as asked, in normal form. */
  readonly subject: string;
  readonly aiSystem: string;
  readonly purpose: string;
  /** Absent: all that the purpose names. */
  readonly categories?: readonly string[];
  /** Adds a body of law, never takes one away. */
  readonly regime?: string;
  /** The person sends the Global Privacy Control signal right now. */
  readonly gpc?: boolean;
  /** What counts where nothing is known about the person. */
  readonly defaultRegime: string;
}

/** The body of a check, as docs/design.md 8.1 fixes it. A use has the same members and more. */
export interface QuestionBody {
  readonly subject: string;
  readonly aiSystem: string;
  readonly purpose: string;
  readonly dataCategories?: readonly string[];
  readonly context?: { readonly regime?: string; readonly gpc?: boolean };
}

export function questionOf(body: QuestionBody, defaultRegime: string): Question {
  return {
    subject: body.subject,
    aiSystem: body.aiSystem,
    purpose: body.purpose,
    ...defined({ categories: body.dataCategories }),
    ...(body.context?.regime === undefined ? {} : { regime: body.context.regime }),
    ...(body.context?.gpc === undefined ? {} : { gpc: body.context.gpc }),
    defaultRegime,
  };
}
