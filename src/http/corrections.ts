/**
 * The right values that a form says, for data that was recorded.
 * Flow:    forms of a person and of a reviewer → here → the commands of reviews.
 * Promise: a value is sent in the kind in which the data was recorded, or refused by the name of its field; an empty
 *          field says that the data is right.
 * Source:  docs/law.md 7.
 */
import type { DecisionRecorded } from '../facts/decision.ts';
import type { RecordedValue } from '../facts/form.ts';
import { readNumber } from '../language/read-number.ts';
import { type Problem, problem } from '../vocabulary/problems.ts';

export interface Correction {
  readonly name: string;
  readonly value: RecordedValue;
}

/** What is not a number where one was recorded; the field is named, so that the page can show where. */
const NOT_A_NUMBER = 'not-a-number';
const notANumber = (name: string) => ({
  pointer: `/${name}`,
  code: NOT_A_NUMBER,
  message: 'A number was recorded here, and this is none.',
  fix: 'Write it in digits, such as 1860.',
});

/** Empty fields say that the data is right. */
export function readCorrections(
  fields: Readonly<Record<string, unknown>>,
  inputs: DecisionRecorded['inputs'],
  language: string,
): readonly Correction[] | Problem {
  const faults: ReturnType<typeof notANumber>[] = [];
  const corrections = inputs.flatMap(({ name, value: recorded }, place) => {
    const typed = fields[`correction-${place}`];
    if (typeof typed !== 'string' || typed.trim() === '') return [];
    const value = typeof recorded === 'number' ? readNumber(language, typed) : typed.trim();
    if (value === undefined) faults.push(notANumber(`correction-${place}`));
    return value === undefined ? [] : [{ name, value }];
  });
  return faults.length === 0 ? corrections : problem('validation-failed', undefined, faults);
}
