import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aShop, check, question, says, sure } from '../given/a-shop.ts';
import { aService, dailyEngine, type RunningService, type Told } from '../given/service.ts';

const rounds = 40;

describe.each(dailyEngine)('callers that go away over %s', (engine) => {
  let service: RunningService;
  let token = '';
  beforeAll(async () => {
    service = await aService({ engine });
    await aShop(service);
    sure(await says(service, 'given'));
    token = await service.token({ sub: 'shop', scope: 'use' });
  });
  afterAll(() => service.stop());

  const body = JSON.stringify(question());
  const message = (key: string): Buffer =>
    Buffer.from(
      `POST /v1/uses HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${token}\r\nIdempotency-Key: ${key}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    );
  /** Sends so many bytes and is gone, with a goodbye or without. */
  const leave = (bytes: Buffer, how: 'end' | 'resetAndDestroy'): Promise<void> =>
    new Promise((resolve) => {
      const socket = connect(service.port, '127.0.0.1', () => socket.write(bytes, () => socket[how]()));
      socket.on('error', () => undefined);
      socket.on('close', () => resolve());
      socket.resume();
    });
  const again = (key: string): Promise<Told> =>
    service.call('POST', '/v1/uses', { json: question(), scope: 'use', headers: { 'idempotency-key': key } });
  const recorded = async (): Promise<number> =>
    (await service.call('GET', '/v1/me/ai-use', { self: 'customer:42' })).body.systems[0].uses.allowed;

  it('wherever a message breaks off, it did all or nothing, and sending it again does it once', async () => {
    const keys = Array.from({ length: rounds }, (_, at) => `broken-off-${at}`);
    await Promise.all(
      keys.map((key, at) => {
        const whole = message(key);
        return leave(
          whole.subarray(0, Math.ceil((whole.length * (at + 1)) / rounds)),
          at % 2 === 0 ? 'end' : 'resetAndDestroy',
        );
      }),
    );
    for (const key of keys) expect(sure(await again(key)).body).toMatchObject({ allowed: true, recorded: true });
    expect(await recorded()).toBe(rounds);
  });

  it('nobody else notices', async () => {
    const leaving = Array.from({ length: 200 }, () => leave(message('x').subarray(0, 120), 'resetAndDestroy'));
    expect((await check(service)).body).toMatchObject({ allowed: true });
    await Promise.all(leaving);
    expect((await service.call('GET', '/readyz')).body).toMatchObject({ status: 'ready' });
  });
});
