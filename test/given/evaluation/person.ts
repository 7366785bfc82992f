/**
 * A person whose whole record is a list of acts.
 * Flow:    test/evaluation → here → standingOf.
 */
import type { Act, KnownPerson } from '../../../src/evaluation/person.ts';
import { standingOf } from '../../../src/evaluation/standing.ts';

export const subject = 'sub_00000000000000000000000001';

export const personWith = (acts: readonly Act[]): KnownPerson => ({
  found: 'known',
  subject,
  standing: standingOf(acts),
  acts,
  suppressions: [],
});
