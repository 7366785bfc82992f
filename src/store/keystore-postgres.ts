/**
 * Keeps wrapped keys in a PostgreSQL schema of their own.
 * Flow:    house → here → keyring.
 * Promise: every write is synced when it returns. After `destroy` no query reaches the bytes; after `scrub` the file of
 *          the table does not hold them where it is small enough to be written anew. What stays elsewhere is said, is
 *          wrapped, and ends with its master key.
 * Source:  docs/design.md 6; docs/decisions/0056-what-an-engine-keeps.md.
 */
import type pg from 'pg';
import type { KeyStore, MasterCount, Rewrapped, StoredKey } from '../seal/keys.ts';
import type { Trace } from '../vocabulary/trace.ts';
import { type Connections, openConnections } from './postgres-connections.ts';
import { type Maintenance, retireLog, rewrite, vacuum, withMaintenance } from './postgres-files.ts';
import { readersGone } from './postgres-readers.ts';
import type { Watchable } from './store.ts';

const TABLE = `
  create schema if not exists keystore;
  create table if not exists keystore.keys (
    id text collate "C" primary key,
    use text not null,
    subject text collate "C",
    period text collate "C",
    master integer not null,
    wrapped bytea not null,
    created_at bigint not null
  );
  create unique index if not exists keys_of_subject on keystore.keys (subject, period) where use = 'data';
  create index if not exists keys_of_use on keystore.keys (use) where use <> 'data';
  alter table keystore.keys alter column wrapped set statistics 0;
  alter table keystore.keys alter column id set statistics 0;
  alter table keystore.keys alter column subject set statistics 0;
`;
/** An arbitrary number of ours: two nodes that start at once make the schema one after the other. */
const LOCK = 7_267_301;
const DEADLOCK = '40P01';
const TRIES = 5;
const ROW = `id, use, subject, period, master, wrapped, created_at::float8 as "createdAt"`;
const ADD = `
  insert into keystore.keys (id, use, subject, period, master, wrapped, created_at)
  select given.* from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::int[], $6::bytea[], $7::bigint[])
    as given (id, use, subject, period, master, wrapped, created_at)
  where given.master >= coalesce((select fence.master from keystore.keys fence where fence.use = 'check' for share), 0)
  on conflict do nothing returning id`;
const BEFORE = `
  select ${ROW} from keystore.keys where master < $1 and id > $2 order by id limit $3`;
const REWRAP = `
  update keystore.keys set master = given.master, wrapped = given.wrapped
  from unnest($1::text[], $2::int[], $3::bytea[], $4::bytea[]) as given (id, master, wrapped, was)
  where keys.id = given.id and keys.wrapped = given.was`;
const MASTERS = 'select master, count(*)::float8 as keys from keystore.keys group by master order by 1';

/** `isApart`: in a database of its own, whose log nobody else retires. */
export async function openPostgresKeyStore(url: string, { isApart = true } = {}): Promise<KeyStore & Watchable> {
  const connections = openConnections({ connectionString: url, max: 4 }, 'keystore');
  const say = <Row extends pg.QueryResultRow>(query: string, values: readonly unknown[] = []) =>
    connections.use((client, wait) => wait(client.query<Row>(query, [...values])));
  try {
    await refuseUnsafe(say);
    await makeTable(connections);
  } catch (cause) {
    await connections.close();
    throw cause;
  }
  const rows = async (query: string, values: readonly unknown[]): Promise<readonly StoredKey[]> =>
    (await say<StoredKey>(query, values)).rows;
  return {
    files: connections.files,
    trouble: connections.trouble,
    all: (use) => rows(`select ${ROW} from keystore.keys where use = $1 order by created_at, id`, [use]),
    load: (ids) => rows(`select ${ROW} from keystore.keys where use = 'data' and id = any($1::text[])`, [ids]),
    ofSubjects: (people, period) =>
      rows(`select ${ROW} from keystore.keys where use = 'data' and period = $2 and subject = any($1::text[])`, [
        people,
        period,
      ]),
    add: (keys) =>
      inOneOrder(keys, async (sorted) => (await say<{ id: string }>(ADD, columnsOf(sorted))).rows.map(({ id }) => id)),
    async destroy(subject) {
      const { rowCount } = await say(`delete from keystore.keys where use = 'data' and subject = $1`, [subject]);
      return rowCount ?? 0;
    },
    remove: async (ids) => void (await say('delete from keystore.keys where id = any($1::text[])', [ids])),
    scrub: () => withMaintenance(url, (on) => scrubbed(on, isApart)),
    subjects: async () =>
      (
        await say<{ subject: string }>(`select distinct subject from keystore.keys where use = 'data' order by subject`)
      ).rows.map(({ subject }) => subject),
    wrappedBefore: (master, after, limit) => rows(BEFORE, [master, after, limit]),
    rewrap: async (keys) => void (await againAtDeadlock(() => say(REWRAP, changesOf(keys)))),
    masters: async () => (await say<MasterCount>(MASTERS)).rows,
    close: connections.close,
  };
}

/** About 60,000 keys: written anew in a moment in which nobody notices that they wait. */
const MOST_REWRITTEN = 16 * 1024 * 1024;

async function scrubbed(on: Maintenance, isApart: boolean): Promise<readonly Trace[]> {
  const what = ['wrapped-keys'] as const;
  // A table written anew takes along what somebody still sees.
  const isUnseen = await readersGone(on);
  const isNew = (await rewrite(on, 'keystore.keys', MOST_REWRITTEN)) && isUnseen;
  if (!isNew) await vacuum(on, 'keystore.keys');
  const log = isApart ? ((await retireLog(on)) ?? (isUnseen ? undefined : 'written-over')) : undefined;
  return [
    ...(isNew ? [] : [{ where: 'keystore-files', what, until: 'written-over' } as const]),
    ...(log === undefined ? [] : [{ where: 'keystore-log', what, until: log } as const]),
  ];
}

/**
 * Two nodes that add keys of the same people take the rows in one order, so that neither waits for the other for ever.
 */
function inOneOrder<T>(keys: readonly StoredKey[], add: (sorted: readonly StoredKey[]) => Promise<T>): Promise<T> {
  const place = ({ use, subject, period, id }: StoredKey): string => [use, subject, period, id].join(' ');
  const sorted = [...keys].sort((a, b) => (place(a) < place(b) ? -1 : 1));
  return againAtDeadlock(() => add(sorted));
}

async function againAtDeadlock<T>(work: () => Promise<T>, left = TRIES): Promise<T> {
  try {
    return await work();
  } catch (fault) {
    const isDeadlock = (fault as { readonly code?: unknown }).code === DEADLOCK;
    if (!isDeadlock || left === 0) throw fault;
    return againAtDeadlock(work, left - 1);
  }
}

const columnsOf = (keys: readonly StoredKey[]): unknown[] => [
  keys.map(({ id }) => id),
  keys.map(({ use }) => use),
  keys.map(({ subject }) => subject),
  keys.map(({ period }) => period),
  keys.map(({ master }) => master),
  keys.map(({ wrapped }) => Buffer.from(wrapped)),
  keys.map(({ createdAt }) => createdAt),
];

const changesOf = (keys: readonly Rewrapped[]): unknown[] => [
  keys.map(({ key }) => key.id),
  keys.map(({ key }) => key.master),
  keys.map(({ key }) => Buffer.from(key.wrapped)),
  keys.map(({ was }) => Buffer.from(was)),
];

/** A key that a crash takes back would leave sealed rows that nobody can open. */
async function refuseUnsafe(
  say: (query: string, values: readonly unknown[]) => Promise<{ readonly rows: readonly object[] }>,
): Promise<void> {
  for (const name of ['fsync', 'full_page_writes', 'synchronous_commit']) {
    const { rows } = await say('select current_setting($1) as value', [name]);
    if (rows.some((row) => 'value' in row && row.value === 'off'))
      throw new Error(`The keystore refuses to open: PostgreSQL runs with ${name} = off.`);
  }
}

/** In one transaction; a connection that fails in it is ended and not used again. */
const makeTable = (connections: Connections): Promise<void> =>
  connections.use(async (client, wait) => {
    await wait(client.query('begin'));
    try {
      await wait(client.query('select pg_advisory_xact_lock($1)', [LOCK]));
      const { rows } = await wait(
        client.query<{ found: boolean }>(`select to_regclass('keystore.keys') is not null as found`),
      );
      // Looked for first, because a role that may only use the table has no right to make a schema.
      if (rows[0]?.found !== true) await wait(client.query(TABLE));
      await wait(client.query('commit'));
    } catch (cause) {
      await wait(client.query('rollback')).catch(() => undefined);
      throw cause;
    }
  });
