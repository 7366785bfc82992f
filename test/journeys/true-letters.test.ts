import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCustomer, signedIn, sure } from '../given/a-shop.ts';
import { aBank, contest, decline } from '../given/review/a-review.ts';
import { aService, engines, type RunningService } from '../given/service.ts';

const officer = { scope: 'requests', sub: 'officer' } as const;
const asOfficer = { scope: 'registry', sub: 'officer' } as const;
const page = (language: string) => ({ headers: { accept: 'text/html', 'accept-language': language } });

describe.each(engines)('letters, messages and texts for everybody over %s', (engine) => {
  let service: RunningService;
  beforeAll(async () => {
    service = await aService({ engine });
    await aBank(service);
  });
  afterAll(() => service.stop());

  async function somebodyUnder(regime: string): Promise<string> {
    const self = `customer:letters-${regime.toLowerCase()}-${Math.random().toString(36).slice(2, 8)}`;
    await aCustomer(service, self);
    const json = { regimes: [regime], language: 'en' };
    sure(await service.call('PUT', `/v1/subjects/${self}`, { json, scope: 'consent' }));
    return self;
  }
  const asks = async (self: string, json: object): Promise<string> =>
    sure(await service.call('POST', '/v1/me/requests', { json, self })).body.id;
  const steps = async (id: string, step: string, json: object) =>
    sure(await service.call('POST', `/v1/requests/${id}/${step}`, { json, ...officer }));
  const opened = async (self: string, path: string): Promise<string> => {
    const headers = { ...(await signedIn(service, self)), ...page('en').headers };
    return sure(await service.call('GET', path, { headers })).text;
  };
  const letterTo = async (self: string, id: string): Promise<string> => opened(self, `/me/requests/${id}`);

  it('says of a day that moved why it is a later one, to the person and in the answer', async () => {
    const self = await somebodyUnder('EU');
    const id = await asks(self, { kind: 'access' });
    await steps(id, 'extend', { code: 'complexity', reason: 'We have to ask several companies.' });
    const letter = await letterTo(self, id);
    expect(letter).toContain('We have to ask several companies.');
    expect(letter).toContain('Then we took more time, which the law gives us once.');
    const { clock } = sure(await service.call('GET', `/v1/requests/${id}`, officer)).body;
    expect(clock.words).toContain('Then we took more time');
  });

  it('adds in the words the days that a British clock stood still, and adds none where it did not', async () => {
    const self = await somebodyUnder('UK');
    const id = await asks(self, { kind: 'access' });
    expect(await letterTo(self, id)).not.toContain('in which we waited for you');
    await steps(id, 'pause', { code: 'clarification', reason: 'Which account do you mean?' });
    service.clock.wind(3 * 86_400_000);
    await steps(id, 'resume', { reason: 'It came.' });
    expect(await letterTo(self, id)).toContain('The time in which we waited for you is added.');
  });

  it.each(['access-categories', 'portability', 'third-party-list'])(
    'a letter about %s names what was asked, and calls it no copy',
    async (kind) => {
      const self = await somebodyUnder('EU');
      const id = await asks(self, { kind });
      await steps(id, 'verify', { level: 'account-reauth', reason: 'Signed in again.' });
      await steps(id, 'fulfil', {});
      expect(await letterTo(self, id)).not.toContain('you asked for a copy of your data');
    },
  );

  it('an appeal is offered in words only where the state knows one, and not against the answer to an appeal', async () => {
    const denied = async (regime: string) => {
      const self = await somebodyUnder(regime);
      const id = await asks(self, { kind: 'access' });
      await steps(id, 'verify', { level: 'reasonable', reason: 'Called back.' });
      await steps(id, 'deny', { code: 'us-unfounded-excessive-repetitive', reason: 'The third one this week.' });
      return { self, id };
    };
    const utah = await denied('US-UT');
    expect(await letterTo(utah.self, utah.id)).not.toMatch(/appeal/i);
    const oregon = await denied('US-OR');
    expect(await letterTo(oregon.self, oregon.id)).toContain('You can appeal to us');
    await steps(oregon.id, 'appeal', { reason: 'They disagree.' });
    const other = { scope: 'requests', sub: 'another-officer' } as const;
    const json = { code: 'us-unfounded-excessive-repetitive', reason: 'It is still so.' };
    sure(await service.call('POST', `/v1/requests/${oregon.id}/deny`, { json, ...other }));
    expect(await letterTo(oregon.self, oregon.id)).not.toContain('You can appeal to us');
  });

  it('a refusal in full is not called one in part, and what can start again is not headed as stopped', async () => {
    const self = await somebodyUnder('EU');
    const id = await asks(self, { kind: 'restriction' });
    await steps(id, 'deny', { code: 'art18-no-ground', reason: 'None of the four applies.' });
    const letter = await letterTo(self, id);
    expect(letter).toContain('We have to say no.');
    expect(letter).not.toContain('in part');
    expect(letter).not.toContain('What has stopped');
  });

  it.each([
    ['EU', 'data protection authority'],
    ['US-CA', 'California Privacy Protection Agency'],
    ['US-TX', 'Attorney General'],
    ['CA-QC', 'Commission d’accès'],
  ])('a message about a no names the authority of %s, and no other', async (regime, authority) => {
    const self = await somebodyUnder(regime);
    const id = await asks(self, { kind: 'restriction' });
    const { body } = await service.call('GET', `/v1/requests/${id}`, officer);
    const code = regime === 'EU' ? 'art18-no-ground' : 'right-not-in-regime';
    const no = await service.call('POST', `/v1/requests/${id}/deny`, {
      json: { code, reason: 'Not here.' },
      ...officer,
    });
    expect([body.state, no.status]).toEqual(['received', 200]);
    const { items } = sure(await service.call('GET', '/v1/me/messages', { self })).body;
    const [{ text }] = items;
    expect(text).toContain(authority);
    if (regime !== 'EU') expect(text).not.toContain('data protection authority');
  });

  it('the register names the laws that give a human, and offers the way only where one of them applies', async () => {
    const put = (key: string, json: object) => service.call('PUT', key, { json, ...asOfficer });
    const purpose = {
      name: { en: 'Rent' },
      description: { en: 'We decide whether you can rent a car.' },
      kind: 'automated-decision',
      dataCategories: ['income'],
      significant: true,
    };
    const system = { name: { en: 'Rent check' }, dataCategories: ['income'] };
    sure(await put('/v1/purposes/rent-texas', { ...purpose, legalBasis: { 'US-TX': 'opt-out' } }));
    sure(await put('/v1/ai-systems/rent-texas', { ...system, purposes: ['rent-texas'] }));
    const texas = sure(await service.call('GET', '/v1/register/rent-texas')).body;
    expect([texas.humanReview, texas.ways.humanReview]).toEqual([null, null]);
    expect((await service.call('GET', '/v1/register/rent-texas', page('en'))).text).not.toContain('kind=human-review');

    const both = { EU: 'contract', 'US-TX': 'opt-out' };
    sure(await put('/v1/purposes/rent-both', { ...purpose, legalBasis: both, art22: { EU: 'contract' } }));
    sure(await put('/v1/ai-systems/rent-both', { ...system, purposes: ['rent-both'] }));
    const { humanReview, ways } = sure(await service.call('GET', '/v1/register/rent-both')).body;
    expect([humanReview.regimes, ways.humanReview]).toEqual([['EU'], '/me/requests/new?kind=human-review']);
    const shown = await service.call('GET', '/v1/register/rent-both', page('de'));
    expect(shown.text).toContain('Die Gesetze dieser Orte geben Ihnen einen Menschen');
    expect(shown.text).toContain('Europäische Union');
  });

  it('the notice before a decision says whose law it follows, beside the text whose hash is kept', async () => {
    const { forWhom, text } = sure(await service.call('GET', '/v1/pre-use-notices/loan-check')).body;
    expect(forWhom).toContain('California');
    expect(text).not.toContain(forWhom);
  });

  it('says once beside a decision that a person looks at it', async () => {
    const decision = await decline(service);
    sure(await contest(service, decision, {}));
    const text = await opened('customer:42', '/me');
    expect(text.split('A person will look at it.').length - 1).toBe(1);
  });
});
