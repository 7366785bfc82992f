/**
 * Endpoints for webhooks that are due, taken by one sender at a time, and the log of what became of each try.
 * Flow:    webhooks (rows) → here (taken under a lease) → jobs/send-webhooks → here (settled).
 * Promise: whoever comes back with an old lease changes nothing. The place moves on only with a delivery that arrived;
 *          a try and what it changes are one commit.
 * Source:  decision 0074.
 */
import { and, desc, eq, lt, lte, sql } from 'drizzle-orm';
import type { Keyring } from '../seal/keys.ts';
import { ask, put, rowsQuery, type Steps, writeQuery } from '../store/query.ts';
import type { Store } from '../store/store.ts';
import { openWebhook, type WebhookRow, webhooksById } from './webhooks.ts';

const p = sql.placeholder;

const webhooksWaiting = rowsQuery<{ now: number; newest: number }>()('webhooksWaiting', ({ db, t }) =>
  db
    .select()
    .from(t.webhooks)
    .where(
      and(
        eq(t.webhooks.state, sql`'active'`),
        lt(t.webhooks.position, p('newest')),
        lte(t.webhooks.nextAt, p('now')),
        lte(t.webhooks.leaseUntil, p('now')),
      ),
    )
    .orderBy(t.webhooks.nextAt)
    .limit(50),
);
const leaseWebhook = writeQuery<{ id: string; lease: string; until: number }>()('leaseWebhook', ({ db, t }) =>
  db
    .update(t.webhooks)
    .set({ lease: sql`${p('lease')}`, leaseUntil: sql`${p('until')}` })
    .where(eq(t.webhooks.id, p('id'))),
);
const newestDelivery = rowsQuery<{ webhook: string }>()('newestDelivery', ({ db, t }) =>
  db
    .select({ place: t.webhookDeliveries.place })
    .from(t.webhookDeliveries)
    .where(eq(t.webhookDeliveries.webhook, p('webhook')))
    .orderBy(desc(t.webhookDeliveries.place))
    .limit(1),
);
const dropOldDeliveries = writeQuery<{ before: number }>()('dropOldDeliveries', ({ db, t }) =>
  db.delete(t.webhookDeliveries).where(lt(t.webhookDeliveries.at, p('before'))),
);

/** An endpoint that is due, for whoever took it alone. */
export interface TakenWebhook {
  readonly id: string;
  readonly url: string;
  /** Those that count now, the newest first. */
  readonly secrets: readonly string[];
  readonly position: number;
  readonly tries: number;
  readonly failingSince: number | null;
  readonly lease: string;
  /** For how long it is taken, and again with each delivery that arrives. */
  readonly leaseMs: number;
}

/** What became of one try. */
export interface DeliveryTried {
  readonly message: string;
  /** The word of the change, or `test`. */
  readonly what: string;
  readonly at: number;
  readonly ms: number;
  readonly status: number | null;
  readonly code: string | null;
}

export interface WebhookQueue {
  /** Those whose time has come and that have something to hear, for this sender alone until the lease ends. */
  take(newest: number, leaseMs: number): Promise<readonly TakenWebhook[]>;
  /** As it stands, for a test delivery; nothing where it has ended or is unknown. */
  look(id: string): Promise<TakenWebhook | undefined>;
  /** False where somebody else has it by now, as after `failed`. */
  arrived(taken: TakenWebhook, position: number, tried: DeliveryTried): Promise<boolean>;
  failed(taken: TakenWebhook, nextAt: number, tried: DeliveryTried): Promise<boolean>;
  /** Gives it back; another change may be due at once. */
  release(taken: TakenWebhook): Promise<void>;
  note(id: string, tried: DeliveryTried): Promise<void>;
  /** Removes from the log what is older. */
  sweep(before: number): Promise<void>;
}

interface QueueRoom {
  readonly store: Store;
  readonly keyring: Keyring;
  log(): number;
  now(): number;
  newId(prefix: string): string;
}

function taken(room: QueueRoom, row: WebhookRow, { lease, leaseMs }: Pick<TakenWebhook, 'lease' | 'leaseMs'>) {
  const { url, secrets } = openWebhook(room.keyring, row);
  const { id, position, tries, failingSince } = row;
  const valid = secrets.filter(({ until }) => until === undefined || until > room.now());
  return { id, url, secrets: valid.map(({ secret }) => secret), position, tries, failingSince, lease, leaseMs };
}

/** Tries of one millisecond keep their order, too. */
function* logged(room: QueueRoom, webhook: string, tried: DeliveryTried): Steps<void> {
  const { message, what, at, ms, status, code } = tried;
  const [newest] = yield* ask(newestDelivery, { webhook });
  const place = Math.max(at * 1000, (newest?.place ?? 0) + 1);
  yield* put('webhookDeliveries', [{ id: room.newId('dlv'), webhook, message, what, place, at, ms, status, code }]);
}

function* takeDue(room: QueueRoom, newest: number, leaseMs: number): Steps<readonly TakenWebhook[]> {
  const all: TakenWebhook[] = [];
  for (const row of yield* ask(webhooksWaiting, { now: room.now(), newest })) {
    const lease = room.newId('lease');
    yield* ask(leaseWebhook, { id: row.id, lease, until: room.now() + leaseMs });
    all.push(taken(room, row, { lease, leaseMs }));
  }
  return all;
}

export function webhookQueue(room: QueueRoom): WebhookQueue {
  const { store, now } = room;
  const write = <T>(steps: () => Steps<T>): Promise<T> => store.write(steps, { log: room.log(), registry: 'read' });
  /** Changes the row only where the lease is still the same. */
  const settle = (of: TakenWebhook, change: Partial<WebhookRow>, tried?: DeliveryTried): Promise<boolean> =>
    write(function* () {
      if (tried !== undefined) yield* logged(room, of.id, tried);
      const [row] = yield* ask(webhooksById, { ids: [of.id] });
      if (row === undefined || row.lease !== of.lease || row.state !== 'active') return false;
      yield* put('webhooks', [{ ...row, ...change }], true);
      return true;
    });
  return {
    async take(newest, leaseMs) {
      const due = await store.one(webhooksWaiting, { now: now(), newest });
      return due.length === 0 ? [] : write(() => takeDue(room, newest, leaseMs));
    },
    async look(id) {
      const [row] = await store.one(webhooksById, { ids: [id] });
      if (row === undefined || row.state === 'ended') return undefined;
      return taken(room, row, { lease: row.lease, leaseMs: 0 });
    },
    arrived: (of, position, tried) =>
      settle(of, { position, tries: 0, failingSince: null, leaseUntil: now() + of.leaseMs }, tried),
    failed: (of, nextAt, tried) => {
      const failingSince = of.failingSince ?? tried.at;
      return settle(of, { tries: of.tries + 1, nextAt, failingSince, leaseUntil: 0 }, tried);
    },
    release: async (of) => void (await settle(of, { leaseUntil: 0 })),
    note: (id, tried) => write(() => logged(room, id, tried)),
    sweep: async (before) => void (await write(() => ask(dropOldDeliveries, { before }))),
  };
}
