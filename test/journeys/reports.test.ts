/** The reports that law asks for, over HTTP, against what was done, and once more after all views were folded anew. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { examples } from '../../openapi/examples.ts';
import { rebuildViews } from '../../src/ledger/rebuild.ts';
import { DAY_MS } from '../../src/vocabulary/instant.ts';
import { ADA, aCustomer, aShop, BEN, says, sure, use } from '../given/a-shop.ts';
import { aService, engines, type RunningService } from '../given/service.ts';

const officer = { scope: 'requests', sub: 'officer' };
const reports = { scope: 'reports', sub: 'officer' };
const CAL = 'customer:44';
const EVE = 'customer:45';

describe.each(engines)('the reports over %s', (engine) => {
  let service: RunningService;
  beforeAll(async () => {
    service = await aService({ engine });
    await aShop(service);
    const json = { regimes: ['US-CA'], ageBand: 'adult', language: 'en' };
    sure(await service.call('PUT', `/v1/subjects/${CAL}`, { json, scope: 'consent' }));
    sure(await says(service, 'given'));
    sure(await use(service));
    await life();
  }, 120_000);
  afterAll(() => service.stop());

  const asks = async (kind: string, self: string): Promise<string> =>
    sure(await service.call('POST', '/v1/me/requests', { json: { kind }, self })).body.id;
  const step = async (id: string, name: string, json: object = {}): Promise<void> => {
    sure(
      await service.call('POST', `/v1/requests/${id}/${name}`, {
        json: { reason: 'as the law asks', ...json },
        ...officer,
      }),
    );
  };
  const answers = async (id: string, name: string, json: object = {}): Promise<void> => {
    await step(id, 'verify', { level: 'reasonably-high' });
    await step(id, name, json);
  };

  /** Of Ada: a copy after 4 days, one denied after 6, one too late, one withdrawn; of Cal: one copy; of Ben: erased. */
  async function life(): Promise<void> {
    const [copy, denied, late, cancelled] = [
      await asks('access', ADA),
      await asks('portability', ADA),
      await asks('rectification', ADA),
      await asks('access', ADA),
    ];
    const ofCal = await asks('access', CAL);
    const erased = await asks('erasure', BEN);
    service.clock.wind(4 * DAY_MS);
    await answers(copy, 'fulfil');
    await step(cancelled, 'cancel');
    await answers(erased, 'fulfil');
    service.clock.wind(2 * DAY_MS);
    await answers(denied, 'deny', { code: 'art12-5-excessive' });
    await answers(ofCal, 'fulfil');
    service.clock.wind(40 * DAY_MS);
    await answers(late, 'fulfil', { rectified: [{ what: 'Street', to: 'New Street 1', told: [] }] });
  }

  const report = async (query = '') => sure(await service.call('GET', `/v1/reports/requests${query}`, reports)).body;
  const metric = async (name: string, query = '') =>
    (await report(query)).metrics.find((each: { metric: string }) => each.metric === name);

  it('counts what was received and what became of it, by the figures that California names', async () => {
    expect(await metric('know')).toEqual({
      metric: 'know',
      received: 4,
      complied: 2,
      denied: 1,
      open: 0,
      withdrawn: 1,
      meanDays: 5.33,
      medianDays: 6,
      grounds: [{ code: 'art12-5-excessive', count: 1 }],
    });
    expect(await metric('correct')).toMatchObject({ received: 1, complied: 1, meanDays: 46 });
    expect(await metric('limit')).toMatchObject({ received: 0, meanDays: null, medianDays: null, grounds: [] });
    expect(await report()).toMatchObject({ received: 6, answered: 5, onTime: 4, onTimeShare: 0.8, openAndLate: 0 });
  });

  it('a request of somebody who is erased counts on, and nobody is named', async () => {
    expect(await metric('delete')).toMatchObject({ received: 1, complied: 1, meanDays: 4 });
    const log = sure(await service.call('GET', '/v1/reports/requests.csv', reports)).text;
    expect(log.trim().split('\r\n')).toHaveLength(7);
    expect(log).toMatch(/"erasure","[a-z-]+","EU",.*"fulfilled","yes"/);
    expect(log).toMatch(/"rectification",.*"fulfilled","no"/);
    for (const name of [ADA, BEN, CAL, 'sub_']) expect(log).not.toContain(name);
  });

  it('counts one law alone, and one time alone', async () => {
    expect(await metric('know', '?regime=US-CA')).toMatchObject({ received: 1, complied: 1 });
    expect(await metric('know', '?from=2026-11-03T00:00:00Z')).toMatchObject({ received: 0 });
  });

  it('an open request that is late is told', async () => {
    await asks('restriction', ADA);
    service.clock.wind(60 * DAY_MS);
    expect(await report()).toMatchObject({ openAndLate: 1, received: 7 });
  });

  it('the records of processing say what is declared, what is missing, and what no record declares', async () => {
    const body = sure(await service.call('GET', '/v1/reports/processing', reports)).body;
    const drafts = body.activities.find(({ purpose }: { purpose: string }) => purpose === 'support-drafts');
    expect(drafts).toMatchObject({ legalBasis: expect.any(Object), aiSystems: [{ key: 'support-assistant' }] });
    expect(drafts.dataCategories.length).toBeGreaterThan(0);
    expect(body.undeclared.usesWithoutPermission).toEqual([]);
    await aCustomer(service, EVE);
    // She never said yes, and a service tells afterwards that it read her data all the same.
    const json = {
      subject: EVE,
      aiSystem: 'support-assistant',
      purpose: 'support-drafts',
      dataCategories: ['messages'],
      mode: 'report',
      occurredAt: new Date(service.clock.now()).toISOString(),
      reference: 'r-1',
    };
    sure(await service.call('POST', '/v1/uses', { json, scope: 'use' }));
    const { undeclared } = sure(await service.call('GET', '/v1/reports/processing', reports)).body;
    expect(undeclared.usesWithoutPermission).toMatchObject([{ aiSystem: 'support-assistant', count: 1 }]);
    const table = sure(await service.call('GET', '/v1/reports/processing.csv', reports)).text;
    expect(table).toContain('"support-drafts"');
  });

  it('the worksheets of an AI system say what is known to each part of the law, and what a person has to write', async () => {
    const { aiSystems } = sure(await service.call('GET', '/v1/reports/assessments', reports)).body;
    const found = aiSystems.find(({ aiSystem }: { aiSystem: string }) => aiSystem === 'support-assistant');
    const parts = (kind: string) =>
      found.worksheets.find((each: { kind: string }) => each.kind === kind).parts as readonly {
        readonly source: string;
        readonly known: readonly { readonly what: string; readonly words: readonly string[] }[];
        readonly missing: readonly string[];
      }[];
    expect(parts('dpia').map(({ source }) => source)).toEqual('abcd'.split('').map((part) => `GDPR 35(7)(${part})`));
    expect(parts('fria').map(({ source }) => source)).toEqual(
      'abcdef'.split('').map((part) => `AI Act 27(1)(${part})`),
    );
    const published = examples.find(({ endpoint }) => endpoint === 'putAiSystem')?.body as object;
    for (const part of [...parts('dpia'), ...parts('fria')]) {
      const named = part.known.map(({ what }) => what);
      for (const what of named) expect(part.missing).not.toContain(what);
      if ([...named, ...part.missing].includes('limitations'))
        expect(named.includes('limitations')).toBe('limitations' in published);
    }
    const uses = parts('fria')[1]?.known.find(({ what }) => what === 'uses')?.words;
    expect(uses).toEqual(['Uses: 2, refused: 0, decisions: 0']);
    expect(parts('fria')[2]).toMatchObject({ known: [], missing: ['people'] });
    const table = sure(await service.call('GET', '/v1/reports/assessments.csv', reports)).text;
    expect(table).toContain('"fria","c","AI Act 27(1)(c)","people","","yes"');
  });

  it.each(['/v1/reports/requests', '/v1/reports/processing', '/v1/reports/assessments'])(
    '%s is a page to print, too, in the language of the reader',
    async (path) => {
      const titles = {
        requests: ['Requests and their answers', 'Anfragen und ihre Antworten'],
        processing: ['Records of processing', 'Verzeichnis der Verarbeitungen'],
        assessments: ['Worksheets for impact assessments', 'Arbeitsblätter für Folgenabschätzungen'],
      };
      const [english, german] = titles[path.slice('/v1/reports/'.length) as keyof typeof titles];
      for (const [language, word] of [
        ['en', english],
        ['de', german],
      ] as const) {
        const told = await service.call('GET', `${path}?language=${language}`, {
          ...reports,
          headers: { accept: 'text/html' },
        });
        expect([told.status, told.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
        expect(told.text).toContain(word);
      }
    },
  );

  it('is for those alone who may read reports', async () => {
    for (const path of ['requests', 'requests.csv', 'processing', 'processing.csv', 'assessments', 'assessments.csv'])
      expect((await service.call('GET', `/v1/reports/${path}`, officer)).status).toBe(403);
  });

  it('comes out the same from the ledger alone, after all views were folded anew', async () => {
    const to = '?to=2028-01-01T00:00:00Z';
    const all = async () => [
      (await service.call('GET', `/v1/reports/requests${to}`, reports)).text,
      (await service.call('GET', `/v1/reports/requests.csv${to}`, reports)).text,
      (await service.call('GET', `/v1/reports/processing${to}`, reports)).text,
      (await service.call('GET', `/v1/reports/assessments${to}`, reports)).text,
    ];
    const before = await all();
    const { store, keyring, room, now } = service.house;
    await rebuildViews({ store, keyring, log: room.log, defaultRegime: room.defaultRegime, now: now() });
    expect(await all()).toEqual(before);
  });
});
