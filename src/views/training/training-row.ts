/**
 * A training run as rows: each thing that happened to it, and each person whose data went into it.
 * Flow:    ledger (recorded facts) → here → the views `trainingSteps` and `trainedOn` → answers/training.
 * Promise: one row a fact; a person's row goes with the person, the steps of the run stay.
 * Source:  decision 0077.
 */
import type { RecordedFact } from '../../facts/fact.ts';
import type { Instant } from '../../vocabulary/instant.ts';
import { placeOf } from '../../vocabulary/place.ts';

interface TrainingStepRow {
  readonly id: string;
  readonly run: string;
  readonly step: 'registered' | 'counted' | 'ended';
  readonly position: number;
  readonly at: Instant;
  /** Of a registered run; else empty. */
  readonly system: string;
  readonly version: string;
  readonly included: number;
  readonly refused: number;
  /** The payload as JSON. */
  readonly doc: string;
}

export interface TrainedOnRow {
  readonly run: string;
  readonly subject: string;
  readonly n: number;
  readonly log: number;
  readonly index: number;
  readonly at: Instant;
}

export function trainingStepRow(fact: RecordedFact): TrainingStepRow | undefined {
  if (!fact.kind.startsWith('training.')) return undefined;
  const common = { id: fact.id, position: placeOf(fact), at: fact.at, doc: JSON.stringify(fact.payload) };
  const nothing = { system: '', version: '', included: 0, refused: 0 };
  switch (fact.kind) {
    case 'training.registered': {
      const { aiSystem: system, modelVersion: version } = fact.payload;
      return { ...common, ...nothing, run: fact.id, step: 'registered', system, version };
    }
    case 'training.counted': {
      const { run, included, refused } = fact.payload;
      return { ...common, ...nothing, run, step: 'counted', included, refused };
    }
    case 'training.ended':
      return { ...common, ...nothing, run: fact.payload.run, step: 'ended' };
    default:
      return undefined;
  }
}

export function trainedOnRow(fact: RecordedFact): TrainedOnRow | undefined {
  if (fact.kind !== 'training.included') return undefined;
  const { subject, n, log, index, at } = fact;
  return { run: fact.payload.run, subject, n, log, index, at };
}
