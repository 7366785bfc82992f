import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADA, aShop, BEN, check, says, sure, use } from '../given/a-shop.ts';
import { aService, engines, type RunningService, type Told } from '../given/service.ts';

const officer = { scope: 'registry', sub: 'officer' };
const wanted = {
  items: [{ kind: 'consents' }, { purpose: 'support-drafts' }],
  ground: 'art17-3-e-legal-claims',
  reason: 'Somebody went to court.',
};

describe.each(engines)('a legal hold from setting to its end over %s', (engine) => {
  let service: RunningService;
  let hold = '';
  let request = '';
  beforeAll(async () => {
    service = await aService({ engine });
    await aShop(service);
    for (const person of [ADA, BEN]) {
      sure(await says(service, 'given', person));
      sure(await use(service, person));
    }
  });
  afterAll(() => service.stop());
  const holds = `/v1/subjects/${ADA}/holds`;
  const codeOf = ({ status, body }: Told): unknown[] => [status, body.code];
  const listed = async (path = holds) => sure(await service.call('GET', path, { scope: 'requests' })).body.items;

  it('an officer sets it; support staff and services cannot', async () => {
    for (const scope of ['requests', 'consent', 'use', 'audit'])
      expect((await service.call('POST', holds, { json: wanted, scope })).status).toBe(403);
    const told = sure(await service.call('POST', holds, { json: wanted, ...officer }));
    hold = told.body.id;
    expect(told.body).toMatchObject({
      state: 'standing',
      ground: wanted.ground,
      items: wanted.items,
      until: null,
      entry: { log: 0 },
    });
    expect(await listed()).toMatchObject([{ id: hold, state: 'standing', reason: wanted.reason }]);
    expect(await listed(`/v1/subjects/${BEN}/holds`)).toEqual([]);
    const empty = await service.call('POST', holds, {
      json: { ...wanted, items: [{ purpose: 'nowhere' }] },
      ...officer,
    });
    expect([empty.status, empty.body.errors[0].pointer]).toEqual([422, '/items/0']);
  });

  it('the person sees it in their record, with the ground in plain words in their language', async () => {
    const sentence = async (language: string): Promise<string> => {
      const { items } = (await service.call('GET', `/v1/me/ledger?language=${language}`, { self: ADA })).body;
      return JSON.stringify(items.find(({ kind }: { kind: string }) => kind === 'hold.set'));
    };
    expect(await sentence('en')).toMatch(/put on hold.*legal claim/);
    expect(await sentence('de')).toMatch(/gesperrt.*vor Gericht/);
    expect(await sentence('fr')).toMatch(/réserve.*justice/);
    expect(await sentence('es')).toMatch(/retenida.*reclamación/);
  });

  it('the person is erased all the same, and the certificate says what stays', async () => {
    const asked = sure(
      await service.call('POST', '/v1/requests', {
        json: { kind: 'erasure', subject: ADA },
        scope: 'requests',
        sub: 'support',
      }),
    ).body;
    request = asked.id;
    sure(
      await service.call('POST', `/v1/requests/${request}/verify`, {
        json: { reason: 'Called back.', level: 'reasonable' },
        scope: 'requests',
      }),
    );
    const done = sure(
      await service.call('POST', `/v1/requests/${request}/fulfil`, {
        json: { reason: 'You asked.' },
        scope: 'requests',
      }),
    );
    expect(done.body).toMatchObject({ state: 'fulfilled', denialCode: wanted.ground, denial: { inPart: true } });
    const { body } = sure(await service.call('GET', `/v1/requests/${request}/certificate`, { scope: 'requests' }));
    expect(body.stays).toContainEqual({
      what: expect.any(String),
      ground: 'legal-hold',
      on: wanted.ground,
      hold,
      until: null,
    });
    expect(body.held).toMatchObject([{ hold, items: wanted.items, on: wanted.ground }]);
    const page = await service.call('GET', `/v1/requests/${request}/certificate`, {
      scope: 'requests',
      headers: { accept: 'text/html', 'accept-language': 'de' },
    });
    expect(page.text).toMatch(/until the reason ends/);
    expect((await check(service)).body).toMatchObject({ allowed: false, reason: 'erased' });
  });

  it('what is held is found under the old identifier, read under a recorded look, and under nobody else', async () => {
    expect(await listed()).toMatchObject([
      { id: hold, subject: null, state: 'standing', entries: 3, certificate: request },
    ]);
    const content = `${holds}/${hold}/content?reason=audit`;
    expect(codeOf(await service.call('GET', content, { scope: 'requests' }))[0]).toBe(403);
    const { body } = sure(await service.call('GET', content, { scope: 'audit' }));
    expect(body.entries.map(({ payload }: { payload: string }) => JSON.parse(payload).purpose)).toEqual([
      'support-drafts',
      'support-drafts',
      undefined,
    ]);
    const { items } = (await service.call('GET', '/v1/ledger/entries?kind=look.taken', { scope: 'audit' })).body;
    expect(items[0].payload ?? items[0]).toMatchObject({ what: 'hold', reason: 'audit' });
    const others = `/v1/subjects/${BEN}/holds/${hold}`;
    expect(codeOf(await service.call('GET', `${others}/content`, { scope: 'audit' }))).toEqual([404, 'not-found']);
    expect(codeOf(await service.call('DELETE', others, officer))).toEqual([404, 'not-found']);
    expect(codeOf(await service.call('POST', holds, { json: wanted, ...officer }))).toEqual([410, 'subject-erased']);
  });

  it('when it is lifted, what it kept is erased, and the certificate says when', async () => {
    service = await service.again();
    const ended = sure(await service.call('DELETE', `${holds}/${hold}`, officer)).body;
    expect(ended).toMatchObject({ id: hold, state: 'ended', entries: 3, entry: { log: 0 } });
    expect(codeOf(await service.call('DELETE', `${holds}/${hold}`, officer))).toEqual([404, 'not-found']);
    expect(codeOf(await service.call('GET', `${holds}/${hold}/content`, { scope: 'audit' }))).toEqual([
      404,
      'not-found',
    ]);
    const { body } = sure(await service.call('GET', `/v1/requests/${request}/certificate`, { scope: 'requests' }));
    expect(body.ended).toMatchObject([{ hold, why: 'lifted', entries: 3 }]);
    const page = await service.call('GET', `/v1/requests/${request}/certificate`, {
      scope: 'requests',
      headers: { accept: 'text/html' },
    });
    expect(page.text).toMatch(/A part of your record that we must keep: deleted on/);
  });

  it('one on somebody who is known is lifted and then holds nothing', async () => {
    const path = `/v1/subjects/${BEN}/holds`;
    const { id } = sure(await service.call('POST', path, { json: wanted, ...officer })).body;
    expect(sure(await service.call('DELETE', `${path}/${id}`, officer)).body).toMatchObject({ id, state: 'lifted' });
    expect(await listed(path)).toEqual([]);
    expect(codeOf(await service.call('DELETE', `${path}/${id}`, officer))).toEqual([404, 'not-found']);
  });

  it('a purpose is kept at an erasure by an officer only, and only an erasure keeps something', async () => {
    const keep = [
      {
        purpose: 'support-drafts',
        code: 'art17-3-e-legal-claims',
        until: new Date(service.clock.now() + 86_400_000).toISOString(),
      },
    ];
    const asked = async (kind: string): Promise<string> => {
      const { id } = sure(
        await service.call('POST', '/v1/requests', { json: { kind, subject: BEN }, scope: 'requests' }),
      ).body;
      sure(
        await service.call('POST', `/v1/requests/${id}/verify`, {
          json: { reason: 'Called back.', level: 'reasonable' },
          scope: 'requests',
        }),
      );
      return id;
    };
    const erasure = await asked('erasure');
    const fulfil = (id: string, scope: string) =>
      service.call('POST', `/v1/requests/${id}/fulfil`, { json: { reason: 'As the law asks.', keep }, scope });
    expect(codeOf(await fulfil(erasure, 'requests'))).toEqual([403, 'insufficient-scope']);
    expect((await fulfil(await asked('access'), 'requests registry')).body.errors).toMatchObject([
      { code: 'only-for-erasure' },
    ]);
    sure(await fulfil(erasure, 'requests registry'));
    const { body } = sure(await service.call('GET', `/v1/requests/${erasure}/certificate`, { scope: 'requests' }));
    expect(body.stays).toContainEqual({
      what: expect.any(String),
      ground: 'kept-purpose',
      purpose: 'support-drafts',
      on: keep[0]?.code,
      until: keep[0]?.until,
    });
    const page = await service.call('GET', `/v1/requests/${erasure}/certificate`, {
      scope: 'requests',
      headers: { accept: 'text/html' },
    });
    expect(page.text).toMatch(/What we must go on doing for “[^”]+”, until/);
  });
});
