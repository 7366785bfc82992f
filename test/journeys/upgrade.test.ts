import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { say } from '../../src/language/say.ts';
import { ADA, aShop, atTheConsole, BEN, question, says, sure } from '../given/a-shop.ts';
import {
  beforeUpgrade,
  erasedThen,
  holdLostThen,
  holdsThen,
  leadsSomewhere,
  linkedThen,
  publishedThen,
} from '../given/ledger/older-release.ts';
import { aService, engines, type RunningService } from '../given/service.ts';

const CARL = 'customer:44';
const hold = {
  items: [{ kind: 'consents' }],
  ground: 'art17-3-e-legal-claims',
  reason: 'Somebody went to court.',
};

describe.each(engines)('an installation of the release before, started by this one over %s', (engine) => {
  let service: RunningService;
  let ada = '';
  let ben = '';
  let carl = '';
  const subjectOf = async (identifier: string): Promise<string | undefined> =>
    (await service.call('POST', '/v1/subjects/lookup', { json: { identifier }, scope: 'consent' })).body.subject;
  const asked = async (identifier: string): Promise<unknown> =>
    (await service.call('POST', '/v1/checks', { json: question(identifier), scope: 'use' })).body.reason;

  beforeAll(async () => {
    service = await aService({ engine });
    await aShop(service);
    for (const person of [ADA, BEN, CARL])
      sure(
        await service.call('PUT', `/v1/subjects/${person}`, {
          json: { regimes: ['EU'], ageBand: 'adult' },
          scope: 'consent',
        }),
      );
    for (const person of [ADA, BEN, CARL]) sure(await says(service, 'given', person));
    sure(await service.call('POST', `/v1/subjects/${ADA}/holds`, { json: hold, scope: 'registry', sub: 'officer' }));
    sure(await says(service, 'withdrawn', CARL));
    const { house } = service;
    const known = (await house.see([ADA, BEN, CARL])).people.map((each) =>
      each.found === 'known' ? each.subject : '',
    );
    [ada = '', ben = '', carl = ''] = known;
    await linkedThen(house, ada, 'email:Ada.Lovelace@example.org');
    await linkedThen(house, ben, 'email:John.Doe@example.org');
    await linkedThen(house, carl, 'email:john.doe@example.org');
    await erasedThen(house, 'email:Zoe.Quiet@example.org');
    await erasedThen(house, 'email:zOE.odd@example.org');
    await holdLostThen(house, ada);
    await beforeUpgrade(service);
    expect(await holdsThen(house, ada)).toBeUndefined();
    service = await service.again();
  });
  afterAll(() => service.stop());

  it('has the legal hold back that a description dropped', async () => {
    const { items } = (await service.call('GET', `/v1/subjects/${ADA}/holds`, { scope: 'requests' })).body;
    expect(items).toMatchObject([{ state: 'standing', reason: hold.reason }]);
  });

  it('finds a person by their address in any capitals, and no longer under the hash of the old form', async () => {
    expect(await subjectOf('email:ada.lovelace@example.org')).toBe(ada);
    expect(await subjectOf('email:ADA.LOVELACE@Example.org')).toBe(ada);
    expect(await asked('email:ada.lovelace@example.org')).toBe('consent-given');
    expect(await leadsSomewhere(service.house, 'email:Ada.Lovelace@example.org')).toBe(false);
  });

  it('leads from an address that two people shared but for capitals to neither, so that no yes of one answers for the other', async () => {
    for (const written of ['email:John.Doe@example.org', 'email:john.doe@example.org'])
      expect([await subjectOf(written), await asked(written)]).toEqual([undefined, 'unknown-subject']);
    expect([await subjectOf(BEN), await subjectOf(CARL)]).toEqual([ben, carl]);
  });

  it('knows somebody who was erased under an address with capitals, as written or as people write it', async () => {
    for (const written of [
      'Zoe.Quiet@example.org',
      'zoe.quiet@example.org',
      'ZOE.QUIET@EXAMPLE.ORG',
      'zOE.odd@example.org',
    ])
      expect([written, await asked(`email:${written}`)]).toEqual([written, 'erased']);
  });

  it('is brought up once: another start changes nothing', async () => {
    service = await service.again();
    expect(await subjectOf('email:ada.lovelace@example.org')).toBe(ada);
    expect(await asked('email:john.doe@example.org')).toBe('unknown-subject');
  });

  it('staff read on their first page that it leads to nobody, in their language', async () => {
    for (const language of ['en', 'de', 'fr', 'es']) {
      const headers = await atTheConsole(service, 'officer');
      const { text } = sure(await service.call('GET', `/console?language=${language}`, { headers }));
      const [, after = 'none'] = say(language, 'console.follow.shared', { others: '§' }).split('§');
      expect(text).toContain(after);
    }
  });

  it('an officer settles whose the shared address is by describing that person', async () => {
    const json = { regimes: ['EU'], ageBand: 'adult', identifiers: ['email:John.Doe@example.org'] };
    sure(await service.call('PUT', `/v1/subjects/${carl}`, { json, scope: 'consent' }));
    expect(await subjectOf('email:john.doe@example.org')).toBe(carl);
    expect(await asked('email:John.Doe@example.org')).toBe('withdrawn');
  });
});

/** Bases that could be published before the law of the regime was known to have no such basis. */
const refusedToday = [
  ['CA', 'legitimate-interests'],
  ['CA-QC', 'legitimate-interests'],
  ['CA-QC', 'contract'],
  ['IN', 'legitimate-interests'],
  ['EU-FR', 'recognised-legitimate-interests'],
] as const;
const keyOf = (regime: string, basis: string): string => `${regime}-${basis}`.toLowerCase();

describe.each(engines)(
  'a registry with a basis that a law does not know, started by this release over %s',
  (engine) => {
    let service: RunningService;
    beforeAll(async () => {
      service = await aService({ engine });
      const keys = refusedToday.map(([regime, basis]) => keyOf(regime, basis));
      for (const [regime, basis] of refusedToday)
        await publishedThen(service.house, keyOf(regime, basis), {
          name: { en: 'Advice' },
          description: { en: 'We advise you.' },
          kind: 'service',
          legalBasis: { [regime]: basis, EU: 'legitimate-interests' },
          dataCategories: ['messages'],
        });
      await beforeUpgrade(service);
      service = await service.again();
      const json = { name: { en: 'Helper' }, purposes: keys, dataCategories: ['messages'] };
      sure(await service.call('PUT', '/v1/ai-systems/helper', { json, scope: 'registry', sub: 'officer' }));
    });
    afterAll(() => service.stop());

    it.each(refusedToday)(
      'allows nothing to somebody under %s on the basis %s, and says why',
      async (regime, basis) => {
        const subject = `customer:${keyOf(regime, basis)}`;
        const json = { regimes: [regime], ageBand: 'adult' };
        sure(await service.call('PUT', `/v1/subjects/${subject}`, { json, scope: 'consent' }));
        const asked = { subject, aiSystem: 'helper', purpose: keyOf(regime, basis), dataCategories: ['messages'] };
        const refused = { allowed: false, reason: 'no-legal-basis' };
        expect((await service.call('POST', '/v1/checks', { json: asked, scope: 'use' })).body).toMatchObject(refused);
        expect((await service.call('POST', '/v1/uses', { json: asked, scope: 'use' })).body).toMatchObject(refused);
        const answer = sure(await service.call('GET', '/v1/me/ai-use', { self: subject })).body;
        const { choice } = answer.systems.find(({ key }: { key: string }) => key === 'helper');
        const mine = choice.purposes.find((each: { purpose: string }) => each.purpose === asked.purpose);
        expect(mine).toMatchObject({ reason: 'no-legal-basis' });
      },
    );

    it('goes on where the law of the person knows the basis beside it', async () => {
      const subject = 'customer:elsewhere';
      sure(await service.call('PUT', `/v1/subjects/${subject}`, { json: { regimes: ['EU-DE'] }, scope: 'consent' }));
      const asked = { subject, aiSystem: 'helper', purpose: keyOf('CA', 'legitimate-interests') };
      expect((await service.call('POST', '/v1/checks', { json: asked, scope: 'use' })).body).toMatchObject({
        allowed: true,
        basis: 'legitimate-interests',
      });
    });
  },
);
