/**
 * Asks for the legal holds on a person, before an erasure and after it.
 * Flow:    http → here → ports/reads.
 * Promise: a hold of somebody else is not found, as a missing one.
 * Source:  docs/design.md 6 and 8.
 */

import type { Hold } from '../../evaluation/holds.ts';
import type { KeptHold, Reads } from '../../ports/reads.ts';
import { ofKind } from '../../views/of-kind.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import { findPerson } from '../person.ts';

interface AboutHold {
  readonly id: string;
  readonly subject: string | null;
  readonly state: 'standing' | 'over' | 'ended';
}

const showHold = ({ items, ground, until, at }: Hold, about: AboutHold) => ({
  ...about,
  items,
  ground,
  until: until === undefined ? null : timeOf(until),
  at: timeOf(at),
});

/** A hold that outlived an erasure. */
export const showKeptHold = (kept: KeptHold, state: AboutHold['state']) => ({
  ...showHold(kept, { id: kept.id, subject: null, state }),
  entries: kept.entries,
  certificate: kept.certificate,
});

export async function findKeptHold(
  reads: Reads,
  { subject, id }: { readonly subject: string; readonly id: string },
): Promise<KeptHold | undefined> {
  return (await reads.holdsOf(subject)).find((kept) => kept.id === id);
}

/** Every hold on a person; nothing where nobody is known and nothing was kept. */
export async function askHolds(reads: Reads, identifier: string): Promise<readonly object[] | undefined> {
  const { person, now } = await findPerson(reads, identifier);
  const kept = (await reads.holdsOf(identifier)).map((each) => showKeptHold(each, 'standing'));
  if (person.found === 'unknown' && kept.length === 0) return undefined;
  const { subject, standing } = person.found === 'known' ? person : { subject: null, standing: undefined };
  const own = standing?.holds ?? {};
  const facts = await reads.facts(Object.keys(own));
  const shown = Object.entries(own).map(([id, hold]) => ({
    ...showHold(hold, { id, subject, state: hold.until !== undefined && hold.until <= now ? 'over' : 'standing' }),
    reason: ofKind('hold.set', facts.get(id))?.payload.reason ?? '',
  }));
  return [...shown, ...kept];
}
