/**
 * Refuses a database that a newer release has changed.
 * Flow:    the list of migrations on disk, the list in the database → here → sqlite, postgres (at the start).
 * Promise: nothing was written before it refuses, and an older release never works over tables that it does not know.
 * Source:  decision 0120.
 */
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { Unavailable } from './store.ts';

/** `newest`: the moment of the newest migration in the database, in milliseconds since 1970; null where none is. */
export function refuseNewer(migrationsFolder: string, newest: number | null | undefined): void {
  const known = Math.max(...readMigrationFiles({ migrationsFolder }).map(({ folderMillis }) => folderMillis));
  if (Number(newest ?? 0) > known) throw new Unavailable('schema-newer');
}
