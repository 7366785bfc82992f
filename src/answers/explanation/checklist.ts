/**
 * Holds an explanation against the list of what law asks for: field by field, whether it is there, and where it came
 * from.
 * Flow:    assemble.ts (for officers), tests → here → law (the list).
 * Promise: reads the answer itself and nothing else, so that it judges what a person really gets; a gap that the answer
 *          names is told from one that it passes over.
 * Source:  docs/law.md 4 (levels 1 to 3).
 */
import { type ChecklistField, dayOf, explanationChecklist, tagApplies } from '../../law/law.ts';
import type { CheckedField } from './checked-field.ts';
import type { ExplanationAnswer } from './explanation-answer.ts';
import { fieldReaders } from './fields.ts';

export function checkExplanation(answer: ExplanationAnswer): readonly CheckedField[] {
  const law = {
    regimes: answer.regimes,
    day: dayOf(Date.parse(answer.generatedAt)),
    annexIII: answer.layers[2].system?.significance.includes('annex-iii') === true,
  };
  return explanationChecklist.map(({ level, field, askedBy }) => {
    const { status, from } = fieldReaders[field as ChecklistField](answer);
    return { level, field, requiredBy: askedBy.filter((tag) => tagApplies(tag, law)), status, from };
  });
}

/** What a law of the person asks for and the answer neither gives nor names as a gap. */
export const passedOver = (checked: readonly CheckedField[]): readonly CheckedField[] =>
  checked.filter(({ requiredBy, status }) => requiredBy.length > 0 && status === 'missing');
