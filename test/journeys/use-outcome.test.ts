import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADA, aShop, question, says, sure } from '../given/a-shop.ts';
import { aService, engines, type RunningService } from '../given/service.ts';

describe.each(engines)('how a use went, over %s', (engine) => {
  let service: RunningService;
  beforeAll(async () => {
    service = await aService({ engine });
    await aShop(service);
    sure(await says(service, 'given'));
  });
  afterAll(() => service.stop());

  const use = async (body: object = {}) =>
    sure(await service.call('POST', '/v1/uses', { json: { ...question(), ...body }, scope: 'use' })).body;
  const end = (id: string, outcome: string, scope = 'use') =>
    service.call('POST', `/v1/uses/${id}/outcome`, { json: { outcome }, scope });

  it.each([
    ['finished', /finished what it used your data for/],
    ['failed', /did not get done .* because something failed/],
    ['stopped', /stopped before it was done/],
  ])('is recorded as %s, where the person can read it', async (outcome, words) => {
    const { id } = await use();
    const told = await end(id, outcome);
    expect(told.status, told.text).toBe(201);
    expect(told.body).toMatchObject({ use: id, outcome });
    const { items } = sure(await service.call('GET', '/v1/me/ledger', { self: ADA })).body;
    expect(items[0]).toMatchObject({ kind: 'use.ended', words: expect.stringMatching(words) });
  });

  it('is said once: the same again changes nothing, something else is refused', async () => {
    const { id } = await use();
    const first = await end(id, 'finished');
    const again = await end(id, 'finished');
    expect([again.status, again.body.at]).toEqual([200, first.body.at]);
    const other = await end(id, 'failed');
    expect([other.status, other.body.code]).toEqual([409, 'invalid-transition']);
  });

  it('ends once also where two say so in one moment', async () => {
    const { id } = await use();
    const told = await Promise.all(['finished', 'failed', 'finished', 'stopped'].map((outcome) => end(id, outcome)));
    expect(told.filter(({ status }) => status === 201)).toHaveLength(1);
    const first = told.find(({ status }) => status === 201)?.body.outcome;
    for (const { status, body } of told) expect(status === 409 || body.outcome === first).toBe(true);
  });

  it('belongs to permitted uses alone', async () => {
    const refused = await use({ purpose: 'nobody-knows-it' });
    const occurredAt = new Date(service.house.now() - 1000).toISOString();
    const reported = await use({ mode: 'report', occurredAt });
    for (const { id } of [refused, reported]) expect((await end(id, 'finished')).status).toBe(409);
    expect((await end(`use_${'0'.repeat(26)}`, 'finished')).status).toBe(404);
    expect((await end((await use()).id, 'finished', 'audit')).status).toBe(403);
  });

  it('is kept from whoever was erased since', async () => {
    const { id } = await use();
    sure(
      await service.call('POST', `/v1/subjects/${ADA}/erasure`, {
        json: { reason: 'They asked for it by post.' },
        scope: 'admin',
      }),
    );
    const told = await end(id, 'finished');
    expect([404, 410]).toContain(told.status);
  });
});
