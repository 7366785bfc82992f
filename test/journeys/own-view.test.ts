import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADA, aCustomer, atTheConsole, BEN, sure } from '../given/a-shop.ts';
import { aBank, contest, decline, end, NINA, OMAR, own, step } from '../given/review/a-review.ts';
import { aService, engines, type RunningService, type Told } from '../given/service.ts';

describe.each(engines)('whose view is their own over %s', (engine) => {
  let service: RunningService;
  beforeAll(async () => {
    service = await aService({ engine });
    await aBank(service);
  });
  afterAll(() => service.stop());

  const opened = async (self = ADA) => {
    const decision = await decline(service, { subject: self });
    return { decision, review: sure(await contest(service, decision, { self })).body.id as string };
  };
  const assign = (review: string, reviewer = NINA): Promise<Told> =>
    step(service, review, { step: 'assign', by: 'officer', body: { reviewer } });
  const get = (path: string, sub = NINA): Promise<Told> => service.call('GET', path, { scope: 'admin', sub });

  it.each([
    ['the explanation', (decision: string) => `/v1/automated-decisions/${decision}/explanation`],
    [
      'the explanation, for a reason that stays secret',
      (decision: string) => `/v1/automated-decisions/${decision}/explanation?reason=confidential-aml`,
    ],
    ['the decision as it was recorded', (decision: string) => `/v1/automated-decisions/${decision}`],
    ['how AI was used', () => `/v1/subjects/${ADA}/ai-use`],
    ['the data', () => `/v1/subjects/${ADA}/data`],
    ['the evidence', () => `/v1/subjects/${ADA}/evidence`],
    ['the ledger', () => `/v1/subjects/${ADA}/ledger`],
    ['the ledger of everybody', () => `/v1/ledger/entries?subject=${ADA}`],
  ])('whoever has read %s is not assigned, and a colleague is', async (_what, path) => {
    const { decision, review } = await opened();
    sure(await get(path(decision)));
    const refused = await assign(review);
    expect([refused.status, refused.body.code]).toEqual([403, 'separation-of-duty']);
    sure(await assign(review, OMAR));
    sure(await step(service, review, { step: 'view-evidence', by: OMAR }));
    service.clock.wind(60_000);
    sure(await step(service, review, { step: 'note-view', by: OMAR, body: own }));
    service.clock.wind(60_000);
    const { body } = sure(await step(service, review, { step: 'conclude', by: OMAR, body: end('upheld') }));
    expect(body.humanInvolvement).toMatchObject({ qualifies: true, lacks: [] });
  });

  it('whoever searched at the desk, or read the letter or package of an answer, is not assigned', async () => {
    const { review } = await opened();
    sure(await service.call('POST', '/v1/desk/search', { json: { subject: ADA }, scope: 'audit', sub: 'dora' }));
    const request = sure(await service.call('POST', '/v1/me/requests', { json: { kind: 'access' }, self: ADA })).body
      .id;
    const say = (at: string, json: object) =>
      service.call('POST', `/v1/requests/${request}/${at}`, { json, scope: 'requests', sub: OMAR });
    sure(await say('verify', { level: 'reasonably-high', reason: 'She answered two questions.' }));
    sure(await say('fulfil', {}));
    expect((await get(`/v1/requests/${request}/package`)).status).toBe(200);
    expect((await assign(review)).body.code).toBe('separation-of-duty');
    const { cookie } = await atTheConsole(service, OMAR);
    expect((await service.call('GET', `/console/requests/${request}`, { headers: { cookie } })).status).toBe(200);
    const early = await opened();
    sure(await assign(early.review, OMAR));
  });

  it('a look at one decision, and a look from before it was made, say nothing of another', async () => {
    const first = await opened();
    sure(await get(`/v1/automated-decisions/${first.decision}/explanation`));
    const second = await opened();
    sure(await get(`/v1/automated-decisions/${first.decision}/explanation`));
    sure(await assign(second.review));
  });

  it('a look taken behind the veil does not count as having seen it', async () => {
    const { review } = await opened(BEN);
    sure(await assign(review));
    const { text } = sure(await get(`/v1/subjects/${BEN}/ai-use`));
    expect(text).not.toContain('declined');
    sure(await step(service, review, { step: 'view-evidence' }));
    service.clock.wind(60_000);
    sure(await step(service, review, { step: 'note-view', body: own }));
    service.clock.wind(60_000);
    const { body } = sure(await step(service, review, { step: 'conclude', body: end('upheld') }));
    expect(body.humanInvolvement).toMatchObject({ qualifies: true, lacks: [] });
  });

  it('what is held back says so, and is never called erased, recorded otherwise, or left out in silence', async () => {
    const { decision, review } = await opened(BEN);
    sure(await assign(review));
    const shown = sure(await get(`/v1/automated-decisions/${decision}`)).body;
    expect(shown).toMatchObject({ adverse: null, withheld: 'own-view-first', what: { en: 'Your loan' } });
    expect(shown.inputs).toHaveLength(2);
    const [newest] = sure(await get(`/v1/subjects/${BEN}/ai-use`)).body.automatedDecisions;
    expect(newest).toMatchObject({ id: decision, adverse: null, output: null, notRecorded: [] });
    expect(newest.withheld).toHaveLength(1);
    const ledger = sure(await get(`/v1/subjects/${BEN}/ledger?limit=100`)).body.items;
    expect(ledger.find(({ id }: { id: string }) => id === decision)).toMatchObject({
      erased: false,
      withheld: 'own-view-first',
      words: expect.stringMatching(/\S/),
    });
    const { entries } = sure(await get(`/v1/subjects/${BEN}/evidence`)).body;
    const item = entries.find(({ entry }: { entry: string }) => atob(entry).includes(decision));
    expect(item).toMatchObject({ payload: null, salt: null, withheld: 'own-view-first' });
    const affected = sure(await get('/v1/ai-systems/loan-check/affected?from=2026-01-01T00:00:00.000Z')).body.items;
    expect(affected.find((each: { decision: string }) => each.decision === decision).adverse).toBeNull();
    expect(sure(await get(`/v1/automated-decisions/${decision}`, OMAR)).body.adverse).toBe(true);
  });

  it('five reviews worked in the same minute count once, and words written five times are marked', async () => {
    const subjects = ['customer:501', 'customer:502', 'customer:503', 'customer:504', 'customer:505'];
    const reviews: string[] = [];
    for (const subject of subjects) {
      await aCustomer(service, subject);
      const { review } = await opened(subject);
      sure(await assign(review, 'tara'));
      sure(await step(service, review, { step: 'view-evidence', by: 'tara' }));
      reviews.push(review);
    }
    service.clock.wind(45_000);
    for (const review of reviews) sure(await step(service, review, { step: 'note-view', by: 'tara', body: own }));
    service.clock.wind(45_000);
    const ends = [];
    for (const review of reviews)
      ends.push(sure(await step(service, review, { step: 'conclude', by: 'tara', body: end('upheld') })).body);
    expect(ends.map(({ seconds }) => seconds)).toEqual([90, 90, 90, 90, 90]);
    expect(ends.map(({ humanInvolvement }) => humanInvolvement.qualifies)).toEqual([true, false, false, false, false]);
    expect(ends.map(({ humanInvolvement }) => humanInvolvement.lacks)).toEqual([
      [],
      ...Array.from({ length: 4 }, () => ['time-shared']),
    ]);
    expect(ends.slice(1).map(({ secondsCounted }) => secondsCounted)).toEqual([0, 0, 0, 0]);
    for (const { humanInvolvement } of ends) expect(humanInvolvement.remarks).toEqual(['repeated-words']);
    const mine = sure(await service.call('GET', `/v1/me/reviews/${reviews[1]}`, { self: subjects[1] ?? '' })).body;
    expect(mine.humanInvolvement).toMatchObject({ lacks: ['time-shared'], remarks: ['repeated-words'] });
    expect(mine.words).toContain('same words');
  });

  it('ends that arrive together count once, too', async () => {
    const reviews: string[] = [];
    for (const subject of ['customer:601', 'customer:602', 'customer:603']) {
      await aCustomer(service, subject);
      const { review } = await opened(subject);
      sure(await assign(review, OMAR));
      sure(await step(service, review, { step: 'view-evidence', by: OMAR }));
      reviews.push(review);
    }
    service.clock.wind(90_000);
    for (const review of reviews) sure(await step(service, review, { step: 'note-view', by: OMAR, body: own }));
    const ends = await Promise.all(
      reviews.map((review) => step(service, review, { step: 'conclude', by: OMAR, body: end('upheld') })),
    );
    expect(ends.filter(({ body }) => body.humanInvolvement.qualifies === true)).toHaveLength(1);
  });
});
