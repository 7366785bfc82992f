/**
 * Why an evaluation allows or refuses: every code, in the order of the table, with the name of its row.
 * Flow:    evaluation (to answer), language (to explain), openapi (to document).
 * Promise: the order here is the order of the table: of two refusals the one that stands first decides.
 * Source:  docs/design.md 7.
 */
/** The rows that can refuse, named by what they look at. */
type RefusingRow =
  | 'availability'
  | 'erasure'
  | 'declaration'
  | 'identity'
  | 'restriction'
  | 'objection'
  | 'opt-out'
  | 'legal-basis'
  | 'choice'
  | 'special-category'
  | 'criminal-data'
  | 'decision-ground'
  | 'notice'
  | 'consent'
  | 'minor-opt-in';

const refusal = (row: RefusingRow) => ({ row, allowed: false }) as const;
const permission = { row: 'permission', allowed: true } as const;

export const reasons = {
  unavailable: refusal('availability'),
  erased: refusal('erasure'),
  'unknown-purpose': refusal('declaration'),
  'unknown-ai-system': refusal('declaration'),
  'ai-system-suspended': refusal('declaration'),
  'ai-system-retired': refusal('declaration'),
  'use-not-declared': refusal('declaration'),
  'unknown-subject': refusal('identity'),
  restricted: refusal('restriction'),
  'erasure-asked': refusal('restriction'),
  objected: refusal('objection'),
  'opted-out': refusal('opt-out'),
  'no-legal-basis': refusal('legal-basis'),
  refused: refusal('choice'),
  withdrawn: refusal('choice'),
  'no-special-category-condition': refusal('special-category'),
  'no-criminal-data-ground': refusal('criminal-data'),
  'no-automated-decision-ground': refusal('decision-ground'),
  'notice-not-shown': refusal('notice'),
  'minor-without-parent': refusal('consent'),
  'never-asked': refusal('consent'),
  expired: refusal('consent'),
  'notice-outdated': refusal('consent'),
  'category-not-covered': refusal('consent'),
  'ai-system-not-covered': refusal('consent'),
  'not-explicit': refusal('consent'),
  'minor-opt-in-needed': refusal('minor-opt-in'),
  'consent-given': permission,
  contract: permission,
  'legal-obligation': permission,
  'vital-interests': permission,
  'public-task': permission,
  'legitimate-interests': permission,
  'recognised-legitimate-interests': permission,
  'opt-out-not-exercised': permission,
} as const satisfies Readonly<Record<string, { readonly row: RefusingRow | 'permission'; readonly allowed: boolean }>>;

export type Reason = keyof typeof reasons;
export const reasonCodes = Object.keys(reasons) as readonly Reason[];

/** The rank of a reason in the table; the smaller one decides. */
export const rankOf: Readonly<Record<Reason, number>> = Object.fromEntries(
  reasonCodes.map((code, place) => [code, place]),
) as Record<Reason, number>;
