/**
 * The digest that staff get by e-mail: once a day, in numbers, with nothing of any person in it.
 * Source: decision 0134.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { windUpClock } from '../../src/clock.ts';
import { readConfig } from '../../src/config.ts';
import { type Mail, openMail } from '../../src/connectors/mail.ts';
import { sendDigests, startDigests } from '../../src/jobs/send-digests.ts';
import { waits } from '../../src/jobs/send-messages.ts';
import { type Service, startService } from '../../src/service.ts';
import { rowsQuery } from '../../src/store/query.ts';
import { DAY_MS, HOUR_MS } from '../../src/vocabulary/instant.ts';
import { ADA, aShop, atTheConsole, BEN, sure } from '../given/a-shop.ts';
import { aDataMap, aSureRequest, cellar, workRounds } from '../given/connected-tasks.ts';
import { aMailServer, type MailServer } from '../given/mail-server.ts';
import { aDatabase, type Database } from '../given/postgres.ts';
import { aBank, contest, decline } from '../given/review/a-review.ts';
import { aService, engines, type RunningService } from '../given/service.ts';

const officer = { scope: 'requests', sub: 'officer' };
const OLGA = { email: 'olga@shop.example', language: 'en' };
const DORA = { email: 'dora@shop.example', language: 'de' };
const PIA = 'customer:44';
const hour = 7;
const digestRows = rowsQuery<object>()('digest rows of a test', ({ db, t }) =>
  db.select({ value: t.meta.value }).from(t.meta).where(eq(t.meta.name, 'digests')),
);

const mailTo = ({ url }: MailServer): Mail =>
  openMail({ smtpUrl: url, from: 'Shop <privacy@shop.example>', domain: 'shop.example', folder: '/nowhere' });
/** A mail as its reader reads it, without the marks of quoted-printable. */
const readable = (mail: string): string =>
  Buffer.from(
    mail
      .replaceAll('=\r\n', '')
      .replaceAll(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');

describe.each(engines)('the digest for staff over %s', (engine) => {
  let service: RunningService;
  let server: MailServer;
  let mail: Mail;
  let map: Awaited<ReturnType<typeof aDataMap>>;
  let told: string[] = [];
  beforeEach(async () => {
    map = await aDataMap([cellar]);
    // Nine o'clock in UTC is ten in Berlin, behind the hour of the digest.
    service = await aService({ engine, variables: { ...map.variables, CANDOR_TIME_ZONE: 'Europe/Berlin' } });
    server = await aMailServer();
    mail = mailTo(server);
    told = [];
    await aShop(service);
  });
  afterEach(async () => {
    mail.close();
    await server.stop();
    await service.stop();
    await map.drop();
  });

  const sending = (to: readonly (typeof OLGA)[] = [OLGA]) => ({
    house: service.house,
    digests: service.house.digests,
    mail,
    digest: { to, hour },
    report: (code: string) => void told.push(code),
  });
  const round = (to?: readonly (typeof OLGA)[]) => sendDigests(sending(to));
  const asks = async (kind: string): Promise<string> =>
    sure(await service.call('POST', '/v1/me/requests', { json: { kind }, self: ADA })).body.id;
  const breach = async (): Promise<string> =>
    sure(
      await service.call('POST', '/v1/breaches', {
        json: { what: 'A backup lay open.', noticedAt: new Date(service.clock.now()).toISOString(), regimes: ['EU'] },
        ...officer,
      }),
    ).body.id;

  it('is no mail where there is nothing to say, and what comes up later waits for the next morning', async () => {
    expect(await round()).toBe(0);
    await breach();
    expect(await round()).toBe(0);
    expect(server.mails).toEqual([]);
    service.clock.wind(DAY_MS);
    expect(await round()).toBe(1);
  });

  /** A request of each kind of trouble: two by themselves, one that staff wrote down, one review, one system. */
  async function trouble(): Promise<readonly string[]> {
    const own = await asks('access');
    await aBank(service);
    const decision = await decline(service, { subject: BEN });
    sure(await contest(service, decision, { self: BEN }));
    sure(await service.call('PUT', `/v1/subjects/${PIA}`, { json: { regimes: ['US-CA'] }, scope: 'consent' }));
    const written = { kind: 'erasure', subject: PIA };
    const { id } = sure(await service.call('POST', '/v1/requests', { json: written, ...officer })).body;
    const parked = await aSureRequest(service, 'access', BEN);
    await workRounds(service, map.folder);
    return [own, decision, id, parked];
  }
  /** The lines of the plain text, each number with the address below it. */
  const linesOf = (mail: string): readonly string[] =>
    [...readable(mail).matchAll(/^- (.*)\r\n {2}http:\/\/[^/]*(\/\S*)\r$/gm)].map(
      ([, words, path]) => `${words} ${path}`,
    );

  it('says in numbers what is due soon, late, untold, parked and open, and leads to each queue', async () => {
    await trouble();
    service.clock.wind(25 * DAY_MS);
    await round();
    const untold = '1 request: Delete it /console#untold';
    const parked = '2 tasks: Paper files /console/connected?show=waits&system=cellar';
    expect(linesOf(server.mails[0] ?? '')).toEqual([
      '1 request: Delete it /console/requests?show=late&kind=erasure',
      untold,
      '2 requests: Get a copy /console/requests?show=waiting&kind=access',
      '1 request: Ask a person to look again /console/requests?show=waiting&kind=human-review',
      '1 review of a decision /console/reviews?show=waiting',
      parked,
    ]);
    service.clock.wind(28 * DAY_MS);
    await breach();
    service.clock.wind(70 * HOUR_MS);
    await round();
    expect(linesOf(server.mails[1] ?? '')).toEqual([
      '2 hours left /console/reports/breaches',
      '2 requests: Get a copy /console/requests?show=late&kind=access',
      '1 request: Delete it /console/requests?show=late&kind=erasure',
      '1 request: Ask a person to look again /console/requests?show=late&kind=human-review',
      '1 review of a decision /console/reviews?show=late',
      untold,
      parked,
    ]);
  });

  it('has nothing of any person in it, and every address leads to a page where the number stands', async () => {
    const ids = await trouble();
    service.clock.wind(60 * DAY_MS);
    await round();
    const [mail = ''] = server.mails;
    const pseudonyms = await Promise.all(
      [ADA, BEN, PIA].map(async (each) => (await service.house.see([each])).people[0] as { readonly subject?: string }),
    );
    const hidden = [...ids, ADA, BEN, PIA, 'customer', ...pseudonyms.map(({ subject }) => subject ?? 'missing')];
    for (const each of hidden) expect(readable(mail)).not.toContain(each);
    expect(hidden).not.toContain('missing');
    const { cookie } = await atTheConsole(service, 'clerk-1');
    for (const line of linesOf(mail)) {
      const [path = '', part] = (line.split(' ').at(-1) ?? '').split('#');
      const page = await service.call('GET', path, { headers: { cookie, accept: 'text/html' } });
      expect(page.status, line).toBe(200);
      if (part !== undefined) expect(page.text).toContain(`id="${part}"`);
    }
  });

  it('reaches each address in its language', async () => {
    await breach();
    expect(await round([OLGA, DORA])).toBe(2);
    const [english = '', german = ''] = server.mails.map(readable);
    expect(english).toMatch(/^To: olga@shop\.example\r$/m);
    expect(german).toMatch(/^To: dora@shop\.example\r$/m);
    expect(german).toContain('Datenpannen: Die Behörde muss es erfahren');
    expect(german).toContain('Noch 72 Stunden');
    expect(german).toContain('Content-Language: de');
    expect(german).toContain('<html lang="de">');
  });

  it('leaves once a day, also after a start in between, and again the next day from its hour on', async () => {
    await breach();
    expect(await round()).toBe(1);
    service = await service.again();
    expect(await round()).toBe(0);
    // Seven in the morning of Berlin, and a millisecond before.
    service.clock.set(Date.parse('2026-11-03T05:59:59.999Z'));
    expect(await round()).toBe(0);
    service.clock.wind(1);
    expect(await round()).toBe(1);
    expect(new Set(server.mails.map((each) => /^Message-ID: (\S+)/im.exec(each)?.[1])).size).toBe(2);
  });

  it('that a mail server did not take is tried again as letters are, under the same id, and once', async () => {
    await breach();
    server.refusals.push('451 later');
    expect(await round()).toBe(0);
    expect(told).toEqual(['digest-failed']);
    service = await service.again();
    expect(await round()).toBe(0);
    service.clock.wind(waits[0] ?? 0);
    expect(await round()).toBe(1);
    service.clock.wind(HOUR_MS);
    expect(await round()).toBe(0);
    expect(server.mails).toHaveLength(1);
  });

  it('is given up for the day at a final no, and made anew the next day', async () => {
    await breach();
    server.refusals.push('550 unknown');
    expect(await round()).toBe(0);
    expect(told).toEqual(['digest-given-up']);
    service.clock.wind(8 * HOUR_MS);
    expect(await round()).toBe(0);
    service.clock.wind(16 * HOUR_MS);
    expect(await round()).toBe(1);
  });

  it('does not come twice where the process was killed while it left', async () => {
    await breach();
    const begun = Promise.withResolvers<void>();
    const hanging = {
      send: () => {
        begun.resolve();
        return new Promise<void>(() => undefined);
      },
    };
    void sendDigests({ ...sending(), mail: hanging });
    await begun.promise;
    service = await service.again();
    expect(await round()).toBe(0);
    service.clock.wind(DAY_MS);
    expect(await round()).toBe(1);
  });

  it('addresses stand in no row as they are, and nothing runs where nobody wants a digest', async () => {
    expect(startDigests(sending([]))).toBe(undefined);
    await breach();
    expect(await round()).toBe(1);
    const rows = await service.house.store.one(digestRows, {});
    expect(rows).toHaveLength(1);
    expect(Buffer.from(rows[0]?.value ?? '', 'base64').toString('latin1')).not.toContain('olga');
  });

  it('leaves by itself in the rounds of the service, and a stop ends them', async () => {
    await breach();
    const running = startDigests(sending(), 1);
    await vi.waitFor(() => expect(server.mails).toHaveLength(1), 20_000);
    await running?.stop();
    expect(told).toEqual([]);
  });
});

describe.skipIf(!engines.includes('postgresql'))('the digest of two nodes on one database', () => {
  const clock = windUpClock(Date.parse('2026-11-02T09:00:00.000Z'));
  let folder: string;
  let database: Database;
  let server: MailServer;
  const nodes: Service[] = [];
  const node = (name: string): Promise<Service> => {
    const config = readConfig({
      CANDOR_DATA_DIR: join(folder, name),
      CANDOR_MASTER_KEY_FILE: join(folder, 'master.key'),
      DATABASE_URL: database.url,
      SMTP_URL: server.url,
      CANDOR_MAIL_FROM: 'privacy@shop.example',
      CANDOR_DIGEST_TO: 'olga@shop.example en, dora@shop.example de',
      PORT: '0',
      LOG_LEVEL: 'silent',
    });
    if ('faults' in config) throw new Error(config.faults.join('\n'));
    return startService(config, clock, { sendsMessages: false });
  };
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'candor-digest-'));
    database = await aDatabase();
    server = await aMailServer();
    nodes.push(await node('one'), await node('two'));
  });
  afterEach(async () => {
    for (const each of nodes.splice(0)) await each.stop();
    await server.stop();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('leaves once for each address a day, however often both look at once', async () => {
    const [one] = nodes;
    const token = await one?.token({ sub: 'officer', scope: 'requests' });
    const recorded = await fetch(`${one?.url}/v1/breaches`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        what: 'A backup lay open.',
        noticedAt: new Date(clock.now()).toISOString(),
        regimes: ['EU'],
      }),
    });
    expect(recorded.status).toBe(201);
    const to = [OLGA, DORA];
    const look = () =>
      Promise.all(
        [...nodes, ...nodes, ...nodes].map(({ house }) =>
          sendDigests({
            house,
            digests: house.digests,
            mail: house.mail,
            digest: { to, hour },
            report: () => undefined,
          }),
        ),
      );
    for (const day of [1, 2, 3]) {
      await look();
      await look();
      expect(server.mails).toHaveLength(2 * day);
      clock.wind(DAY_MS);
    }
  });
});
