/**
 * What a monitor is told of the house: whether it records, how much waits, how batches go, what is due, what was used.
 * Flow:    service → here → metrics; the house, its writer, its mark and what the database says.
 * Promise: nothing about a person or a caller. An AI system is named by its key only where that key was published.
 * Source:  docs/runbook.md, which says of each alarm what to do.
 */
import { breachesDue } from '../answers/breach/ask.ts';
import type { Config } from '../config.ts';
import type { RecordedFact } from '../facts/fact.ts';
import type { OpenHouse } from '../house.ts';
import type { Metrics } from '../http/metrics.ts';
import { lastBackup } from '../last-backup.ts';
import type { Backlog } from '../ledger/backlog.ts';

/** Asked as often as this at most, however many monitors there are: they count rows. */
const BACKLOG_FOR_MS = 10_000;
const widths = [1, 2, 4, 8, 16, 32, 64, 128, 256] as const;
const commitSeconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5] as const;

const secondsOf = (at: number | undefined): number | undefined => (at === undefined ? undefined : at / 1000);

/** One answer for all who ask within the time. */
function shared<T>(ask: () => Promise<T>, forMs: number): () => Promise<T> {
  let asked = Number.NEGATIVE_INFINITY;
  let answer: Promise<T> | undefined;
  return () => {
    const now = performance.now();
    if (answer === undefined || now - asked > forMs) {
      asked = now;
      answer = ask();
      // One that failed is asked again by the next.
      answer.catch(() => {
        answer = undefined;
      });
    }
    return answer;
  };
}

/** What became of a use, in one word; `unpermitted` happened and had no permission on record. */
function useIn(fact: RecordedFact): { readonly aiSystem: string | undefined; readonly outcome: string } | undefined {
  switch (fact.kind) {
    case 'use.allowed':
      return { aiSystem: fact.payload.aiSystem, outcome: 'allowed' };
    case 'use.refused':
      return { aiSystem: fact.payload.aiSystem, outcome: 'refused' };
    case 'use.reported':
      if (fact.subject === undefined) return { aiSystem: fact.payload.aiSystem, outcome: 'unpermitted' };
      return { aiSystem: fact.payload.aiSystem, outcome: fact.payload.covered ? 'reported' : 'unpermitted' };
    default:
      return undefined;
  }
}

const UNPUBLISHED = 'unpublished';

function countUses({ room }: OpenHouse, metrics: Metrics): (facts: readonly RecordedFact[]) => void {
  const count = metrics.counter(
    'candor_uses_total',
    'Uses by AI system and outcome: allowed, refused, reported, and unpermitted where one had no permission on record.',
    ['ai_system', 'outcome'],
  );
  return (facts) => {
    for (const fact of facts) {
      const use = useIn(fact);
      if (use === undefined) continue;
      const { aiSystem = UNPUBLISHED, outcome } = use;
      const isPublished = room.memory.registry.aiSystems.has(aiSystem);
      count({ ai_system: isPublished ? aiSystem : UNPUBLISHED, outcome });
    }
  };
}

function tellBatches(house: OpenHouse, metrics: Metrics): void {
  const width = metrics.histogram('candor_batch_commands', 'How many commands one commit took.', widths);
  const seconds = metrics.histogram('candor_commit_seconds', 'How long a batch took to its commit.', commitSeconds);
  const counted = countUses(house, metrics);
  house.writer.hear(({ commands, ms, facts }) => {
    width(commands);
    seconds(ms / 1000);
    counted(facts);
  });
}

type Told = readonly [name: string, help: string, read: (backlog: Backlog) => number | undefined];

const told: readonly Told[] = [
  ['requests_open', 'Requests of people whose clock runs.', ({ requests }) => requests.count],
  [
    'request_due_at_seconds',
    'When the first of them is due, in seconds since 1970.',
    ({ requests }) => secondsOf(requests.dueAt),
  ],
  ['reviews_open', 'Reviews that are not concluded.', ({ reviews }) => reviews.count],
  [
    'review_due_at_seconds',
    'When the first of them is due, in seconds since 1970.',
    ({ reviews }) => secondsOf(reviews.dueAt),
  ],
  ['messages_waiting', 'Messages to people that have not left.', ({ messages }) => messages.count],
  [
    'message_due_at_seconds',
    'When the first of them should leave, in seconds since 1970.',
    ({ messages }) => secondsOf(messages.dueAt),
  ],
  ['messages_given_up', 'Messages that could not be sent and are not tried again.', ({ messages }) => messages.givenUp],
  ['webhooks_failing', 'Endpoints whose last delivery failed.', ({ webhooks }) => webhooks.failing],
  [
    'webhook_failing_since_seconds',
    'Since when the first of them fails, in seconds since 1970.',
    ({ webhooks }) => secondsOf(webhooks.failingSince),
  ],
  ['webhooks_disabled', 'Endpoints that hear nothing any more.', ({ webhooks }) => webhooks.disabled],
  [
    'newest_entry_at_seconds',
    'When the newest entry was recorded, in seconds since 1970.',
    ({ newestEntryAt }) => secondsOf(newestEntryAt),
  ],
  [
    'retention_swept_at_seconds',
    'When what is over was last ended, in seconds since 1970; 0: never.',
    ({ sweptAt = 0 }) => secondsOf(sweptAt),
  ],
];

/** Everything that a running house has to tell. */
export function tellNumbers(house: OpenHouse, { dataDir }: Pick<Config, 'dataDir'>, metrics: Metrics): void {
  const { writer, room } = house;
  tellState(metrics, () => house.status().state);
  metrics.gauge('candor_queue_commands', 'Commands that wait for their batch.', () => writer.waiting());
  metrics.gauge('candor_ledger_entries', 'Entries in the log that is written now.', () => room.memory.tree?.size);
  metrics.gauge(
    'candor_ledger_log',
    'The number of that log; each restore begins another, with a key of its own.',
    () => room.log,
  );
  metrics.gauge(
    'candor_mark_lag_seconds',
    'For how long the mark has waited to be on the disk.',
    () => house.markLagMs() / 1000,
  );
  metrics.gauge('candor_backup_made_at_seconds', 'When a backup was last made, in seconds since 1970; 0: never.', () =>
    secondsOf(lastBackup(dataDir) ?? 0),
  );
  const master = shared(() => house.keyring.masterState(), BACKLOG_FOR_MS);
  metrics.gauge('candor_master_key', 'The number of the master key.', async () => (await master()).number);
  metrics.gauge(
    'candor_master_key_since_seconds',
    'Since when it wraps the other keys, in seconds since 1970.',
    async () => secondsOf((await master()).since),
  );
  tellBatches(house, metrics);
  const breaches = shared(() => breachesDue(house), BACKLOG_FOR_MS);
  metrics.gauge(
    'candor_breaches_open',
    'Breaches of which the authority was neither told nor is there a ground.',
    async () => (await breaches()).length,
  );
  metrics.gauge('candor_breach_due_at_seconds', 'When the first of them is due, in seconds since 1970.', async () => {
    const [first] = await breaches();
    return first === undefined ? undefined : secondsOf(Date.parse(first.dueAt));
  });
  const backlog = shared(() => house.backlog(), BACKLOG_FOR_MS);
  for (const [name, help, read] of told) metrics.gauge(`candor_${name}`, help, async () => read(await backlog()));
}

/** Also of a house that is sealed, which has nothing else to tell. */
export function tellState(metrics: Metrics, state: () => string): void {
  metrics.gauge('candor_ready', '1 where it can answer and record.', () => (state() === 'ready' ? 1 : 0));
  metrics.gauge('candor_sealed', '1 where a part of the installation is missing or does not fit.', () =>
    state() === 'sealed' ? 1 : 0,
  );
}
