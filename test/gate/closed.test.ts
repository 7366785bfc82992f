/**
 * The gate without a Candor behind it, or with something that only stands in its place: nothing leaves.
 * Flow:    src/gate → here, over everything that a Candor is not.
 */

import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADA, aShop, says, sure } from '../given/a-shop.ts';
import { aBrokenCandor, brokenCandors } from '../given/client/broken-candors.ts';
import { aModelApi, type ModelApi } from '../given/client/model-api.ts';
import { aGate, GATE_TOKEN, named } from '../given/gate.ts';
import { aService, type RunningService } from '../given/service.ts';

const headers = { 'content-type': 'application/json', authorization: `Bearer ${GATE_TOKEN}`, ...named(ADA) };
const ask = (url: string, stream = false) =>
  fetch(`${url}/chat/completions`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ model: 'stub', messages: [], stream }),
  });

/** A line to Candor that can fall silent without being closed, as a cable that is cut does. */
async function aLine(port: number) {
  const ends: Socket[] = [];
  let isCut = false;
  const server = createServer((near) => {
    const far = new (near.constructor as new () => Socket)().connect(port, '127.0.0.1');
    ends.push(near, far);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      from.on('data', (bytes) => void (isCut || to.write(bytes)));
      from.on('error', () => to.destroy()).on('close', () => to.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut: () => {
      isCut = true;
    },
    stop: () => {
      server.close();
      for (const end of ends) end.destroy();
    },
  };
}

describe('the gate', () => {
  let service: RunningService;
  let api: ModelApi;
  let token: string;
  beforeAll(async () => {
    service = await aService({ engine: 'sqlite' });
    await aShop(service);
    sure(await says(service, 'given'));
    api = await aModelApi({ pieces: 300, pieceMs: 100 });
    token = await service.token({ sub: 'shop', scope: 'use' });
  });
  afterAll(async () => {
    api.stop();
    await service.stop();
  });

  // Each waits for its deadline, so they wait beside each other; none of them may call.
  it.concurrent.each(brokenCandors)('calls no model where Candor %s, and says so within its deadline', async (name) => {
    const broken = await aBrokenCandor(name);
    const gate = await aGate({ candor: broken.url, token, upstream: api.url });
    const before = api.calls.length;
    const begun = performance.now();
    const answer = await ask(gate.url);
    const took = performance.now() - begun;
    expect([answer.status, ((await answer.json()) as { error: { code: string } }).error.code]).toEqual([
      503,
      'candor-unavailable',
    ]);
    expect(took).toBeLessThan(5000);
    expect(api.calls.length).toBe(before);
    await gate.stop(0);
    broken.stop();
  });

  it.concurrent('goes on by itself once Candor is there again, over a connection that was closed meanwhile', async () => {
    const other = await aService({ engine: 'sqlite', variables: { CANDOR_KEEP_ALIVE: 'PT5S' } });
    await aShop(other);
    sure(await says(other, 'given'));
    const mine = await other.token({ sub: 'shop', scope: 'use' });
    const short = await aModelApi();
    const gate = await aGate({ candor: other.url, token: mine, upstream: short.url });
    expect((await ask(gate.url)).status).toBe(200);
    // Longer than the service keeps a connection that nothing is asked on.
    await new Promise((resolve) => setTimeout(resolve, 6000));
    expect((await ask(gate.url)).status).toBe(200);
    await other.stop();
    expect((await ask(gate.url)).status).toBe(503);
    expect(short.calls).toHaveLength(2);
    await gate.stop(0);
    short.stop();
  }, 60_000);

  it('calls no model where its token for Candor is not let in', async () => {
    const gate = await aGate({ candor: service.url, token: 'a.b.c', upstream: api.url });
    const before = api.calls.length;
    expect((await ask(gate.url)).status).toBe(503);
    expect(api.calls.length).toBe(before);
    await gate.stop(0);
  });

  it('calls no model over a kept connection that has fallen silent, and ends the streams that ran', async () => {
    const line = await aLine(service.port);
    const gate = await aGate({ candor: line.url, token, upstream: api.url });
    const running = await ask(gate.url, true);
    expect(running.status).toBe(200);
    line.cut();
    const [cutAt, before] = [performance.now(), api.calls.length];
    expect((await ask(gate.url)).status).toBe(503);
    expect(api.calls.length).toBe(before);
    expect(await running.text()).toContain('candor-unavailable');
    const took = performance.now() - cutAt;
    process.stdout.write(`a stream ended ${Math.round(took)} ms after the line was cut\n`);
    expect(took).toBeLessThan(6000);
    await gate.stop(0);
    expect(gate.notices).toContain('gate-outcome-lost');
    line.stop();
  });
});
