/**
 * A service with a few hundred people under load, and the command that changes its keys as a process of its own.
 * Flow:    prove/rotation.test.ts → here → npm start and npm run rotate-keys, as in production.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readMarks } from '../../../scripts/verify/mark.ts';
import { openSource } from '../../../scripts/verify/open-source.ts';
import { trusted } from '../../../scripts/verify/trust.ts';
import { verifyLog } from '../../../scripts/verify/verify-log.ts';
import { isWrong } from '../../../scripts/verify/wrong.ts';
import { root } from '../../../src/root.ts';
import { defined } from '../../../src/vocabulary/defined.ts';
import { aDatabase } from '../postgres.ts';
import type { Engine } from '../service.ts';
import { type Call, callerOf, declare, good, scope } from './calls.ts';
import { emptyJournal, type Journal, loadUntilGone, take } from './load.ts';
import { type Environment, type Spawned, spawnService, tokenFor } from './spawned.ts';

const CLIENTS = 8;

export interface RotatedHouse {
  readonly folder: string;
  readonly environment: Environment;
  readonly databaseUrl: string | undefined;
  readonly journal: Journal;
  drop(): Promise<void>;
}

export async function aRotatedHouse(engine: Engine, people: number): Promise<RotatedHouse> {
  const folder = mkdtempSync(join(tmpdir(), 'candor-rotation-'));
  const database = engine === 'postgresql' ? await aDatabase() : undefined;
  const environment = {
    CANDOR_DATA_DIR: folder,
    ...defined({ DATABASE_URL: database?.url }),
  };
  const house = {
    folder,
    environment,
    databaseUrl: database?.url,
    journal: emptyJournal(),
    async drop() {
      await database?.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  const { call, stop } = await running(house);
  await declare(call);
  const known = Array.from({ length: people }, (_each, n) => `customer:known-${n}`);
  for (let from = 0; from < people; from += 50)
    await Promise.all(known.slice(from, from + 50).map(async (subject) => good(await call(choice(subject)))));
  await stop();
  return house;
}

const choice = (subject: string) => ({
  path: '/v1/consents',
  body: { subject, purpose: 'suggestions', state: 'given' },
  key: crypto.randomUUID(),
});

interface Running {
  readonly call: Call;
  readonly service: Spawned;
  stop(): Promise<void>;
}

/** What was cut off before is sent again with its key. */
export async function running({
  environment,
  journal,
}: Pick<RotatedHouse, 'environment' | 'journal'>): Promise<Running> {
  const service = await spawnService(environment);
  const { call, close } = callerOf(service.url, await tokenFor(environment, scope));
  for (const sent of journal.cutOff.splice(0)) take(journal, sent, await call(sent));
  return {
    call,
    service,
    async stop() {
      close();
      await service.stop();
    },
  };
}

/** People known and new, until the service is gone. */
export const underLoad = ({ call, journal }: { readonly call: Call; readonly journal: Journal }): Promise<unknown> =>
  Promise.all([loadUntilGone({ call, journal, clients: CLIENTS }), newPeople(call, journal)]);

/** Each needs a key that nobody has made yet. */
async function newPeople(call: Call, journal: Journal): Promise<void> {
  for (;;) {
    const sent = choice(`customer:new-${crypto.randomUUID()}`);
    const answer = await call(sent).catch(() => undefined);
    if (answer === undefined) {
      journal.cutOff.push(sent);
      return;
    }
    take(journal, sent, answer);
    await pause(5);
  }
}

const children = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of children) child.kill('SIGKILL');
});

/** The command; `killed` after so many milliseconds, once `begun` is over. */
export async function rotate(
  environment: Environment,
  words: readonly string[],
  kill?: { readonly begun: () => boolean; readonly afterMs: number },
): Promise<{ readonly code: number | null; readonly said: string }> {
  const child = spawn(process.execPath, [join(root, 'scripts/run.mjs'), 'rotate-keys', ...words], {
    env: { PATH: process.env['PATH'] ?? '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.add(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)));
  const gone = once(child, 'exit');
  if (kill !== undefined) {
    while (!kill.begun() && child.exitCode === null) await pause(1);
    await pause(kill.afterMs);
    child.kill('SIGKILL');
  }
  const [code] = (await gone) as [number | null];
  children.delete(child);
  return { code, said };
}

/** What the independent verifier says about the whole stored ledger, with the mark. */
export async function findingsOf(
  { folder, databaseUrl }: RotatedHouse,
  vkeys: readonly string[] = [],
): Promise<readonly string[]> {
  const trust = trusted({ vkeys, dataFolder: folder });
  const marks = readMarks(join(folder, 'witness'));
  const source = await openSource({ dataFolder: folder, ...defined({ databaseUrl }) });
  if (isWrong(trust) || isWrong(marks) || isWrong(source)) return ['nothing to trust'];
  try {
    return (await verifyLog(source, trust, marks)).findings.map(({ place, what }) => `${place}: ${what}`);
  } finally {
    await source.close();
  }
}

/** Everything that was acknowledged stands where its answer said. */
export async function expectPresent(call: Call, { facts }: Journal): Promise<void> {
  for (const { log, index, id, leafHash } of facts) {
    const entry = good<{ id: string; leafHash: string }>(
      await call({ method: 'GET', path: `/v1/ledger/entries/${log}/${index}` }),
    );
    if (entry.id !== id || entry.leafHash !== leafHash)
      throw new Error(`${id} was acknowledged as entry ${index}, where ${entry.id} stands now`);
  }
}
