/**
 * How far each reader of the feed of changes has come.
 * Flow:    http (GET /v1/changes) → here → the note of that reader in `meta`; the certificate of an erasure → here.
 * Promise: one row a reader, written only when it has come further; a position counts only once the reader comes back
 *          with it, because then it has what stands before it. Readers are named by pseudonym.
 * Source:  GDPR 19; decision 0038.
 */
import type { FeedRead, Reads } from '../ports/reads.ts';
import type { Records } from '../ports/records.ts';
import { put } from '../store/query.ts';
import type { Store } from '../store/store.ts';
import { noteOf, readNote } from './notes.ts';

const nameOf = (reader: string): string => `feed-read ${reader}`;

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
      const name = nameOf(reader);
      const steps = function* () {
        const value = yield* noteOf(name);
        if (value !== undefined && readIn(value).position >= position) return;
        yield* put('meta', [{ name, value: JSON.stringify({ position, at: now() }) }], true);
      };
      await alone(() => store.write(steps, { log: log(), registry: 'read' }));
      reached.set(reader, position);
    },
    async feedReadBy(reader) {
      const value = await readNote(store, nameOf(reader));
      return value === undefined ? undefined : readIn(value);
    },
  };
}
