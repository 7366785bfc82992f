import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Mail, openMail } from '../../src/connectors/mail.ts';
import { sendWaiting, waits } from '../../src/jobs/send-messages.ts';
import { scopesOfRole } from '../../src/vocabulary/scope.ts';
import { ADA, aCustomer, aShop, BEN, signedIn, sure } from '../given/a-shop.ts';
import { aMailServer, type MailServer } from '../given/mail-server.ts';
import { aService, engines, type RunningService } from '../given/service.ts';

const HOUR = 3_600_000;
const sender = {
  caller: { principal: 'system', actor: { id: 'act_system', role: 'system' }, scopes: ['admin'] },
  requestId: 'test',
} as const;

describe.each(engines)('messages to a person over %s', (engine) => {
  let service: RunningService;
  let server: MailServer;
  let mail: Mail;
  const folder = mkdtempSync(join(tmpdir(), 'candor-mail-'));
  beforeAll(async () => {
    service = await aService({ engine });
    server = await aMailServer();
    mail = openMail({ smtpUrl: server.url, from: 'Shop <privacy@shop.example>', domain: 'shop.example', folder });
    await aShop(service);
    sure(
      await service.call('PUT', `/v1/subjects/${ADA}`, {
        json: { identifiers: ['email:ada@example.org'], language: 'de' },
        // An officer has seen them; what a service names has to be confirmed first (sign-in.test.ts).
        scope: scopesOfRole.officer.join(' '),
      }),
    );
  });
  afterAll(async () => {
    mail.close();
    await server.stop();
    await service.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const round = (over: Mail = mail): Promise<number> =>
    sendWaiting({ house: service.house, outbox: service.house.outbox, mail: over, sender });
  /** Asks for an explanation and has it answered, which is when a message is written. */
  const explained = async (self: string): Promise<string> => {
    const { id } = sure(await service.call('POST', '/v1/me/requests', { json: { kind: 'ai-explanation' }, self })).body;
    // That the request arrived has left before, and is no part of what is counted here.
    const before = server.mails.length;
    await round();
    server.mails.length = before;
    const step = (name: string, json: object) =>
      service.call('POST', `/v1/requests/${id}/${name}`, {
        json: { reason: 'as the law asks', ...json },
        scope: 'requests',
        sub: 'officer',
      });
    sure(await step('verify', { level: 'session' }));
    sure(await step('fulfil', {}));
    return id;
  };
  const mine = async (self: string) => (await service.call('GET', '/v1/me/messages', { self })).body.items;

  it('are on their page at once, in their language, word for word', async () => {
    const about = await explained(ADA);
    const [message] = await mine(ADA);
    expect(message).toMatchObject({
      template: 'explanation-ready',
      about,
      language: 'de',
      languageFallback: false,
      title: 'Ihre Erklärung ist da',
    });
    expect(message.text).toContain('2. November 2026');
    const page = await service.call('GET', '/me/messages?language=de', { headers: await signedIn(service, ADA) });
    expect(page.text).toContain('Ihre Erklärung ist da');
  });

  it('are among the data held about them, under a name of their own', async () => {
    const { messages, others } = (await service.call('GET', '/v1/me/data', { self: ADA })).body;
    expect(messages).toContainEqual(
      expect.objectContaining({ kind: 'message.written', template: 'explanation-ready' }),
    );
    expect(others.map(({ kind }: { kind: string }) => kind)).not.toContain('message.written');
  });

  it('leave as mail with text and HTML, load nothing, and are told as sent', async () => {
    expect(await round()).toBe(1);
    expect(server.mails).toHaveLength(1);
    const [sent = ''] = server.mails;
    expect(sent).toMatch(/^To: ada@example\.org$/m);
    expect(sent).toMatch(/^Message-ID: <msg_[0-9a-z]{26}@shop\.example>$/m);
    expect(sent).toMatch(/multipart\/alternative/);
    expect(sent).not.toMatch(/<img|<link|<script|http:\/\/(?!127\.0\.0\.1|localhost)/i);
    expect((await mine(ADA))[0].state).toBe('sent');
    expect(await round()).toBe(0);
  });

  it('are tried again when the mail server says later, with the same id, and leave once', async () => {
    server.mails.length = 0;
    await explained(ADA);
    server.refusals.push('451 later');
    await round();
    expect([server.mails.length, (await mine(ADA))[0].state]).toEqual([0, 'waiting']);
    expect(await round()).toBe(0);
    service.clock.wind(waits[0] ?? 0);
    await round();
    service.clock.wind(HOUR);
    await round();
    expect([server.mails.length, (await mine(ADA))[0].state]).toEqual([1, 'sent']);
  });

  it('wait while the clock is in doubt, so that nobody is sent the same again and again', async () => {
    const before = server.mails.length;
    await explained(ADA);
    service.clock.jump(25 * HOUR);
    for (let times = 0; times < 3; times += 1) {
      expect(await round()).toBe(0);
      service.clock.wind(6 * 60_000);
    }
    expect(server.mails.length).toBe(before);
    service = await service.again();
    await round();
    expect([server.mails.length, (await mine(ADA))[0].state]).toEqual([before + 1, 'sent']);
  });

  it('left over when the service stops are not begun', async () => {
    const before = server.mails.length;
    await explained(ADA);
    await sendWaiting({ house: service.house, outbox: service.house.outbox, mail, sender }, () => true);
    expect(server.mails.length).toBe(before);
    service.clock.wind(HOUR);
    await round();
    expect(server.mails.length).toBe(before + 1);
  });

  it('are given up at once where the address does not exist, and stay on the page', async () => {
    await explained(ADA);
    server.refusals.push('550 nobody here');
    await round();
    expect((await mine(ADA))[0]).toMatchObject({ state: 'given-up', title: 'Ihre Erklärung ist da' });
  });

  it('are given up where no address is known, and are never sent to somebody else', async () => {
    server.mails.length = 0;
    await explained(BEN);
    await round();
    expect([server.mails.length, (await mine(BEN))[0].state]).toEqual([0, 'given-up']);
    expect((await mine(ADA)).map(({ id }: { id: string }) => id)).not.toContain((await mine(BEN))[0].id);
  });

  it('taken by a sender that sleeps past its lease are sent by another, and the sleeper settles nothing', async () => {
    await explained(ADA);
    const [taken] = await service.house.outbox.take(1, 60_000);
    expect(await service.house.outbox.take(1, 60_000)).toEqual([]);
    service.clock.wind(60_001);
    const [again] = await service.house.outbox.take(1, 60_000);
    expect([taken?.tries, again?.tries]).toEqual([1, 2]);
    await service.house.outbox.postpone({ message: '', subject: '', tries: 1, ...taken }, 0);
    expect(await service.house.outbox.take(1, 60_000)).toEqual([]);
    service.clock.wind(HOUR);
    await round();
  });

  it('as files are gone with the person', async () => {
    const files = openMail({ from: 'Shop <privacy@shop.example>', domain: 'shop.example', folder });
    await explained(BEN);
    await round(files);
    const written = readdirSync(folder);
    expect(written).toHaveLength(1);
    expect(readFileSync(join(folder, written[0] ?? ''), 'utf8')).toContain('Subject: Your explanation is ready');
    await files.forget(written.map((name) => name.replace('.eml', '')));
    expect(existsSync(join(folder, written[0] ?? ''))).toBe(false);
  });

  it('keep their state on the page, however many came after them', async () => {
    await explained(BEN);
    await round();
    await explained(BEN);
    const [newest, before] = await mine(BEN);
    const input = { message: newest.id, channel: 'file', tries: 1 } as const;
    // The endings of a hundred later messages.
    await service.house.recordMany(
      'message.settle',
      Array.from({ length: 100 }, () => ({ input, sender })),
    );
    expect([before.state, (await mine(BEN))[1].state]).toEqual(['given-up', 'given-up']);
    await round();
  });

  it('are erased with the person, on the page, in the outbox and in the folder of files', async () => {
    await explained(ADA);
    await sendWaiting({ house: service.house, outbox: service.house.outbox, mail: service.house.mail, sender });
    const files = join(service.dataDir, 'mail');
    expect(readdirSync(files)).toHaveLength(1);
    sure(await service.call('POST', `/v1/subjects/${ADA}/erasure`, { json: {}, scope: 'admin' }));
    expect((await service.call('GET', '/v1/me/messages', { self: ADA })).body.items).toEqual([]);
    expect(readdirSync(files)).toEqual([]);
    expect(await service.house.outbox.take(10, 1)).toEqual([]);
  });

  it('on their way while the person is erased leave nothing behind', async () => {
    const cy = 'customer:44';
    sure(await aCustomer(service, cy));
    await explained(cy);
    const { mail: own } = service.house;
    const erase = () => service.call('POST', `/v1/subjects/${cy}/erasure`, { json: {}, scope: 'admin' });
    const overtaken: Mail = {
      ...own,
      async send(letter) {
        sure(await erase());
        await own.send(letter);
        expect(readdirSync(files)).toHaveLength(1);
      },
    };
    const files = join(service.dataDir, 'mail');
    expect(await round(overtaken)).toBe(1);
    expect(readdirSync(files)).toEqual([]);
    expect(await service.house.outbox.take(10, 1)).toEqual([]);
  });
});
