/**
 * The breach register, over HTTP: written down, its hours, whom it reached, who was told, and what remains of it.
 * Source: GDPR 33, 34; decision 0117.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rebuildViews } from '../../src/ledger/rebuild.ts';
import { ADA, aCustomer, aShop, atTheConsole, BEN, says, sure, use } from '../given/a-shop.ts';
import { aService, engines, type RunningService } from '../given/service.ts';

const officer = { scope: 'requests', sub: 'officer' };
const HOUR = 3_600_000;

describe.each(engines)('the breach register on %s', (engine) => {
  let service: RunningService;
  beforeEach(async () => {
    // The night in which the clocks of Berlin go forward lies within the hours.
    service = await aService({ engine, variables: { CANDOR_TIME_ZONE: 'Europe/Berlin' } });
    await aShop(service);
    sure(await says(service, 'given'));
  });
  afterEach(() => service.stop());

  const now = (): string => new Date(service.clock.now()).toISOString();
  const record = async (json: object = {}): Promise<string> =>
    sure(
      await service.call('POST', '/v1/breaches', {
        json: { what: 'A backup lay open on a server.', noticedAt: now(), ...json },
        ...officer,
      }),
    ).body.id;
  const post = (id: string, step: string, json: object) =>
    service.call('POST', `/v1/breaches/${id}/${step}`, { json, ...officer });
  const read = async (id: string) => sure(await service.call('GET', `/v1/breaches/${id}`, officer)).body;
  const told = { whom: 'authority', text: 'By their form, number 4711.' };

  it('gives the authority 72 hours of the clock, whatever the zone does that night, and says by which rule', async () => {
    const id = await record({ noticedAt: '2026-10-23T15:10:00.000Z', regimes: ['EU-DE', 'UK', 'US-CA'] });
    const breach = await read(id);
    expect(breach.dueAt).toBe('2026-10-26T15:10:00.000Z');
    expect(breach.clocks).toEqual([
      { regime: 'EU-DE', rule: 'HOURS(72)', source: 'GDPR 33(1)', dueAt: '2026-10-26T15:10:00.000Z' },
      { regime: 'UK', rule: 'HOURS(72)', source: 'UK GDPR 33(1)', dueAt: '2026-10-26T15:10:00.000Z' },
    ]);
    expect(breach.isLate).toBe(true);
    expect((await read(await record({ regimes: ['US-CA'] }))).dueAt).toBe(null);
  });

  it('is late from the first moment after, until the authority was told, and telling late needs its reason', async () => {
    const id = await record();
    service.clock.wind(72 * HOUR);
    expect((await read(id)).isLate).toBe(false);
    service.clock.wind(1);
    expect((await read(id)).isLate).toBe(true);
    const refused = await post(id, 'told', { ...told, toldAt: now() });
    expect([refused.status, refused.body.errors[0].pointer]).toEqual([422, '/lateBecause']);
    sure(await post(id, 'told', { ...told, toldAt: now(), lateBecause: 'The extent was unclear.' }));
    const { authority, isLate } = await read(id);
    expect([authority.state, authority.said[0].lateBecause, isLate]).toEqual(['told', 'The extent was unclear.', true]);
  });

  it('is not late where they were told in time, also when that is written down later', async () => {
    const id = await record();
    const inTime = new Date(service.clock.now() + 71 * HOUR).toISOString();
    service.clock.wind(80 * HOUR);
    sure(await post(id, 'told', { ...told, toldAt: inTime }));
    expect((await read(id)).isLate).toBe(false);
  });

  it('takes the grounds that the law has for not telling, each for whom it is', async () => {
    const id = await record();
    const text = 'The file was encrypted, and its key was elsewhere.';
    expect((await post(id, 'not-told', { whom: 'authority', ground: 'unintelligible', text })).status).toBe(422);
    sure(await post(id, 'not-told', { whom: 'authority', ground: 'risk-unlikely', text }));
    sure(await post(id, 'not-told', { whom: 'people', ground: 'unintelligible', text }));
    const { authority, people, isLate } = await read(id);
    expect([authority.state, people.state, isLate]).toEqual(['not-told', 'not-told', false]);
    service.clock.wind(100 * HOUR);
    expect((await read(id)).isLate).toBe(false);
  });

  it('finds whose data the named AI systems used in the time: counted, in pages, and as a stream', async () => {
    await aCustomer(service, BEN);
    const before = now();
    service.clock.wind(HOUR);
    sure(await use(service));
    sure(await use(service));
    const used = now();
    service.clock.wind(HOUR);
    const id = await record({ from: before, to: used, aiSystems: ['support-assistant'] });
    const get = async (path: string) => sure(await service.call('GET', `/v1/breaches/${id}/${path}`, officer));
    expect((await get('affected-count')).body).toEqual({ people: 1, uses: 2 });
    const page = (await get('affected?limit=1')).body;
    expect(page.items).toEqual([{ subject: expect.stringMatching(/^sub_/), identifiers: [ADA], uses: 2 }]);
    expect((await get(`affected?limit=1&cursor=${page.next}`)).body.items).toEqual([]);
    const lines = (await get('affected.ndjson')).text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines).toEqual([page.items[0], { people: 1 }]);
    sure(await post(id, 'notes', { about: 'facts', text: 'It began later than we thought.', from: now(), to: now() }));
    expect((await get('affected-count')).body).toEqual({ people: 0, uses: 0 });
  });

  it('refuses a note that names one end of the time alone where it would end before it begins', async () => {
    const at = (hours: number): string => new Date(service.clock.now() + hours * HOUR).toISOString();
    const id = await record({ from: at(-4), to: at(-2) });
    const note = async (span: object) => {
      const told = await post(id, 'notes', { about: 'facts', text: 'Another time was found.', ...span });
      return told.status === 201 ? 201 : [told.status, told.body.errors[0].pointer, told.body.errors[0].code];
    };
    expect(await note({ from: at(-1) })).toEqual([422, '/from', 'before-from']);
    expect(await note({ to: at(-5) })).toEqual([422, '/to', 'before-from']);
    expect(await note({ from: at(-2) })).toBe(201);
    // What was noted since counts, and not what was recorded first.
    expect(await note({ to: at(-3) })).toEqual([422, '/to', 'before-from']);
    expect(await note({ from: at(-9), to: at(-8) })).toBe(201);
    expect(await note({ from: at(-7) })).toEqual([422, '/from', 'before-from']);
    expect(await note({})).toBe(201);
    const { from, to } = await read(id);
    expect([from, to]).toEqual([at(-9), at(-8)]);
  });

  it('stands in the calendar of staff until the authority is settled', async () => {
    const id = await record();
    const calendar = async (): Promise<string> => sure(await service.call('GET', '/v1/due-dates.ics', officer)).text;
    expect(await calendar()).toContain(`UID:${id}-authority`);
    sure(await post(id, 'not-told', { whom: 'authority', ground: 'risk-unlikely', text: 'Nobody could read it.' }));
    expect(await calendar()).not.toContain(`UID:${id}-authority`);
  });

  it('is never deleted or changed: there is no way to, and the same report comes from the ledger alone', async () => {
    const id = await record({ from: now(), to: now() });
    sure(await post(id, 'notes', { about: 'measures', text: '=HYPERLINK("http://x")' }));
    for (const method of ['DELETE', 'PUT', 'PATCH'])
      expect((await service.call(method, `/v1/breaches/${id}`, officer)).status).toBe(405);
    const report = async () => {
      const {
        generatedAt: _,
        to: __,
        ...rest
      } = sure(await service.call('GET', '/v1/reports/breaches?from=2026-01-01T00:00:00Z', { scope: 'reports' })).body;
      return rest;
    };
    const first = await report();
    expect(first.breaches).toHaveLength(1);
    const { store, keyring, room, now: moment } = service.house;
    await rebuildViews({ store, keyring, log: room.log, defaultRegime: room.defaultRegime, now: moment() });
    expect(await report()).toEqual(first);
    const table = sure(await service.call('GET', '/v1/reports/breaches.csv', { scope: 'reports' })).text;
    expect(table).toContain(id);
    expect(table).not.toMatch(/(^|,)"?=HYPERLINK/m);
  });

  it('is read and printed in the console, in the words of four languages, without a token', async () => {
    await record({ what: 'A letter went to <b>somebody</b> else.' });
    const staff = await atTheConsole(service, 'omar', ['reports']);
    for (const [language, title] of [
      ['en', 'Breach register'],
      ['de', 'Verzeichnis der Datenpannen'],
      ['fr', 'Registre des violations de données'],
      ['es', 'Registro de violaciones de datos'],
    ]) {
      const headers = { ...staff, accept: 'text/html' };
      const page = sure(await service.call('GET', `/console/reports/breaches?language=${language}`, { headers }));
      expect(page.text).toContain(title);
      expect(page.text).toContain('&lt;b>somebody');
    }
  });

  it('refuses what nobody declared, what has not come yet, and what nobody recorded', async () => {
    const wrong = async (json: object) =>
      (await service.call('POST', '/v1/breaches', { json: { what: 'x', noticedAt: now(), ...json }, ...officer }))
        .status;
    expect(await wrong({ aiSystems: ['nobody'] })).toBe(422);
    expect(await wrong({ purposes: ['nothing'] })).toBe(422);
    expect(await wrong({ noticedAt: '2027-11-02T09:00:00.000Z' })).toBe(422);
    expect(await wrong({ from: now(), to: '2026-01-01T00:00:00.000Z' })).toBe(422);
    expect((await post('brc_01h455vb4pex5vsknk084sn02q', 'told', { ...told, toldAt: now() })).status).toBe(404);
  });
});
