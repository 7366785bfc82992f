/**
 * One field of the list that law asks of an explanation, as it was found in the answer.
 * Flow:    checklist.ts, fields.ts, explanation-answer.ts → here.
 * Promise: a gap that the answer names itself is told from one that it passes over.
 * Source:  docs/law.md 4 (levels 1 to 3).
 */

/**
 * `named-as-missing`: the answer says itself that it lacks this. `not-applicable`: there is nothing of the kind here.
 */
export type FieldStatus = 'given' | 'named-as-missing' | 'not-applicable' | 'missing';

export interface CheckedField {
  readonly level: 1 | 2 | 3;
  readonly field: string;
  /** The rules that ask for it of this person on this day. */
  readonly requiredBy: readonly string[];
  readonly status: FieldStatus;
  /** Registry version, decision fact, review, request, law table, or worked out from one of them. */
  readonly from: string;
}
