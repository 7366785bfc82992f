/**
 * Changes that are sent to other services: signed, in order, at least once, and to nobody else.
 * Source: Standard Webhooks; decision 0074.
 */
import { verify } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { webhooksOf } from '../../src/composed/webhooks.ts';
import type { Config } from '../../src/config.ts';
import { type SendingWebhooks, sendChanges } from '../../src/jobs/send-webhooks.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../src/vocabulary/instant.ts';
import { ADA, aCustomer, aShop, BEN, says, sure } from '../given/a-shop.ts';
import { aReceiver, type Received, type Receiver } from '../given/http/a-receiver.ts';
import { aService, engines, type RunningService, type Told } from '../given/service.ts';

const variables = { CANDOR_WEBHOOK_NETWORKS: '127.0.0.0/8' };
const sendingOf = (service: RunningService): SendingWebhooks =>
  webhooksOf({ webhookNetworks: ['127.0.0.0/8'] } as unknown as Config, service.house).sending;

describe.each(engines)('webhooks over %s', (engine) => {
  let service: RunningService;
  let receiver: Receiver;
  let sending: SendingWebhooks;
  beforeAll(async () => {
    service = await aService({ engine, variables });
    // The official verifier looks at the clock of this machine.
    service.clock.set(Date.now());
    await aShop(service);
  });
  afterAll(() => service.stop());
  beforeEach(async () => {
    receiver = await aReceiver();
    sending = sendingOf(service);
  });
  afterEach(async () => {
    for (const { id, state } of (await admin('GET', '')).body.items)
      if (state !== 'ended') await admin('DELETE', `/${id}`);
    receiver.stop();
  });
  const admin = (method: string, path: string, json?: unknown): Promise<Told> =>
    service.call(method, `/v1/webhooks${path}`, {
      scope: 'admin',
      sub: 'operator',
      ...(json === undefined ? {} : { json }),
    });
  const made = async (more: object = {}): Promise<{ id: string; secret: string }> =>
    sure(await admin('POST', '', { url: receiver.url, ...more })).body;
  const stands = async (id: string) => sure(await admin('GET', `/${id}`)).body;
  const withdraws = async (subject = ADA): Promise<void> => {
    service.clock.wind(1000);
    sure(await says(service, 'given', subject));
    service.clock.wind(1000);
    sure(await says(service, 'withdrawn', subject));
  };
  const feed = async (): Promise<readonly object[]> =>
    sure(await service.call('GET', '/v1/changes?limit=100', { scope: 'use', sub: 'reader' })).body.items;
  const headersOf = ({ headers }: Received) => headers as Record<string, string>;
  const dataIn = ({ body }: Received) => JSON.parse(body).data;

  it('are accepted by the official verifier, and no longer when anything is changed', async () => {
    const { id, secret } = await made();
    await withdraws();
    service.clock.set(Math.max(service.clock.now(), Date.now()));
    expect(await sendChanges(sending)).toBe(1);
    const [got] = receiver.got;
    if (got === undefined) throw new Error('nothing came');
    const verifier = new Webhook(secret);
    const item = (await feed()).at(-1);
    expect(verifier.verify(got.body, headersOf(got))).toEqual({
      type: 'change.withdrawn',
      timestamp: expect.any(String),
      data: item,
    });
    const changed = [
      [got.body.replace('withdrawn', 'limit-set'), headersOf(got)],
      [`${got.body} `, headersOf(got)],
      [got.body, { ...headersOf(got), 'webhook-id': 'chg_1' }],
      [got.body, { ...headersOf(got), 'webhook-timestamp': String(Math.floor(Date.now() / 1000) - 1000) }],
      [got.body, { ...headersOf(got), 'webhook-signature': 'v1,AAAA' }],
    ] as const;
    for (const [body, headers] of changed) expect(() => verifier.verify(body, headers)).toThrow();
    expect(() =>
      new Webhook(`whsec_${btoa('another secret of thirty-two chars')}`).verify(got.body, headersOf(got)),
    ).toThrow();
    expect(await stands(id)).toMatchObject({ state: 'active', behind: false, failedTries: 0 });
  });

  it('are signed by Ed25519 where that is chosen', async () => {
    const { secret } = await made({ signing: 'ed25519' });
    await withdraws();
    await sendChanges(sending);
    const [got] = receiver.got;
    if (got === undefined) throw new Error('nothing came');
    const [, signature = ''] = /^v1a,(.+)$/.exec(String(got.headers['webhook-signature'])) ?? [];
    const x = Buffer.from(secret.slice('whpk_'.length), 'base64').toString('base64url');
    const key = { key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' } as const;
    const signed = (body: string) => Buffer.from(`${got.id}.${got.headers['webhook-timestamp']}.${body}`);
    expect(verify(null, signed(got.body), key, Buffer.from(signature, 'base64'))).toBe(true);
    expect(verify(null, signed(`${got.body} `), key, Buffer.from(signature, 'base64'))).toBe(false);
  });

  it('carry two signatures for a day after a new secret, and then one', async () => {
    const { id, secret: old } = await made();
    const { secret } = sure(await admin('POST', `/${id}/secret`, {})).body;
    await withdraws();
    await sendChanges(sending);
    const first = receiver.got.at(-1) as Received;
    for (const each of [old, secret]) {
      const now = { ...headersOf(first) };
      expect(() =>
        new Webhook(each).sign(first.id, new Date(Number(now['webhook-timestamp']) * 1000), first.body),
      ).not.toThrow();
      const one = new Webhook(each).sign(first.id, new Date(Number(now['webhook-timestamp']) * 1000), first.body);
      expect(now['webhook-signature']?.split(' ')).toContain(one);
    }
    service.clock.wind(DAY_MS + 1);
    await withdraws();
    await sendChanges(sending);
    expect(String(receiver.got.at(-1)?.headers['webhook-signature']).split(' ')).toHaveLength(1);
  });

  it('all arrive once and in order at a receiver that was down for a day', async () => {
    const { id } = await made();
    const before = (await feed()).length;
    receiver.answer(500);
    const began = service.clock.now();
    let tries = 0;
    while (service.clock.now() - began < DAY_MS) {
      if (tries < 5) await withdraws(tries % 2 === 0 ? ADA : BEN);
      tries += await sendChanges(sending);
      service.clock.wind(30 * MINUTE_MS);
    }
    const failed = receiver.got.length;
    expect(failed).toBeGreaterThan(4);
    expect(new Set(receiver.got.map((each) => each.id)).size, 'one id in every try').toBe(1);
    expect(await stands(id)).toMatchObject({ state: 'active', behind: true, failingSince: expect.any(String) });
    receiver.answer(204);
    for (let waited = 0; (await stands(id)).behind && waited < DAY_MS; waited += HOUR_MS) {
      service.clock.wind(HOUR_MS);
      await sendChanges(sending);
    }
    const arrived = receiver.got.slice(failed);
    expect(arrived.map(dataIn)).toEqual((await feed()).slice(before));
    expect(new Set(arrived.map((each) => each.id)).size).toBe(arrived.length);
    const places = arrived.map((each) => Number(each.id.slice('chg_'.length)));
    expect(places).toEqual([...places].sort((one, other) => one - other));
    const { items } = sure(await admin('GET', `/${id}/deliveries?limit=100`)).body;
    expect(items).toHaveLength(receiver.got.length);
    expect(items.at(-1)).toMatchObject({ status: 500, code: 'refused' });
    expect(items[0]).toMatchObject({ status: 204, code: null });
  });

  it('are given up after the schedule, keep their place, and go on when enabled', async () => {
    const { id } = await made();
    await withdraws();
    receiver.answer(500);
    const began = service.clock.now();
    for (let hours = 0; hours < 120 && (await stands(id)).state === 'active'; hours += 1) {
      await sendChanges(sending);
      service.clock.wind(HOUR_MS);
    }
    const lasted = service.clock.now() - began;
    expect(lasted).toBeGreaterThan(3 * DAY_MS);
    expect(lasted).toBeLessThan(4.5 * DAY_MS);
    expect(receiver.got).toHaveLength(10);
    expect(await stands(id)).toMatchObject({ state: 'disabled', behind: true });
    receiver.answer(204);
    expect(await sendChanges(sending)).toBe(0);
    sure(await admin('PUT', `/${id}`, { state: 'active' }));
    await sendChanges(sending);
    expect(receiver.got).toHaveLength(11);
    expect(new Set(receiver.got.map((each) => each.id)).size).toBe(1);
    expect(await stands(id)).toMatchObject({ state: 'active', behind: false });
  });

  it('end at once where the receiver is gone, and wait as long as it asks', async () => {
    const { id } = await made();
    await withdraws();
    receiver.answer(503, { 'retry-after': '3600' });
    await sendChanges(sending);
    service.clock.wind(59 * MINUTE_MS);
    expect(await sendChanges(sending)).toBe(0);
    service.clock.wind(2 * MINUTE_MS);
    receiver.answer(410);
    expect(await sendChanges(sending)).toBe(1);
    expect(await stands(id)).toMatchObject({ state: 'disabled' });
    const { items } = sure(
      await service.call('GET', '/v1/ledger/entries?kind=webhook.changed', { scope: 'audit' }),
    ).body;
    expect(items[0]).toMatchObject({
      payload: { webhook: id, what: ['disabled'], cause: 'gone' },
      actor: { role: 'system' },
    });
  });

  it('tell of an erasure without a name, and nothing of the person in what is sent again afterwards', async () => {
    const gone = 'customer:gone';
    await aCustomer(service, gone);
    const { id } = await made();
    await withdraws(gone);
    await sendChanges(sending);
    expect(receiver.got.at(-1)?.body).toContain(gone);
    const { entry } = sure(
      await service.call('POST', `/v1/subjects/${gone}/erasure`, { json: {}, scope: 'admin' }),
    ).body;
    expect(entry).toMatchObject({ index: expect.any(Number) });
    await sendChanges(sending);
    expect(dataIn(receiver.got.at(-1) as Received)).toMatchObject({ what: 'erased', identifiers: [] });
    const sentBefore = receiver.got.length;
    sure(await admin('POST', `/${id}/replay`, { after: { log: 0, index: 0 } }));
    await sendChanges(sending);
    const again = receiver.got.slice(sentBefore);
    expect(again.length).toBeGreaterThan(sentBefore);
    expect(again.map(({ body }) => body).join()).not.toContain(gone);
    expect(again.map(dataIn)).toEqual(await feed());
  });

  it('are tried out, listed, changed and ended, each on record, and no secret is shown twice', async () => {
    const { id, secret } = await made({ description: 'The shop' });
    expect(sure(await admin('POST', `/${id}/test`, {})).body).toEqual({ delivered: true, status: 204, code: null });
    expect(JSON.parse(receiver.got.at(-1)?.body ?? '{}')).toMatchObject({ type: 'test', data: {} });
    sure(await admin('PUT', `/${id}`, { description: 'The new shop' }));
    const listed = await admin('GET', '');
    expect(listed.body.items[0]).toMatchObject({ id, url: receiver.url, description: 'The new shop', state: 'active' });
    expect(listed.text).not.toContain(secret.slice('whsec_'.length));
    sure(await admin('DELETE', `/${id}`));
    expect((await admin('DELETE', `/${id}`)).body.code).toBe('invalid-transition');
    expect((await admin('PUT', `/${id}`, { state: 'active' })).body.code).toBe('invalid-transition');
    const recorded = await service.call('GET', '/v1/ledger/entries?limit=3', { scope: 'audit' });
    expect(recorded.body.items.map(({ kind }: { kind: string }) => kind)).toEqual([
      'webhook.ended',
      'webhook.changed',
      'webhook.made',
    ]);
    expect(recorded.text).not.toContain('token=abc');
  });

  it('are made by nobody without the scope, and lead nowhere inside', async () => {
    for (const scope of ['use', 'registry', 'audit', 'access'])
      expect((await service.call('POST', '/v1/webhooks', { json: { url: receiver.url }, scope })).status).toBe(403);
    for (const url of ['https://10.0.0.1/', 'https://[::1]/', 'http://93.184.215.14/', 'https://a:b@example.com/'])
      expect((await admin('POST', '', { url })).body.code, url).toBe('webhook-address-refused');
  });

  it('wait for no other endpoint, and are sent by one sender at a time', async () => {
    const slow = await aReceiver();
    slow.answer('hang');
    await made();
    sure(await admin('POST', '', { url: slow.url }));
    await withdraws();
    const two = [sendChanges(sending), sendChanges(sendingOf(service))];
    const began = performance.now();
    const isOnItsWay = (): boolean => receiver.got.length > 0 && slow.got.length > 0;
    while (!isOnItsWay() && performance.now() - began < 12_000) await new Promise((resolve) => setTimeout(resolve, 10));
    expect([receiver.got.length, slow.got.length]).toEqual([1, 1]);
    slow.stop();
    expect((await Promise.all(two)).reduce((one, other) => one + other)).toBe(2);
    expect(receiver.got).toHaveLength(1);
    expect(slow.got).toHaveLength(1);
  });
});
