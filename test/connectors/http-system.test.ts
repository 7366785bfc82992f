/** Systems that are asked over HTTP and answer badly: each is told as a code, and nothing of it is an answer. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { httpSystem } from '../../src/connectors/http-system.ts';
import { addressRules } from '../../src/connectors/public-address.ts';
import { signDelivery } from '../../src/seal/seal.ts';
import { type AnswersAs, answersWell, aSystem } from '../given/http/a-system.ts';

const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const ADA = { customer: ['42'], email: ['ada@shop.example'], phone: [] };
const open = addressRules([{ address: '127.0.0.0', bits: 8 }]);

let system: Awaited<ReturnType<typeof aSystem>>;
beforeEach(async () => {
  system = await aSystem();
});
afterEach(() => system.stop());

const wayTo = (more: object = {}, url = system.url) =>
  httpSystem({
    system: { key: 'letters', name: 'Letters', kind: 'http', url, secret: 'letters', identities: ['customer'] },
    request: 'req_1',
    secret: () => SECRET,
    rules: open,
    now: () => Date.now(),
    sign: signDelivery,
    timeoutMs: 5000,
    ...more,
  });

const says =
  (body: object): AnswersAs =>
  (_, response) =>
    void response.end(JSON.stringify(body));
const good = { subject: { customer: '42' }, complete: true, tables: [] };

describe('a system that is asked over HTTP', () => {
  it('is asked by names it knows alone, and signed so that the official verifier takes it', async () => {
    expect(await wayTo().access(ADA)).toEqual({
      tables: [{ name: 'letters', rows: [{ to: '42', text: 'Dear customer' }] }],
    });
    const [asked] = system.asked;
    expect(asked?.subject).toEqual({ customer: ['42'] });
    expect(new Webhook(SECRET).verify(asked?.text ?? '', asked?.headers as Record<string, string>)).toMatchObject({
      type: 'person.access',
      data: { request: 'req_1' },
    });
    await wayTo().access(ADA);
    expect(system.asked[1]?.headers['webhook-id']).toBe(asked?.headers['webhook-id']);
    expect(await wayTo().erase(ADA)).toEqual({ tables: [{ name: 'letters', deleted: 1 }], kept: [] });
  });

  it('is not asked about somebody whom it knows by no name, nor without its secret', async () => {
    expect(await wayTo().access({ ...ADA, customer: [] })).toMatchObject({ failed: 'no-identity', isLasting: true });
    const missing = { failed: 'secret-missing', isLasting: false, details: ['letters'] };
    expect(await wayTo({ secret: () => missing }).access(ADA)).toEqual(missing);
    expect(system.asked).toEqual([]);
  });

  const bad: readonly (readonly [string, AnswersAs, object])[] = [
    ['somebody else', says({ ...good, subject: { customer: '43' } }), { failed: 'wrong-person', isLasting: true }],
    ['nobody', says({ ...good, subject: {} }), { failed: 'wrong-person', isLasting: true }],
    ['a half, and says so', says({ ...good, complete: false }), { failed: 'half-an-answer', isLasting: false }],
    [
      'a half, and the connection ends',
      (_, response) => {
        response.writeHead(200, { 'content-length': '500' });
        response.write('{"subject":{"customer":"42"},"complete":true,');
        setTimeout(() => response.destroy(), 50);
      },
      { failed: 'half-an-answer', isLasting: false },
    ],
    ['half of a JSON', (_, response) => void response.end('{"subject":'), { failed: 'half-an-answer' }],
    [
      'another form',
      says({ ...good, tables: [{ name: 'x', rows: 'all' }] }),
      { failed: 'form-unknown', isLasting: true },
    ],
    ['members nobody knows', says({ ...good, more: 1 }), { failed: 'form-unknown', isLasting: true }],
    [
      'that it is not ready',
      (_, response) => void response.writeHead(202).end(),
      { failed: 'not-ready', isLasting: false },
    ],
    [
      'that it does not know us',
      (_, response) => void response.writeHead(401).end(),
      { failed: 'credentials-refused' },
    ],
    ['a fault', (_, response) => void response.writeHead(500).end(), { failed: 'refused', details: ['500'] }],
    [
      'a redirect to itself, over and over',
      (_, response) => void response.writeHead(302, { location: '/people' }).end(),
      { failed: 'redirect', isLasting: true },
    ],
    [
      'a small file that unpacks to a large one',
      (_, response) =>
        void response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(64 * 1024 * 1024))),
      { failed: 'encoding-not-asked', isLasting: true },
    ],
  ];
  it.each(bad)('that answers %s is told as that', async (_, answer, told) => {
    system.answers(answer);
    expect(await wayTo().access(ADA)).toMatchObject(told);
    expect(system.asked).toHaveLength(1);
  });

  it('that answers a gigabyte is left after 16 megabytes', async () => {
    let sent = 0;
    system.answers((_, response) => {
      const part = Buffer.alloc(1024 * 1024, 0x20);
      const more = (): void => {
        while (sent < 1024 && !response.destroyed) {
          sent += 1;
          if (!response.write(part)) return void response.once('drain', more);
        }
      };
      more();
    });
    const before = process.memoryUsage().rss;
    expect(await wayTo({ timeoutMs: 60_000 }).access(ADA)).toMatchObject({ failed: 'too-much', isLasting: true });
    expect(sent).toBeLessThan(200);
    expect(process.memoryUsage().rss - before).toBeLessThan(400 * 1024 * 1024);
  });

  it('that hangs, before its answer or within it, is left when its time is over', async () => {
    system.answers(() => undefined);
    expect(await wayTo({ timeoutMs: 200 }).access(ADA)).toMatchObject({ failed: 'timeout', isLasting: false });
    system.answers((_, response) => void response.writeHead(200).write('{'));
    expect(await wayTo({ timeoutMs: 200 }).access(ADA)).toMatchObject({ failed: 'timeout', isLasting: false });
  });

  it('is not reached at an address inside that nobody named, whatever its name says', async () => {
    const closed = addressRules([]);
    expect(await wayTo({ rules: closed }).access(ADA)).toMatchObject({ failed: 'address-not-public' });
    const resolve = async () => ['169.254.169.254'];
    expect(await wayTo({ rules: closed, resolve }, 'https://inner.example/').erase(ADA)).toMatchObject({
      failed: 'address-not-public',
    });
    expect(system.asked).toEqual([]);
  });

  it('that is gone is told as unreachable by the code of the network', async () => {
    const gone = createServer();
    await new Promise<void>((done) => gone.listen(0, '127.0.0.1', done));
    const { port } = gone.address() as AddressInfo;
    await new Promise((done) => gone.close(done));
    expect(await wayTo({}, `http://127.0.0.1:${port}/`).access(ADA)).toEqual({
      failed: 'econnrefused',
      isLasting: false,
      details: [],
    });
    system.answers(answersWell);
  });
});
