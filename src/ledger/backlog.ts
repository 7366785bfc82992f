/**
 * What waits to be done, counted: requests, reviews and messages with the moment by which the first is due, webhooks
 * that fail, and when something was last recorded and last let go.
 * Flow:    store → here → house → numbers for a monitor.
 * Promise: numbers and moments, nothing of whom; a few short statements, however much is recorded.
 * Source:  docs/runbook.md.
 */
import { sql } from 'drizzle-orm';
import { rowsQuery } from '../store/query.ts';
import type { Store } from '../store/store.ts';
import { noteOf, SWEPT } from './notes.ts';
import { newestTime } from './queries.ts';

/** How many, and the moment by which the first of them is due. */
interface Waiting {
  readonly count: number;
  readonly dueAt: number | undefined;
}

export interface Backlog {
  readonly requests: Waiting;
  readonly reviews: Waiting;
  readonly messages: Waiting & { readonly givenUp: number };
  readonly webhooks: { readonly failing: number; readonly failingSince: number | undefined; readonly disabled: number };
  readonly newestEntryAt: number | undefined;
  /** When what is over was last ended. */
  readonly sweptAt: number | undefined;
}

/** Of an aggregate there is one row; `min` of nothing is null. PostgreSQL gives large numbers as text. */
type Aggregate = number | string;
const count = sql<Aggregate>`count(*)`;
const first = (column: unknown) => sql<Aggregate | null>`min(${column})`;
const momentOf = (value: Aggregate | null | undefined): number | undefined =>
  value === null || value === undefined ? undefined : Number(value);
const countIn = (row: { readonly count: Aggregate } | undefined): number => Number(row?.count ?? 0);

/** A pause stops the clock of a request. */
const requestsDue = rowsQuery<object>()('requestsDue', ({ db, t }) =>
  db
    .select({ count, dueAt: first(t.requests.dueAt) })
    .from(t.requests)
    .where(sql`${t.requests.state} in ('received', 'verified', 'appealed')`),
);
const reviewsDue = rowsQuery<object>()('reviewsDue', ({ db, t }) =>
  db
    .select({ count, dueAt: first(t.reviews.dueAt) })
    .from(t.reviews)
    .where(sql`${t.reviews.state} not in ('concluded', 'cancelled')`),
);
const messagesDue = rowsQuery<object>()('messagesDue', ({ db, t }) =>
  db
    .select({ count, dueAt: first(t.outbox.nextAt) })
    .from(t.outbox)
    .where(sql`${t.outbox.state} = 'waiting'`),
);
const messagesGivenUp = rowsQuery<object>()('messagesGivenUp', ({ db, t }) =>
  db.select({ count }).from(t.outbox).where(sql`${t.outbox.state} = 'given-up'`),
);
const webhooksFailing = rowsQuery<object>()('webhooksFailing', ({ db, t }) =>
  db
    .select({ count, since: first(t.webhooks.failingSince) })
    .from(t.webhooks)
    .where(sql`${t.webhooks.state} = 'active' and ${t.webhooks.failingSince} is not null`),
);
const webhooksDisabled = rowsQuery<object>()('webhooksDisabled', ({ db, t }) =>
  db.select({ count }).from(t.webhooks).where(sql`${t.webhooks.state} = 'disabled'`),
);

const waitingIn = ([row]: readonly { readonly count: Aggregate; readonly dueAt: Aggregate | null }[]): Waiting => ({
  count: countIn(row),
  dueAt: momentOf(row?.dueAt),
});

export async function backlogOf(store: Store, log: number): Promise<Backlog> {
  const [failing] = await store.one(webhooksFailing, {});
  const [disabled] = await store.one(webhooksDisabled, {});
  const [givenUp] = await store.one(messagesGivenUp, {});
  const [newest] = await store.one(newestTime, { log });
  const swept = await store.read(() => noteOf(SWEPT));
  return {
    requests: waitingIn(await store.one(requestsDue, {})),
    reviews: waitingIn(await store.one(reviewsDue, {})),
    messages: { ...waitingIn(await store.one(messagesDue, {})), givenUp: countIn(givenUp) },
    webhooks: {
      failing: countIn(failing),
      failingSince: momentOf(failing?.since),
      disabled: countIn(disabled),
    },
    newestEntryAt: newest?.at ?? undefined,
    sweptAt: swept === undefined ? undefined : Number(swept),
  };
}
