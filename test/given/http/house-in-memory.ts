/**
 * The port of the house over the small world without a store: real rules, real folds, a counter for a ledger.
 * Flow:    tests of the handlers → here → commands, views.
 */

import { type AnyRule, commands } from '../../../src/commands/commands.ts';
import type { RecordedFact } from '../../../src/facts/fact.ts';
import type { House } from '../../../src/ports/house.ts';
import type { ChainEntry, Page } from '../../../src/ports/reads.ts';
import type { Recorded, Sender } from '../../../src/ports/records.ts';
import { changeRow } from '../../../src/views/change/change-row.ts';
import { decisionRow } from '../../../src/views/decision/decision-row.ts';
import { messageRow } from '../../../src/views/message/message-row.ts';
import { foldRequest, type RequestRow, requestOf } from '../../../src/views/request/request-row.ts';
import { useRow } from '../../../src/views/use/use-row.ts';
import { defined } from '../../../src/vocabulary/defined.ts';
import { isProblem, problem } from '../../../src/vocabulary/problems.ts';
import { World } from '../evaluation/world.ts';

const encoder = new TextEncoder();

export interface HouseInMemory extends House {
  readonly world: World;
  /** Every look fails from now on, as it does without a disk. */
  fail(kind: string): void;
}

const entryOf = ({ log, index, leafHash, id, kind, at, subject, n, actor, payload }: RecordedFact): ChainEntry => ({
  log,
  index,
  leafHash,
  id,
  kind,
  at,
  actor,
  payload,
  ...defined({ subject, n }),
});

/** The newest first, each smaller than `before`. */
function pageOf<T>(
  items: readonly T[],
  placeOf: (item: T) => number,
  wants: { readonly before?: number; readonly limit: number },
): Page<T> {
  const rest = items
    .filter((item) => wants.before === undefined || placeOf(item) < wants.before)
    .sort((one, other) => placeOf(other) - placeOf(one));
  const shown = rest.slice(0, wants.limit);
  const last = shown.at(-1);
  return { items: shown, next: rest.length > shown.length && last !== undefined ? placeOf(last) : null };
}

export function houseInMemory(clock: { now: number }): HouseInMemory {
  const world = new World();
  const failing = new Set<string>();
  const secrets = new Map<string, string>();
  const replies = new Map<string, Recorded>();
  const request = (id: string): RequestRow | undefined =>
    world.facts
      .filter((fact) => requestOf(fact) === id)
      .reduce<RequestRow | undefined>((row, fact) => foldRequest(row, fact), undefined);
  const own = (subject: string): readonly RecordedFact[] => world.facts.filter((fact) => fact.subject === subject);

  function run(kind: string, input: unknown, sender: Sender): Recorded {
    if (failing.has(kind)) return problem('unavailable');
    const known = commands.get(kind);
    if (known === undefined) throw new Error(`there is no command ${kind}`);
    const rule: AnyRule = {
      ...known,
      decide: (state, command, now) => known.decide({ ...state, request }, command, now),
    };
    const done = world.run(rule, input, { caller: sender.caller, at: clock.now });
    if (isProblem(done)) return done;
    if (typeof done.body.secret === 'string') secrets.set(String(done.body.id), done.body.secret);
    return { status: done.status, bytes: encoder.encode(JSON.stringify(done.body)), replayed: false };
  }
  const record = async (kind: string, input: unknown, sender: Sender): Promise<Recorded> => {
    const key = sender.idempotency === undefined ? undefined : `${sender.idempotency.route} ${sender.idempotency.key}`;
    const before = key === undefined ? undefined : replies.get(key);
    const reply = before ?? run(kind, input, sender);
    if (key !== undefined) replies.set(key, reply);
    return reply;
  };

  const see = async (identifiers: readonly string[]) => ({
    registry: world.registry,
    people: identifiers.map((identifier) => world.person(identifier)),
    now: clock.now,
  });

  return {
    world,
    fail: (kind) => void failing.add(kind),
    settings: {
      defaultRegime: 'EU',
      timeZone: 'UTC',
      holidays: [],
      baseUrl: 'https://privacy.example.org',
      traceNames: { subject: [], purpose: [], aiSystem: [] },
      systems: [],
      rulePacks: [],
    },
    now: () => clock.now,
    status: () => ({ state: 'ready', notes: [] }),
    record,
    recordMany: (kind, items) => Promise.all(items.map(({ input, sender }) => record(kind, input, sender))),
    registry: async () => world.registry,
    see,
    seeEach: see,
    requestsWithTasks: async () => [],
    requestsAtSystems: async () => [],
    identifiersOf: async (subject) =>
      own(subject).flatMap((fact) => (fact.kind === 'subject.linked' ? [fact.payload.identifier] : [])),
    peopleFrom: async () => [],
    addressOf: async () => undefined,
    uses: async (subject) => ({ items: own(subject).flatMap((fact) => useRow(fact) ?? []), next: null }),
    usesWithoutPermission: async () => ({ items: [], next: null }),
    systemsReporting: async () => [],
    recordsSince: async () => world.facts[0]?.at ?? null,
    decisions: async (subject, wants) => {
      const all = own(subject).flatMap((fact) => decisionRow(fact) ?? []);
      return { ...pageOf(all, ({ n }) => n, wants), total: all.length };
    },
    requests: async (wants) => {
      const ids = world.facts.filter(({ kind }) => kind === 'request.received').map(({ id }) => id);
      const rows = ids
        .flatMap((id) => request(id) ?? [])
        .filter((row) => wants.subject === undefined || row.subject === wants.subject);
      return pageOf(rows, ({ id }) => Number(id.slice(4)), wants);
    },
    request: async (id) => request(id),
    gotFrom: async () => ({ systems: new Set(), purposes: new Set() }),
    untoldRequests: async () => [],
    reviews: async () => ({ items: [], next: null }),
    review: async () => undefined,
    seatsOf: async () => [],
    reviewsOf: async () => [],
    messages: async (subject, wants) =>
      pageOf(
        own(subject).flatMap((fact) => messageRow(fact) ?? []),
        ({ n }) => n,
        wants,
      ),
    file: async () => undefined,
    decisionsOf: async () => [],
    noteFeedRead: async () => {},
    feedReadBy: async () => undefined,
    savedViews: async () => [],
    staffWhoActed: async () => [],
    changeViews: async () => true,
    revocations: () => [],
    newestChange: async () => 0,
    webhooks: async () => [],
    webhook: async () => undefined,
    deliveriesOf: async () => ({ items: [], next: null }),
    actorOf: (principal) => `act_${principal}`,
    useCounts: async () => [],
    uncoveredUses: async () => ({ total: 0, rows: [] }),
    breachFacts: async () => [],
    affected: async () => [],
    affectedCount: async () => ({ people: 0, uses: 0 }),
    trainingRuns: async () => ({ items: [], next: null }),
    trainingRun: async () => undefined,
    trainedOn: async () => [],
    identifiersOfEach: async () => new Map(),
    async *decided() {},
    async *everyReview() {},
    async *everyStanding() {},
    isRequestSecret: async (id, secret) => secrets.get(id) === secret,
    isAbout: async (id, subject) => own(subject).some((fact) => fact.id === id),
    facts: async (ids) => new Map(world.facts.filter(({ id }) => ids.includes(id)).map((fact) => [fact.id, fact])),
    chain: async (subject, wants) => {
      const all = own(subject).filter(
        ({ kind, index }) =>
          (wants.kinds?.includes(kind) ?? true) && index < (wants.upTo?.size ?? Number.POSITIVE_INFINITY),
      );
      return pageOf(all.map(entryOf), ({ n }) => n ?? 0, wants);
    },
    entries: async (wants) => {
      const all = world.facts.filter(
        ({ subject, kind }) => (wants.subject ?? subject) === subject && wants.kinds?.includes(kind) !== false,
      );
      return pageOf(all.map(entryOf), ({ index }) => index, wants);
    },
    entryCounts: async () => ({ total: world.facts.length, rows: [] }),
    entryCountsSoon: async () => ({ total: world.facts.length, rows: [] }),
    entry: async (_log, index) => (world.facts[index] === undefined ? undefined : entryOf(world.facts[index])),
    followUps: async () => ({ undone: [], shared: [] }),
    changes: async (after, limit) =>
      world.facts
        .flatMap((fact) => {
          const row = changeRow(fact);
          return row === undefined || fact.index + 1 <= after
            ? []
            : [{ ...row, position: fact.index + 1, identifiers: [] }];
        })
        .slice(0, limit),
    ledger: {
      log: 0,
      checkpoint: async () => 'note\n',
      checkpointAt: async () => 'note\n',
      size: async () => world.facts.length,
      formerVkeys: async () => [],
      vkey: async () => 'vkey',
      signPackage: () => 'note\n',
      inclusion: async () => [new Uint8Array(32)],
      consistency: async () => [],
      tile: async (_log, path) => (path === 'tile/0/000' ? new Uint8Array(32) : undefined),
      proven: async (id) =>
        world.facts
          .filter((fact) => fact.id === id)
          .map(({ index, payload }) => ({
            index,
            entry: new Uint8Array(),
            salt: new Uint8Array(),
            payload: JSON.stringify(payload),
            proof: [],
            checkpoint: 'note\n',
          }))[0],
      prove: async () => undefined,
      check: async () => undefined,
      lastCheck: () => undefined,
      signReceipt: () => 'a.b.c',
    },
    evidencePages: async (subject) => ({
      opening: { v: 1, subject: subject ?? null, origin: 'o', vkey: 'k', checkpoint: 'n', head: null },
      async *entries() {},
      closing: async () => ({ logs: [], registry: [] }),
    }),
    evidence: async () => undefined,
    erase: async (identifier) => {
      world.erase(identifier, clock.now);
      return {
        certificate: { v: 1, covers: [], method: 'keys', marks: [], stays: [] },
        entry: { log: 0, index: 0, leafHash: '', checkpoint: '' },
      };
    },
    certificate: async () => undefined,
    erasureUnderWay: async () => undefined,
    unfit: () => [],
    holdsOf: async () => [],
    heldBy: async () => [],
    endHold: async () => undefined,
    close: async () => undefined,
  };
}
