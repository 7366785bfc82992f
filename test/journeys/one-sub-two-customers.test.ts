import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADA, aShop, BEN, sure } from '../given/a-shop.ts';
import { type AnIssuer, anIssuer } from '../given/http/an-issuer.ts';
import { aService, engines, type RunningService, type Told } from '../given/service.ts';

/** A login that gives a family one account: one `sub`, and the customer in a claim of its own. */
const HOUSEHOLD = 'household-7';

describe.each(engines)('two customers under one sub over %s', (engine) => {
  let issuer: AnIssuer;
  let service: RunningService;
  beforeAll(async () => {
    issuer = await anIssuer();
    service = await aService({ engine, variables: { ...issuer.variables, CANDOR_SUBJECT_CLAIM: 'customer_no' } });
    await aShop(await asService());
  });
  afterAll(async () => {
    await service.stop();
    await issuer.stop();
  });

  const bearer = async (claims: { readonly sub: string; readonly scope: string; readonly customer_no?: string }) => ({
    authorization: `Bearer ${await issuer.token(claims, service.clock.now())}`,
  });
  /** The same service, whose scopes are signed by the issuer outside. */
  const asService = async (): Promise<RunningService> => ({
    ...service,
    call: async (method, path, { scope = '', sub = 'shop', headers, ...asking } = {}) =>
      service.call(method, path, { ...asking, headers: { ...headers, ...(await bearer({ sub, scope })) } }),
  });
  const named = (customer: string) =>
    bearer({ sub: HOUSEHOLD, scope: 'self', customer_no: customer.replace('customer:', '') });
  const sends = async (customer: string, path: string, { json, key }: { json: unknown; key: string }) =>
    service.call('POST', path, { json, headers: { ...(await named(customer)), 'idempotency-key': key } });
  const reads = async (customer: string, path: string) => service.call('GET', path, { headers: await named(customer) });
  const files = (customer: string, key: string): Promise<Told> =>
    sends(customer, '/v1/me/requests', { json: { kind: 'access' }, key });

  it('the same key and the same words are two acts, each answered with its own secret', async () => {
    const [ada, ben] = [sure(await files(ADA, 'first')), sure(await files(BEN, 'first'))];
    expect(ben.headers.get('idempotent-replayed')).toBeNull();
    expect(ben.body.id).not.toBe(ada.body.id);
    expect(ben.body.secret).not.toBe(ada.body.secret);
    const [again, bens] = [await files(ADA, 'first'), await files(BEN, 'first')];
    expect([again.text, bens.text]).toEqual([ada.text, ben.text]);
    expect([again, bens].map(({ headers }) => headers.get('idempotent-replayed'))).toEqual(['true', 'true']);
  });

  it('whoever works here does nothing about the customer that their token says they are', async () => {
    const works = async (customer_no: string) => ({
      headers: await bearer({ sub: 'clerk-1', scope: 'consent', customer_no }),
      json: { subject: ADA, purpose: 'support-drafts', state: 'refused' },
    });
    const refused = await service.call('POST', '/v1/consents', await works(ADA.replace('customer:', '')));
    expect([refused.status, refused.body.code]).toEqual([403, 'separation-of-duty']);
    sure(await service.call('POST', '/v1/consents', await works(BEN.replace('customer:', ''))));
  });

  it('also where both come at once, many times over', async () => {
    const all = await Promise.all(Array.from({ length: 20 }, (_, at) => files(at % 2 === 0 ? ADA : BEN, 'at once')));
    const idsOf = (odd: number) => new Set(all.filter((_, at) => at % 2 === odd).map(({ body }) => body.id));
    expect([idsOf(0).size, idsOf(1).size]).toEqual([1, 1]);
    expect([...idsOf(0)]).not.toEqual([...idsOf(1)]);
    for (const { body, headers } of all) expect(body.secret ?? headers.get('idempotent-replayed')).toBeTruthy();
  });

  it.each([
    ['/v1/me/consents', { purpose: 'support-drafts', state: 'given', notice: { key: 'support-notice' } }],
    ['/v1/me/limits', { kind: 'objection', state: 'set' }],
    ['/v1/me/requests', { kind: 'erasure' }],
  ])('another body under the key of the other is no refusal at %s', async (path, json) => {
    const first = sure(await sends(ADA, path, { json, key: 'same' }));
    const second = sure(await sends(BEN, path, { json: { ...json }, key: 'same' }));
    expect(second.body.id).not.toBe(first.body.id);
    expect(second.body.entry.index).not.toBe(first.body.entry.index);
  });

  it('a cursor of the one opens no page of the other', async () => {
    for (const customer of [ADA, BEN])
      for (const key of ['one', 'two', 'three']) sure(await files(customer, `cursor ${key}`));
    const lists = ['requests', 'ledger', 'consents', 'limits', 'messages'];
    for (const list of lists) {
      const path = `/v1/me/${list}?limit=1`;
      const { next } = sure(await reads(ADA, path)).body;
      if (list === 'requests' || list === 'ledger') expect(next).toEqual(expect.any(String));
      if (next === null) continue;
      expect((await reads(ADA, `${path}&cursor=${next}`)).status, list).toBe(200);
      const bens = await reads(BEN, `${path}&cursor=${next}`);
      expect([bens.status, bens.body.code], list).toEqual([400, 'invalid-cursor']);
    }
  });

  it('what a release before kept under the sub alone is given to its own person and to nobody else', async () => {
    const body = '{"kind":"access"}';
    // A caller without a person is how that release owned a key; the rest of the row is the same to the byte.
    const sender = {
      caller: { principal: HOUSEHOLD, actor: { id: 'self', role: 'self' }, scopes: ['self'] },
      requestId: 'before',
      idempotency: { route: 'postMyRequest', key: 'before', body: `/v1/me/requests\n${body}` },
    } as const;
    const calendar = { timeZone: 'UTC', holidays: [] };
    const kept = await service.house.record('request.open', { kind: 'access', subject: ADA, calendar }, sender);
    if (!('bytes' in kept)) throw new Error(JSON.stringify(kept));
    const bens = sure(await files(BEN, 'before'));
    expect(bens.headers.get('idempotent-replayed')).toBeNull();
    const adas = sure(await files(ADA, 'before'));
    expect(adas.headers.get('idempotent-replayed')).toBe('true');
    expect(adas.text).toBe(Buffer.from(kept.bytes).toString());
    expect(bens.body.secret).not.toBe(adas.body.secret);
  });
});
