import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { examples } from '../../openapi/examples.ts';
import { ADA, another, aShop, BEN, refusal, says, signedIn, sure, use } from '../given/a-shop.ts';
import { ownAnswers } from '../given/own-answers.ts';
import { aMandate } from '../given/request/a-mandate.ts';
import { aService, engines, type RunningService } from '../given/service.ts';

describe.each(engines)('who sees what over %s', (engine) => {
  let service: RunningService;
  beforeAll(async () => {
    service = await aService({ engine });
    await aShop(service);
    sure(await says(service, 'given'));
    sure(await use(service));
  });
  afterAll(() => service.stop());

  it.each(['ai-use', 'ledger', 'evidence', 'data'])(
    "an officer's look at %s leaves two facts, and the person sees it",
    async (what) => {
      const before = await service.house.ledger.size(0);
      sure(await service.call('GET', `/v1/subjects/${ADA}/${what}?reason=audit`, { scope: 'audit', sub: 'olga' }));
      expect(await service.house.ledger.size(0)).toBe(before + 2);
      const { items } = (await service.call('GET', '/v1/me/ledger?limit=1', { self: ADA })).body;
      expect(items[0]).toMatchObject({
        kind: 'look.recorded',
        words: expect.stringMatching(/\S/),
        index: expect.any(Number),
      });
      expect(JSON.stringify(items[0])).not.toContain('olga');
    },
  );

  it('a look at nobody is 404 and makes nobody known', async () => {
    expect((await service.call('GET', '/v1/subjects/customer:nobody/ai-use', { scope: 'audit' })).status).toBe(404);
    expect((await service.call('GET', '/v1/subjects/customer:nobody', { scope: 'consent' })).status).toBe(404);
  });

  it('a customer who looks leaves no trace, and one who is unknown gets an honest empty answer', async () => {
    const before = await service.house.ledger.size(0);
    for (const path of ownAnswers)
      expect((await service.call('GET', `/v1/me/${path}`, { self: 'customer:unheard-of' })).status, path).toBe(200);
    expect(await service.house.ledger.size(0)).toBe(before);
  });

  it("another person's request and decision are the same 404 as missing ones", async () => {
    const { body: request } = sure(
      await service.call('POST', '/v1/me/requests', { json: { kind: 'access' }, self: ADA }),
    );
    const { body: decision } = sure(
      await service.call('POST', '/v1/automated-decisions', {
        json: examples.find(({ endpoint }) => endpoint === 'postDecision')?.body,
        scope: 'decide',
      }),
    );
    const [ada, ben] = [await signedIn(service, ADA), await signedIn(service, BEN)];
    for (const [folder, id] of [
      ['/me/requests', request.id],
      ['/me/decisions', decision.id],
    ] as const) {
      const [theirs, missing] = [`${folder}/${id}`, `${folder}/${another(id)}`];
      expect((await service.call('GET', theirs, { headers: ada })).status, theirs).toBe(200);
      const [one, other] = [
        await service.call('GET', theirs, { headers: ben }),
        await service.call('GET', missing, { headers: ben }),
      ];
      expect([one.status, one.text.replaceAll(id, '')], theirs).toEqual([
        404,
        other.text
          .replaceAll(another(id), '')
          .replaceAll(other.headers.get('request-id') ?? '-', one.headers.get('request-id') ?? '-'),
      ]);
    }
  });

  it("a request opens for its secret and for nobody else's", async () => {
    const { body: mine } = sure(
      await service.call('POST', '/v1/requests', {
        json: { kind: 'access', subject: ADA, mandate: aMandate },
        scope: 'agent',
        sub: 'agent-1',
      }),
    );
    const { body: theirs } = sure(
      await service.call('POST', '/v1/requests', {
        json: { kind: 'access', subject: BEN, mandate: aMandate },
        scope: 'agent',
        sub: 'agent-2',
      }),
    );
    const [path, nowhere] = [`/v1/requests/${mine.id}`, `/v1/requests/${another(mine.id)}`];
    expect((await service.call('GET', path, { headers: { 'request-secret': mine.secret } })).status).toBe(200);
    expect((await service.call('GET', path, { scope: 'agent', sub: 'agent-1' })).status).toBe(200);
    const strangers = [{ headers: { 'request-secret': theirs.secret } }, { scope: 'agent', sub: 'agent-2' }];
    for (const stranger of strangers) {
      const seen = await service.call('GET', path, stranger);
      expect(seen.status).toBe(404);
      expect(refusal(seen)).toEqual(refusal(await service.call('GET', nowhere, stranger)));
    }
  });

  it('nothing of one person stands in any answer to another', async () => {
    const ada = (await service.call('GET', '/v1/me/ledger?limit=100', { self: ADA })).body;
    for (const path of ownAnswers) {
      const { text } = sure(await service.call('GET', `/v1/me/${path}`, { self: BEN }));
      for (const secret of [ada.subject, ADA, ada.items[0].id]) expect(text, path).not.toContain(`"${secret}"`);
    }
  });

  it.each([
    ['GET', `/v1/subjects/${ADA}/ai-use`, 'use'],
    ['GET', `/v1/subjects/${ADA}/ai-use`, 'consent'],
    ['GET', '/v1/me/ledger', 'audit'],
    ['POST', '/v1/uses', 'consent'],
    ['PUT', '/v1/purposes/x', 'use'],
    ['POST', `/v1/subjects/${ADA}/erasure`, 'requests'],
  ])('%s %s is not for %s', async (method, path, scope) => {
    const told = await service.call(method, path, { scope, ...(method === 'GET' ? {} : { json: {} }) });
    expect([told.status, told.body.code]).toEqual([403, 'insufficient-scope']);
  });

  it.each(['/v1/subjects/customer:42', `/v1/subjects/${ADA}/ai-use`, '/v1/me/ledger'])(
    '%s needs a token',
    async (path) => {
      const told = await service.call('GET', path);
      expect([told.status, told.body.code]).toEqual([401, 'unauthenticated']);
      expect(told.headers.get('www-authenticate')).toMatch(/^Bearer/);
    },
  );
});
