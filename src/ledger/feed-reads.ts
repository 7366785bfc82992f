/**
 * How far each reader of the feed of changes has come.
 * Flow:    http (GET /v1/changes) → here → the note of that reader in `meta`; the certificate of an erasure → here.
 * Promise: one row a reader, written only when it has come further; a position counts only once the reader comes back
 *          with it, because then it has what stands before it. Readers are named by pseudonym.
 * Source:  GDPR 19; decision 0038.
 */
import { eq, sql } from 'drizzle-orm';
import type { FeedRead, Reads } from '../ports/reads.ts';
import type { Records } from '../ports/records.ts';
import { ask, put, rowsQuery } from '../store/query.ts';
import type { Store } from '../store/store.ts';

const noteOf = (reader: string): string => `feed-read ${reader}`;

const feedRead = rowsQuery<{ name: string }>()('feedRead', ({ db, t }) =>
  db
    .select({ value: t.meta.value })
    .from(t.meta)
    .where(eq(t.meta.name, sql.placeholder('name'))),
);
// Written by this file in this form.
const readIn = (value: string): FeedRead => JSON.parse(value);

interface FeedReading {
  readonly store: Store;
  log(): number;
  now(): number;
  alone<T>(work: () => Promise<T>): Promise<T>;
}

export function feedReads({
  store,
  log,
  now,
  alone,
}: FeedReading): Pick<Reads, 'feedReadBy'> & Pick<Records, 'noteFeedRead'> {
  const reached = new Map<string, number>();
  return {
    async noteFeedRead(reader, position) {
      if ((reached.get(reader) ?? 0) >= position) return;
      const name = noteOf(reader);
      const steps = function* () {
        const [row] = yield* ask(feedRead, { name });
        if (row !== undefined && readIn(row.value).position >= position) return;
        yield* put('meta', [{ name, value: JSON.stringify({ position, at: now() }) }], true);
      };
      await alone(() => store.write(steps, { log: log(), registry: 'read' }));
      reached.set(reader, position);
    },
    async feedReadBy(reader) {
      const [row] = await store.one(feedRead, { name: noteOf(reader) });
      return row === undefined ? undefined : readIn(row.value);
    },
  };
}
