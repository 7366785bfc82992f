/**
 * The items of a batch: each is checked alone, and answered in its place.
 * Flow:    handlers/checks.ts, record/uses.ts → here → bind (models).
 * Promise: an item that cannot be read is a problem in its place and hinders no other.
 * Source:  docs/design.md 8.1.
 */
import type { Model } from '../../openapi/endpoint.ts';
import { isProblem, type Problem } from '../vocabulary/problems.ts';
import { checkPart } from './bind.ts';
import { type ProblemView, problemView } from './problem.ts';

export type Item<B> = { readonly value: B } | Problem;

export const readItems = <B>(model: Model, items: readonly unknown[]): readonly Item<B>[] =>
  items.map((item) => checkPart('body', model, item) as Item<B>);

/** `answers` has one for each item that could be read, in their order; a problem is one of them. */
export function renderItems<B, A extends object>(
  items: readonly Item<B>[],
  answers: readonly (A | Problem)[],
  requestId: string,
): readonly (A | ProblemView)[] {
  const next = answers.values();
  return items.map((item) => {
    const answer = isProblem(item) ? item : (next.next().value as A | Problem);
    return isProblem(answer) ? problemView(answer, requestId) : answer;
  });
}
