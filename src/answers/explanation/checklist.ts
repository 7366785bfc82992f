/**
 * Holds an explanation against the list of what law asks for: field by field, whether it is there, and where it came from.
 * Flow:    assemble.ts (for officers), tests → here → law (the list).
 * Promise: reads the answer itself and nothing else, so that it judges what a person really gets; a gap that the answer names is
 *          told from one that it passes over.
 * Source:  LAW 4 (levels 1 to 3).
 */
import { type ChecklistField, dayOf, explanationChecklist, tagApplies } from '../../law/law.ts';
import type { ExplanationAnswer } from './explanation-answer.ts';
import { fieldReaders } from './fields.ts';

/** `named-as-missing`: the answer says itself that it lacks this. `not-applicable`: there is nothing of the kind here. */
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

export function checkExplanation(answer: ExplanationAnswer): readonly CheckedField[] {
  const law = { regimes: answer.regimes, day: dayOf(Date.parse(answer.generatedAt)) };
  return explanationChecklist.map(({ level, field, askedBy }) => {
    const { status, from } = fieldReaders[field as ChecklistField](answer);
    return { level, field, requiredBy: askedBy.filter((tag) => tagApplies(tag, law)), status, from };
  });
}

/** What a law of the person asks for and the answer neither gives nor names as a gap. */
export const passedOver = (checked: readonly CheckedField[]): readonly CheckedField[] =>
  checked.filter(({ requiredBy, status }) => requiredBy.length > 0 && status === 'missing');
