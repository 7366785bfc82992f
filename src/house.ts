/**
 * The composition root: builds every room once and hands each the few things it needs.
 * Flow:    main, scripts, tests → here → everything.
 * Promise: what it offers is house-port.ts; a house that cannot be sure of its parts is sealed, not half open.
 * Source:  DESIGN sections 1, 4 and 6.
 */
import { join } from 'node:path';
import type { Clock } from './clock.ts';
import { systemClock } from './clock.ts';
import { type GuardedClock, guardClock } from './clock-guard.ts';
import { commands } from './commands/commands.ts';
import type { Config } from './config.ts';
import { type Mail, openMail } from './connectors/mail.ts';
import { emptyRegistry } from './evaluation/registry.ts';
import type { House, HouseSettings, Recorded, Sender } from './house-port.ts';
import { clearRemnants, findInstallation, finishInstallation } from './installation.ts';
import type { BatchRoom, Waiting } from './ledger/batch.ts';
import { erasures } from './ledger/erasure/erasures.ts';
import { sweepReplies } from './ledger/idempotency.ts';
import { logRow, rootAt } from './ledger/list-queries.ts';
import { type Mark, openMark } from './ledger/mark.ts';
import { type Outbox, outboxOf } from './ledger/outbox.ts';
import { evidenceOf, ledgerReader } from './ledger/prove.ts';
import { newestCheckpoint, newestTime } from './ledger/queries.ts';
import { reads } from './ledger/reads.ts';
import { freshRegistry } from './ledger/registry-memory.ts';
import { seeMany, seePerson } from './ledger/see.ts';
import { rootOf } from './ledger/tree.ts';
import { loadTree } from './ledger/tree-memory.ts';
import { openWriter, type Writer } from './ledger/writer.ts';
import { type Keyring, newId, openKeyring, openMasterKeys, SealedError } from './seal/seal.ts';
import { openPostgresKeyStore } from './store/keystore-postgres.ts';
import { openSqliteKeyStore } from './store/keystore-sqlite.ts';
import { openPostgres } from './store/postgres.ts';
import { ask, now, put } from './store/query.ts';
import { openSqlite } from './store/sqlite.ts';
import { type Store, Unavailable } from './store/store.ts';
import { type Problem, problem } from './vocabulary/problems.ts';

const MAIN_LOG = 0;
const SYNC_EVERY_MS = 500;
const SWEEP_EVERY_MS = 3_600_000;
const HEAR_EVERY_MS = 10_000;

/** A house and the few things besides that whoever runs it needs. */
export interface OpenHouse extends House {
  readonly keyring: Keyring;
  readonly store: Store;
  readonly writer: Writer;
  readonly room: BatchRoom;
  readonly outbox: Outbox;
  readonly mail: Mail;
}

interface Parts {
  readonly store: Store;
  readonly keyring: Keyring;
  readonly mark: Mark;
}

async function openParts(config: Config, clock: GuardedClock): Promise<Parts> {
  const { isNew, origin: found } = findInstallation(config);
  if (isNew && config.databaseUrl === undefined) clearRemnants(config);
  const store = config.databaseUrl === undefined ? openSqlite(config.dataDir, clock) : await openPostgres(config.databaseUrl, clock);
  try {
    const keystoreUrl = config.keystoreUrl ?? config.databaseUrl;
    const keys = keystoreUrl === undefined ? openSqliteKeyStore(join(config.dataDir, 'keys.db')) : await openPostgresKeyStore(keystoreUrl);
    const { origin, isFirst } = await originOf(store, found, isNew);
    const master = openMasterKeys(config.masterKeyFile, { create: isFirst });
    const keyring = await openKeyring({ store: keys, master, origin, create: isFirst, now: clock.now() });
    if (isFirst) await begin(store, keyring, clock.now());
    const mark = openMark(config.witnessDir, MAIN_LOG);
    if (isNew) {
      await mark.sync();
      finishInstallation(config, { origin, vkey: keyring.vkey });
    }
    return { store, keyring, mark };
  } catch (fault) {
    await store.close();
    throw fault;
  }
}

/** A node that joins a database takes the origin it finds there. */
async function originOf(store: Store, found: string, isNew: boolean): Promise<{ readonly origin: string; readonly isFirst: boolean }> {
  const [row] = await store.one(logRow, { log: MAIN_LOG });
  if (row === undefined && !isNew) throw new SealedError('origin-unknown', 'The database does not hold the log of this installation.');
  if (row !== undefined && !isNew && row.origin !== found) throw new SealedError('origin-unknown', 'The database holds the log of another installation.');
  return { origin: row?.origin ?? found, isFirst: row === undefined && isNew };
}

const begin = (store: Store, keyring: Keyring, now: number): Promise<void> =>
  store.write(
    function* () {
      yield* put('logs', [{ log: MAIN_LOG, origin: keyring.origin, vkey: keyring.vkey, state: 'open', createdAt: now }]);
      yield* put('registryHead', [{ id: 1, version: 0 }], true);
    },
    { log: MAIN_LOG, registry: 'write' },
  );

/** The ledger may be ahead of the mark, never behind it, and had the mark's root at the mark's size. */
async function compareMark({ store, mark }: Parts): Promise<void> {
  const marked = mark.read();
  if (marked === undefined || marked.size === 0) return;
  const [newest] = await store.one(newestCheckpoint, { log: MAIN_LOG });
  const [same] = await store.one(rootAt, { log: MAIN_LOG, size: marked.size });
  if (newest === undefined || newest.size < marked.size || same === undefined || Buffer.compare(same.root, marked.root) !== 0)
    throw new SealedError('origin-unknown', 'The ledger is not the one that the mark in the witness folder knows: it was put back to an older state.');
}

export async function openHouse(config: Config, machine: Clock = systemClock): Promise<OpenHouse> {
  const clock = guardClock(machine);
  const parts = await openParts(config, clock);
  const { store, keyring, mark } = parts;
  await compareMark(parts);
  const start = await store.read(function* () {
    const [last] = yield* ask(newestTime, { log: MAIN_LOG });
    clock.reached(last?.at ?? 0);
    return { registry: yield* freshRegistry(emptyRegistry), tree: yield* loadTree(MAIN_LOG, undefined) };
  });
  await hearTime(store);
  if (start.tree.size > 0) mark.write(start.tree.size, rootOf(start.tree));
  const room: BatchRoom = { log: MAIN_LOG, keyring, defaultRegime: config.regime, now: () => clock.now(), reached: (at) => clock.reached(at), memory: start };
  const writer = openWriter({ store, room, mark });
  // On a clock in doubt nothing runs out.
  const sweep = async (): Promise<unknown> =>
    clock.doubt() ?? writer.exclusive(() => store.write(() => sweepReplies(clock.now()), { log: MAIN_LOG, registry: 'read' }));
  const timers = [every(SYNC_EVERY_MS, () => mark.sync()), every(SWEEP_EVERY_MS, sweep), every(HEAR_EVERY_MS, () => hearTime(store))];
  await sweep();
  return compose({ config, clock, parts, room, writer, stop: () => timers.forEach(clearInterval) });
}

/** A node that only reads hears the database's time, too; a fault is told by whatever is asked next. */
async function hearTime(store: Store): Promise<void> {
  await store.read(now).catch(() => undefined);
}

/** Work that may fail once and is tried again the next time; it keeps no process alive. */
const every = (ms: number, work: () => Promise<unknown>): NodeJS.Timeout => setInterval(() => void work().catch(() => undefined), ms).unref();

interface Composing {
  readonly config: Config;
  readonly clock: GuardedClock;
  readonly parts: Parts;
  readonly room: BatchRoom;
  readonly writer: Writer;
  stop(): void;
}

async function compose({ config, clock, parts, room, writer, stop }: Composing): Promise<OpenHouse> {
  const { store, keyring, mark } = parts;
  const mail = mailOf(config, keyring.origin);
  const { witnessDir, backupLifeMs } = config;
  const erasing = await erasures({ store, keyring, room, writer, mail, witnessDir, backupLifeMs, now: () => clock.now() });
  const proofs = ledgerReader(store, keyring);
  const believed = (): void => {
    if (clock.doubt() !== undefined) throw new Unavailable('clock-in-doubt');
  };
  const run = async (kind: string, input: unknown, sender: Sender): Promise<Recorded> => {
    believed();
    return writer.run(waitingFor(kind, input, sender));
  };
  return {
    ...reads(store, keyring),
    settings: settingsOf(config),
    keyring,
    store,
    writer,
    room,
    now: () => clock.now(),
    outbox: outboxOf({ store, log: () => room.log, now: () => clock.now() }),
    mail,
    actorOf: (principal) => keyring.actorPseudonym(principal),
    status: () => statusOf(clock, notesOf(config)),
    record: run,
    recordMany: (kind, items) => Promise.all(items.map(({ input, sender }) => run(kind, input, sender).catch(problemOf))),
    registry: async () => (await seeMany({ store, room }, [], false)).registry,
    async see(identifiers, wants) {
      believed();
      const [only] = identifiers;
      const one = only !== undefined && identifiers.length === 1 && wants?.history !== true;
      const seen = one ? await seePerson({ store, room }, only) : await seeMany({ store, room }, identifiers, wants?.history === true);
      return { ...seen, now: clock.now() };
    },
    ledger: proofs,
    evidence: (subject, size) => evidenceOf({ store, keyring, log: MAIN_LOG }, subject, size),
    async erase(identifier, why) {
      believed();
      return erasing.erase(identifier, why);
    },
    async close() {
      stop();
      await writer.idle();
      await mark.sync();
      mail.close();
      mark.close();
      await keyring.close();
      await store.close();
    },
  };
}

/** Without a mail server messages become files beside the data. */
const mailOf = (config: Config, origin: string): Mail =>
  openMail({
    ...(config.smtpUrl === undefined ? {} : { smtpUrl: config.smtpUrl }),
    from: config.mailFrom ?? 'Candor <nobody@localhost.invalid>',
    domain: origin.split('/')[0] ?? 'candor.invalid',
    folder: join(config.dataDir, 'mail'),
  });

export const settingsOf = (config: Config): HouseSettings => ({
  defaultRegime: config.regime,
  timeZone: config.timeZone,
  holidays: config.holidays,
  baseUrl: config.baseUrl ?? `http://${config.host}:${config.port}`,
  ...(config.company === undefined ? {} : { company: config.company }),
});

const statusOf = (clock: GuardedClock, notes: readonly string[]): ReturnType<House['status']> => {
  const doubt = clock.doubt();
  return doubt === undefined ? { state: 'ready', notes } : { state: 'not-ready', notes: [doubt, ...notes] };
};

/** A fault as whoever asked is told of it. */
export const problemOf = (fault: unknown): Problem =>
  problem(fault instanceof Unavailable && fault.code === 'clock-in-doubt' ? 'clock-in-doubt' : 'unavailable');

const notesOf = (config: Config): readonly string[] =>
  join(config.witnessDir).startsWith(join(config.dataDir))
    ? ['The witness folder lies inside the data folder: whoever puts the whole folder back to an older state is not noticed. Set CANDOR_WITNESS_DIR.']
    : [];

function waitingFor(kind: string, input: unknown, { caller, requestId, idempotency }: Sender): Waiting {
  const rule = commands.get(kind);
  if (rule === undefined) throw new Error(`unknown command: ${kind}`);
  const ids = Object.fromEntries(Object.entries(rule.draws(input)).map(([name, prefix]) => [name, newId(prefix)]));
  return { rule, command: { kind, input, caller, ids, requestId, ...(idempotency === undefined ? {} : { idempotency }) } };
}
