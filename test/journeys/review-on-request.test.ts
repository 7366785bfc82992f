import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCustomer, atTheConsole, BEN, signedIn, sure } from '../given/a-shop.ts';
import { aMandate } from '../given/request/a-mandate.ts';
import { aBank, contest, decline, end, looked, NINA, step as reviewStep } from '../given/review/a-review.ts';
import { aService, dailyEngine, type RunningService, type Told } from '../given/service.ts';

const statement = 'A person should look at this.';

describe.each(dailyEngine)('asking for a human over %s', (engine) => {
  let service: RunningService;
  let count = 0;
  beforeAll(async () => {
    service = await aService({ engine });
    await aBank(service);
  });
  afterAll(() => service.stop());

  /** Somebody new, with so many decisions about them. */
  async function somebody(decisions: number): Promise<{ self: string; decisions: string[] }> {
    count += 1;
    const self = `customer:asks-${count}`;
    await aCustomer(service, self);
    const all: string[] = [];
    for (let n = 0; n < decisions; n += 1) all.push(await decline(service, { subject: self, what: `Loan ${n}` }));
    return { self, decisions: all };
  }
  const asks = (self: string, more: object = {}): Promise<Told> =>
    service.call('POST', '/v1/me/requests', { json: { kind: 'human-review', message: statement, ...more }, self });
  const step = (id: string, name: string, json: object = {}): Promise<Told> =>
    service.call('POST', `/v1/requests/${id}/${name}`, { json, scope: 'requests', sub: 'olga' });
  const read = async (id: string) =>
    sure(await service.call('GET', `/v1/requests/${id}`, { scope: 'requests', sub: 'olga' })).body;
  const reviewsOf = async (self: string): Promise<readonly { id: string; decision: string; state: string }[]> =>
    sure(await service.call('GET', '/v1/me/reviews', { self })).body.items;
  const factsOf = async (self: string): Promise<readonly string[]> =>
    sure(await service.call('GET', '/v1/me/ledger?limit=100', { self })).body.items.map(
      ({ kind }: { kind: string }) => kind,
    );
  async function sends(self: string, fields: Readonly<Record<string, string>> = {}): Promise<Told> {
    const headers = await signedIn(service, self);
    const form = await service.call('GET', '/me/requests/new', { headers });
    const csrf = /name="csrf" value="([^"]+)"/.exec(form.text)?.[1] ?? '';
    return service.call('POST', '/me/requests', { form: { csrf, kind: 'human-review', ...fields }, headers });
  }
  async function concluded(review: string): Promise<void> {
    await looked(service, review);
    sure(await reviewStep(service, review, { step: 'conclude', body: end('upheld') }));
  }

  const channels = {
    self: (self: string, json: object) => asks(self, json),
    staff: (subject: string, json: object) =>
      service.call('POST', '/v1/requests', {
        json: { kind: 'human-review', ...json, subject },
        scope: 'requests',
        sub: 'olga',
      }),
    agent: (subject: string, json: object) =>
      service.call('POST', '/v1/requests', {
        json: { kind: 'human-review', ...json, subject, mandate: aMandate },
        scope: 'agent',
        sub: 'agency',
      }),
    page: (self: string, { decision }: { readonly decision?: string }) =>
      sends(self, decision === undefined ? {} : { about: decision }),
  } as const;
  type Channel = keyof typeof channels;
  const everyChannel = Object.keys(channels) as Channel[];

  it.each(everyChannel)('by %s opens a review of the decision that is named, and of no other', async (channel) => {
    const { self, decisions } = await somebody(2);
    const [decision = ''] = decisions;
    expect([200, 201]).toContain((await channels[channel](self, { decision })).status);
    expect(await reviewsOf(self)).toMatchObject([{ decision, state: 'open' }]);
    expect((await factsOf(self)).filter((kind) => kind === 'request.received')).toHaveLength(1);
  });

  it.each(everyChannel)('by %s means the only decision where none is named', async (channel) => {
    const { self, decisions } = await somebody(1);
    expect([200, 201]).toContain((await channels[channel](self, {})).status);
    expect(await reviewsOf(self)).toMatchObject([{ decision: decisions[0], state: 'open' }]);
  });

  it.each(everyChannel)(
    'by %s is asked which of several is meant, with their list, and records nothing',
    async (channel) => {
      const { self, decisions } = await somebody(3);
      const before = await factsOf(self);
      const told = await channels[channel](self, {});
      expect(told.status).toBe(422);
      for (const decision of decisions) expect(told.text).toContain(decision);
      expect(await factsOf(self)).toEqual(before);
      expect(await reviewsOf(self)).toEqual([]);
    },
  );

  it.each(everyChannel)('by %s never names the decision of somebody else', async (channel) => {
    const { self } = await somebody(1);
    const decision = await decline(service, { subject: BEN });
    expect((await channels[channel](self, { decision })).status).toBe(422);
    expect(await reviewsOf(self)).toEqual([]);
  });

  it.each(everyChannel)(
    'by %s about a decision that a person looks at already is refused, named or not',
    async (channel) => {
      const { self, decisions } = await somebody(1);
      const [decision = ''] = decisions;
      sure(await contest(service, decision, { self }));
      const before = await factsOf(self);
      expect((await channels[channel](self, { decision })).status).toBe(409);
      expect((await channels[channel](self, {})).status).toBe(409);
      expect(await factsOf(self)).toEqual(before);
    },
  );

  it('stands in the record beside its reviews, one commit for all of it', async () => {
    const { self, decisions } = await somebody(2);
    const { id } = sure(await asks(self, { decisions })).body;
    const { items } = (await service.call('GET', '/v1/me/ledger?limit=100', { self })).body;
    const at = items.find(({ kind }: { kind: string }) => kind === 'request.received').at;
    const opened = items.filter(({ kind }: { kind: string }) => kind === 'review.opened');
    expect(opened.map((fact: { at: string }) => fact.at)).toEqual([at, at]);
    expect((await read(id)).state).toBe('received');
    expect((await reviewsOf(self)).map(({ decision }) => decision).sort()).toEqual([...decisions].sort());
  });

  it('cannot be fulfilled by hand while anybody still looks, and ends with the last look', async () => {
    const { self, decisions } = await somebody(2);
    const { id } = sure(await asks(self, { decisions })).body;
    const [one, two] = await reviewsOf(self);
    expect((await step(id, 'fulfil', { reason: 'Done.' })).status).toBe(409);
    await concluded(one?.id ?? '');
    expect((await read(id)).state).toBe('received');
    expect((await step(id, 'fulfil', { reason: 'Done.' })).status).toBe(409);
    await concluded(two?.id ?? '');
    expect((await read(id)).state).toBe('fulfilled');
  });

  it('ends though it is paused, once a person has looked', async () => {
    const { self } = await somebody(1);
    const { id } = sure(await asks(self)).body;
    sure(await step(id, 'pause', { reason: 'We ask what is meant.', code: 'identity' }));
    const [review] = await reviewsOf(self);
    await concluded(review?.id ?? '');
    expect((await read(id)).state).toBe('fulfilled');
  });

  it('is called off where every look is, and fulfilled where one was not', async () => {
    for (const [looks, state] of [
      [0, 'cancelled'],
      [1, 'fulfilled'],
    ] as const) {
      const { self, decisions } = await somebody(2);
      const { id } = sure(await asks(self, { decisions })).body;
      const [one, two] = await reviewsOf(self);
      if (looks === 1) await concluded(one?.id ?? '');
      else sure(await service.call('POST', `/v1/me/reviews/${one?.id}/cancel`, { json: {}, self }));
      sure(await service.call('POST', `/v1/me/reviews/${two?.id}/cancel`, { json: {}, self }));
      expect((await read(id)).state).toBe(state);
    }
  });

  it('takes its looks along when staff call it off, or the person on the page, or when it is refused', async () => {
    const ways = {
      staff: (_self: string, id: string) => step(id, 'cancel', { reason: 'They called.' }),
      denied: (_self: string, id: string) => step(id, 'deny', { code: 'art12-5-excessive', reason: 'Too often.' }),
      page: async (self: string, id: string) => {
        const headers = await signedIn(service, self);
        const { text } = await service.call('GET', `/me/requests/${id}`, { headers });
        const csrf = /name="csrf" value="([^"]+)"/.exec(text)?.[1] ?? '';
        return service.call('POST', `/me/requests/${id}/cancel`, { form: { csrf }, headers });
      },
    };
    for (const [name, end] of Object.entries(ways)) {
      const { self } = await somebody(1);
      const { id } = sure(await asks(self)).body;
      const told = await end(self, id);
      expect([name, told.status, told.text.slice(0, told.status < 400 ? 0 : 300)]).toEqual([
        name,
        name === 'page' ? 303 : 200,
        '',
      ]);
      expect((await reviewsOf(self)).map(({ state }) => state)).toEqual(['cancelled']);
      expect((await read(id)).state).toBe(name === 'denied' ? 'denied' : 'cancelled');
    }
  });

  it('that was refused and appealed is not fulfilled before somebody has looked', async () => {
    const { self, decisions } = await somebody(1);
    const [decision = ''] = decisions;
    sure(await service.call('PUT', `/v1/subjects/${self}`, { json: { regimes: ['US-VA'] }, scope: 'consent' }));
    const { id } = sure(await asks(self)).body;
    sure(await step(id, 'deny', { code: 'us-unfounded-excessive-repetitive', reason: 'Too often.' }));
    sure(await step(id, 'appeal', { reason: 'It matters.' }));
    const fulfil = () =>
      service.call('POST', `/v1/requests/${id}/fulfil`, {
        json: { reason: 'Looked at.' },
        scope: 'requests',
        sub: 'paula',
      });
    expect((await fulfil()).status).toBe(409);
    const review = sure(await contest(service, decision, { self })).body;
    expect(review).toMatchObject({ request: id, dueAt: (await read(id)).dueAt });
    expect((await fulfil()).status).toBe(409);
    await concluded(review.id);
    expect((await read(id)).state).toBe('fulfilled');
  });

  it('that was refused is not decided on appeal by the look of whoever refused it', async () => {
    const { self, decisions } = await somebody(1);
    sure(await service.call('PUT', `/v1/subjects/${self}`, { json: { regimes: ['US-VA'] }, scope: 'consent' }));
    const { id } = sure(await asks(self)).body;
    const json = { code: 'us-unfounded-excessive-repetitive', reason: 'Too often.' };
    sure(await service.call('POST', `/v1/requests/${id}/deny`, { json, scope: 'requests', sub: NINA }));
    sure(await step(id, 'appeal', { reason: 'It matters.' }));
    await concluded(sure(await contest(service, decisions[0] ?? '', { self })).body.id);
    expect((await read(id)).state).toBe('appealed');
    sure(await step(id, 'fulfil', { reason: 'Somebody else looked at how it was looked at.' }));
  });

  it('on appeal about two decisions waits until both were looked at', async () => {
    const { self, decisions } = await somebody(2);
    sure(await service.call('PUT', `/v1/subjects/${self}`, { json: { regimes: ['US-VA'] }, scope: 'consent' }));
    const { id } = sure(await asks(self, { decisions })).body;
    sure(await step(id, 'deny', { code: 'us-unfounded-excessive-repetitive', reason: 'Too often.' }));
    sure(await step(id, 'appeal', { reason: 'It matters.' }));
    for (const [place, decision] of decisions.entries()) {
      await concluded(sure(await contest(service, decision, { self })).body.id);
      expect((await read(id)).state).toBe(place === 0 ? 'appealed' : 'fulfilled');
    }
  });

  it('about no decision on record is answered in words', async () => {
    const { self } = await somebody(0);
    const { id } = sure(await asks(self)).body;
    expect(await reviewsOf(self)).toEqual([]);
    sure(await step(id, 'fulfil', { reason: 'There is no decision about you here.' }));
    expect((await read(id)).state).toBe('fulfilled');
  });

  /** Every way that asks a human to look at one decision. */
  const ways = {
    ...channels,
    contest: (self: string, { decision = '' }: { readonly decision?: string }) => contest(service, decision, { self }),
    'the page of the decision': async (self: string, { decision = '' }: { readonly decision?: string }) => {
      const headers = await signedIn(service, self);
      const path = `/me/decisions/${decision}/contest`;
      const csrf = /name="csrf" value="([^"]+)"/.exec((await service.call('GET', path, { headers })).text)?.[1] ?? '';
      const parts = new FormData();
      parts.set('csrf', csrf);
      parts.set('statement', statement);
      return service.call('POST', path, { parts, headers });
    },
    'the support desk': async (_self: string, { decision = '' }: { readonly decision?: string }) => {
      const headers = await atTheConsole(service, 'olga');
      const { text } = await service.call('GET', '/console/desk', { headers });
      const csrf = /name="csrf" value="([^"]+)"/.exec(text)?.[1] ?? '';
      return service.call('POST', '/console/desk/reviews', { form: { csrf, decision, statement }, headers });
    },
  } as const;
  type ToAHuman = keyof typeof ways;
  const everyWay = Object.keys(ways) as ToAHuman[];
  const requestsOf = async (self: string) =>
    sure(await service.call('GET', '/v1/me/requests?limit=100', { self })).body.items;
  /** Asked this way, about one of two decisions. */
  async function asked(way: ToAHuman) {
    const { self, decisions } = await somebody(2);
    const [decision = ''] = decisions;
    expect((await ways[way](self, { decision })).status).toBeLessThan(400);
    const [review] = await reviewsOf(self);
    return { self, decision, review: review?.id ?? '' };
  }

  it.each(everyWay)('by %s is one request with one clock and one review, each naming the other', async (way) => {
    const { self, decision, review } = await asked(way);
    const [request, ...more] = await requestsOf(self);
    expect(more).toEqual([]);
    expect(request).toMatchObject({ kind: 'human-review', state: 'received', reviews: [review] });
    const { body } = await service.call('GET', `/v1/reviews/${review}`, { scope: 'reviews', sub: 'olga' });
    const { id, dueAt, clock } = request;
    expect(body).toMatchObject({ decision, why: 'contested', state: 'open', request: id, dueAt, clock });
    expect((await factsOf(self)).filter((kind) => kind === 'request.received')).toHaveLength(1);
  });

  it.each(everyWay)('by %s ends when a person has looked', async (way) => {
    const { self, review } = await asked(way);
    await concluded(review);
    expect(await requestsOf(self)).toMatchObject([{ state: 'fulfilled' }]);
  });

  it.each(everyWay)(
    'by %s ends when the person calls the look off, and a refusal of it calls the look off',
    async (way) => {
      const off = await asked(way);
      sure(await service.call('POST', `/v1/me/reviews/${off.review}/cancel`, { json: {}, self: off.self }));
      expect(await requestsOf(off.self)).toMatchObject([{ state: 'cancelled' }]);
      const { self } = await asked(way);
      const [{ id }] = await requestsOf(self);
      sure(await step(id, 'deny', { code: 'art12-5-excessive', reason: 'Too often.' }));
      expect((await reviewsOf(self)).map(({ state }) => state)).toEqual(['cancelled']);
    },
  );

  it('a contest belongs to the open letter that named no decision, and keeps its day', async () => {
    const { self } = await somebody(0);
    const early = new Date(service.clock.now() - 5 * 86_400_000).toISOString();
    const json = { kind: 'human-review', subject: self, message: 'A machine refused me.', receivedAt: early };
    const letter = sure(await service.call('POST', '/v1/requests', { json, scope: 'requests', sub: 'olga' })).body;
    const decision = await decline(service, { subject: self });
    const review = sure(await contest(service, decision, { self })).body;
    expect(review).toMatchObject({ request: letter.id, dueAt: letter.dueAt });
    expect(await requestsOf(self)).toMatchObject([{ id: letter.id, state: 'received', reviews: [review.id] }]);
    await concluded(review.id);
    expect((await read(letter.id)).state).toBe('fulfilled');
  });

  it('two contests of two decisions are two requests, and each ends with its own', async () => {
    const { self, decisions } = await somebody(2);
    const [one = '', two = ''] = decisions;
    const first = sure(await contest(service, one, { self })).body;
    const second = sure(await contest(service, two, { self })).body;
    expect(first.request).not.toBe(second.request);
    await concluded(first.id);
    expect([(await read(first.request)).state, (await read(second.request)).state]).toEqual(['fulfilled', 'received']);
  });

  it('a letter that staff enter late gives its reviews the day of the letter', async () => {
    const { self, decisions } = await somebody(1);
    const receivedAt = new Date(service.clock.now() - 5 * 86_400_000).toISOString();
    const json = { kind: 'human-review', subject: self, decision: decisions[0], receivedAt };
    const { dueAt } = sure(await service.call('POST', '/v1/requests', { json, scope: 'requests', sub: 'olga' })).body;
    expect(await reviewsOf(self)).toMatchObject([{ dueAt }]);
  });
});
