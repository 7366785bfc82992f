/**
 * A request from its arrival to its end, as the person hears of it: on their page, by mail, and through the company's
 * own channels; and what has to be told by law and was not.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { webhooksOf } from '../../src/composed/webhooks.ts';
import type { Config } from '../../src/config.ts';
import { type Mail, openMail } from '../../src/connectors/mail.ts';
import { sendWaiting, waits } from '../../src/jobs/send-messages.ts';
import { sendChanges } from '../../src/jobs/send-webhooks.ts';
import { rebuildViews } from '../../src/ledger/rebuild.ts';
import { DAY_MS } from '../../src/vocabulary/instant.ts';
import { scopesOfRole } from '../../src/vocabulary/scope.ts';
import { aShop, atTheConsole, sure } from '../given/a-shop.ts';
import { aReceiver } from '../given/http/a-receiver.ts';
import { aMailServer, type MailServer } from '../given/mail-server.ts';
import { aService, engines, type RunningService } from '../given/service.ts';

const sender = {
  caller: { principal: 'system', actor: { id: 'act_system', role: 'system' }, scopes: ['admin'] },
  requestId: 'test',
} as const;
const officer = { scope: 'requests', sub: 'olga' };
const second = { scope: 'requests', sub: 'omar' };
const byOfficer = { scope: scopesOfRole.officer.join(' '), sub: 'olga' };

describe.each(engines)('a request over %s', (engine) => {
  let service: RunningService;
  let server: MailServer;
  let mail: Mail;
  beforeAll(async () => {
    service = await aService({ engine, variables: { CANDOR_WEBHOOK_NETWORKS: '127.0.0.0/8' } });
    server = await aMailServer();
    mail = openMail({
      smtpUrl: server.url,
      from: 'Shop <privacy@shop.example>',
      domain: 'shop.example',
      folder: `${service.dataDir}/mail`,
    });
    await aShop(service);
  });
  afterAll(async () => {
    mail.close();
    await server.stop();
    await service.stop();
  });

  let people = 0;
  /** Somebody under these laws, whose address an officer has seen unless they have none. */
  async function somebody(regime: string, more: object = {}): Promise<string> {
    people += 1;
    const self = `customer:told-${people}`;
    const json = { regimes: [regime], ageBand: 'adult', language: 'en', ...more };
    sure(await service.call('PUT', `/v1/subjects/${self}`, { json, ...byOfficer }));
    return self;
  }
  const reachable = (regime: string, more: object = {}): Promise<string> =>
    somebody(regime, { identifiers: [`email:told-${people + 1}@example.org`], ...more });
  const asks = async (self: string, kind: string, more: object = {}): Promise<string> =>
    sure(await service.call('POST', '/v1/me/requests', { json: { kind, ...more }, self })).body.id;
  const writes = async (subject: string, kind: string): Promise<string> =>
    sure(await service.call('POST', '/v1/requests', { json: { kind, subject }, ...officer })).body.id;
  const step = (id: string, name: string, json: object = {}) =>
    service.call('POST', `/v1/requests/${id}/${name}`, {
      json: { reason: 'We looked in all four systems for it.', ...json },
      ...officer,
    });
  const round = () => sendWaiting({ house: service.house, outbox: service.house.outbox, mail, sender });
  /** The templates of what was written to somebody, the oldest first, and whether each has left. */
  const told = async (self: string) =>
    sure(await service.call('GET', '/v1/me/messages', { self }))
      .body.items.map(({ template, about, state, text }: Record<string, string>) => ({ template, about, state, text }))
      .reverse();
  const templates = async (self: string) => (await told(self)).map(({ template }: { template: string }) => template);
  async function feed(): Promise<readonly { what: string; request?: string; identifiers: readonly string[] }[]> {
    const items = [];
    for (let after = ''; ; ) {
      const page = sure(
        await service.call('GET', `/v1/changes?limit=100${after}`, { scope: 'use', sub: 'reader' }),
      ).body;
      items.push(...page.items);
      if (page.items.length === 0) return items;
      after = `&after=${page.next}`;
    }
  }
  const words = async (id: string) => (await feed()).flatMap(({ what, request }) => (request === id ? [what] : []));
  const requestOf = async (id: string) => sure(await service.call('GET', `/v1/requests/${id}`, officer)).body;

  it('is told to the person from its arrival to its answer, each time on their page, by mail and as a change', async () => {
    const self = await reachable('UK');
    const id = await asks(self, 'access');
    await round();
    sure(await step(id, 'pause', { code: 'clarification', reason: 'Which account do you mean?' }));
    service.clock.wind(5 * DAY_MS);
    sure(await step(id, 'resume'));
    sure(await step(id, 'extend', { reason: 'There are four systems.' }));
    sure(await step(id, 'verify', { level: 'doubt-resolved' }));
    sure(await step(id, 'fulfil'));
    await round();
    const all = await told(self);
    expect(all.map(({ template }: { template: string }) => template)).toEqual([
      'request-received',
      'request-paused',
      'request-resumed',
      'request-extended',
      'request-answered',
    ]);
    expect(new Set(all.map(({ about }: { about: string }) => about))).toEqual(new Set([id]));
    expect(new Set(all.map(({ state }: { state: string }) => state))).toEqual(new Set(['sent']));
    expect(all[1].text).toContain('Which account do you mean?');
    expect(all[3].text).toContain('There are four systems.');
    const own = server.mails.filter((each) => each.includes(`To: ${self.replace('customer:', '')}@example.org`));
    expect(own).toHaveLength(5);
    expect(await words(id)).toEqual([
      'request-received',
      'request-paused',
      'request-resumed',
      'request-extended',
      'request-fulfilled',
    ]);
    const mine = (await feed()).filter(({ request }) => request === id);
    for (const item of mine)
      expect(Object.keys(item).sort()).toEqual(['at', 'identifiers', 'request', 'subject', 'what']);
  });

  it('that is refused names the ground, the rule and the way on; an appeal and its end are told, too', async () => {
    const self = await reachable('US-CO');
    const id = await asks(self, 'erasure');
    sure(await step(id, 'verify', { level: 'reasonable' }));
    sure(await step(id, 'deny', { code: 'us-exempt-data', reason: 'Bank data.' }));
    sure(
      await service.call('POST', `/v1/requests/${id}/appeal`, { json: { reason: 'It is no bank data.' }, ...officer }),
    );
    const again = { code: 'us-exempt-data', reason: 'It still is.' };
    sure(await service.call('POST', `/v1/requests/${id}/deny`, { json: again, ...second }));
    const all = await told(self);
    expect(all.map(({ template }: { template: string }) => template)).toEqual([
      'request-received',
      'request-denied',
      'request-appealed',
      'request-denied',
    ]);
    for (const part of ['Bank data.', 'The rule behind it:', 'You can appeal to us', 'Attorney General'])
      expect(all[1].text).toContain(part);
    expect(all[3].text).toContain('The answer stays no.');
    expect((await words(id)).slice(1)).toEqual(['request-denied', 'request-appealed', 'request-denied']);
  });

  it('that is taken back, by whomever, is told, in the language of the request', async () => {
    const self = await reachable('EU');
    const id = await asks(self, 'access', { language: 'de' });
    sure(await step(id, 'cancel', { reason: 'They rang us.' }));
    const all = await told(self);
    expect(all.map(({ template }: { template: string }) => template)).toEqual([
      'request-received',
      'request-cancelled',
    ]);
    expect(all[1].text).toContain('wurde zurückgezogen');
    expect(all[1].text).toContain('They rang us.');
  });

  it('is no message about an erased person, and its change names nobody any more', async () => {
    const self = await reachable('EU');
    const id = await asks(self, 'erasure');
    expect(await templates(self)).toEqual(['request-received']);
    sure(await step(id, 'verify', { level: 'doubt-resolved' }));
    sure(await step(id, 'fulfil', {}));
    expect(await words(id)).toEqual([]);
    expect(await round()).toBeGreaterThanOrEqual(0);
    expect((await service.call('GET', `/v1/requests/${id}`, officer)).body.state).toBe('fulfilled');
  });

  it('reaches a channel of the company through a webhook, signed, with the id of the request and no kind', async () => {
    const receiver = await aReceiver();
    const made = sure(
      await service.call('POST', '/v1/webhooks', { json: { url: receiver.url }, scope: 'admin', sub: 'operator' }),
    ).body;
    const { sending } = webhooksOf({ webhookNetworks: ['127.0.0.0/8'] } as unknown as Config, service.house);
    const id = await asks(await somebody('EU'), 'access');
    await sendChanges(sending);
    const got = receiver.got.map(({ body }) => JSON.parse(body));
    expect(got).toContainEqual(expect.objectContaining({ type: 'change.request-received' }));
    expect(got.find(({ data }) => data.request === id)?.data).toMatchObject({ what: 'request-received' });
    expect(receiver.got.map(({ body }) => body).join()).not.toContain('access');
    await service.call('DELETE', `/v1/webhooks/${made.id}`, { scope: 'admin', sub: 'operator' });
    receiver.stop();
  });

  describe('that came by letter from California', () => {
    let self = '';
    let id = '';
    const start = async (): Promise<string> =>
      sure(await service.call('GET', '/console', { headers: await atTheConsole(service, 'olga') })).text;
    const desk = async () =>
      sure(await service.call('POST', '/v1/desk/search', { json: { subject: self }, scope: 'audit', sub: 'sam' })).body;

    it('owes the person a word within ten business days, until a mail has carried it', async () => {
      self = await reachable('US-CA');
      id = await writes(self, 'access');
      const before = await requestOf(id);
      expect(before.acknowledgedAt).toBeUndefined();
      expect(before.untold).toMatchObject([{ what: 'receipt', dueAt: before.ackDueAt, late: false, stuck: false }]);
      await round();
      const after = await requestOf(id);
      expect(after.untold).toBeUndefined();
      expect(Date.parse(after.acknowledgedAt)).toBeLessThan(Date.parse(after.ackDueAt));
    });

    it('and whom no mail reaches stands as overdue before staff, on every page where they look', async () => {
      self = await somebody('US-CA');
      id = await writes(self, 'access');
      await round();
      expect((await told(self))[0]).toMatchObject({ template: 'request-received', state: 'given-up' });
      const { ackDueAt, untold } = await requestOf(id);
      expect(untold).toMatchObject([{ what: 'receipt', dueAt: ackDueAt, late: false, stuck: true }]);
      expect(await start()).toContain(`/console/requests/${id}`);
      service.clock.set(Date.parse(ackDueAt) + DAY_MS);
      expect((await requestOf(id)).untold).toMatchObject([{ what: 'receipt', late: true }]);
      expect((await desk()).requests.find((row: { id: string }) => row.id === id).untold[0]).toMatchObject({
        what: 'receipt',
        late: true,
      });
      const console = await start();
      expect(console).toContain('Requests of which people must be told');
      expect(console).toMatch(/To tell: that it arrived[\s\S]*?late/);
      const late = await service.call('GET', '/console/requests?show=late', {
        headers: await atTheConsole(service, 'olga'),
      });
      expect(late.text).toContain(`/console/requests/${id}`);
    });

    it('is cleared where staff told them in another way, once', async () => {
      const given = await service.call('POST', `/v1/requests/${id}/given`, { json: { how: 'letter' }, ...officer });
      expect([given.status, given.body.how]).toEqual([201, 'letter']);
      const after = await requestOf(id);
      expect(after.untold).toBeUndefined();
      expect(after.acknowledgedAt).toBe(given.body.at);
      expect(await start()).not.toContain('Requests of which people must be told');
      const again = await service.call('POST', `/v1/requests/${id}/given`, { json: { how: 'letter' }, ...officer });
      expect([again.status, again.body.code]).toEqual([409, 'invalid-transition']);
    });

    it('owes the reason of an extension before the first last day, and a refusal before the last', async () => {
      const first = (await requestOf(id)).dueAt;
      sure(await step(id, 'extend', { reason: 'There are four systems.' }));
      await round();
      const { dueAt, untold } = await requestOf(id);
      expect(dueAt > first).toBe(true);
      expect(untold).toMatchObject([{ what: 'extension', dueAt: first, stuck: true }]);
      sure(await step(id, 'verify', { level: 'reasonably-high' }));
      sure(await step(id, 'deny', { code: 'ca-exempt-145', reason: 'A law says so.' }));
      await round();
      const owed = (await requestOf(id)).untold;
      expect(owed.map(({ what }: { what: string }) => what)).toEqual(['extension', 'answer']);
      const which = await service.call('POST', `/v1/requests/${id}/given`, { json: { how: 'letter' }, ...officer });
      expect([which.status, which.body.errors[0].pointer]).toEqual([422, '/message']);
      const page = await service.call('GET', `/console/requests/${id}`, {
        headers: await atTheConsole(service, 'olga'),
      });
      expect(page.text).toContain('To tell: our answer');
      // A closed request stays on the first page until somebody has told them.
      expect(await start()).toContain(`/console/requests/${id}`);
      const json = { how: 'letter', message: owed[1].message };
      sure(await service.call('POST', `/v1/requests/${id}/given`, { json, ...officer }));
      expect((await requestOf(id)).untold).toBeUndefined();
    });

    it('by the button of the console, too', async () => {
      const other = await somebody('US-CA');
      const asked = await writes(other, 'access');
      await round();
      const headers = await atTheConsole(service, 'olga');
      const { text } = await service.call('GET', `/console/requests/${asked}`, { headers });
      const csrf = /name="csrf" value="([^"]+)"/.exec(text)?.[1] ?? '';
      const message = /name="message" value="(msg_[^"]+)"/.exec(text)?.[1] ?? '';
      const form = { csrf, message, how: 'spoken' };
      const sent = await service.call('POST', `/console/untold/${asked}`, { form, headers });
      expect([sent.status, sent.headers.get('location')]).toEqual([303, `/console/requests/${asked}`]);
      expect((await requestOf(asked)).untold).toBeUndefined();
    });
  });

  it('waits while the mail server says later, and is owed only when its day is over', async () => {
    const self = await reachable('US-CA');
    const id = await writes(self, 'access');
    server.refusals.push('451 later');
    await round();
    expect((await requestOf(id)).untold).toMatchObject([{ what: 'receipt', stuck: false, late: false }]);
    service.clock.wind(waits[0] ?? 0);
    await round();
    expect((await requestOf(id)).untold).toBeUndefined();
  });

  it('and whom no mail reaches is shown behind any number of others whose mail is on its way', async () => {
    const self = await reachable('US-CA');
    for (let count = 0; count < 101; count += 1) {
      await writes(self, 'access');
      server.refusals.push('451 later');
    }
    service.clock.wind(7 * DAY_MS);
    const id = await writes(await somebody('US-CA'), 'access');
    for (let rounds = 0; server.refusals.length > 0 && rounds < 20; rounds += 1) await round();
    expect((await requestOf(id)).untold).toMatchObject([{ what: 'receipt', stuck: true }]);
    const first = sure(await service.call('GET', '/console', { headers: await atTheConsole(service, 'olga') })).text;
    expect(first).toContain(`/console/requests/${id}`);
    service.clock.wind(waits[0] ?? 0);
    await round();
  });

  it('folds to the same requests, words and messages again when the views are rebuilt', async () => {
    const rows = async () => [
      sure(await service.call('GET', '/v1/requests?limit=100', officer)).body.items,
      await service.house.untoldRequests({ limit: 100 }),
      await feed(),
    ];
    const before = await rows();
    const { store, keyring, room, now } = service.house;
    await rebuildViews({ store, keyring, log: room.log, defaultRegime: room.defaultRegime, now: now() });
    expect(await rows()).toEqual(before);
  });
});

describe.each(engines)('in California, a request over %s', (engine) => {
  let service: RunningService;
  beforeAll(async () => {
    service = await aService({
      engine,
      variables: { CANDOR_TIME_ZONE: 'America/Los_Angeles', CANDOR_REGIME: 'US-CA' },
    });
    await aShop(service);
  });
  afterAll(() => service.stop());

  it('is told with the last day as it is there, and not with the day that it is in Greenwich by then', async () => {
    const self = 'customer:pasadena';
    const json = { regimes: ['US-CA'], ageBand: 'adult', language: 'en' };
    sure(await service.call('PUT', `/v1/subjects/${self}`, { json, ...byOfficer }));
    const { dueAt } = sure(await service.call('POST', '/v1/me/requests', { json: { kind: 'access' }, self })).body;
    expect(dueAt).toBe('2026-12-18T07:59:59.999Z');
    const [{ text }] = sure(await service.call('GET', '/v1/me/messages', { self })).body.items;
    expect(text).toContain('we answer by 17 December 2026');
  });
});
