import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { windUpClock } from '../../src/clock.ts';
import { aCustomer, signedIn, sure } from '../given/a-shop.ts';
import { aBank, decline } from '../given/review/a-review.ts';
import { aService, engines, type RunningService } from '../given/service.ts';

const ADA = 'customer:42';
const asOfficer = { scope: 'registry', sub: 'officer' } as const;
const LOOK_AGAIN = 'Ask a person to look again';
const title = { system: LOOK_AGAIN, decision: 'You can ask us to look again' };

describe.each(engines)('Article 86 of the AI Act over %s', (engine) => {
  let service: RunningService;
  beforeAll(async () => {
    service = await aService({ engine, clock: windUpClock(Date.parse('2027-12-01T22:30:00.000Z')) });
    await aBank(service);
    const system = {
      name: { en: 'Loan check' },
      purposes: ['loans'],
      dataCategories: ['income', 'payments'],
      significance: ['annex-iii'],
    };
    const put = (key: string, json: object) => service.call('PUT', `/v1/ai-systems/${key}`, { json, ...asOfficer });
    sure(await put('loan-check', { ...system, annexIIIPoint: '5b' }));
    sure(await put('water', { ...system, name: { en: 'Water' }, annexIIIPoint: '2' }));
    sure(await put('plain', { ...system, name: { en: 'Plain' }, significance: [] }));
  });
  afterAll(() => service.stop());

  const tagsOf = async (aiSystem: string): Promise<readonly string[]> => {
    const id = await decline(service, { aiSystem, decidedAt: new Date(service.clock.now()).toISOString() });
    const { body } = sure(await service.call('GET', `/v1/automated-decisions/${id}/explanation`, { self: ADA }));
    const right = body.layers[2].rights.find((each: { right: string }) => each.right === 'ai-explanation');
    return right.requiredBy;
  };

  it('asks for an explanation of an Annex III decision from 2 December 2027 on, and of no other decision', async () => {
    expect(await tagsOf('loan-check')).not.toContain('ai-act-86');
    service.clock.wind(2 * 3_600_000);
    expect(new Date(service.clock.now()).toISOString().slice(0, 10)).toBe('2027-12-02');
    expect(await tagsOf('loan-check')).toContain('ai-act-86');
    expect(await tagsOf('water')).not.toContain('ai-act-86');
    expect(await tagsOf('plain')).not.toContain('ai-act-86');
  });
});

describe.each(engines)('asking a person to look again, over %s', (engine) => {
  let service: RunningService;
  beforeAll(async () => {
    service = await aService({ engine, clock: windUpClock(Date.parse('2027-06-01T09:00:00.000Z')) });
    await aBank(service);
  });
  afterAll(() => service.stop());

  async function declinedUnder(regime: string): Promise<{ self: string; decision: string }> {
    const self = `customer:under-${regime.toLowerCase()}`;
    await aCustomer(service, self);
    sure(
      await service.call('PUT', `/v1/subjects/${self}`, {
        json: { regimes: [regime], language: 'en' },
        scope: 'consent',
      }),
    );
    return { self, decision: await decline(service, { subject: self }) };
  }
  async function relyOnHumanAppeal(exceptions: readonly object[]): Promise<void> {
    const json = {
      name: { en: 'Loans' },
      description: { en: 'We decide whether you can have a loan.' },
      kind: 'automated-decision',
      legalBasis: { EU: 'contract', UK: 'contract', US: 'opt-out' },
      art22: { EU: 'contract' },
      dataCategories: ['income', 'payments'],
      significant: true,
      optOutExceptions: exceptions,
    };
    sure(await service.call('PUT', '/v1/purposes/loans', { json, ...asOfficer }));
  }

  /** Where it is offered: as an action of the call, on both pages, and in the letter. */
  async function offers({ self, decision }: { self: string; decision: string }): Promise<Record<string, boolean>> {
    const answer = sure(await service.call('GET', '/v1/me/ai-use', { self })).body;
    const actions = answer.systems.flatMap(({ whatYouCanDo }: { whatYouCanDo: { action: string }[] }) => whatYouCanDo);
    const right = answer.rights.find((each: { right: string }) => each.right === 'human-review');
    const headers = await signedIn(service, self);
    const page = async (path: string) => sure(await service.call('GET', path, { headers })).text;
    const asked = { kind: 'ai-explanation', subject: self };
    const { id } = sure(await service.call('POST', '/v1/requests', { json: asked, scope: 'requests' })).body;
    const step = (name: string, json: object) =>
      service.call('POST', `/v1/requests/${id}/${name}`, { json, scope: 'requests', sub: 'olga' });
    sure(await step('verify', { reason: 'They signed in again.' }));
    sure(await step('fulfil', { reason: 'Here it is.' }));
    const { letter } = sure(await service.call('GET', `/v1/requests/${id}/package`, { scope: 'requests' })).body;
    const [own, one] = [await page('/me'), await page(`/me/decisions/${decision}`)];
    return {
      action: actions.some(({ action }: { action: string }) => action === 'ask-human'),
      right: right.available,
      'the own page': (/<ul class="card asks">.*?<\/ul>/s.exec(own)?.[0] ?? '').includes(title.system),
      'its decision': own.includes(title.decision),
      'its button': own.includes(`href="/me/decisions/${decision}/contest"`),
      'the page of the decision': one.includes(title.decision),
      'its letter': JSON.stringify(letter).includes('kind=human-review'),
    };
  }
  const all = (isOffered: boolean) => ({
    action: isOffered,
    right: isOffered,
    'the own page': isOffered,
    'its decision': isOffered,
    'its button': isOffered,
    'the page of the decision': isOffered,
    'its letter': isOffered,
  });

  it('is offered in California only where the company relies on the human appeal, on every way alike', async () => {
    await relyOnHumanAppeal([]);
    const californian = await declinedUnder('US-CA');
    expect(await offers(californian)).toEqual(all(false));
    await relyOnHumanAppeal([
      { regime: 'US-CA', code: 'ca-admt-human-appeal', evidence: 'The appeal form and its training.' },
    ]);
    expect(await offers(californian)).toEqual(all(true));
  });

  it('is offered in Europe whatever the company relies on', async () => {
    await relyOnHumanAppeal([]);
    expect(await offers(await declinedUnder('EU'))).toEqual(all(true));
  });

  it('is still taken and clocked where it is not offered', async () => {
    await relyOnHumanAppeal([]);
    const { self, decision } = await declinedUnder('US-CA');
    const told = await service.call('POST', '/v1/me/requests', { json: { kind: 'human-review', decision }, self });
    expect([told.status, told.body.reviews?.length]).toEqual([201, 1]);
  });
});
