/**
 * Sign-in links and browser sessions in the store, so that every node of a database knows them.
 * Flow:    house → here → store; http/session uses it through its own port.
 * Promise: keys are hashes, values are sealed; what has run out is removed by the next one that is kept, and an erasure
 *          removes those of its person.
 * Source:  docs/design.md 4, 6 and 8.
 */
import { eq, lt, sql } from 'drizzle-orm';
import type { Keyring } from '../seal/keys.ts';
import { ask, put, rowsQuery, type Steps, writeQuery } from '../store/query.ts';
import type { Store } from '../store/store.ts';
import { foldIdentifier } from '../vocabulary/identifier.ts';
import type { Scope } from '../vocabulary/scope.ts';

interface BrowserSession {
  readonly kind: 'link' | 'session';
  readonly self: string;
  readonly scopes?: readonly Scope[];
  readonly csrf: string;
  readonly until: number;
}

const p = sql.placeholder;

const sessionAt = rowsQuery<{ key: string }>()('sessionAt', ({ db, t }) =>
  db
    .select({ sealed: t.browserSessions.sealed })
    .from(t.browserSessions)
    .where(eq(t.browserSessions.key, p('key'))),
);
const dropSession = writeQuery<{ key: string }>()('dropSession', ({ db, t }) =>
  db.delete(t.browserSessions).where(eq(t.browserSessions.key, p('key'))),
);
const dropEnded = writeQuery<{ now: number }>()('dropEndedSessions', ({ db, t }) =>
  db.delete(t.browserSessions).where(lt(t.browserSessions.until, p('now'))),
);
/** The marks of an erasure are the keyed hashes of the person's identifiers. */
export const dropSessionsOf = writeQuery<{ marks: readonly string[] }>()(
  'dropSessionsOf',
  ({ db, t, any }) => db.delete(t.browserSessions).where(any(t.browserSessions.holder, 'marks')),
  ['marks'],
);

interface SessionRoom {
  readonly store: Store;
  readonly keyring: Keyring;
  readonly log: number;
  now(): number;
}

export function browserSessions({ store, keyring, log, now }: SessionRoom) {
  const placeOfSession = (key: string): string => `session ${key}`;
  const opened = (key: string, row: { readonly sealed: Uint8Array } | undefined): BrowserSession | undefined =>
    row === undefined
      ? undefined
      : (JSON.parse(Buffer.from(keyring.openForHouse(placeOfSession(key), row.sealed)).toString()) as BrowserSession);
  const write = <T>(steps: () => Steps<T>): Promise<T> => store.write(steps, { log, registry: 'read' });
  return {
    keep: (key: string, kept: BrowserSession): Promise<void> =>
      write(function* () {
        yield* ask(dropEnded, { now: now() });
        const sealed = keyring.sealForHouse(placeOfSession(key), Buffer.from(JSON.stringify(kept)));
        yield* put('browserSessions', [
          { key, holder: keyring.markHash(foldIdentifier(kept.self)), sealed, until: kept.until },
        ]);
      }),
    find: async (key: string): Promise<BrowserSession | undefined> =>
      opened(key, (await store.one(sessionAt, { key }))[0]),
    take: (key: string): Promise<BrowserSession | undefined> =>
      write(function* () {
        const [row] = yield* ask(sessionAt, { key });
        yield* ask(dropSession, { key });
        return opened(key, row);
      }),
    async drop(key: string): Promise<void> {
      await write(() => ask(dropSession, { key }));
    },
  };
}
