import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAddressCodes } from '../../src/http/session/addresses.ts';
import { sendWaiting } from '../../src/jobs/send-messages.ts';
import { languages } from '../../src/language/messages/catalogues.ts';
import { say } from '../../src/language/say.ts';
import { ADA, aShop, BEN, sure } from '../given/a-shop.ts';
import { filesIn } from '../given/ledger/a-house.ts';
import { aService, engines, type RunningService } from '../given/service.ts';
import { addressTools, mailTo } from '../given/signing-in.ts';

const sender = {
  caller: { principal: 'system', actor: { id: 'act_system', role: 'system' }, scopes: ['admin'] },
  requestId: 'test',
} as const;
const HOUR = 3_600_000;

describe.each(engines)('an address that a service names over %s', (engine) => {
  let service: RunningService;
  const letters: { readonly to?: string; readonly title: string; readonly text: string }[] = [];
  beforeAll(async () => {
    service = await aService({ engine });
    await aShop(service);
    const json = { identifiers: ['email:ada@example.org'], regimes: ['EU'] };
    sure(await service.call('PUT', `/v1/subjects/${ADA}`, { json, scope: 'consent' }));
  });
  afterAll(() => service.stop());

  /** As the running service makes them; a test sends by itself. */
  const codeFor = (identifier: string): Promise<string | undefined> =>
    createAddressCodes(service.house.sessions, addressTools(service)).invite(identifier);
  const round = () =>
    sendWaiting({
      house: service.house,
      outbox: service.house.outbox,
      sender,
      codeFor,
      mail: {
        ...service.house.mail,
        send: async (letter) => {
          letters.push(letter);
          await service.house.mail.send(letter);
        },
      },
    });
  const answered = async (self: string): Promise<void> => {
    const { id } = sure(await service.call('POST', '/v1/me/requests', { json: { kind: 'ai-explanation' }, self })).body;
    for (const [step, json] of [
      ['verify', { level: 'session' }],
      ['fulfil', {}],
    ] as const)
      sure(
        await service.call('POST', `/v1/requests/${id}/${step}`, {
          json: { reason: 'as the law asks', ...json },
          scope: 'requests',
          sub: 'officer',
        }),
      );
  };

  it('gets the question whether it is theirs, once a day, and nothing about the person', async () => {
    await answered(ADA);
    await round();
    service.clock.wind(2 * HOUR);
    await round();
    expect(letters).toHaveLength(1);
    expect(letters[0]).toMatchObject({ to: 'ada@example.org', text: expect.stringContaining('/me/address/') });
    const { items } = (await service.call('GET', '/v1/me/messages', { self: ADA })).body;
    expect(items[0].state).toBe('waiting');
    expect(
      (await service.call('POST', '/v1/links', { json: { subject: ADA, send: 'email' }, scope: 'admin' })).status,
    ).toBe(422);
  });

  it('is confirmed by the button of that mail, once, and then gets what waited', async () => {
    const path = /\/me\/address\/[\w-]+/.exec(mailTo(service, 'address'))?.[0] ?? 'none';
    for (let opened = 0; opened < 2; opened += 1) expect((await service.call('GET', path)).status).toBe(200);
    const code = path.slice(path.lastIndexOf('/') + 1);
    expect((await service.call('POST', '/me/address', { form: { code } })).status).toBe(200);
    expect((await service.call('POST', '/me/address', { form: { code } })).status).toBe(410);
    const { items } = (await service.call('GET', '/v1/me/ledger', { self: ADA })).body;
    expect(items[0]).toMatchObject({ kind: 'address.confirmed', actor: { id: 'self' } });
    service.clock.wind(24 * HOUR);
    await round();
    expect(letters.at(-1)).toMatchObject({ to: 'ada@example.org' });
    expect(letters.at(-1)?.text).not.toContain('/me/address/');
    expect((await service.call('GET', '/v1/me/messages', { self: ADA })).body.items[0].state).toBe('sent');
  });

  it.each(languages)(
    'every letter to somebody who reads %s is written in it, a code as well as a message',
    async (language) => {
      const [self, to] = [`customer:${language}`, `${language}@example.org`];
      const json = { identifiers: [`email:${to}`], regimes: ['EU'], language };
      sure(await service.call('PUT', `/v1/subjects/${self}`, { json, scope: 'consent' }));
      await answered(self);
      await round();
      const sentTo = () => letters.filter((letter) => letter.to === to);
      const [, code = ''] = /\/me\/address\/([\w-]+)/.exec(sentTo()[0]?.text ?? '') ?? [];
      expect((await service.call('POST', '/me/address', { form: { code } })).status).toBe(200);
      service.clock.wind(24 * HOUR);
      await round();
      sure(await service.call('POST', '/v1/links', { json: { subject: self, send: 'email' }, scope: 'admin' }));
      const messages = sentTo().filter(({ title }) => title !== say(language, 'address.mail.title'));
      expect(messages.length).toBeGreaterThan(0);
      const { items } = (await service.call('GET', '/v1/me/messages', { self })).body;
      for (const { title } of messages) expect(items.map((each: { title: string }) => each.title)).toContain(title);
      const mails = filesIn(join(service.dataDir, 'mail'))
        .map((file) => readFileSync(file, 'utf8'))
        .filter((mail) => mail.includes(`To: ${to}`));
      expect(mails.length).toBeGreaterThanOrEqual(3);
      for (const mail of mails) expect(mail).toContain(`Content-Language: ${language}\r\n`);
    },
  );

  it('by an officer who has seen the person needs no such question', async () => {
    const scope = 'audit requests reviews registry reports consent';
    const json = { identifiers: ['email:ben@example.org'], regimes: ['EU'] };
    sure(await service.call('PUT', `/v1/subjects/${BEN}`, { json, scope, sub: 'officer' }));
    await answered(BEN);
    await round();
    expect(letters.at(-1)).toMatchObject({ to: 'ben@example.org' });
    expect(letters.at(-1)?.text).not.toContain('/me/address/');
  });

  it('an agent asks for somebody with a mandate or not at all, and the record says by which', async () => {
    const asks = (more: object) =>
      service.call('POST', '/v1/requests', {
        json: { kind: 'access', subject: ADA, ...more },
        scope: 'agent',
        sub: 'agency',
      });
    const mandate = { by: 'The person, on paper', evidence: 'Letter of 2 November, file 7', verified: 'agent-signed' };
    const refused = await asks({});
    expect([refused.status, refused.body.errors[0].pointer]).toEqual([422, '/mandate']);
    for (const missing of Object.keys(mandate))
      expect((await asks({ mandate: { ...mandate, [missing]: undefined } })).status, missing).toBe(422);
    expect((await asks({ mandate: { ...mandate, evidence: ' ' } })).status).toBe(422);
    const { id } = sure(await asks({ mandate })).body;
    const { items } = (await service.call('GET', '/v1/me/ledger', { self: ADA })).body;
    expect(items.find((each: { id: string }) => each.id === id).payload.mandate).toEqual(mandate);
    const own = { json: { kind: 'access', mandate }, self: ADA };
    expect((await service.call('POST', '/v1/me/requests', own)).status).toBe(422);
  });
});
