import { connect } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aShop, check, says, sure } from '../given/a-shop.ts';
import { aService, type RunningService } from '../given/service.ts';

const HEADERS_MS = 15_000;
const BODY_MS = 35_000;

let service: RunningService;
beforeAll(async () => {
  service = await aService({ engine: 'sqlite' });
  await aShop(service);
  sure(await says(service, 'given'));
});
afterAll(() => service.stop());

/** Says a little, then a little more each second where it drips; one that drips never closes the line by itself. */
function slow(start: string, drip = ''): Promise<{ readonly text: string; readonly ms: number }> {
  return new Promise((resolve) => {
    let began = 0;
    let text = '';
    let dripping: NodeJS.Timeout | undefined;
    const socket = connect({ port: service.port, host: '127.0.0.1', allowHalfOpen: drip !== '' }, () => {
      began = performance.now();
      socket.write(start);
      if (drip !== '') dripping = setInterval(() => socket.write(drip), 1000);
    });
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearInterval(dripping);
      resolve({ text, ms: performance.now() - began });
    });
  });
}

it('two thousand callers that never finish their headers are told so and closed, and an honest one is answered meanwhile', async () => {
  const head = 'GET /livez HTTP/1.1\r\nHost: localhost\r\n';
  const hanging = Array.from({ length: 2000 }, (_, at) =>
    slow(at % 4 === 0 ? 'GET /liv' : head, at % 4 === 1 ? 'X: a\r\n' : ''),
  );
  const waits: number[] = [];
  for (let times = 0; times < 40; times += 1) {
    const began = performance.now();
    expect((await check(service)).body).toMatchObject({ allowed: true });
    waits.push(performance.now() - began);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  expect(waits.sort((one, other) => one - other)[38]).toBeLessThan(1000);
  for (const { text, ms } of await Promise.all(hanging)) {
    expect(ms).toBeLessThan(HEADERS_MS);
    expect(text).toMatch(/^HTTP\/1\.1 408 Request Timeout[\s\S]*"code":"request-timeout"/);
  }
}, 60_000);

it('a body that drips is cut off after half a minute', async () => {
  const token = await service.token({ sub: 'shop', scope: 'use' });
  const head = `POST /v1/uses HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/json\r\nContent-Length: 10000\r\n\r\n{`;
  const before = await service.house.ledger.size(0);
  for (const { text, ms } of await Promise.all([slow(head), slow(head, ' ')])) {
    expect(ms).toBeLessThan(BODY_MS);
    expect(text).toMatch(/^HTTP\/1\.1 408 [\s\S]*"code":"request-timeout"/);
  }
  expect(await service.house.ledger.size(0)).toBe(before);
}, 60_000);
