/**
 * Who has acted, one after the other through the index of pseudonyms, without going through what they did.
 * Flow:    entries → here → answers/console/staff.
 * Promise: each step is one look into the index; whoever acts as themself or as the house is not among them; of two
 *          pseudonyms that begin alike in the index one is found.
 * Source:  decision 0108; decision 0139.
 */
import { asc } from 'drizzle-orm';
import { rowsQuery } from '../../store/query.ts';
import type { Store } from '../../store/store.ts';
import { isStaffRole } from '../../vocabulary/person.ts';

/** Below the first letter of any pseudonym, and above what stands there for whoever acts as themself. */
const BELOW = Buffer.from('/');
/** So many pseudonyms are looked at. */
const MOST = 2000;

export const nextWhoActed = rowsQuery<{ readonly after: Uint8Array }>()(
  'the next who acted',
  ({ db, t, actorAfter, actorIn }) =>
    db
      .select({ entry: t.entries.entry })
      .from(t.entries)
      .where(actorAfter(t.entries.entry, 'after'))
      .orderBy(asc(actorIn(t.entries.entry)), asc(t.entries.log), asc(t.entries.index))
      .limit(1),
);

interface Written {
  readonly actor: { readonly id: string; readonly role: string };
}

/** Pseudonyms of those who acted as staff, by whatever they came in. */
export async function staffWhoActed(store: Store): Promise<readonly string[]> {
  const found: string[] = [];
  let after: Uint8Array = BELOW;
  for (let looks = 0; looks < MOST; looks += 1) {
    const [row] = await store.one(nextWhoActed, { after });
    if (row?.entry === null || row?.entry === undefined) return found;
    const { actor } = JSON.parse(Buffer.from(row.entry).toString('utf8')) as Written;
    if (isStaffRole(actor.role)) found.push(actor.id);
    after = Buffer.from(row.entry).subarray(20, 28);
  }
  return found;
}
