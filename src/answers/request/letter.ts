/**
 * The shape of a letter: what a person reads as the answer to a request, and could print and keep.
 * Flow:    letters beside it → here → pages/requests/letter-page.
 * Promise: plain words in order; every letter ends with the way to disagree.
 * Source:  GDPR 12(1), 12(4); docs/law.md 3.4 (every denial answer).
 */
import { clockMoved, isAppeal, type RequestRow } from '../../views/request/request-row.ts';

export interface LetterSection {
  readonly title: string;
  readonly paragraphs?: readonly string[];
  readonly list?: readonly string[];
  readonly table?: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };
  readonly links?: readonly { readonly title: string; readonly href: string }[];
  /** Words of the person who reads it, as they wrote them. */
  readonly quotes?: readonly Quote[];
}

export interface Quote {
  readonly words: string;
  /** In which language they asked; absent where it is not on record. */
  readonly language?: string;
  /** By whose link they came, where it was not their own sign-in. */
  readonly note?: string;
}

export interface Letter {
  readonly title: string;
  /** RFC 3339: the day of the letter. */
  readonly date: string;
  readonly lead: string;
  readonly sections: readonly LetterSection[];
  readonly languageFallback: boolean;
}

/** What every letter is told about the request it answers. */
export interface AnsweredRequest {
  readonly id: string;
  readonly kind: string;
  /** Epoch milliseconds. */
  readonly receivedAt: number;
  readonly dueAt: number;
  /** The rule that ran, as facts write it, and its words in English as they were recorded. */
  readonly clock: { readonly rule: string; readonly words: string };
  readonly regimes: readonly string[];
  /** Is it an appeal that is answered? */
  readonly isAppeal: boolean;
  /** The names of the connected systems that answered it. */
  readonly systems: readonly string[];
  /** What has moved the last day beside the rule. */
  readonly moved: ReturnType<typeof clockMoved>;
}

/** The part of a request's row that a letter is told. */
export function answeredRequest(row: RequestRow): AnsweredRequest {
  const { id, kind, receivedAt, dueAt, clock, regimes, tasks = [] } = row;
  const systems = tasks.flatMap(({ state, name }) => (state === 'done' ? [name] : []));
  return { id, kind, receivedAt, dueAt, clock, regimes, isAppeal: isAppeal(row), systems, moved: clockMoved(row) };
}
