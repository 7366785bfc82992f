/**
 * Waits for those who still see what was deleted, because PostgreSQL keeps deleted rows for them.
 * Flow:    postgres, keystore-postgres (before they clean) → here → the server's list of transactions.
 * Promise: whoever began before the call is waited for, up to two seconds, whoever they are; somebody who sees for
 *          ever, such as a replica, is not waited for. Vacuuming by the server itself keeps nothing.
 * Source:  docs/decisions/0056-what-an-engine-keeps.md.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Maintenance } from './postgres-files.ts';

const LONGEST_MS = 2_000;
const LOOK_EVERY_MS = 20;

/** Every transaction holds a lock on its own number, which any role may see, also of the server's own workers. */
const SEEING = `
  SELECT held.virtualxid AS name FROM pg_locks held JOIN pg_stat_activity who USING (pid)
    WHERE held.locktype = 'virtualxid' AND held.granted AND held.mode = 'ExclusiveLock' AND held.pid <> pg_backend_pid()
      AND who.datid = (SELECT oid FROM pg_database WHERE datname = current_database())
      AND held.pid NOT IN (SELECT pid FROM pg_stat_progress_vacuum)
  UNION ALL SELECT 'prepared ' || gid FROM pg_prepared_xacts WHERE database = current_database()`;

/** A replica that says what it reads, directly or through a slot; what a role may not see of one counts as that. */
const SEEING_FOR_EVER = `
  SELECT slot_name FROM pg_replication_slots WHERE xmin IS NOT NULL OR catalog_xmin IS NOT NULL
  UNION ALL SELECT 'replica' FROM pg_stat_replication WHERE backend_xmin IS NOT NULL OR backend_start IS NULL`;

const named = async ({ rows }: Maintenance): Promise<ReadonlySet<string>> =>
  new Set((await rows<{ name: string }>(SEEING)).map(({ name }) => name));

/** Whether nobody sees any more what was deleted before the call. */
export async function readersGone(on: Maintenance): Promise<boolean> {
  if ((await on.rows(SEEING_FOR_EVER)).length > 0) return false;
  const earlier = await named(on);
  for (let waited = 0; waited <= LONGEST_MS; waited += LOOK_EVERY_MS) {
    const now = waited === 0 ? earlier : await named(on);
    if (![...earlier].some((name) => now.has(name))) return true;
    await pause(LOOK_EVERY_MS);
  }
  return false;
}
