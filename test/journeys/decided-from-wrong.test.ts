/** After a correction: who else was told, and which decisions were made from what was wrong. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADA, atTheConsole, BEN, sure } from '../given/a-shop.ts';
import { aBank, decline, declined } from '../given/review/a-review.ts';
import { aService, engines, type RunningService } from '../given/service.ts';

const officer = { scope: 'requests', sub: 'olga' };

describe.each(engines)('a correction over %s', (engine) => {
  let service: RunningService;
  let wrong = '';
  let id = '';
  beforeAll(async () => {
    service = await aService({ engine });
    await aBank(service);
    wrong = await decline(service);
    const [income] = declined().inputs;
    await decline(service, { inputs: [{ ...income, value: 2100 }] });
    await decline(service, { subject: BEN });
    const json = { kind: 'rectification', message: 'My income is 2100.' };
    id = sure(await service.call('POST', '/v1/me/requests', { json, self: ADA })).body.id;
    const step = (name: string, more: object) =>
      service.call('POST', `/v1/requests/${id}/${name}`, { json: more, ...officer });
    sure(await step('verify', { level: 'doubt-resolved', reason: 'Called back.' }));
    const rectified = [{ what: 'Income a month', from: ' 1200 ', to: '2100', told: ['Score users'] }];
    sure(await step('fulfil', { rectified }));
  });
  afterAll(() => service.stop());

  const found = async (of = id) =>
    sure(await service.call('GET', `/v1/requests/${of}/decided-from`, officer)).body.decisions;
  const page = async (): Promise<string> =>
    sure(await service.call('GET', `/console/requests/${id}`, { headers: await atTheConsole(service, 'olga') })).text;

  it('names each decision of this person that was made from the wrong value, and no other', async () => {
    expect(await found()).toEqual([
      { decision: wrong, decidedAt: expect.any(String), inputs: ['income'], review: null },
    ]);
    const text = await page();
    expect(text).toContain('Decisions made from what was wrong');
    expect(text).toContain(wrong);
    expect(text).toContain('Not looked at again yet.');
  });

  it('says nothing of how they came out, and stands as a look in the record of the person', async () => {
    expect(JSON.stringify(await found())).not.toContain('declined');
    const { items } = sure(await service.call('GET', '/v1/me/ledger?limit=5', { self: ADA })).body;
    expect(items.map(({ kind }: { kind: string }) => kind)).toContain('look.recorded');
  });

  it('is empty where nothing was corrected yet', async () => {
    const json = { kind: 'rectification', message: 'My street, too.' };
    const open = sure(await service.call('POST', '/v1/me/requests', { json, self: ADA })).body.id;
    expect(await found(open)).toEqual([]);
  });

  it('leads to the second look once one was asked for', async () => {
    const json = { decision: wrong, why: 'asked-by-staff' };
    const review = sure(await service.call('POST', '/v1/reviews', { json, scope: 'reviews', sub: 'olga' })).body.id;
    expect((await found())[0].review).toBe(review);
    expect(await page()).toContain(`/console/reviews/${review}`);
  });

  it('names to the person who else was told, and shows them no list of staff', async () => {
    const mine = sure(await service.call('GET', '/v1/me/requests', { self: ADA })).text;
    expect(mine).not.toContain(wrong);
    const path = `/v1/requests/${id}/decided-from`;
    expect((await service.call('GET', path, { self: ADA })).status).toBe(403);
    const letter = sure(await service.call('GET', `/v1/requests/${id}/package`, officer)).text;
    expect(letter).toContain('Score users');
  });
});
