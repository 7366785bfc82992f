/**
 * The outbox: messages that still have to leave the house, taken by one sender at a time.
 * Flow:    batch (a row beside the fact) → here (taken under a lease) → jobs/send-messages → the command that settles
 *          it.
 * Promise: at least once, and one sender at a time: a lease that ran out lets another try, and the number of the try
 *          tells a late one that it is late.
 * Source:  docs/design.md 11 (jobs with leases); docs/promises.md I26, F39.
 */
import { and, eq, lte, sql } from 'drizzle-orm';
import { ask, rowsQuery, writeQuery } from '../store/query.ts';
import type { Store } from '../store/store.ts';

const p = sql.placeholder;

const waiting = rowsQuery<{ now: number; limit: number }>()('outboxWaiting', ({ db, t }) =>
  db
    .select({ message: t.outbox.message, subject: t.outbox.subject, tries: t.outbox.tries })
    .from(t.outbox)
    .where(and(eq(t.outbox.state, sql`'waiting'`), lte(t.outbox.nextAt, p('now')), lte(t.outbox.leaseUntil, p('now'))))
    .orderBy(t.outbox.nextAt, t.outbox.message)
    .limit(p('limit')),
);
const lease = writeQuery<{ messages: readonly string[]; until: number }>()(
  'outboxLease',
  ({ db, t, any }) =>
    db
      .update(t.outbox)
      .set({ leaseUntil: sql`${p('until')}`, tries: sql`${t.outbox.tries} + 1` })
      .where(any(t.outbox.message, 'messages')),
  ['messages'],
);
const later = writeQuery<{ message: string; tries: number; nextAt: number }>()('outboxLater', ({ db, t }) =>
  db
    .update(t.outbox)
    .set({ nextAt: sql`${p('nextAt')}`, leaseUntil: 0 })
    .where(and(eq(t.outbox.message, p('message')), eq(t.outbox.tries, p('tries')))),
);
export const removeFromOutbox = writeQuery<{ message: string; tries: number }>()('removeFromOutbox', ({ db, t }) =>
  db.delete(t.outbox).where(and(eq(t.outbox.message, p('message')), eq(t.outbox.tries, p('tries')))),
);
export const messagesOfPerson = rowsQuery<{ subject: string }>()('messagesOfPerson', ({ db, t }) =>
  db
    .select({ id: t.messages.id })
    .from(t.messages)
    .where(eq(t.messages.subject, p('subject'))),
);

export interface OutboxMessage {
  readonly message: string;
  readonly subject: string;
  /** Which try this is, from 1. */
  readonly tries: number;
}

export interface Outbox {
  /** Messages whose time has come, for this sender alone until the lease ends. */
  take(limit: number, leaseMs: number): Promise<readonly OutboxMessage[]>;
  /** Another try at that time. */
  postpone(taken: OutboxMessage, nextAt: number): Promise<void>;
}

export function outboxOf({ store, log, now }: { readonly store: Store; log(): number; now(): number }): Outbox {
  const locks = () => ({ log: log(), registry: 'read' }) as const;
  return {
    async take(limit, leaseMs) {
      const any = await store.one(waiting, { now: now(), limit: 1 });
      if (any.length === 0) return [];
      return store.write(function* () {
        const rows = yield* ask(waiting, { now: now(), limit });
        yield* ask(lease, { messages: rows.map(({ message }) => message), until: now() + leaseMs });
        return rows.map((row) => ({ ...row, tries: row.tries + 1 }));
      }, locks());
    },
    postpone: ({ message, tries }, nextAt) =>
      store.write(function* () {
        yield* ask(later, { message, tries, nextAt });
      }, locks()),
  };
}
