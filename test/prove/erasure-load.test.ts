/**
 * Erasures under steady load: answered within a second at any load, ended while the load goes on, and the load goes on
 * while they do.
 * Source: docs/decisions/0055-turns-between-batches.md.
 */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aDatabase, hasPostgres } from '../given/postgres.ts';
import { aiSystem, type Call, declare, good, purpose } from '../given/prove/calls.ts';
import { racedServices } from '../given/prove/raced-services.ts';
import { build } from '../given/prove/spawned.ts';
import { type Ask, eraseUnderLoad, type Loaded } from '../given/under-load.ts';

const { folder, ends, started, end } = racedServices('erasure-load');
const CALLERS = [1, 2, 4, 16, 64];
const asks =
  (call: Call): Ask =>
  ({ method, path, json }) =>
    call({ method, path, ...(json === undefined ? {} : { body: json }) });
const about = (subject: string) => ({ subject, aiSystem, purpose });

beforeAll(build);
afterAll(end);

async function told(call: Call, subject: string): Promise<void> {
  good(await call({ path: '/v1/consents', body: { subject, purpose, state: 'given' } }));
  good(await call({ path: '/v1/uses', body: about(subject) }));
}

async function measured(name: string, nodes: readonly Call[]): Promise<readonly Loaded[]> {
  const [first] = nodes;
  if (first === undefined) throw new Error('no node');
  await declare(first);
  await told(first, 'customer:steady');
  const rows: Loaded[] = [];
  for (const callers of CALLERS) {
    const subjects = Array.from({ length: 4 }, (_, at) => `customer:goes-${callers}-${at}`);
    for (const subject of subjects) await told(first, subject);
    const use = about('customer:steady');
    rows.push(await eraseUnderLoad({ nodes: nodes.map(asks), callers, use, subjects, mostMs: 60_000 }));
  }
  const head = 'callers  answer ms  end ms  slowest use ms  uses';
  process.stdout.write(`\n${[name, head, ...rows.map(lineOf)].join('\n')}\n`);
  return rows;
}

const lineOf = ({ callers, answerMs, endMs, slowestUseMs, uses }: Loaded): string =>
  [callers, answerMs.toFixed(0), endMs.toFixed(0), slowestUseMs.toFixed(0), uses]
    .map((each) => `${each}`.padStart(8))
    .join('');

/** On a machine with nothing else to do, as `npm run prove` wants it. */
function holds(rows: readonly Loaded[]): void {
  expect(rows.flatMap(({ faults }) => faults)).toEqual([]);
  for (const { callers, answerMs, slowestUseMs } of rows) {
    expect(answerMs, `the answer beside ${callers} callers`).toBeLessThan(1_000);
    expect(slowestUseMs, `the slowest of ${callers} callers`).toBeLessThan(1_000);
  }
}

describe('erasures under steady load', () => {
  it('are answered within a second on SQLite', async () => {
    holds(await measured('one process, SQLite', [await started({ CANDOR_DATA_DIR: join(folder, 'sqlite') })]));
  });

  it.skipIf(!hasPostgres)('are answered within a second on PostgreSQL, by one node and by two', async () => {
    for (const count of [1, 2]) {
      const database = await aDatabase();
      ends.push(() => database.drop());
      const nodes: Call[] = [];
      for (let at = 0; at < count; at += 1)
        nodes.push(
          await started({
            DATABASE_URL: database.url,
            CANDOR_MASTER_KEY_FILE: join(folder, `master-${count}.key`),
            CANDOR_DATA_DIR: join(folder, `node-${count}-${at}`),
          }),
        );
      holds(await measured(`${count} node(s), PostgreSQL`, nodes));
    }
  });
});
