import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defined } from '../../src/vocabulary/defined.ts';
import { ADA, aCustomer, BEN, sure } from '../given/a-shop.ts';
import { aService, engines, type RunningService } from '../given/service.ts';

const said = (en: string, de?: string) => ({ en, ...defined({ de }) });

const purpose = {
  name: said('Loans', 'Kredite'),
  description: said('We decide whether you can have a loan.', 'Wir entscheiden, ob Sie einen Kredit bekommen.'),
  kind: 'automated-decision',
  decisionKind: 'financial',
  legalBasis: { US: 'opt-out', EU: 'contract', 'CA-QC': 'legal-obligation' },
  art22: { EU: 'contract' },
  dataCategories: ['income', 'payments'],
};
const system = {
  name: said('Loan check', 'Kreditprüfung'),
  purposes: ['loans'],
  dataCategories: ['income', 'payments'],
  logic: said(
    'It compares your income with the rate of the loan.',
    'Es vergleicht Ihr Einkommen mit der Rate des Kredits.',
  ),
  decisionTypes: [said('Loans')],
  outputType: said('A number between 0 and 1.'),
  outputUse: said('Below 0.5 the loan is declined.'),
  soleFactor: false,
  otherFactors: [said('How long you have been with us')],
  humanOversight: { mode: 'after-the-fact', description: said('Our staff looks at every tenth result.') },
  optOut: said('Call us, or use the form.'),
};

const question = (subject = ADA) => ({ subject, aiSystem: 'loan-check', purpose: 'loans' });
const check = (service: RunningService, subject = ADA) =>
  service.call('POST', '/v1/checks', { json: question(subject), scope: 'use' });
const showing = { aiSystem: 'loan-check', language: 'en', how: 'page', acknowledged: true };

async function aBankInCalifornia(service: RunningService): Promise<void> {
  sure(await service.call('PUT', '/v1/purposes/loans', { json: purpose, scope: 'registry', sub: 'officer' }));
  sure(await service.call('PUT', '/v1/ai-systems/loan-check', { json: system, scope: 'registry', sub: 'officer' }));
  for (const subject of [ADA, BEN]) {
    await aCustomer(service, subject);
    sure(
      await service.call('PUT', `/v1/subjects/${subject}`, {
        json: { regimes: ['US-CA'], ageBand: 'adult', language: 'en' },
        scope: 'consent',
      }),
    );
  }
}

describe.each(engines)('the notice before a decision, on %s', (engine) => {
  let service: RunningService;
  beforeAll(async () => {
    service = await aService({ engine });
    await aBankInCalifornia(service);
  });
  afterAll(() => service.stop());

  it('is made from what is published, for everybody, with the way to the very form', async () => {
    const { body } = sure(await service.call('GET', '/v1/pre-use-notices/loan-check'));
    expect(body).toMatchObject({
      aiSystem: { key: 'loan-check', version: 1 },
      purposes: [{ key: 'loans', version: 1 }],
      ownNotice: null,
    });
    const ids = body.sections.map(({ id }: { id: string }) => id);
    expect(ids).toEqual([
      'purpose',
      'how',
      'output',
      'people',
      'opt-out',
      'alternative',
      'access',
      'no-retaliation',
      'own-words',
    ]);
    expect(body.text).toContain('We decide whether you can have a loan.');
    expect(body.text).toContain('How long you have been with us');
    const optOut = body.sections.find(({ id }: { id: string }) => id === 'opt-out');
    expect(optOut.ways[0].href).toBe('/me/requests/new?kind=optout-admt');
    expect(body.hash).toBe(createHash('sha256').update(body.text).digest('base64'));
    expect(body.completeness.map(({ code }: { code: string }) => code)).toContain('alternative-process-missing');
  });

  it('speaks the language that is asked for, and says where the company has no text in it', async () => {
    const { body } = sure(await service.call('GET', '/v1/pre-use-notices/loan-check?language=de'));
    expect(body.text).toContain('Wir entscheiden, ob Sie einen Kredit bekommen.');
    expect(body).toMatchObject({ language: 'de', languageFallback: true, aiSystem: { name: 'Kreditprüfung' } });
  });

  it('is a page, too, with the same words', async () => {
    const page = await service.call('GET', '/v1/pre-use-notices/loan-check', { headers: { accept: 'text/html' } });
    expect(page.headers.get('content-type')).toContain('text/html');
    for (const words of ['Before AI takes part', 'id="opt-out"', 'kind=optout-admt', 'What is still missing here'])
      expect(page.text).toContain(words);
    expect((await service.call('GET', '/v1/pre-use-notices/nothing')).status).toBe(404);
  });

  it('is recorded with the versions and the exact words, and only where they are the words of that moment', async () => {
    const { body: notice } = await service.call('GET', '/v1/pre-use-notices/loan-check');
    const wrong = await service.call('POST', '/v1/notices/shown', {
      json: { subject: ADA, ...showing, hash: 'A'.repeat(44) },
      scope: 'use',
    });
    expect([wrong.status, wrong.body.errors[0].code]).toEqual([422, 'another-text']);
    const told = await service.call('POST', '/v1/notices/shown', {
      json: { subject: ADA, ...showing, hash: notice.hash },
      scope: 'use',
    });
    expect(told.status).toBe(201);
    expect(told.body).toMatchObject({
      covers: [{ aiSystem: 'loan-check', aiSystemVersion: 1, purpose: 'loans', purposeVersion: 1 }],
      notice: null,
      hash: notice.hash,
      acknowledged: true,
      entry: { log: 0 },
    });
  });

  it('refuses a showing of what is not published, and of nothing', async () => {
    const post = (json: object) =>
      service.call('POST', '/v1/notices/shown', { json: { subject: ADA, ...showing, ...json }, scope: 'decide' });
    expect((await post({ aiSystem: 'another' })).body.errors[0]).toMatchObject({
      pointer: '/aiSystem',
      code: 'not-published',
    });
    expect((await post({ purpose: 'another' })).body.errors[0]).toMatchObject({
      pointer: '/purpose',
      code: 'covers-nothing',
    });
    expect((await post({ notice: { key: 'none' } })).body.errors[0]).toMatchObject({
      pointer: '/notice',
      code: 'not-published',
    });
    expect((await post({ occurredAt: '2020-01-01T00:00:00.000Z' })).body.errors[0]).toMatchObject({
      code: 'not-published',
    });
    const { aiSystem: _left, ...nothing } = showing;
    expect(
      (await service.call('POST', '/v1/notices/shown', { json: { subject: ADA, ...nothing }, scope: 'use' })).body
        .errors[0].code,
    ).toBe('required');
    expect(
      (await service.call('POST', '/v1/notices/shown', { json: { subject: ADA, ...showing }, scope: 'audit' })).status,
    ).toBe(403);
  });

  it('from 2027 a machine decides in California about those who were shown it, and about nobody else', async () => {
    expect((await check(service, BEN)).body).toMatchObject({ allowed: true, until: '2027-01-01T00:00:00.000Z' });
    service.clock.set(Date.parse('2027-01-04T12:00:00.000Z'));
    const without = await check(service, BEN);
    expect(without.body).toMatchObject({ allowed: false, reason: 'notice-not-shown', obligations: [] });
    expect(without.body.explanation.customer).toContain('Nobody told you beforehand');
    const shown = await check(service);
    expect(shown.body).toMatchObject({ allowed: true, reason: 'opt-out-not-exercised' });
    expect(shown.body.evidence.map(({ kind }: { kind: string }) => kind)).toEqual([
      'purpose.published',
      'notice.shown',
    ]);
    expect(shown.body.obligations).toContainEqual({ type: 'show-ai-notice' });
    const refused = sure(await service.call('POST', '/v1/uses', { json: question(BEN), scope: 'use' }));
    expect(refused.body).toMatchObject({ allowed: false, reason: 'notice-not-shown' });
  });

  it('a person can say themselves that they were shown it', async () => {
    expect((await service.call('POST', '/v1/me/notices/shown', { json: showing, self: BEN })).status).toBe(201);
    expect((await check(service, BEN)).body.allowed).toBe(true);
  });

  it('stands in the record, in the answer about AI and in the copy of the data', async () => {
    const { body: ledger } = sure(await service.call('GET', '/v1/me/ledger', { self: ADA }));
    expect(JSON.stringify(ledger)).toContain('You confirmed that you saw it.');
    const { body: use } = sure(await service.call('GET', '/v1/me/ai-use', { self: ADA }));
    expect(use.systems[0].toldBeforehand).toMatchObject([
      { purpose: 'loans', acknowledged: true, words: expect.stringContaining('2 November 2026') },
    ]);
    const { body: data } = sure(await service.call('GET', '/v1/me/data', { self: ADA }));
    expect(data.notices).toMatchObject([{ kind: 'notice.shown', covers: [{ aiSystem: 'loan-check' }] }]);
    const page = await service.call('GET', '/v1/me/ai-use', { self: ADA, headers: { accept: 'text/html' } });
    expect(page.text).toContain('We told you about it beforehand');
  });

  it('has to be shown again when what it tells has changed, and not when something else has', async () => {
    sure(
      await service.call('PUT', '/v1/ai-systems/loan-check', {
        json: { ...system, benefits: said('It is fast.') },
        scope: 'registry',
        sub: 'officer',
      }),
    );
    expect((await check(service)).body.allowed).toBe(true);
    const changed = { ...system, logic: said('It adds up what you earn and what you owe.') };
    sure(await service.call('PUT', '/v1/ai-systems/loan-check', { json: changed, scope: 'registry', sub: 'officer' }));
    const { body } = await check(service);
    expect(body).toMatchObject({ allowed: false, reason: 'notice-not-shown', evidence: [{ kind: 'notice.shown' }] });
    sure(await service.call('POST', '/v1/notices/shown', { json: { subject: ADA, ...showing }, scope: 'consent' }));
    expect((await check(service)).body.allowed).toBe(true);
  });

  it('a notice of the company’s own is cited and counts', async () => {
    const own = {
      title: said('AI and your loan'),
      body: said('A computer helps us to decide about loans.'),
      purposes: ['loans'],
    };
    sure(await service.call('PUT', '/v1/notices/loan-notice', { json: own, scope: 'registry', sub: 'officer' }));
    sure(
      await service.call('PUT', '/v1/ai-systems/loan-check', {
        json: { ...system, notice: 'loan-notice' },
        scope: 'registry',
        sub: 'officer',
      }),
    );
    const { body } = sure(await service.call('GET', '/v1/pre-use-notices/loan-check'));
    expect(body.ownNotice).toEqual({ key: 'loan-notice', version: 1, title: 'AI and your loan' });
    expect((await check(service)).body.allowed).toBe(false);
    const { aiSystem: _made, ...told } = showing;
    const shown = sure(
      await service.call('POST', '/v1/notices/shown', {
        json: { subject: ADA, ...told, notice: { key: 'loan-notice' } },
        scope: 'use',
      }),
    );
    expect(shown.body).toMatchObject({
      notice: { key: 'loan-notice', version: 1 },
      hash: createHash('sha256').update(own.body.en).digest('base64'),
    });
    expect((await check(service)).body.allowed).toBe(true);
  });

  it('a decision about somebody who was shown it is covered and says so on its page, one about another is not', async () => {
    const report = (subject: string, decidedAt: string) => ({
      ...question(subject),
      decidedAt,
      what: 'Your loan',
      outcome: 'declined',
      adverse: true,
      aiRole: 'main',
      output: { value: 0.3, scale: '0 to 1', rule: 'below 0.5 is declined' },
      inputs: [{ name: 'income', label: 'Your income', value: 1200, category: 'income', source: 'your application' }],
      factors: [{ code: 'income', label: 'Your income', value: 1200, direction: 'against', weight: 1 }],
      counterfactuals: [],
      modelVersion: 'loans-7',
      humanInvolvement: { role: 'none' },
    });
    service.clock.wind(60_000);
    const now = new Date(service.clock.now()).toISOString();
    const covered = sure(
      await service.call('POST', '/v1/automated-decisions', { json: report(ADA, now), scope: 'decide' }),
    );
    expect(covered.body).toMatchObject({ covered: true, reason: 'opt-out-not-exercised' });
    const page = await service.call('GET', `/v1/automated-decisions/${covered.body.id}/explanation`, {
      self: ADA,
      headers: { accept: 'text/html' },
    });
    expect(page.text).toContain('We told you about it beforehand');
    const early = sure(
      await service.call('POST', '/v1/automated-decisions', {
        json: report(BEN, '2027-01-02T08:00:00.000Z'),
        scope: 'decide',
      }),
    );
    expect(early.body).toMatchObject({ covered: false, reason: 'notice-not-shown' });
  });

  it('a use that happened before the showing is not covered by it', async () => {
    const report = { ...question(BEN), mode: 'report', occurredAt: '2027-01-02T08:00:00.000Z' };
    const { body } = sure(await service.call('POST', '/v1/uses', { json: report, scope: 'use' }));
    expect(body).toMatchObject({ covered: false, reason: 'notice-not-shown' });
  });

  it('nothing is recorded about somebody who was erased', async () => {
    expect(
      (await service.call('POST', '/v1/notices/shown', { json: { subject: 'customer:new', ...showing }, scope: 'use' }))
        .status,
    ).toBe(201);
    sure(await service.call('POST', '/v1/subjects/customer:new/erasure', { json: {}, scope: 'admin', sub: 'officer' }));
    expect(
      (await service.call('POST', '/v1/notices/shown', { json: { subject: 'customer:new', ...showing }, scope: 'use' }))
        .status,
    ).toBe(410);
  });
});
