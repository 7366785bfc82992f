/**
 * Opens the tasks by which systems over HTTP are told that a restriction ended.
 * Flow:    work-tasks → here → commands `task.open-lifted`; the feed of changes says whose.
 * Promise: at a start all restrictions that systems were told of are looked through, so that none that ended while
 *          nobody ran is missed; from then on the feed is followed, and a place in it is passed when all is opened.
 * Source:  GDPR 19; decision 0106.
 */
import type { House } from '../ports/house.ts';
import type { Sender } from '../ports/records.ts';
import { systemsToTellOfEnd } from '../views/request/lifted-tasks.ts';
import { defined } from '../vocabulary/defined.ts';

interface Telling {
  readonly house: Pick<House, 'record' | 'requests' | 'changes' | 'newestChange'>;
  readonly sender: Sender;
}

const PAGE = 200;

/** Of one person, or of everybody. */
export async function tellLifted({ house, sender }: Telling, subject?: string): Promise<void> {
  for (let before: number | undefined; ; ) {
    const wants = { kind: 'restriction', state: 'fulfilled', limit: PAGE };
    const { items, next } = await house.requests({ ...wants, ...defined({ subject, before }) });
    // Refused while the restriction stands.
    for (const row of items)
      if (systemsToTellOfEnd(row).length > 0) await house.record('task.open-lifted', { request: row.id }, sender);
    if (next === null) return;
    before = next;
  }
}

/** Each call goes on where the last one ended. */
export function followLifted(telling: Telling): () => Promise<void> {
  const { house } = telling;
  let seen: number | undefined;
  return async () => {
    if (seen === undefined) {
      const newest = await house.newestChange();
      await tellLifted(telling);
      seen = newest;
    }
    for (let rows = await house.changes(seen, PAGE); rows.length > 0; rows = await house.changes(seen, PAGE))
      for (const { what, subject, position } of rows) {
        if (what === 'limit-lifted' && subject !== null) await tellLifted(telling, subject);
        seen = position;
      }
  };
}
