import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { windUpClock } from '../../src/clock.ts';
import { sure } from '../given/a-shop.ts';
import { aService, engines, type RunningService, type Told } from '../given/service.ts';
import { frozenRows } from '../vectors/law-rows.ts';

const said = (en: string) => ({ en });
const purpose = (members: object) => ({
  name: said('Loans'),
  description: said('We decide whether you can have a loan.'),
  kind: 'ai-inference',
  dataCategories: ['income'],
  ...members,
});
const asOfficer = { scope: 'registry', sub: 'officer' } as const;

const publish = (service: RunningService, key: string, members: object): Promise<Told> =>
  service.call('PUT', `/v1/purposes/${key}`, { json: purpose(members), ...asOfficer });

async function person(service: RunningService, name: string, members: object): Promise<string> {
  const subject = `customer:${name}`;
  sure(await service.call('PUT', `/v1/subjects/${subject}`, { json: members, scope: 'consent' }));
  return subject;
}

const check = async (service: RunningService, subject: string, named: string) =>
  (await service.call('POST', '/v1/checks', { json: { subject, aiSystem: named, purpose: named }, scope: 'use' })).body;

async function system(service: RunningService, key: string, members: object = {}): Promise<void> {
  const json = { name: said('Loan check'), purposes: [key], dataCategories: ['income'], ...members };
  sure(await service.call('PUT', `/v1/ai-systems/${key}`, { json, ...asOfficer }));
}

const opened = async (service: RunningService, subject: string, kind: string) =>
  sure(await service.call('POST', '/v1/requests', { json: { kind, subject }, scope: 'requests', sub: 'officer' })).body;
const step = (service: RunningService, id: string, taken: { readonly step: string; readonly json?: object }) =>
  service.call('POST', `/v1/requests/${id}/${taken.step}`, {
    json: { reason: 'Done by hand.', ...taken.json },
    scope: 'requests',
    sub: 'officer',
  });

const rightsOf = async (service: RunningService, subject: string) => {
  const { body } = sure(await service.call('GET', '/v1/me/ai-use', { self: subject }));
  return new Map<string, { available: boolean; why: string; how: string }>(
    body.rights.map((right: { right: string }) => [right.right, right]),
  );
};

describe.each(engines)('the rows of law, on %s', (engine) => {
  let service: RunningService;
  beforeAll(async () => {
    service = await aService({ engine, clock: windUpClock(Date.parse('2027-06-01T09:00:00.000Z')) });
  });
  afterAll(() => service.stop());

  it('a basis that a law does not know is refused, with the nearest lawful way', async () => {
    for (const [regime, basis] of [
      ['CA', 'legitimate-interests'],
      ['CA-QC', 'legitimate-interests'],
      ['CA-QC', 'contract'],
      ['IN', 'legitimate-interests'],
      ['EU-FR', 'recognised-legitimate-interests'],
    ] as const) {
      const { status, body } = await publish(service, 'refused', { legalBasis: { [regime]: basis } });
      expect([regime, basis, status, body.code]).toEqual([regime, basis, 422, 'basis-not-in-regime']);
      expect(body.errors[0]).toMatchObject({ pointer: `/legalBasis/${regime}` });
      expect(body.errors[0].fix).toContain('consent');
    }
  });

  it('data about crimes needs its own ground on any basis, in each law that asks for it', async () => {
    const basis = { EU: 'legal-obligation', UK: 'legal-obligation' };
    expect((await publish(service, 'crimes', { legalBasis: basis, criminalData: true })).status).toBe(422);
    const ground = { UK: { ground: 'law', reference: 'DPA 2018 Sch 1' } };
    sure(await publish(service, 'crimes', { legalBasis: basis, criminalData: true, criminalDataGround: ground }));
    await system(service, 'crimes');
    const inUnion = await person(service, 'eva', { regimes: ['EU'] });
    const inKingdom = await person(service, 'ula', { regimes: ['UK'] });
    expect(await check(service, inUnion, 'crimes')).toMatchObject({
      allowed: false,
      reason: 'no-criminal-data-ground',
    });
    expect(await check(service, inKingdom, 'crimes')).toMatchObject({ allowed: true });
  });

  it('a machine alone that decides about a child is warned about, before and after', async () => {
    sure(
      await publish(service, 'deciding', {
        kind: 'automated-decision',
        legalBasis: { EU: 'contract' },
        art22: { EU: 'contract' },
      }),
    );
    await system(service, 'deciding');
    const child = await person(service, 'kim', { regimes: ['EU'], ageBand: '13-15' });
    const { allowed, obligations } = await check(service, child, 'deciding');
    expect(allowed).toBe(true);
    expect(obligations.map(({ type }: { type: string }) => type)).toContain('human-decision-for-child');
    const decision = {
      subject: child,
      aiSystem: 'deciding',
      purpose: 'deciding',
      what: said('Loan'),
      outcome: said('Declined'),
      adverse: true,
      aiRole: 'sole',
      inputs: [],
      factors: [],
      counterfactuals: [],
      output: { value: 0.2 },
      humanInvolvement: { role: said('none') },
      modelVersion: '1',
      decidedAt: '2027-06-01T09:00:00.000Z',
    };
    const { body } = sure(await service.call('POST', '/v1/automated-decisions', { json: decision, scope: 'decide' }));
    expect(body.quality).toContain('child-decided-alone');
  });

  it.each(frozenRows)('%s under %s runs by its own row', async (...[kind = '', regime = '', , rule, , source]) => {
    const subject = await person(service, `row-${regime.toLowerCase()}`, { regimes: [regime] });
    expect((await opened(service, subject, kind)).clock).toMatchObject({ rule, source });
  });

  it('an access in California is answered only at the level that its law names, and the officer is told which', async () => {
    const subject = await person(service, 'cal', { regimes: ['US-CA'] });
    const own = sure(await service.call('POST', '/v1/me/requests', { json: { kind: 'access' }, self: subject })).body;
    expect((await step(service, own.id, { step: 'fulfil' })).status).toBe(409);
    const { body } = await service.call('GET', `/v1/requests/${own.id}`, { scope: 'requests', sub: 'officer' });
    expect(body.verificationNeeded.slice(0, 2)).toEqual(['reasonably-high', 'account-reauth']);
    expect((await step(service, own.id, { step: 'verify', json: { level: 'session' } })).status).toBe(422);
    expect((await step(service, own.id, { step: 'verify', json: { level: 'account-reauth' } })).status).toBe(200);
    expect((await step(service, own.id, { step: 'fulfil' })).body.state).toBe('fulfilled');
  });

  it('a pause moves a British last day and no Californian one', async () => {
    const british = await opened(service, await person(service, 'pip', { regimes: ['UK'] }), 'access');
    const californian = await opened(service, await person(service, 'cat', { regimes: ['US-CA'] }), 'access');
    expect((await step(service, californian.id, { step: 'pause' })).status).toBe(409);
    sure(await step(service, british.id, { step: 'pause', json: { code: 'clarification' } }));
    service.clock.set(Date.parse('2027-06-08T09:00:00.000Z'));
    const { body } = sure(await step(service, british.id, { step: 'resume' }));
    expect([british.dueAt.slice(0, 10), body.dueAt.slice(0, 10)]).toEqual(['2027-07-01', '2027-07-08']);
  });

  it('a British clock starts when the proof of identity arrived, on the day that it arrived and not when it was entered', async () => {
    service.clock.set(Date.parse('2027-07-01T09:00:00.000Z'));
    const { id, dueAt } = await opened(service, await person(service, 'kit', { regimes: ['UK'] }), 'access');
    sure(await step(service, id, { step: 'pause', json: { code: 'identity' } }));
    service.clock.set(Date.parse('2027-07-15T09:00:00.000Z'));
    const resume = (json: object) => step(service, id, { step: 'resume', json });
    for (const [arrivedAt, code] of [
      ['2027-06-30T09:00:00.000Z', 'before-the-pause'],
      ['2027-07-16T09:00:00.000Z', 'in-the-future'],
    ])
      expect((await resume({ arrivedAt })).body.errors[0]).toMatchObject({ pointer: '/arrivedAt', code });
    const misplaced = await step(service, id, { step: 'extend', json: { arrivedAt: '2027-07-12T09:00:00.000Z' } });
    expect(misplaced.body.errors[0]).toMatchObject({ code: 'only-for-resume' });
    const { body } = sure(await resume({ arrivedAt: '2027-07-12T09:00:00.000Z' }));
    expect([dueAt.slice(0, 10), body.dueAt.slice(0, 10)]).toEqual(['2027-08-02', '2027-08-12']);
    const extended = sure(await step(service, id, { step: 'extend' })).body;
    expect(extended.dueAt.slice(0, 10)).toBe('2027-10-12');
    service.clock.set(Date.parse('2027-07-15T10:00:00.000Z'));
  });

  it('the time of an appeal is told from the appeal', async () => {
    const { id } = await opened(service, await person(service, 'col', { regimes: ['US-CO'] }), 'erasure');
    sure(await step(service, id, { step: 'deny', json: { code: 'us-unauthenticated' } }));
    const { body } = sure(await step(service, id, { step: 'appeal' }));
    expect(body.clock.words).toContain('your appeal arrived');
  });

  it('says who may go to court by the one table, and promises neither names nor a human where law gives none', async () => {
    const there = async (regime: string) =>
      rightsOf(service, await person(service, `ask-${regime.toLowerCase()}`, { regimes: [regime] }));
    for (const [regime, open] of [
      ['EU', true],
      ['UK', true],
      ['US', false],
      ['US-CA', false],
      ['CA', false],
      ['CA-QC', false],
    ] as const)
      expect([regime, (await there(regime)).get('court')?.available]).toEqual([regime, open]);
    const californian = await there('US-CA');
    expect(californian.get('third-party-list')?.how).not.toContain('names');
    expect(californian.get('optout-admt')?.how).not.toContain('person');
    expect(californian.get('human-review')?.available).toBe(false);
    expect((await there('US-OR')).get('third-party-list')?.how).toContain('names');
    expect((await there('US-WA')).get('access')?.why).toContain('Only if this law covers you');
  });
});
