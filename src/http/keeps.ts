/**
 * What an officer keeps for a purpose at an erasure, from the words of a body to those of the house.
 * Flow:    handlers/people.ts, record/request-step.ts → here → house.erase.
 * Promise: the moment is exact; whether the ground fits is decided under the lock.
 */
import type { Keep } from '../evaluation/keeps.ts';

export interface KeepBody {
  readonly purpose: string;
  readonly code: Keep['code'];
  readonly until: string;
}

export const keepsOf = (keep: readonly KeepBody[]): readonly Keep[] =>
  keep.map((each) => ({ ...each, until: Date.parse(each.until) }));
