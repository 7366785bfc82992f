/**
 * Endpoints for webhooks: what is kept of them, sealed, and how far each has come.
 * Flow:    batch (made and changed beside a fact) → here → webhook-queue (sent), ports/reads (shown).
 * Promise: address and secrets are sealed; a secret is shown to nobody; never more than two of an endpoint count.
 * Source:  decision 0074.
 */
import { and, desc, eq, lt, sql } from 'drizzle-orm';
import type { AlterWebhook, KeepWebhook } from '../commands/command.ts';
import type { Reads, ShownWebhook } from '../ports/reads.ts';
import type { Keyring } from '../seal/keys.ts';
import { ask, type FoundRow, put, rowsQuery, type Steps } from '../store/query.ts';
import type { Store } from '../store/store.ts';
import { type SigningKind, secretOverlapMs, type WebhookState } from '../vocabulary/webhook.ts';

const p = sql.placeholder;

/** What only the house reads. */
interface Sealed {
  readonly url: string;
  readonly description: string;
  readonly signing: SigningKind;
  /** The newest first; an older one signs until its time is over. */
  readonly secrets: readonly { readonly secret: string; readonly until?: number }[];
}

export type WebhookRow = FoundRow<'webhooks'>;

const sealPlace = (id: string): string => `webhook ${id}`;
const seal = (keyring: Keyring, id: string, value: Sealed): Uint8Array =>
  keyring.sealForHouse(sealPlace(id), Buffer.from(JSON.stringify(value)));
// Sealed by this file in this form.
export const openWebhook = (keyring: Keyring, { id, sealed }: Pick<WebhookRow, 'id' | 'sealed'>): Sealed =>
  JSON.parse(Buffer.from(keyring.openForHouse(sealPlace(id), sealed)).toString());

export const webhooksById = rowsQuery<{ ids: readonly string[] }>()(
  'webhooksById',
  ({ db, t, any }) => db.select().from(t.webhooks).where(any(t.webhooks.id, 'ids')),
  ['ids'],
);
const everyWebhook = rowsQuery<Record<never, never>>()('everyWebhook', ({ db, t }) =>
  db.select().from(t.webhooks).orderBy(desc(t.webhooks.madeAt), t.webhooks.id).limit(1000),
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
  const { secrets, ...known } = openWebhook(keyring, row);
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
  const { url, description, signing, secrets } = openWebhook(keyring, row);
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

export const webhookReads = (store: Store, keyring: Keyring): Pick<Reads, 'webhooks' | 'webhook' | 'deliveriesOf'> => ({
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
