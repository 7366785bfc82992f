/**
 * From the moment an erasure is asked for, the data is not used: while it waits for an identity, a person or a system.
 * Source: GDPR 17(3), 18; decision 0110.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ADA, aShop, BEN, check, says, signedIn, sure, use } from '../given/a-shop.ts';
import { aService, engines, type RunningService } from '../given/service.ts';

const officer = { scope: 'requests', sub: 'olga' };

describe.each(engines)('while an erasure waits, over %s', (engine) => {
  let service: RunningService;
  beforeEach(async () => {
    service = await aService({ engine });
    await aShop(service);
    sure(await says(service, 'given'));
    sure(await says(service, 'given', BEN));
  });
  afterEach(() => service.stop());

  const asks = async (): Promise<string> =>
    sure(await service.call('POST', '/v1/me/requests', { json: { kind: 'erasure' }, self: ADA })).body.id;
  const step = (id: string, name: string, json: object) =>
    service.call('POST', `/v1/requests/${id}/${name}`, { json, ...officer });
  const answer = async (subject = ADA) => {
    const { allowed, reason } = sure(await check(service, subject)).body;
    return { allowed, reason };
  };
  const page = async (path: string): Promise<string> =>
    sure(await service.call('GET', path, { headers: await signedIn(service, ADA) })).text;

  it('a check and a use say no with a reason of their own, and everybody else goes on', async () => {
    expect(await answer()).toMatchObject({ allowed: true });
    const id = await asks();
    expect(await answer()).toEqual({ allowed: false, reason: 'erasure-asked' });
    expect((await use(service)).body).toMatchObject({ allowed: false, reason: 'erasure-asked' });
    expect(await answer(BEN)).toMatchObject({ allowed: true });
    const { stopped } = sure(await service.call('GET', `/v1/requests/${id}`, officer)).body;
    expect(stopped).toMatchObject([{ kind: 'erasure-asked', purpose: null }]);
    expect(await page(`/me/requests/${id}`)).toContain('AI may not use it');
  });

  it('also where staff enter it for somebody of whom it is not sure yet', async () => {
    sure(await service.call('POST', '/v1/requests', { json: { kind: 'erasure', subject: ADA }, ...officer }));
    expect(await answer()).toEqual({ allowed: false, reason: 'erasure-asked' });
  });

  it('goes on after a refusal, and the person was told before it did', async () => {
    const id = await asks();
    sure(await step(id, 'verify', { level: 'account-reauth', reason: 'Signed in again.' }));
    sure(await step(id, 'deny', { code: 'art17-3-b-legal-obligation', reason: 'We keep invoices for ten years.' }));
    expect(await answer()).toMatchObject({ allowed: true });
    const { items } = sure(await service.call('GET', '/v1/me/ledger?limit=20', { self: ADA })).body;
    const kinds: string[] = items.map(({ kind }: { kind: string }) => kind);
    // The newest comes first.
    expect(kinds.indexOf('limit.lifted')).toBeLessThan(kinds.indexOf('message.written'));
    const messages = sure(await service.call('GET', '/v1/me/messages', { self: ADA })).text;
    expect(messages).toContain('AI may use your data again from today on.');
    expect(await page(`/me/requests/${id}`)).toContain('can start again');
  });

  it('goes on when it is called off, and is no choice that could be lifted by itself', async () => {
    const id = await asks();
    expect(await page('/me/choices')).not.toContain('value="erasure-asked"');
    const json = { kind: 'erasure-asked', state: 'lifted' };
    expect((await service.call('POST', '/v1/me/limits', { json, self: ADA })).status).toBe(422);
    sure(await step(id, 'cancel', { reason: 'She stays.' }));
    expect(await answer()).toMatchObject({ allowed: true });
  });

  it('leaves a hold of their own in place when it is refused', async () => {
    sure(await service.call('POST', '/v1/me/requests', { json: { kind: 'restriction' }, self: ADA }));
    const id = await asks();
    expect(await answer()).toMatchObject({ reason: 'restricted' });
    sure(await step(id, 'verify', { level: 'account-reauth', reason: 'Signed in again.' }));
    sure(await step(id, 'deny', { code: 'art17-3-b-legal-obligation', reason: 'We keep invoices for ten years.' }));
    expect(await answer()).toMatchObject({ reason: 'restricted' });
  });

  it('waits again from an appeal against the refusal, until that is decided, too', async () => {
    sure(await service.call('PUT', `/v1/subjects/${ADA}`, { json: { regimes: ['US-CO'] }, scope: 'consent' }));
    const id = await asks();
    const code = 'us-unauthenticated';
    sure(await step(id, 'deny', { code, reason: 'We could not tell who asks.' }));
    expect(await answer()).not.toMatchObject({ reason: 'erasure-asked' });
    const appealed = sure(await step(id, 'appeal', { reason: 'It is me.' })).body;
    expect(appealed).toMatchObject({ state: 'appealed', stopped: [{ kind: 'erasure-asked' }] });
    expect(await answer()).toEqual({ allowed: false, reason: 'erasure-asked' });
    sure(
      await service.call('POST', `/v1/requests/${id}/deny`, {
        json: { code, reason: 'We still cannot tell.' },
        scope: 'requests',
        sub: 'rita',
      }),
    );
    expect(await answer()).not.toMatchObject({ reason: 'erasure-asked' });
  });

  it('ends with the erasure itself', async () => {
    const id = await asks();
    sure(await step(id, 'verify', { level: 'account-reauth', reason: 'Signed in again.' }));
    sure(await step(id, 'fulfil', { reason: 'Deleted.' }));
    expect(await answer()).toMatchObject({ allowed: false, reason: 'erased' });
  });
});
