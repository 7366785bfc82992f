/**
 * The process is killed while it delivers: nothing is lost, nothing comes under another id, and the order stays.
 * Source: docs/promises.md F1; decision 0074.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { examples } from '../../openapi/examples.ts';
import { aReceiver } from '../given/http/a-receiver.ts';
import { build, type Spawned, spawnService, tokenFor } from '../given/prove/spawned.ts';

const KILLS = 6;
const CHANGES = 120;

const folder = mkdtempSync(join(tmpdir(), 'candor-webhooks-kill-'));
const environment = { CANDOR_DATA_DIR: folder, CANDOR_WEBHOOK_NETWORKS: '127.0.0.0/8' };

beforeAll(build);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a service that is killed while it delivers', () => {
  it(`delivers all of ${CHANGES} changes, in order, under one id each, over ${KILLS} kills`, async () => {
    const receiver = await aReceiver();
    let service: Spawned = await spawnService(environment);
    const token = await tokenFor(environment, 'admin');
    const call = async (method: string, path: string, json?: unknown) => {
      const answer = await fetch(`${service.url}${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(json === undefined ? {} : { body: JSON.stringify(json) }),
      });
      if (!answer.ok) throw new Error(`${path} ${answer.status} ${await answer.text()}`);
      return (await answer.json()) as { readonly items: readonly object[]; readonly next: string };
    };
    const example = (id: string) => examples.find(({ endpoint }) => endpoint === id)?.body;
    await call('PUT', '/v1/purposes/support-drafts', example('putPurpose'));
    await call('PUT', '/v1/notices/support-notice', example('putNotice'));
    await call('POST', '/v1/webhooks', { url: receiver.url });
    for (let each = 0; each < CHANGES; each += 1)
      await call('POST', '/v1/consents', { subject: `customer:${each}`, purpose: 'support-drafts', state: 'refused' });
    for (let kill = 1; kill <= KILLS; kill += 1) {
      const before = receiver.got.length;
      for (const began = performance.now(); receiver.got.length < before + 3 && performance.now() - began < 3000; )
        await pause(1);
      await service.kill();
      service = await spawnService(environment);
      // The lease of the one that was killed has to run out; an operator who is in a hurry enables it again.
      const [{ id } = { id: '' }] = (await call('GET', '/v1/webhooks')).items as { id: string }[];
      await call('PUT', `/v1/webhooks/${id}`, { state: 'active' });
    }
    const first = await call('GET', '/v1/changes?limit=100');
    const rest = await call('GET', `/v1/changes?limit=100&after=${first.next}`);
    const items = [...first.items, ...rest.items];
    const distinct = () => [...new Map(receiver.got.map((got) => [got.id, JSON.parse(got.body).data])).values()];
    for (const began = performance.now(); distinct().length < items.length && performance.now() - began < 60_000; )
      await pause(50);
    await service.stop();
    receiver.stop();
    expect(items).toHaveLength(CHANGES);
    expect(distinct()).toEqual(items);
    expect(receiver.got.length - items.length, 'sent twice').toBeLessThanOrEqual(KILLS);
  }, 240_000);
});
