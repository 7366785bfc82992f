import { expect, it } from 'vitest';
import type { House } from '../../src/ports/house.ts';
import type { Reads } from '../../src/ports/reads.ts';

/** The type check fails where one of these is no error any more. */
const tries = [
  // @ts-expect-error: whoever only asks cannot record.
  (reads: Reads) => reads.record,
  // @ts-expect-error: nor many at once.
  (reads: Reads) => reads.recordMany,
  // @ts-expect-error: nor erase.
  (reads: Reads) => reads.erase,
  // @ts-expect-error: nor end a hold.
  (reads: Reads) => reads.endHold,
  // @ts-expect-error: nor pass for a house.
  (reads: Reads): House => reads,
];

it('whoever is given the reads cannot change anything, and the house can be given as reads', () => {
  const asReads = (house: House): Reads => house;
  expect(tries).toHaveLength(5);
  expect(asReads).toBeTypeOf('function');
});
