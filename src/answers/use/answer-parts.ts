/**
 * What every answer is made of: a moment, a way to go, a right, a thing left out, a gap.
 * Flow:    here → the shapes of answers (use, decision, explanation, notice), pages.
 * Promise: a page and the JSON behind it say the same of each of these, wherever it stands.
 * Source:  docs/design.md 8.1; docs/law.md 3.1, 9.
 */

/** RFC 3339 UTC with milliseconds. */
export type When = string;

/** A page to go to, and the call behind it. */
export interface Way {
  /** A page of this service: a GET form, or a list. */
  readonly href: string;
  readonly api: Call;
}

export interface Call {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly href: string;
  readonly body?: Readonly<Record<string, unknown>>;
}

/** One right of the person: whether it is open here, why or why not, and the way to use it. */
export interface RightAnswer extends Way {
  /** A request kind of docs/law.md 3.1 in kebab-case, or `give-view`, `contest`, `no-retaliation`, `court`. */
  readonly right: string;
  readonly title: string;
  readonly available: boolean;
  readonly why: string;
  readonly how: string;
  readonly answerWithin: string | null;
  /** Outside addresses: an authority to complain to. Always https. */
  readonly links: readonly { readonly title: string; readonly href: string }[];
  readonly requiredBy: readonly string[];
}

/** Something that was left out of this answer, on which ground, and who decides if the person disagrees. */
export interface Withheld {
  readonly item: string;
  readonly ground: string;
  readonly legalRef: string;
  readonly escalation: string;
}

/** One thing that law would still ask of what is published or recorded. */
export interface Gap {
  readonly code: string;
  readonly words: string;
  readonly regimes: readonly string[];
  readonly requiredBy: readonly string[];
}
