/**
 * What is neither ledger nor view: the identity index, marks, erasures on their way, stored replies.
 * Promise: identifiers only as keyed hashes and sealed values; marks and journals outlive a rebuilt view.
 * Source:  docs/design.md 4 and 6.
 */
import type { Kit } from '../kit.ts';

const markTables = (k: Kit) => ({
  meta: k.table('meta', { name: k.text('name').primaryKey(), value: k.text('value').notNull() }),
  identities: k.table(
    'identities',
    {
      pepper: k.count('pepper').notNull(),
      hash: k.text('hash').notNull(),
      subject: k.text('subject').notNull(),
      fact: k.text('fact').notNull(),
      /** Binds the hash to its person and the fact that linked them (decision 0049). */
      bound: k.text('bound'),
    },
    (t) => [k.primaryKey({ columns: [t.pepper, t.hash] }), k.index('identities_subject').on(t.subject)],
  ),
  erasedMarks: k.table('erased_marks', {
    mark: k.text('mark').primaryKey(),
    at: k.count('at').notNull(),
    until: k.count('until').notNull(),
    /** When the person came back by an own act. */
    liftedAt: k.count('lifted_at'),
    keep: k.text('keep').notNull(),
    /** The size of the ledger, as a place, when this row was written: an older one of the same mark is told by it. */
    place: k.count('place'),
    bound: k.text('bound'),
  }),
  suppressionMarks: k.table(
    'suppression_marks',
    {
      mark: k.text('mark').notNull(),
      code: k.text('code').notNull(),
      purpose: k.text('purpose').notNull(),
      at: k.count('at').notNull(),
      /** When the person took the wish back; the row stays, so that a missing one is noticed. */
      liftedAt: k.count('lifted_at'),
      place: k.count('place'),
      bound: k.text('bound'),
    },
    (t) => [k.primaryKey({ columns: [t.mark, t.code, t.purpose] })],
  ),
  /** Writes and exports refuse for these people. */
  erasing: k.table('erasing', {
    subject: k.text('subject').primaryKey(),
    at: k.count('at').notNull(),
    doc: k.text('doc').notNull(),
  }),
});

const keptTables = (k: Kit) => ({
  certificates: k.table('certificates', {
    request: k.text('request').primaryKey(),
    doc: k.text('doc').notNull(),
    at: k.count('at').notNull(),
  }),
  requestSecrets: k.table(
    'request_secrets',
    { request: k.text('request').primaryKey(), secret: k.text('secret').notNull() },
    (t) => [k.index('request_secrets_secret').on(t.secret)],
  ),
  idempotency: k.table(
    'idempotency',
    {
      /** Keyed hash of caller, person, route and key. */
      key: k.text('key').primaryKey(),
      /** Keyed hash of the body. */
      body: k.text('body').notNull(),
      status: k.count('status').notNull(),
      /** The reply, sealed under the person's key or the house's. */
      reply: k.bytes('reply').notNull(),
      keyId: k.text('key_id'),
      subject: k.text('subject'),
      at: k.count('at').notNull(),
    },
    (t) => [k.index('idempotency_at').on(t.at), k.index('idempotency_subject').on(t.subject)],
  ),
});

const heldTables = (k: Kit) => ({
  /** Legal holds that outlived an erasure, until they end; whose they are stands in keyed hashes. */
  keptHolds: k.table('kept_holds', {
    hold: k.text('hold').primaryKey(),
    /** JSON list of the marks of the person's identifiers. */
    marks: k.text('marks').notNull(),
    certificate: k.text('certificate').notNull(),
    doc: k.text('doc').notNull(),
    until: k.count('until'),
  }),
  /** What they hold: entry, salt, payload and file, sealed under the hold's own key. */
  keptEntries: k.table(
    'kept_entries',
    {
      hold: k.text('hold').notNull(),
      log: k.count('log').notNull(),
      index: k.count('index').notNull(),
      keyId: k.text('key_id').notNull(),
      sealed: k.bytes('sealed').notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.hold, t.log, t.index] })],
  ),
});

const sealedTables = (k: Kit) => ({
  /** Messages that still have to leave the house, or have left it; their text stays in the fact. */
  outbox: k.table(
    'outbox',
    {
      message: k.text('message').primaryKey(),
      subject: k.text('subject').notNull(),
      /** `waiting`, `sent` or `given-up`. */
      state: k.text('state').notNull(),
      tries: k.count('tries').notNull(),
      nextAt: k.count('next_at').notNull(),
      /** Whoever sends it has it alone until then. */
      leaseUntil: k.count('lease_until').notNull(),
    },
    (t) => [k.index('outbox_next').on(t.state, t.nextAt), k.index('outbox_subject').on(t.subject)],
  ),
  /** What people sent as evidence, sealed under their key; the fact `file.added` describes it. */
  files: k.table(
    'files',
    {
      id: k.text('id').primaryKey(),
      subject: k.text('subject').notNull(),
      keyId: k.text('key_id').notNull(),
      bytes: k.bytes('bytes').notNull(),
      at: k.count('at').notNull(),
    },
    (t) => [k.index('files_subject').on(t.subject)],
  ),
});

const webhookTables = (k: Kit) => ({
  /** Addresses that changes are sent to, and how far each has come. */
  webhooks: k.table('webhooks', {
    id: k.text('id').primaryKey(),
    /** `active`, `disabled` or `ended`. */
    state: k.text('state').notNull(),
    /** Address, description and secrets, sealed under the key of the house. */
    sealed: k.bytes('sealed').notNull(),
    /** The place in the feed of changes up to which everything has arrived. */
    position: k.count('position').notNull(),
    /** Failed tries of the change behind that place. */
    tries: k.count('tries').notNull(),
    nextAt: k.count('next_at').notNull(),
    failingSince: k.count('failing_since'),
    /** Drawn anew each time somebody takes it: whoever comes with another one is late. */
    lease: k.text('lease').notNull(),
    leaseUntil: k.count('lease_until').notNull(),
    madeAt: k.count('made_at').notNull(),
  }),
  /** What became of each try; nothing of what was sent. */
  webhookDeliveries: k.table(
    'webhook_deliveries',
    {
      id: k.text('id').primaryKey(),
      webhook: k.text('webhook').notNull(),
      message: k.text('message').notNull(),
      what: k.text('what').notNull(),
      /** The order of the list: time, and within a millisecond a number. */
      place: k.count('place').notNull(),
      at: k.count('at').notNull(),
      ms: k.count('ms').notNull(),
      status: k.count('status'),
      code: k.text('code'),
    },
    (t) => [k.index('webhook_deliveries_place').on(t.webhook, t.place), k.index('webhook_deliveries_at').on(t.at)],
  ),
});

const visitTables = (k: Kit) => ({
  /** Sign-in links and browser sessions; whose they are stands sealed. */
  browserSessions: k.table(
    'browser_sessions',
    {
      /** Keyed hash of the code or the cookie. */
      key: k.text('key').primaryKey(),
      /** Keyed hash of the identifier, so that an erasure finds them. */
      holder: k.text('holder').notNull(),
      sealed: k.bytes('sealed').notNull(),
      until: k.count('until').notNull(),
    },
    (t) => [k.index('browser_sessions_holder').on(t.holder), k.index('browser_sessions_until').on(t.until)],
  ),
});

const journalTables = (k: Kit) => ({
  /** Nodes that keep an erasure journal, and how many lines each should have. */
  nodes: k.table('nodes', {
    node: k.text('node').primaryKey(),
    lines: k.count('lines').notNull(),
    lastAt: k.count('last_at').notNull(),
  }),
});

export const houseTables = (k: Kit) => ({
  ...markTables(k),
  ...keptTables(k),
  ...heldTables(k),
  ...sealedTables(k),
  ...webhookTables(k),
  ...visitTables(k),
  ...journalTables(k),
});
