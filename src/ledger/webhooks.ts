/**
 * Endpoints for webhooks: what is kept of them, sealed, and how far each has come.
 * Flow:    batch (made and changed beside a fact) → here ← jobs/send-webhooks (taken under a lease, settled).
 * Promise: one sender at a time: whoever comes back with an old lease changes nothing. The place moves on only with a
 *          delivery that arrived; secrets are opened for the one who sends and shown to nobody.
 * Source:  decision 0074.
 */
import { and, desc, eq, lt, lte, sql } from 'drizzle-orm';
import type { AlterWebhook, KeepWebhook } from '../commands/command.ts';
import type { Reads, ShownWebhook } from '../ports/reads.ts';
import type { Keyring } from '../seal/keys.ts';
import { ask, type FoundRow, put, rowsQuery, type Steps, writeQuery } from '../store/query.ts';
import type { Store } from '../store/store.ts';
import { secretOverlapMs, type SigningKind, type WebhookState } from '../vocabulary/webhook.ts';

const p = sql.placeholder;

/** What only the house reads. */
interface Sealed {
  readonly url: string;
  readonly description: string;
  readonly signing: SigningKind;
  /** The newest first; an older one signs until its time is over. */
  readonly secrets: readonly { readonly secret: string; readonly until?: number }[];
}

type WebhookRow = FoundRow<'webhooks'>;

const sealPlace = (id: string): string => `webhook ${id}`;
const seal = (keyring: Keyring, id: string, value: Sealed): Uint8Array =>
  keyring.sealForHouse(sealPlace(id), Buffer.from(JSON.stringify(value)));
// Sealed by this file in this form.
const open = (keyring: Keyring, { id, sealed }: Pick<WebhookRow, 'id' | 'sealed'>): Sealed =>
  JSON.parse(Buffer.from(keyring.openForHouse(sealPlace(id), sealed)).toString());

const webhooksById = rowsQuery<{ ids: readonly string[] }>()(
  'webhooksById',
  ({ db, t, any }) => db.select().from(t.webhooks).where(any(t.webhooks.id, 'ids')),
  ['ids'],
);
const everyWebhook = rowsQuery<Record<never, never>>()('everyWebhook', ({ db, t }) =>
  db.select().from(t.webhooks).orderBy(desc(t.webhooks.madeAt), t.webhooks.id).limit(1000),
);
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
const deliveriesBefore = rowsQuery<{ webhook: string; before: number; limit: number }>()(
  'deliveriesBefore',
  ({ db, t }) =>
    db
      .select()
      .from(t.webhookDeliveries)
      .where(and(eq(t.webhookDeliveries.webhook, p('webhook')), lt(t.webhookDeliveries.place, p('before'))))
      .orderBy(desc(t.webhookDeliveries.place))
      .limit(p('limit')),
);
const dropOldDeliveries = writeQuery<{ before: number }>()('dropOldDeliveries', ({ db, t }) =>
  db.delete(t.webhookDeliveries).where(lt(t.webhookDeliveries.at, p('before'))),
);
const newestDelivery = rowsQuery<{ webhook: string }>()('newestDelivery', ({ db, t }) =>
  db
    .select({ place: t.webhookDeliveries.place })
    .from(t.webhookDeliveries)
    .where(eq(t.webhookDeliveries.webhook, p('webhook')))
    .orderBy(desc(t.webhookDeliveries.place))
    .limit(1),
);

export function* loadWebhooks(ids: readonly string[]): Steps<Map<string, { readonly state: WebhookState }>> {
  if (ids.length === 0) return new Map();
  const rows = yield* ask(webhooksById, { ids });
  // Written by this file.
  return new Map(rows.map(({ id, state }) => [id, { state: state as WebhookState }]));
}

export function* keepWebhook(keyring: Keyring, { webhook, ...given }: KeepWebhook, now: number): Steps<void> {
  const { url, description, signing, secret, position } = given;
  const sealed = seal(keyring, webhook, { url, description, signing, secrets: [{ secret }] });
  const start = { position, tries: 0, nextAt: now, failingSince: null, lease: '', leaseUntil: 0, madeAt: now };
  yield* put('webhooks', [{ id: webhook, state: 'active', sealed, ...start }]);
}

/** Whatever is changed, whoever is sending just now is late from here on, and the next try is due at once. */
export function* alterWebhook(keyring: Keyring, effect: AlterWebhook, now: number): Steps<void> {
  const [row] = yield* ask(webhooksById, { ids: [effect.webhook] });
  if (row === undefined) return;
  const { secrets, ...known } = open(keyring, row);
  const { url = known.url, description = known.description, secret, state = row.state } = effect;
  const sealed = seal(keyring, row.id, {
    ...known,
    url,
    description,
    secrets: secret === undefined ? secrets : [{ secret }, ...overlapping(secrets, now)],
  });
  const anew = { tries: 0, nextAt: now, failingSince: null, lease: '', leaseUntil: 0 };
  const position = effect.position ?? row.position;
  yield* put('webhooks', [{ ...row, ...anew, state, sealed, position }], true);
}

/** Two secrets at most count at any time. */
const overlapping = ([newest]: Sealed['secrets'], now: number): Sealed['secrets'] =>
  newest === undefined ? [] : [{ secret: newest.secret, until: now + secretOverlapMs }];

const shown = (keyring: Keyring, row: WebhookRow): ShownWebhook => {
  const { url, description, signing, secrets } = open(keyring, row);
  const { id, position, tries, madeAt } = row;
  return {
    id,
    url,
    description,
    signing,
    state: row.state as WebhookState,
    position,
    tries,
    madeAt,
    nextAt: tries > 0 && row.state === 'active' ? row.nextAt : null,
    failingSince: row.failingSince,
    secretUntil: secrets[1]?.until ?? null,
  };
};

export const webhookReads = (
  store: Store,
  keyring: Keyring,
): Pick<Reads, 'webhooks' | 'webhook' | 'deliveriesOf'> => ({
  webhooks: async () => (await store.one(everyWebhook, {})).map((row) => shown(keyring, row)),
  async webhook(id) {
    const [row] = await store.one(webhooksById, { ids: [id] });
    return row === undefined ? undefined : shown(keyring, row);
  },
  async deliveriesOf(webhook, { before = Number.MAX_SAFE_INTEGER, limit }) {
    const rows = await store.one(deliveriesBefore, { webhook, before, limit: limit + 1 });
    const items = rows.slice(0, limit);
    return { items, next: rows.length > limit ? (items.at(-1)?.place ?? null) : null };
  },
});

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
  /** False where somebody else has it by now. */
  arrived(taken: TakenWebhook, position: number, tried: DeliveryTried, leaseMs: number): Promise<boolean>;
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

export function webhookQueue({ store, keyring, log, now, newId }: QueueRoom): WebhookQueue {
  const write = <T>(steps: () => Steps<T>): Promise<T> => store.write(steps, { log: log(), registry: 'read' });
  const opened = (row: WebhookRow, lease: string): TakenWebhook => {
    const { url, secrets } = open(keyring, row);
    const { id, position, tries, failingSince } = row;
    const valid = secrets.filter(({ until }) => until === undefined || until > now());
    return { id, url, secrets: valid.map(({ secret }) => secret), position, tries, failingSince, lease };
  };
  function* logged(webhook: string, { message, what, at, ms, status, code }: DeliveryTried): Steps<void> {
    const [newest] = yield* ask(newestDelivery, { webhook });
    const place = Math.max(at * 1000, (newest?.place ?? 0) + 1);
    yield* put('webhookDeliveries', [{ id: newId('dlv'), webhook, message, what, place, at, ms, status, code }]);
  }
  /** Changes the row only where the lease is still the same. */
  const settle = (taken: TakenWebhook, tried: DeliveryTried | undefined, change: Partial<WebhookRow>) =>
    write(function* () {
      if (tried !== undefined) yield* logged(taken.id, tried);
      const [row] = yield* ask(webhooksById, { ids: [taken.id] });
      if (row === undefined || row.lease !== taken.lease || row.state !== 'active') return false;
      yield* put('webhooks', [{ ...row, ...change }], true);
      return true;
    });
  return {
    async take(newest, leaseMs) {
      const due = await store.one(webhooksWaiting, { now: now(), newest });
      if (due.length === 0) return [];
      return write(function* () {
        const taken: TakenWebhook[] = [];
        for (const row of yield* ask(webhooksWaiting, { now: now(), newest })) {
          const lease = newId('lease');
          yield* ask(leaseWebhook, { id: row.id, lease, until: now() + leaseMs });
          taken.push(opened(row, lease));
        }
        return taken;
      });
    },
    async look(id) {
      const [row] = await store.one(webhooksById, { ids: [id] });
      return row === undefined || row.state === 'ended' ? undefined : opened(row, row.lease);
    },
    arrived: (taken, position, tried, leaseMs) =>
      settle(taken, tried, { position, tries: 0, failingSince: null, leaseUntil: now() + leaseMs }),
    failed: (taken, nextAt, tried) =>
      settle(taken, tried, {
        tries: taken.tries + 1,
        nextAt,
        failingSince: taken.failingSince ?? tried.at,
        leaseUntil: 0,
      }),
    async release(taken) {
      await settle(taken, undefined, { leaseUntil: 0 });
    },
    note: (id, tried) => write(() => logged(id, tried)),
    async sweep(before) {
      await write(() => ask(dropOldDeliveries, { before }));
    },
  };
}
