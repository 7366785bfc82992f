/**
 * Sign-in links and browser sessions in the store, so that every node of a database knows them.
 * Flow:    house → here → store; http/session uses it through its own port.
 * Promise: keys are hashes, values are sealed; what has run out is removed by the next one that is kept, and an erasure
 *          removes those of its person.
 * Source:  docs/design.md 4, 6 and 8.
 */
import { eq, gt, lt, sql } from 'drizzle-orm';
import type { LinkMaker } from '../facts/fact.ts';
import type { Keyring } from '../seal/keys.ts';
import { ask, put, rowsQuery, type Steps, writeQuery } from '../store/query.ts';
import type { Store } from '../store/store.ts';
import type { LinkMakerWord } from '../vocabulary/access.ts';
import { foldIdentifier } from '../vocabulary/identifier.ts';
import type { Scope } from '../vocabulary/scope.ts';

/** As http/session keeps it; this room does not look into it. */
interface BrowserSession {
  readonly kind: 'link' | 'session' | 'address' | 'arrival' | 'came' | 'heard';
  readonly came?: { readonly idToken: string; readonly provedAt?: number };
  readonly arrival?: {
    readonly state: string;
    readonly nonce: string;
    readonly verifier: string;
    readonly to: `/${string}`;
    readonly fresh: boolean;
  };
  readonly leadsTo?: string;
  readonly knownAs?: string;
  readonly made?: {
    readonly link: string;
    readonly by: LinkMakerWord;
    readonly role: string;
    readonly sent?: 'email';
    readonly through?: LinkMaker;
    readonly maker?: string;
  };
  readonly begunAt?: number;
  readonly seenAt?: number;
  readonly device?: string;
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
const sessionsOf = rowsQuery<{ holder: string }>()('sessionsOf', ({ db, t }) =>
  db
    .select({ key: t.browserSessions.key, sealed: t.browserSessions.sealed })
    .from(t.browserSessions)
    .where(eq(t.browserSessions.holder, p('holder'))),
);
const sessionsAfter = rowsQuery<{ after: string; limit: number }>()('sessionsAfter', ({ db, t }) =>
  db
    .select({ key: t.browserSessions.key, sealed: t.browserSessions.sealed })
    .from(t.browserSessions)
    .where(gt(t.browserSessions.key, p('after')))
    .orderBy(t.browserSessions.key)
    .limit(p('limit')),
);
const touchSession = writeQuery<{ key: string; sealed: Uint8Array }>()('touchSession', ({ db, t }) =>
  db
    .update(t.browserSessions)
    .set({ sealed: sql`${p('sealed')}` })
    .where(eq(t.browserSessions.key, p('key'))),
);
/** The marks of an erasure are the keyed hashes of the person's identifiers. */
export const dropSessionsOf = writeQuery<{ marks: readonly string[] }>()(
  'dropSessionsOf',
  ({ db, t, any }) => db.delete(t.browserSessions).where(any(t.browserSessions.holder, 'marks')),
  ['marks'],
);

/** So many are read at once. */
const A_PAGE = 500;

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
  const sealed = (key: string, kept: BrowserSession): Uint8Array =>
    keyring.sealForHouse(placeOfSession(key), Buffer.from(JSON.stringify(kept)));
  const holderOf = (self: string): string => keyring.markHash(foldIdentifier(self));
  const write = <T>(steps: () => Steps<T>): Promise<T> => store.write(steps, { log, registry: 'read' });
  return {
    keep: (key: string, kept: BrowserSession): Promise<void> =>
      write(function* () {
        yield* ask(dropEnded, { now: now() });
        yield* put('browserSessions', [
          { key, holder: holderOf(kept.self), sealed: sealed(key, kept), until: kept.until },
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
    async touch(key: string, kept: BrowserSession): Promise<void> {
      await write(() => ask(touchSession, { key, sealed: sealed(key, kept) }));
    },
    async *each(): AsyncGenerator<BrowserSession> {
      for (let after = ''; ; ) {
        const rows = await store.one(sessionsAfter, { after, limit: A_PAGE });
        for (const { key, ...row } of rows) {
          const kept = opened(key, row);
          if (kept !== undefined) yield kept;
          after = key;
        }
        if (rows.length < A_PAGE) return;
      }
    },
    async of(self: string): Promise<readonly { readonly key: string; readonly kept: BrowserSession }[]> {
      const rows = await store.one(sessionsOf, { holder: holderOf(self) });
      return rows.flatMap(({ key, ...row }) => {
        const kept = opened(key, row);
        return kept === undefined ? [] : [{ key, kept }];
      });
    },
  };
}
