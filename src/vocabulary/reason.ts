/**
 * Why an evaluation allows or refuses: every code, in the order of the table, with its row.
 * Flow:    evaluation (to answer), language (to explain), openapi (to document).
 * Promise: the order here is the order of the table: of two refusals the one that stands first decides. A row that came
 *          later takes a number between its neighbours, because rows are known by their numbers.
 * Source:  docs/design.md 7.
 */
const refusal = (row: number) => ({ row, allowed: false }) as const;
const permission = { row: 14, allowed: true } as const;

export const reasons = {
  unavailable: refusal(1),
  erased: refusal(2),
  'unknown-purpose': refusal(3),
  'unknown-ai-system': refusal(3),
  'ai-system-suspended': refusal(3),
  'ai-system-retired': refusal(3),
  'use-not-declared': refusal(3),
  'unknown-subject': refusal(4),
  restricted: refusal(5),
  objected: refusal(6),
  'opted-out': refusal(7),
  'no-legal-basis': refusal(8),
  refused: refusal(9),
  withdrawn: refusal(9),
  'no-special-category-condition': refusal(10),
  'no-automated-decision-ground': refusal(11),
  'notice-not-shown': refusal(11.5),
  'minor-without-parent': refusal(12),
  'never-asked': refusal(12),
  expired: refusal(12),
  'notice-outdated': refusal(12),
  'category-not-covered': refusal(12),
  'ai-system-not-covered': refusal(12),
  'not-explicit': refusal(12),
  'minor-opt-in-needed': refusal(13),
  'consent-given': permission,
  contract: permission,
  'legal-obligation': permission,
  'vital-interests': permission,
  'public-task': permission,
  'legitimate-interests': permission,
  'recognised-legitimate-interests': permission,
  'opt-out-not-exercised': permission,
} as const satisfies Readonly<Record<string, { readonly row: number; readonly allowed: boolean }>>;

export type Reason = keyof typeof reasons;
export const reasonCodes = Object.keys(reasons) as readonly Reason[];

/** The place of a reason in the table; smaller decides. */
export const placeOf: Readonly<Record<Reason, number>> = Object.fromEntries(
  reasonCodes.map((code, place) => [code, place]),
) as Record<Reason, number>;
