/**
 * The ledger's own tables: what is remembered for ever.
 * Promise: append-only by triggers (migrations, `append_only`); an erasure fact empties an entry but for log, index and
 *          leaf hash.
 * Source:  docs/design.md 4 and 5.
 */
import { actorIn, type Kit } from '../kit.ts';

const entryTables = (k: Kit) => ({
  logs: k.table('logs', {
    log: k.count('log').primaryKey(),
    origin: k.text('origin').notNull(),
    vkey: k.text('vkey').notNull(),
    state: k.text('state').notNull(),
    createdAt: k.count('created_at').notNull(),
  }),
  entries: k.table(
    'entries',
    {
      log: k.count('log').notNull(),
      index: k.count('index').notNull(),
      leafHash: k.bytes('leaf_hash').notNull(),
      id: k.text('id'),
      kind: k.text('kind'),
      at: k.count('at'),
      subject: k.text('subject'),
      n: k.count('n'),
      /** The canonical bytes that were hashed. */
      entry: k.bytes('entry'),
      /** Sealed under `key_id`, or clear where nothing is personal. */
      payload: k.bytes('payload'),
      /** Only beside a clear payload; a sealed one carries its salt inside. */
      salt: k.bytes('salt'),
      keyId: k.text('key_id'),
    },
    (t) => [
      k.primaryKey({ columns: [t.log, t.index] }),
      k.uniqueIndex('entries_id').on(t.id),
      k.uniqueIndex('entries_subject_n').on(t.subject, t.n),
      // With the time, so that entries of a kind are counted from the index alone.
      k.index('entries_kind').on(t.kind, t.log, t.index, t.at),
      // Who acted stands in the bytes that are hashed, and in no column that could say something else.
      k.index('entries_actor').on(actorIn(t.entry), t.log, t.index),
    ],
  ),
});

const treeTables = (k: Kit) => ({
  checkpoints: k.table(
    'checkpoints',
    {
      log: k.count('log').notNull(),
      size: k.count('size').notNull(),
      root: k.bytes('root').notNull(),
      note: k.text('note').notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.log, t.size] })],
  ),
  tiles: k.table(
    'tiles',
    {
      log: k.count('log').notNull(),
      level: k.count('level').notNull(),
      index: k.count('index').notNull(),
      hashes: k.bytes('hashes').notNull(),
      root: k.bytes('root').notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.log, t.level, t.index] })],
  ),
  /** Which entries a later fact emptied, and how; the triggers read it. */
  covered: k.table(
    'covered',
    {
      log: k.count('log').notNull(),
      from: k.count('from').notNull(),
      to: k.count('to').notNull(),
      fact: k.text('fact').notNull(),
      what: k.text('what').notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.log, t.from, t.fact] })],
  ),
});

export const ledgerTables = (k: Kit) => ({ ...entryTables(k), ...treeTables(k) });
