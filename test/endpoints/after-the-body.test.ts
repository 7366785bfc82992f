import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADA, aShop, question, says, sure } from '../given/a-shop.ts';
import { aService, dailyEngine, type RunningService } from '../given/service.ts';

interface Ending {
  readonly what: string;
  readonly bytes: string | Buffer;
  /** The caller says that nothing more comes. */
  readonly ends?: true;
}

const many = (bytes: number): string => `GET /livez HTTP/1.1\r\nHost: localhost\r\nX: ${'a'.repeat(bytes)}\r\n\r\n`;
/** Whatever can follow a whole request on its connection and is no whole request itself. */
const endings: readonly Ending[] = [
  ...['x', '\0', ' ', '\r\n\r\nx', 'G', '}', '0', '\x7f', 'é', '"'].map((bytes) => ({
    what: `one stray ${JSON.stringify(bytes)}`,
    bytes,
  })),
  { what: 'a greeting of TLS', bytes: Buffer.from([0x16, 3, 1, 2, 0, 1, 0, 1, 0xfc, 3, 3]) },
  { what: 'a preface of HTTP/2', bytes: 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n' },
  { what: 'a method that nobody knows', bytes: 'FOO / HTTP/1.1\r\nHost: localhost\r\n\r\n' },
  { what: 'a version that nobody knows', bytes: 'GET /livez HTTP/9.9\r\nHost: localhost\r\n\r\n' },
  { what: 'the start of a request', bytes: 'POST /v1/uses HTTP/1.1\r\nHost: loc', ends: true },
  { what: 'headers that are too large', bytes: many(20_000) },
  {
    what: 'two lengths',
    bytes: 'POST /v1/uses HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}',
  },
  {
    what: 'a broken chunk',
    bytes: 'POST /v1/uses HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
  },
  {
    what: 'half a body',
    bytes: 'POST /v1/uses HTTP/1.1\r\nHost: localhost\r\nContent-Length: 50\r\n\r\n{"a"',
    ends: true,
  },
  { what: 'a wish for a tunnel', bytes: 'CONNECT localhost:1 HTTP/1.1\r\nHost: localhost\r\n\r\n' },
  {
    what: 'a wish for a socket',
    bytes: 'GET /livez HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\nxx',
  },
  { what: 'nothing, and the end', bytes: '', ends: true },
  { what: 'one stray byte, and the end', bytes: 'x', ends: true },
  { what: 'a whole request, then a stray byte', bytes: 'GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\nx' },
];

/** Everything that comes back for these writes, until the other side closes. */
function exchange(port: number, writes: readonly (string | Buffer)[], ends: boolean): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    let text = '';
    const done = (): void => {
      socket.destroy();
      resolve(text);
    };
    socket.setTimeout(1000, done);
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
    });
    socket.on('end', done).on('error', done).on('close', done);
    socket.on('connect', async () => {
      for (const [at, bytes] of writes.entries()) {
        if (at > 0) await pause(1);
        if (!socket.destroyed && bytes.length > 0) socket.write(bytes);
      }
      if (ends && !socket.destroyed) socket.end();
    });
  });
}

const acts = [
  ['/v1/uses', 'use', question()],
  ['/v1/consents', 'consent', { subject: ADA, purpose: 'support-drafts', state: 'refused', method: 'spoken' }],
  ['/v1/requests', 'requests', { subject: ADA, kind: 'access' }],
] as const;

describe.each(dailyEngine)('what follows a whole request over %s', (engine) => {
  let service: RunningService;
  beforeAll(async () => {
    service = await aService({ engine });
    await aShop(service);
    sure(await says(service, 'given'));
  });
  afterAll(() => service.stop());

  const whole = async (path: string, scope: string, json: object): Promise<Buffer> => {
    const body = Buffer.from(JSON.stringify(json));
    const token = await service.token({ sub: 'shop', scope });
    const head = `POST ${path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`;
    return Buffer.concat([Buffer.from(head), body]);
  };

  describe.each(acts)('%s', (path, scope, json) => {
    it.each(endings.map((each) => [each.what, each] as const))('its answer stands before %s', async (_what, each) => {
      const request = await whole(path, scope, json);
      const rest = Buffer.from(each.bytes);
      const before = await service.house.ledger.size(0);
      // Side by side, for where the line stays open each waits until it has been silent.
      const ways = [[Buffer.concat([request, rest])], [request, rest]];
      for (const told of await Promise.all(ways.map((writes) => exchange(service.port, writes, each.ends === true)))) {
        expect(told.slice(0, 12), told).toBe('HTTP/1.1 201');
        const [, first = ''] = told.split('\r\n\r\n');
        const { entry } = JSON.parse(first.slice(0, first.lastIndexOf('}') + 1));
        expect(entry.index).toBeGreaterThanOrEqual(before);
      }
      expect(await service.house.ledger.size(0)).toBeGreaterThan(before + 1);
    });
  });

  it('two whole requests before a stray byte are both answered, in their order', async () => {
    const [one, two] = [await whole(...acts[0]), await whole(...acts[2])];
    const told = await exchange(service.port, [Buffer.concat([one, two, Buffer.from('x')])], false);
    expect(told.match(/HTTP\/1\.1 \d{3}/g)).toEqual(['HTTP/1.1 201', 'HTTP/1.1 201']);
    expect(told.indexOf('"allowed"')).toBeLessThan(told.indexOf('"dueAt"'));
  });

  it('a line that is cut while it asks for a tunnel ends nothing but itself', async () => {
    const request = await whole(...acts[0]);
    await new Promise<void>((resolve) => {
      const socket = connect(service.port, '127.0.0.1', () => {
        socket.write(Buffer.concat([request, Buffer.from('CONNECT localhost:1 HTTP/1.1\r\nHost: x\r\n\r\n')]));
        setTimeout(() => socket.resetAndDestroy(), 1);
      });
      socket.on('close', () => resolve());
    });
    expect((await service.call('GET', '/livez')).status).toBe(200);
  });
});
