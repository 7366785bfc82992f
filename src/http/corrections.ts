/**
 * The right values that a form says, for data that was recorded.
 * Flow:    forms of a person and of a reviewer → here → the commands of reviews.
 * Promise: a value is sent in the kind in which the data was recorded; an empty field says that the data is right.
 * Source:  docs/law.md 7.
 */
import type { DecisionRecorded } from '../facts/decision.ts';
import type { RecordedValue } from '../facts/form.ts';

export interface Correction {
  readonly name: string;
  readonly value: RecordedValue;
}

/** A number stays a number where it can be read as one. */
function valueLike(recorded: RecordedValue, typed: string): RecordedValue {
  const number = Number(typed.replace(',', '.'));
  return typeof recorded === 'number' && Number.isFinite(number) ? number : typed;
}

/** Empty fields say that the data is right. */
export function readCorrections(
  fields: Readonly<Record<string, unknown>>,
  inputs: DecisionRecorded['inputs'],
): readonly Correction[] {
  return inputs.flatMap(({ name, value }, place) => {
    const typed = fields[`correction-${place}`];
    return typeof typed === 'string' && typed.trim() !== '' ? [{ name, value: valueLike(value, typed.trim()) }] : [];
  });
}
