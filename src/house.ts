/**
 * The composition root: builds every room once and hands each the few things it needs.
 * Flow:    main, scripts, tests → here → everything.
 * Promise: what it offers is ports/house.ts; a house that cannot be sure of its parts is sealed, not half open.
 * Source:  docs/design.md 1, 4 and 6.
 */

import { join } from 'node:path';
import { urlAt } from './address.ts';
import type { Clock } from './clock.ts';
import { systemClock } from './clock.ts';
import { type GuardedClock, guardClock } from './clock-guard.ts';
import { connectedSystems, namedSystems } from './composed/connected-maps.ts';
import { erasingPorts, erasureSettings, every } from './composed/erasing.ts';
import { type FaultListener, timedPortsOf } from './composed/recording.ts';
import { readRulePacks } from './composed/rule-packs.ts';
import type { Config } from './config.ts';
import { type Mail, openMail } from './connectors/mail.ts';
import { emptyRegistry, type Registry } from './evaluation/registry.ts';
import { keepVkey } from './installation.ts';
import { startWalk, type Walk } from './jobs/watch-views.ts';
import { type Access, openAccess } from './ledger/access.ts';
import { judgeSome } from './ledger/audit/judge.ts';
import { type Backlog, backlogOf } from './ledger/backlog.ts';
import type { BatchRoom } from './ledger/batch.ts';
import type { Fitting } from './ledger/bound/fit.ts';
import { keepState } from './ledger/bound/keep-state.ts';
import { boundMemory } from './ledger/bound/memory.ts';
import { openBound } from './ledger/bound/open-bound.ts';
import { openState } from './ledger/bound/open-state.ts';
import { Unfit, type UnfitReport } from './ledger/bound/unfit.ts';
import { browserSessions } from './ledger/browser-sessions.ts';
import { evidenceInPages } from './ledger/evidence-pages.ts';
import { sweepReplies } from './ledger/idempotency.ts';
import type { LogMark } from './ledger/mark.ts';
import { type Outbox, outboxOf } from './ledger/outbox.ts';
import { type OwnNotes, ownNotes } from './ledger/own-notes.ts';
import { evidenceOf, ledgerReader } from './ledger/prove.ts';
import { newestTime } from './ledger/queries.ts';
import { reads } from './ledger/reads.ts';
import { freshRegistry } from './ledger/registry-memory.ts';
import { rotationRecorder } from './ledger/rotations.ts';
import { rootOf, type TreeState } from './ledger/tree.ts';
import { loadTree, sealedWhereUnlike } from './ledger/tree-memory.ts';
import { openWriter, type Writer } from './ledger/writer.ts';
import { openParts, type Parts } from './parts.ts';
import type { House } from './ports/house.ts';
import type { HouseSettings, Reads, UnfinishedErasure } from './ports/reads.ts';
import type { EndedHold, Erased } from './ports/records.ts';
import type { Keyring } from './seal/seal.ts';
import { toldInWords } from './start-fault.ts';
import { ask, now, type Steps } from './store/query.ts';
import type { Store } from './store/store.ts';
import { sentenceOf, type Trouble } from './store/trouble.ts';
import { type StorageWatch, watchStorage } from './store/watch.ts';
import type { ConnectedSystem } from './systems/read-maps.ts';
import { defined } from './vocabulary/defined.ts';
import { HOUR_MS } from './vocabulary/instant.ts';
import type { Problem } from './vocabulary/problems.ts';

const SYNC_EVERY_MS = 500;
const SWEEP_EVERY_MS = HOUR_MS;
const HEAR_EVERY_MS = 10_000;
const HEAR_ACCESS_EVERY_MS = 1_000;
const LEARN_EVERY_MS = 1_000;
const ROTATED_EVERY_MS = 1_000;
const WALK_EVERY_MS = 1_000;
const FOREIGN_EVERY_MS = 250;

/** A house and the few things besides that whoever runs it needs. */
export interface OpenHouse extends House, Pick<OwnNotes, 'digests'> {
  readonly keyring: Keyring;
  readonly store: Store;
  /** The database itself: what is written by it is in no head of the state, and permits nothing at the next start. */
  readonly storage: Store;
  readonly writer: Writer;
  readonly room: BatchRoom;
  readonly outbox: Outbox;
  /** Done at once: a second person is asked for in front of it, in http/record/second-person.ts. */
  erase(...asked: Parameters<House['erase']>): Promise<Erased | UnfinishedErasure | Problem>;
  endHold(...asked: Parameters<House['endHold']>): Promise<EndedHold | Problem | undefined>;
  readonly sessions: ReturnType<typeof browserSessions>;
  /** What was ended of tokens and sessions. */
  readonly access: Access;
  readonly mail: Mail;
  /** Other systems that hold data of the same people. */
  readonly connected: readonly ConnectedSystem[];
  /** What is wrong with the storage now. */
  troubles(): readonly Trouble[];
  /** For how long the mark has waited to be on the disk, in milliseconds. */
  markLagMs(): number;
  /** What waits to be done, as the database says it. */
  backlog(): Promise<Backlog>;
  /** Holds the views against the ledger, a few people at a time. */
  readonly walk: Walk;
  hearFaults(listener: FaultListener): void;
  /** What runs by itself every hour: ends holds, proofs, marks and lines of the journal whose time is over. */
  sweepErasures(): Promise<unknown>;
}

interface Opened {
  /** Whoever opens it folds everything anew at once, so that it opens over rows that do not fit. */
  readonly isAnew?: boolean;
  /** How many commands one commit takes at most in a file of our own; a database that others write to keeps its own. */
  readonly width?: number;
}

export async function openHouse(config: Config, machine: Clock = systemClock, opened: Opened = {}): Promise<OpenHouse> {
  const clock = guardClock(machine);
  const connected = await connectedSystems(config);
  const settings = { ...settingsOf(config), systems: namedSystems(connected) };
  const parts = await toldInWords(config, () => openParts(config, clock));
  const watch = watchStorage(parts.store, watchedOf(config, parts));
  try {
    return await openOver({ config, settings, connected, clock, parts, watch }, opened);
  } catch (fault) {
    watch.stop();
    await closeParts(parts);
    throw fault;
  }
}

async function openOver(given: Opening, { isAnew = false, width }: Opened): Promise<OpenHouse> {
  const { config, clock, parts, watch } = given;
  const { keyring, mark, log } = parts;
  const bound = boundMemory();
  const store = keepState(watch.store, { keyring, bound });
  const opening = { store, keyring, log, bound, defaultRegime: config.regime, now: clock.now() };
  const { hasFormerMarks } = await sealedWhereUnlike(openState(opening, { witnessDir: config.witnessDir, isAnew }));
  const keeper = await openBound({ store, keyring, bound });
  const start = await sealedWhereUnlike(
    store.read(function* () {
      const [last] = yield* ask(newestTime, { log });
      clock.reached(last?.at ?? 0);
      return { registry: yield* registryAtStart({ keyring, bound }), tree: yield* loadTree(log, undefined) };
    }),
  );
  await hearTime(store);
  if (start.tree.size > 0) await markAgain(mark, start.tree);
  const room: BatchRoom = {
    log,
    keyring,
    defaultRegime: config.regime,
    timeZone: config.timeZone,
    bound,
    hasFormerMarks,
    now: () => clock.now(),
    reached: (at) => clock.reached(at),
    memory: start,
  };
  const writer = openWriter({ store, room, mark, ...(store.dialect === 'sqlite' ? defined({ width }) : {}) });
  // On a clock in doubt nothing runs out.
  const sweep = async (): Promise<unknown> =>
    clock.doubt() ?? writer.exclusive(() => store.write(() => sweepReplies(clock.now()), { log, registry: 'read' }));
  const access = await openAccess({ store, keyring, bound });
  const onLogKey = (vkey: string): void => keepVkey(config, vkey);
  const record = rotationRecorder({ store, keyring, room, writer, now: () => clock.now(), onLogKey });
  const rotated = async (): Promise<unknown> => {
    // Whose tokens are ended at once is heard whatever the clock says.
    await keyring.followIssuer();
    return clock.doubt() ?? record();
  };
  const timers = timersOf({ store, access, mark, sweep, keeper, bound, rotated });
  await sweep();
  await rotated();
  return compose({ ...given, parts: { ...parts, store }, room, writer, access, timers });
}

type Opening = Pick<Composing, 'config' | 'settings' | 'connected' | 'clock' | 'parts' | 'watch'>;

interface Timed {
  readonly store: Store;
  readonly access: Access;
  readonly mark: LogMark;
  readonly keeper: Awaited<ReturnType<typeof openBound>>;
  readonly bound: ReturnType<typeof boundMemory>;
  sweep(): Promise<unknown>;
  rotated(): Promise<unknown>;
}

function timersOf({ store, access, mark, sweep, keeper, bound, rotated }: Timed): readonly NodeJS.Timeout[] {
  return [
    every(HEAR_ACCESS_EVERY_MS, () => access.hear()),
    every(SYNC_EVERY_MS, () => mark.sync()),
    every(SWEEP_EVERY_MS, sweep),
    every(ROTATED_EVERY_MS, rotated),
    every(HEAR_EVERY_MS, () => hearTime(store)),
    // Nobody else writes into a file of our own; where others may, what they link and mark is learned from the ledger.
    ...(store.dialect === 'sqlite' ? [every(FOREIGN_EVERY_MS, foreignWriteTeller(store, bound.report))] : []),
    ...(store.dialect === 'sqlite' ? [] : [every(LEARN_EVERY_MS, () => keeper.catchUp())]),
  ];
}

/** Told as a row is that does not fit: an alarm to monitor, log and staff, which stops nobody. */
function foreignWriteTeller(store: Store, report: UnfitReport): () => Promise<void> {
  let known = 0;
  return async () => {
    const count = store.foreignWrites();
    if (count !== known) report.note({ table: 'candor.db', key: 'written by another program' });
    known = count;
  };
}

/** Every part that something is written to. */
const watchedOf = ({ dataDir, witnessDir, databaseUrl }: Config, { store, keystore, mark }: Parts) => ({
  files: [...store.files, ...keystore.files, mark.file],
  folders: [
    ...(databaseUrl === undefined ? [{ part: 'database', path: dataDir } as const] : []),
    { part: 'mark', path: witnessDir } as const,
  ],
  parts: [store, keystore, mark],
});

/** A mark that cannot be written would let nothing be recorded, so it is told before anything listens. */
async function markAgain(mark: LogMark, tree: TreeState): Promise<void> {
  mark.write(tree.size, rootOf(tree));
  await mark.sync().catch((fault: unknown) => {
    const trouble = mark.trouble();
    throw trouble === undefined ? fault : new Error(sentenceOf(trouble), { cause: fault });
  });
}

/** A registry that does not fit starts as an empty one, which is never the newest: every question is then refused. */
function* registryAtStart(fitting: Fitting): Steps<Registry> {
  try {
    return yield* freshRegistry(fitting, emptyRegistry);
  } catch (fault) {
    if (fault instanceof Unfit) return emptyRegistry;
    throw fault;
  }
}

/** A node that only reads hears the database's time, too; a fault is told by whatever is asked next. */
async function hearTime(store: Store): Promise<void> {
  await store.read(now).catch(() => undefined);
}

interface Composing {
  readonly config: Config;
  readonly settings: HouseSettings;
  readonly connected: readonly ConnectedSystem[];
  readonly clock: GuardedClock;
  readonly parts: Parts;
  readonly watch: StorageWatch;
  readonly room: BatchRoom;
  readonly writer: Writer;
  readonly access: Access;
  readonly timers: readonly NodeJS.Timeout[];
}

async function compose({
  config,
  settings,
  connected,
  clock,
  parts,
  watch,
  room,
  writer,
  access,
  timers,
}: Composing): Promise<OpenHouse> {
  const { store, keyring, log } = parts;
  const now = () => clock.now();
  const mail = mailOf(config, keyring.origin);
  const { rest, ...erasing } = await erasingPorts(
    { store, keyring, room, writer, mail, hold: watch.hold, ...erasureSettings(config), now },
    { clock, systems: settings.systems },
  );
  const walk = walkOf(room, store);
  return {
    ...reads(store, keyring),
    walk,
    ...timedPortsOf({ clock, room, writer, access, store, watch }),
    access,
    revocations: () => access.revocations(),
    settings,
    connected,
    keyring,
    store,
    storage: watch.store,
    writer,
    room,
    now,
    outbox: outboxOf({ store, log: () => room.log, now }),
    mail,
    ...backlogPorts({ store, room, mark: parts.mark }),
    actorOf: (principal) => keyring.actorPseudonym(principal),
    status: () => statusOf(clock, watch, [...unfitNotes(room.bound.report), ...notesOf(config)]),
    troubles: watch.troubles,
    unfit: () => room.bound.report.rows(),
    sessions: browserSessions({ store, keyring, log, now }),
    ...ownNotes({ store, keyring, log: () => room.log, now, alone: (work) => writer.exclusive(work) }),
    ledger: ledgerReader({ store, keyring, log, mark: parts.mark, now }),
    ...evidencePorts({ store, keyring, log }),
    ...erasing,
    async close() {
      watch.stop();
      timers.forEach(clearInterval);
      await ended({ rest, walk, writer });
      mail.close();
      await closeParts(parts);
    },
  };
}

interface Ending {
  readonly rest: () => Promise<void>;
  readonly walk: Walk;
  readonly writer: Writer;
}

async function ended({ rest, walk, writer }: Ending): Promise<void> {
  await rest();
  await walk.stop();
  await writer.end();
}

const evidencePorts = (proving: Parameters<typeof evidenceOf>[0]): Pick<Reads, 'evidence' | 'evidencePages'> => ({
  evidence: (subject, upTo) => evidenceOf(proving, subject, upTo),
  evidencePages: (subject, upTo) => evidenceInPages(proving, subject, upTo),
});

const backlogPorts = ({ store, room, mark }: Pick<Parts, 'store' | 'mark'> & Pick<Composing, 'room'>) => ({
  markLagMs: () => mark.lagMs(),
  backlog: () => backlogOf(store, room.log),
});

const walkOf = ({ keyring, bound, now }: BatchRoom, store: Store): Walk =>
  startWalk({
    judge: (after, limit, turn) => judgeSome({ store, keyring, ...defined({ turn }) }, after, limit),
    report: bound.report,
    everyMs: WALK_EVERY_MS,
    now,
  });

async function closeParts({ mark, keyring, store }: Parts): Promise<void> {
  // The next start compares the ledger with the mark that is there.
  await mark.sync().catch(() => undefined);
  closeQuietly(mark);
  await keyring.close();
  await store.close();
}

/** Without a mail server messages become files beside the data. */
const mailOf = (config: Config, origin: string): Mail =>
  openMail({
    ...defined({ smtpUrl: config.smtpUrl }),
    from: config.mailFrom ?? 'Candor <nobody@localhost.invalid>',
    domain: origin.split('/')[0] ?? 'candor.invalid',
    folder: join(config.dataDir, 'mail'),
  });

export const settingsOf = (config: Config): HouseSettings => ({
  defaultRegime: config.regime,
  timeZone: config.timeZone,
  holidays: config.holidays,
  baseUrl: config.baseUrl ?? urlAt(config.host, config.port),
  traceNames: config.traceNames,
  // What the maps name is read where the house opens.
  systems: [],
  rulePacks: readRulePacks(config.authzenPacks),
  shown: config.shown,
  pageLinks: config.pageLinks,
  ...defined({ company: config.company, contact: config.contact, dpo: config.dpo }),
});

function closeQuietly(mark: LogMark): void {
  try {
    mark.close();
  } catch {
    // What it could not sync is told by its trouble; everything else is still to be closed.
  }
}

function statusOf(clock: GuardedClock, watch: StorageWatch, notes: readonly string[]): ReturnType<House['status']> {
  const against = [clock.doubt() ?? [], watch.troubles().map(sentenceOf)].flat();
  return against.length === 0 ? { state: 'ready', notes } : { state: 'not-ready', notes: [...against, ...notes] };
}

/** The tables and how many rows, without whose. */
function unfitNotes(report: UnfitReport): readonly string[] {
  const rows = report.rows();
  if (rows.length === 0) return [];
  const tables = [...new Set(rows.map(({ table }) => table))].join(', ');
  return [
    `${rows.length} rows of the database are not what this service wrote (${tables}); nothing is allowed on the strength of them. Run \`npm run doctor -- --open\`.`,
  ];
}

const notesOf = (config: Config): readonly string[] => [
  ...(join(config.witnessDir).startsWith(join(config.dataDir))
    ? [
        'The witness folder lies inside the data folder: whoever puts the whole folder back to an older state is not noticed. Set CANDOR_WITNESS_DIR.',
      ]
    : []),
  ...(config.authzenPacks.length > 0
    ? ['packs of rules answer AuthZEN questions about other things than customers (CANDOR_AUTHZEN_PACKS).']
    : []),
];
