/**
 * Asks how a member of staff is described.
 * Flow:    http → here → ports/reads.
 * Promise: what is read is the newest description, opened from the own record of the member of staff.
 * Source:  docs/law.md 7; docs/design.md 8.
 */
import type { Reads } from '../../ports/reads.ts';
import { payloadOfKind } from '../../views/of-kind.ts';
import { staffIdentifier } from '../../vocabulary/identifier.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import { findSubject } from '../person.ts';

export async function askStaff(reads: Reads, id: string): Promise<object | undefined> {
  const subject = await findSubject(reads, staffIdentifier(id));
  const newest =
    subject === undefined ? undefined : (await reads.chain(subject, { kinds: ['staff.described'], limit: 1 })).items[0];
  const payload = newest === undefined ? undefined : payloadOfKind('staff.described', newest);
  if (payload === undefined || newest?.at === undefined) return undefined;
  const { v: _v, ...described } = payload;
  return { id, ...described, describedAt: timeOf(newest.at) };
}
