import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADA, aShop, BEN, question, says, sure } from '../given/a-shop.ts';
import { aService, engines, type RunningService, type Told } from '../given/service.ts';

const HOUR = 3_600_000;

describe.each(engines)('a request that is sent again over %s', (engine) => {
  let service: RunningService;
  beforeAll(async () => {
    service = await aService({ engine });
    await aShop(service);
    sure(await says(service, 'given'));
    sure(await says(service, 'given', BEN));
  });
  afterAll(() => service.stop());

  const useWith = (key: string, json: object = question(), sub = 'shop'): Promise<Told> =>
    service.call('POST', '/v1/uses', { json, scope: 'use', sub, headers: { 'idempotency-key': key } });
  const size = (): Promise<number> => service.house.ledger.size(0);

  it('64 at once have one effect and one answer, byte for byte', async () => {
    const before = await size();
    const all = await Promise.all(Array.from({ length: 64 }, () => useWith('the-same-key-for-all')));
    expect(
      new Set(all.map(({ status, text }) => `${status} ${text}`)).size,
      all.map(({ text }) => text).join('\n'),
    ).toBe(1);
    expect(all[0]).toMatchObject({ status: 201, body: { allowed: true, recorded: true } });
    expect(await size()).toBe(before + 1);
    expect((await useWith('the-same-key-for-all')).text).toBe(all[0]?.text);
    expect(await size()).toBe(before + 1);
  });

  it('it says that it is an answer from before, a batch too', async () => {
    const replayed = ({ headers }: Told): string | null => headers.get('idempotent-replayed');
    expect(replayed(sure(await useWith('a-key-that-comes-back')))).toBeNull();
    expect(replayed(sure(await useWith('a-key-that-comes-back')))).toBe('true');
    const items = [question(), question(BEN), { subject: 'nobody' }];
    const batch = (more: object[] = []): Promise<Told> =>
      service.call('POST', '/v1/uses/batch', {
        json: { items: [...items, ...more] },
        scope: 'use',
        headers: { 'idempotency-key': 'a-batch-that-comes-back' },
      });
    const first = sure(await batch());
    const again = sure(await batch());
    expect([replayed(first), replayed(again)]).toEqual([null, 'true']);
    expect(again.body.results.slice(0, 2)).toEqual(first.body.results.slice(0, 2));
    expect(again.body.results[2]).toMatchObject({ code: 'validation-failed' });
    expect(replayed(sure(await batch([question()])))).toBeNull();
  });

  it('another body under the same key is refused and does nothing', async () => {
    sure(await useWith('a-key-of-one-body'));
    const before = await size();
    const other = await useWith('a-key-of-one-body', question(BEN));
    expect([other.status, other.body.code]).toEqual([422, 'idempotency-key-reused']);
    expect(await size()).toBe(before);
  });

  it('the key of one service is not the key of another', async () => {
    const [mine, theirs] = [
      sure(await useWith('a-key-that-two-choose')),
      sure(await useWith('a-key-that-two-choose', question(), 'other-shop')),
    ];
    expect(theirs.body.id).not.toBe(mine.body.id);
  });

  it('it is the first answer again also after a restart', async () => {
    const first = sure(await useWith('a-key-kept-for-a-day'));
    service = await service.again();
    expect((await useWith('a-key-kept-for-a-day')).text).toBe(first.text);
  });

  it('a permission that has ended is never given again', async () => {
    sure(await useWith('allowed-and-then-withdrawn'));
    service.clock.wind(1000);
    sure(await says(service, 'withdrawn', ADA));
    const again = await useWith('allowed-and-then-withdrawn');
    expect([again.status, again.body.code]).toEqual([409, 'replay-superseded']);
    const refused = sure(await useWith('refused-from-the-start')).body;
    expect(refused).toMatchObject({ allowed: false, reason: 'withdrawn' });
    sure(await says(service, 'given', ADA));
    expect((await useWith('refused-from-the-start')).body).toEqual(refused);
  });

  it('a key is free again after a day', async () => {
    const first = sure(await useWith('a-key-of-yesterday')).body;
    service.clock.wind(23 * HOUR);
    expect((await useWith('a-key-of-yesterday')).body).toEqual(first);
    service.clock.wind(HOUR);
    const next = sure(await useWith('a-key-of-yesterday')).body;
    expect(next.id).not.toBe(first.id);
    service = await service.again();
    expect((await useWith('a-key-of-yesterday')).body).toEqual(next);
  });

  it('after an erasure it is answered with 410, and is never taken for the person coming back', async () => {
    const acts = [
      ['/v1/me/consents', { purpose: 'support-drafts', state: 'given', notice: { key: 'support-notice' } }],
      ['/v1/me/limits', { kind: 'objection', state: 'set' }],
      ['/v1/me/requests', { kind: 'access' }],
    ] as const;
    const act = (path: string, json: object): Promise<Told> =>
      service.call('POST', path, { json, self: BEN, headers: { 'idempotency-key': 'an-act-of-mine' } });
    for (const [path, json] of acts) sure(await act(path, json));
    sure(await useWith('a-use-of-the-past', question(BEN)));
    service.clock.wind(1000);
    sure(await service.call('POST', `/v1/subjects/${BEN}/erasure`, { json: {}, scope: 'admin' }));
    service.clock.wind(1000);
    const before = await size();
    for (const [path, json] of acts)
      expect(await act(path, json)).toMatchObject({ status: 410, body: { code: 'subject-erased' } });
    expect(await useWith('a-use-of-the-past', question(BEN))).toMatchObject({
      status: 410,
      body: { code: 'subject-erased' },
    });
    expect(await size()).toBe(before);
    expect((await service.call('POST', '/v1/checks', { json: question(BEN), scope: 'use' })).body).toMatchObject({
      reason: 'erased',
      subject: null,
    });
    service = await service.again();
    expect((await act(acts[0][0], acts[0][1])).status).toBe(410);
  });
});
