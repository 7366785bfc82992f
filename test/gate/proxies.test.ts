/**
 * Forward authorization behind real proxies, and as those ask who are not installed here.
 * Flow:    examples/gateways, src/http/forwarded.ts → here.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADA, aShop, BEN, says, sure } from '../given/a-shop.ts';
import { aBrokenCandor } from '../given/client/broken-candors.ts';
import { named, usesOf } from '../given/gate.ts';
import { rawExchange } from '../given/http/raw-exchange.ts';
import { aProxy, aServiceBehind, type ProxyName, proxies } from '../given/proxies.ts';
import { aService, engines, type RunningService } from '../given/service.ts';

describe.each(proxies)('%s before a service', (name: ProxyName) => {
  let service: RunningService;
  let behind: Awaited<ReturnType<typeof aServiceBehind>>;
  let token: string;
  beforeAll(async () => {
    service = await aService({ engine: 'sqlite' });
    await aShop(service);
    sure(await says(service, 'given'));
    behind = await aServiceBehind();
    token = await service.token({ sub: 'proxy', scope: 'use' });
  });
  afterAll(async () => {
    behind.stop();
    await service.stop();
  });
  const inFront = (candorPort: number) => aProxy(name, { candorPort, servicePort: behind.port, token });
  const ask = (url: string, customer: string, init: RequestInit = {}) =>
    fetch(`${url}/assistant/draft?x=1`, {
      ...init,
      headers: { 'x-customer-number': customer, 'x-candor-subject': ADA, 'x-candor-use': 'use_mine', ...init.headers },
    });

  it('lets through who agreed, with any method, and the service learns the use; nobody else comes through', async () => {
    const proxy = await inFront(service.port);
    for (const method of ['GET', 'POST', 'DELETE', 'PATCH'])
      expect(
        (await ask(proxy.url, '42', { method, ...(method === 'POST' ? { body: 'a question' } : {}) })).status,
      ).toBe(200);
    expect(behind.seen).toHaveLength(4);
    expect(behind.seen[0]?.['x-candor-use']).toMatch(/^use_[0-9a-z]{26}$/);
    expect(JSON.stringify(behind.seen)).not.toContain(token);
    expect((await ask(proxy.url, '43')).status).toBe(403);
    expect((await ask(proxy.url, '')).status).toBe(403);
    sure(await says(service, 'withdrawn'));
    expect((await ask(proxy.url, '42')).status).toBe(403);
    expect(behind.seen).toHaveLength(4);
    expect((await usesOf(service, BEN)).map(({ kind }) => kind)).toEqual(['use.refused']);
    await proxy.stop();
  });

  it.each(['is not there', 'is slow', 'answers 500', 'answers 503'])(
    'lets nobody through where Candor %s',
    async (how) => {
      const broken = await aBrokenCandor(how);
      const proxy = await inFront(Number(new URL(broken.url).port));
      const count = behind.seen.length;
      expect((await ask(proxy.url, '42')).status).toBeGreaterThanOrEqual(500);
      expect(behind.seen.length).toBe(count);
      await proxy.stop();
      broken.stop();
    },
    30_000,
  );
});

describe.each(engines)('forward authorization over %s', (engine) => {
  let service: RunningService;
  beforeAll(async () => {
    service = await aService({ engine });
    await aShop(service);
    sure(await says(service, 'given'));
  });
  afterAll(() => service.stop());
  const token = () => service.token({ sub: 'proxy', scope: 'use' });
  const raw = async (line: string, headers: Readonly<Record<string, string>>) => {
    const all = { Host: 'shop.example.com', Connection: 'close', 'Content-Length': '0', ...headers };
    const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
    return rawExchange(service.port, `${line} HTTP/1.1\r\n${lines.join('')}\r\n`);
  };

  it.each(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])(
    'takes %s with any path, query and host, as Envoy sends them',
    async (method) => {
      const headers = { 'X-Candor-Token': await token(), ...named(ADA), Authorization: 'Bearer of-somebody-else' };
      const told = await raw(`${method} /v1/authorize/a//b/..%2fc?x=1&x=2`, headers);
      expect(told).toMatch(/^HTTP\/1\.1 200 /);
      expect(told).toMatch(/x-candor-use: use_/i);
    },
  );

  it('says no to who was never asked, to names that are none, and to a token that is none', async () => {
    const headers = { 'X-Candor-Token': await token() };
    expect(await raw('GET /v1/authorize', { ...headers, ...named(BEN) })).toMatch(/^HTTP\/1\.1 403 [\s\S]*never-asked/);
    expect(await raw('GET /v1/authorize', headers)).toMatch(/^HTTP\/1\.1 403 [\s\S]*unknown-/);
    expect(await raw('GET /v1/authorize', named(ADA))).toMatch(/^HTTP\/1\.1 401 /);
    const reads = await service.token({ sub: 'proxy', scope: 'audit' });
    expect(await raw('GET /v1/authorize', { 'X-Candor-Token': reads, ...named(ADA) })).toMatch(/^HTTP\/1\.1 403 /);
    expect(await raw('GET /v1/authorized', headers)).toMatch(/^HTTP\/1\.1 4(?:04|21) /);
  });
});
