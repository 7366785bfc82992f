/**
 * The recorded decision as it is shown: everything for officers, without weights and methods for the person.
 * Flow:    assemble.ts → here → the fourth layer.
 * Promise: nothing else is left out; the person's evidence holds the whole record, byte for byte.
 * Source:  docs/law.md 4 (no raw weights); docs/explanations.md.
 */
import type { DecisionRecord, RecordedFactor } from '../decision/decision-record.ts';

function withoutWeights({ weight: _weight, method: _method, ...factor }: RecordedFactor): object {
  return factor;
}

export function recordShown(
  { payload }: DecisionRecord,
  audience: 'person' | 'officer',
): Readonly<Record<string, unknown>> {
  const { v: _form, ...record } = payload;
  if (audience === 'officer') return record;
  return { ...record, factors: record.factors.map(withoutWeights) };
}
