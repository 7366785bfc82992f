/**
 * Two nodes on one database deliver as one: every change once, in order, whichever of them recorded it.
 * Source: decision 0074.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { examples } from '../../openapi/examples.ts';
import { windUpClock } from '../../src/clock.ts';
import { readConfig } from '../../src/config.ts';
import { type Service, startService } from '../../src/service.ts';
import { aReceiver, type Receiver } from '../given/http/a-receiver.ts';
import { aDatabase, type Database } from '../given/postgres.ts';
import { engines } from '../given/service.ts';

const ROUNDS = 20;

describe.skipIf(!engines.includes('postgresql'))('webhooks of two nodes', () => {
  const clock = windUpClock(Date.parse('2026-11-02T09:00:00.000Z'));
  let folder: string;
  let database: Database;
  let receiver: Receiver;
  let nodes: Service[] = [];

  const node = (name: string): Promise<Service> => {
    const config = readConfig({
      CANDOR_DATA_DIR: join(folder, name),
      CANDOR_MASTER_KEY_FILE: join(folder, 'master.key'),
      CANDOR_WEBHOOK_NETWORKS: '127.0.0.0/8',
      DATABASE_URL: database.url,
      PORT: '0',
      LOG_LEVEL: 'silent',
    });
    if ('faults' in config) throw new Error(config.faults.join('\n'));
    return startService(config, clock, { checkReplies: true });
  };
  const call = async (to: Service, path: string, { method = 'POST', ...init }: { method?: string; json?: unknown }) => {
    const token = await to.token({ sub: 'shop', scope: 'admin' });
    const answer = await fetch(`http://127.0.0.1:${to.port}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(init.json === undefined ? {} : { body: JSON.stringify(init.json) }),
    });
    if (!answer.ok) throw new Error(`${path} ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as { readonly items: readonly object[] };
  };

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'candor-webhooks-'));
    database = await aDatabase();
    receiver = await aReceiver();
    nodes = [await node('one')];
    nodes.push(await node('two'));
  });
  afterEach(async () => {
    for (const each of nodes) await each.stop();
    receiver.stop();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('arrive once each and in order', async () => {
    const [one, two] = nodes as [Service, Service];
    for (const [path, id] of [
      ['/v1/purposes/support-drafts', 'putPurpose'],
      ['/v1/notices/support-notice', 'putNotice'],
    ] as const)
      await call(one, path, { method: 'PUT', json: examples.find(({ endpoint }) => endpoint === id)?.body });
    await call(one, '/v1/webhooks', { json: { url: receiver.url } });
    for (let round = 0; round < ROUNDS; round += 1) {
      clock.wind(1000);
      const json = { subject: `customer:${round}`, purpose: 'support-drafts', state: 'refused' };
      await call(round % 2 === 0 ? one : two, '/v1/consents', { json });
    }
    const { items } = await call(two, '/v1/changes?limit=100', { method: 'GET' });
    expect(items).toHaveLength(ROUNDS);
    for (const began = performance.now(); receiver.got.length < ROUNDS && performance.now() - began < 15_000; )
      await pause(20);
    // Long enough for the other one to send it again, if it would.
    await pause(1500);
    expect(receiver.got.map(({ body }) => JSON.parse(body).data)).toEqual(items);
  }, 60_000);
});
