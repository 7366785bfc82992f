import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADA, aCustomer, another, atTheConsole, BEN, refusal, sure } from '../given/a-shop.ts';
import { aBank, contest, decline, end, looked, NINA, OMAR, own, staff, step, TARA } from '../given/review/a-review.ts';
import { aService, engines, type RunningService } from '../given/service.ts';

describe.each(engines)('a second look over %s', (engine) => {
  let service: RunningService;
  beforeAll(async () => {
    service = await aService({ engine });
    await aBank(service);
  });
  afterAll(() => service.stop());

  const opened = async (
    body: { readonly [member: string]: unknown } = {},
  ): Promise<{ decision: string; review: string }> => {
    const decision = await decline(service);
    return { decision, review: sure(await contest(service, decision, body)).body.id };
  };
  const read = (id: string) => service.call('GET', `/v1/automated-decisions/${id}`, { scope: 'decide' });

  it('a contest gets an id, a date by law and a place in the ledger', async () => {
    const decision = await decline(service);
    const { status, body } = await contest(service, decision, { corrections: [{ name: 'income', value: 2400 }] });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      id: expect.stringMatching(/^rev_/),
      state: 'open',
      decision,
      clock: { rule: expect.stringContaining('EU_MONTHS'), words: expect.stringMatching(/\S/) },
      entry: { index: expect.any(Number), checkpoint: expect.stringMatching(/\S/) },
    });
    expect(Date.parse(body.dueAt)).toBeGreaterThan(service.house.now());
  });

  it('a second contest while one is open is refused with the id of the first', async () => {
    const { decision, review } = await opened();
    const told = await contest(service, decision);
    expect([told.status, told.body.code]).toEqual([409, 'review-open']);
    expect(told.body.detail).toContain(review);
  });

  it('many contests at once open one review, and many ends at once end it once', async () => {
    const decision = await decline(service);
    const told = await Promise.all(Array.from({ length: 6 }, () => contest(service, decision)));
    expect(told.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
    const review = told.find(({ status }) => status === 201)?.body.id;
    for (const { body } of told.filter(({ status }) => status === 409)) expect(body.detail).toContain(review);
    await looked(service, review);
    const ends = await Promise.all(
      Array.from({ length: 6 }, () => step(service, review, { step: 'conclude', body: end('upheld') })),
    );
    expect(ends.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409]);
  });

  it('corrections name recorded data, files are one’s own, and a decision too', async () => {
    const decision = await decline(service);
    const wrong = await contest(service, decision, { corrections: [{ name: 'height', value: 180 }] });
    expect([wrong.status, wrong.body.errors[0].pointer, wrong.body.errors[0].fix]).toEqual([
      422,
      '/corrections/0/name',
      'Use one of: income, late-payments.',
    ]);
    const none = await contest(service, decision, { evidence: ['file_00000000000000000000000000'] });
    expect([none.status, none.body.errors[0].code]).toEqual([422, 'unknown-file']);
    expect(refusal(await contest(service, decision, { self: BEN }))).toEqual(
      refusal(await contest(service, another(decision))),
    );
  });

  it('the reviewer sees the evidence first, and the part of the AI only after an own view', async () => {
    const { decision, review } = await opened({ corrections: [{ name: 'income', value: 2400 }] });
    sure(await step(service, review, { step: 'assign', body: { reviewer: NINA } }));
    const before = sure(await step(service, review, { step: 'view-evidence' }));
    expect(before.body.material).toMatchObject({
      statement: 'My income is higher since May.',
      corrections: [{ name: 'income', recorded: 1200, value: 2400 }],
      inputs: [{ name: 'income', value: 1200 }, { name: 'late-payments' }],
      notSeenYet: [],
      limits: { limitations: { en: 'It does not know why somebody paid late.' } },
    });
    expect(before.body.ai).toBeNull();
    for (const told of [
      before,
      sure(await service.call('GET', `/v1/reviews/${review}`, { scope: 'reviews', sub: NINA })),
    ])
      for (const secret of ['declined', '0.31', 'low-income', 'accepted']) expect(told.text).not.toContain(secret);
    const explanation = () =>
      service.call('GET', `/v1/automated-decisions/${decision}/explanation`, { scope: 'reviews', sub: NINA });
    expect((await explanation()).body.code).toBe('invalid-transition');
    const atDesk = async () => {
      const { body } = sure(
        await service.call('POST', '/v1/desk/search', { json: { subject: ADA }, scope: 'audit', sub: NINA }),
      );
      return body.decisions.find(({ id }: { id: string }) => id === decision);
    };
    expect(await atDesk()).toMatchObject({ adverse: null, headline: expect.not.stringContaining('declined') });
    const after = sure(await step(service, review, { step: 'note-view', body: own }));
    expect(sure(await explanation()).text).toContain('declined');
    expect(await atDesk()).toMatchObject({ adverse: true });
    expect(after.body.ai).toMatchObject({
      outcome: { en: 'declined' },
      output: { value: 0.31 },
      factors: [{ code: 'low-income' }],
    });
  });

  it('a look at the evidence is a look that the person can see', async () => {
    const { review } = await opened();
    sure(await step(service, review, { step: 'assign', body: { reviewer: NINA } }));
    sure(await step(service, review, { step: 'view-evidence' }));
    const { items } = (await service.call('GET', '/v1/me/ledger?limit=2', { self: ADA })).body;
    expect(items.map(({ kind }: { kind: string }) => kind)).toEqual(['review.evidence-viewed', 'look.recorded']);
  });

  it('nobody but the assigned reviewer takes a step or sees what was sent', async () => {
    const { review } = await opened();
    sure(await step(service, review, { step: 'assign', body: { reviewer: NINA } }));
    for (const [name, body] of [
      ['view-evidence', {}],
      ['note-view', own],
      ['conclude', end('upheld')],
      ['second-opinion', end('upheld')],
    ] as const)
      expect((await step(service, review, { step: name, by: OMAR, body })).body.code, name).toBe('not-assigned');
    const seen = sure(await service.call('GET', `/v1/reviews/${review}`, { scope: 'reviews', sub: OMAR }));
    expect(seen.text).not.toContain('My income');
  });

  it('no conclusion before the evidence was viewed and an own view noted', async () => {
    const { review } = await opened();
    sure(await step(service, review, { step: 'assign', body: { reviewer: NINA } }));
    const early = async () => (await step(service, review, { step: 'conclude', body: end('upheld') })).body.code;
    expect(await early()).toBe('invalid-transition');
    expect((await step(service, review, { step: 'note-view', body: own })).body.code).toBe('invalid-transition');
    sure(await step(service, review, { step: 'view-evidence' }));
    expect(await early()).toBe('invalid-transition');
    sure(await step(service, review, { step: 'note-view', body: own }));
    sure(await step(service, review, { step: 'conclude', body: end('upheld') }));
    expect(await early()).toBe('invalid-transition');
  });

  it('reasons that fit every case are refused, also when agreeing', async () => {
    const { review } = await opened();
    await looked(service, review);
    for (const reasons of ['ok', 'Looks good to me, approved. OK.', 'I agree with the AI system.'])
      expect(
        (await step(service, review, { step: 'conclude', body: { outcome: 'upheld', reasons } })).body.errors[0].code,
        reasons,
      ).toBe('says-little');
    const changed = await step(service, review, { step: 'conclude', body: end('changed') });
    expect([changed.status, changed.body.errors[0].pointer]).toEqual([422, '/newOutcome']);
  });

  it('whoever decided first, or whom it is about, is not assigned; nor is somebody who is not described', async () => {
    const decision = await decline(service, {
      humanInvolvement: { role: 'A clerk confirmed it.', qualifies: true, by: OMAR },
    });
    const review = sure(await contest(service, decision)).body.id;
    const assigned = async (reviewer: string) =>
      (await step(service, review, { step: 'assign', body: { reviewer } })).body.code;
    expect(await assigned(OMAR)).toBe('separation-of-duty');
    await staff(service, TARA, { own: [ADA] });
    expect(await assigned(TARA)).toBe('separation-of-duty');
    await staff(service, TARA);
    expect(await assigned('nobody')).toBe('validation-failed');
    // Whoever reported the decision is the first decider too, and whoever signs in as this person is this person.
    expect(await assigned('shop')).toBe('separation-of-duty');
    expect(await assigned(ADA.replace('customer:', ''))).toBe('separation-of-duty');
    expect((await read(decision)).body.humanInvolvement).toMatchObject({
      claimed: true,
      qualifies: false,
      evidence: [],
    });
  });

  it('a full look counts as human involvement, and each limb names the facts that show it', async () => {
    const { decision, review } = await opened();
    await looked(service, review);
    const { body } = sure(
      await step(service, review, { step: 'conclude', body: end('changed', { newOutcome: 'accepted' }) }),
    );
    expect(body.humanInvolvement).toMatchObject({ qualifies: true, lacks: [] });
    const shown = sure(await read(decision)).body;
    expect(shown.effect).toMatchObject({ state: 'changed', review });
    expect(shown.humanInvolvement).toMatchObject({
      qualifies: true,
      limbs: { understands: true, analyses: true, mayChange: true },
    });
    const ids = (await service.call('GET', '/v1/me/ledger?limit=100', { self: ADA })).body.items.map(
      ({ id }: { id: string }) => id,
    );
    expect(shown.humanInvolvement.evidence.length).toBeGreaterThan(3);
    for (const { id } of shown.humanInvolvement.evidence) expect(ids).toContain(id);
  });

  it.each([
    ['no-training', { training: [{ code: 'other', at: '2026-01-01T00:00:00.000Z' }] }, 45_000],
    [
      'no-training',
      { training: [{ code: 'loan-check', at: '2025-01-01T00:00:00.000Z', until: '2026-01-01T00:00:00.000Z' }] },
      45_000,
    ],
    ['no-authority', { authority: [] }, 45_000],
    ['too-fast', {}, 1000],
  ])('%s: the decision still counts as made by AI alone', async (gap, described, pause) => {
    const { decision, review } = await opened();
    await staff(service, TARA, described);
    sure(await step(service, review, { step: 'assign', body: { reviewer: TARA } }));
    sure(await step(service, review, { step: 'view-evidence', by: TARA }));
    service.clock.wind(pause);
    sure(await step(service, review, { step: 'note-view', by: TARA, body: own }));
    service.clock.wind(pause);
    const { body } = sure(await step(service, review, { step: 'conclude', by: TARA, body: end('upheld') }));
    expect(body.humanInvolvement).toMatchObject({ qualifies: false, lacks: [gap] });
    expect((await read(decision)).body.humanInvolvement.qualifies).toBe(false);
    const { automatedDecisions } = (await service.call('GET', '/v1/me/ai-use', { self: ADA })).body;
    expect(automatedDecisions.find(({ id }: { id: string }) => id === decision).solelyAutomated).toBe(true);
  });

  it('without the authority nothing but "upheld" is possible', async () => {
    const { review } = await opened();
    await staff(service, TARA, { authority: [] });
    await looked(service, review, TARA);
    expect((await step(service, review, { step: 'conclude', by: TARA, body: end('withdrawn') })).body.code).toBe(
      'authority-needed',
    );
  });

  it('a decision made again from corrected data names the review', async () => {
    const { decision, review } = await opened({ corrections: [{ name: 'income', value: 2400 }] });
    await looked(service, review);
    sure(await step(service, review, { step: 'conclude', body: end('re-run') }));
    const mine = sure(await service.call('GET', `/v1/me/reviews/${review}`, { self: ADA })).body;
    expect(mine).toMatchObject({
      state: 'concluded',
      outcome: 're-run',
      corrected: [{ name: 'income', from: 1200, to: 2400 }],
      canBeCancelled: false,
    });
    const successor = await decline(service, { outcome: 'accepted', adverse: false, replaces: decision, review });
    expect((await read(successor)).body).toMatchObject({ replaces: decision, review, effect: { state: 'effective' } });
    const misfit = await service.call('POST', '/v1/automated-decisions', {
      json: { ...(await read(decision)).body, review },
      scope: 'decide',
    });
    expect(misfit.status).toBe(422);
  });

  it('staff ask for a second look too, and the queue is read by state, reviewer, system and date', async () => {
    const decision = await decline(service);
    const { body: review } = sure(
      await service.call('POST', '/v1/reviews', { json: { decision }, scope: 'reviews', sub: OMAR }),
    );
    expect(review.why).toBe('asked-by-staff');
    sure(await step(service, review.id, { step: 'assign', by: OMAR, body: { reviewer: NINA } }));
    const list = async (query: string): Promise<string[]> =>
      sure(await service.call('GET', `/v1/reviews?limit=100&${query}`, { scope: 'reviews' })).body.items.map(
        ({ id }: { id: string }) => id,
      );
    expect(
      await list(`state=assigned&assignee=${NINA}&aiSystem=loan-check&dueBefore=2027-06-01T00:00:00.000Z`),
    ).toContain(review.id);
    for (const query of ['state=open', `assignee=${OMAR}`, 'aiSystem=other', 'dueBefore=2026-11-03T00:00:00.000Z'])
      expect(await list(query)).not.toContain(review.id);
  });

  it('whoever was assigned and left since sees nothing of it any more', async () => {
    await staff(service, 'lena');
    const { review } = await opened();
    await looked(service, review, 'lena');
    const desk = await atTheConsole(service, 'lena', ['reviews']);
    const read = () => service.call('GET', `/v1/reviews/${review}`, { scope: 'reviews', sub: 'lena' });
    const page = (path: string) => service.call('GET', path, { headers: desk });
    for (const { text } of [await read(), await page(`/console/reviews/${review}`)])
      expect(text).toContain('My income is higher');
    await staff(service, 'lena', { active: false });
    expect((await read()).status).toBe(401);
    expect((await read()).text).not.toMatch(/My income is higher|low-income/);
    for (const path of ['/console', `/console/reviews/${review}`]) expect((await page(path)).status).toBe(401);
    expect((await page('/console')).text).not.toContain('My income is higher');
    const again = await atTheConsole(service, 'lena', ['reviews']);
    expect((await service.call('GET', '/console', { headers: again })).status).toBe(401);
    expect((await step(service, review, { step: 'conclude', by: 'lena', body: end('upheld') })).status).toBe(401);
  });

  it('a step that was taken under a key is not told again once the person is erased', async () => {
    const EVE = 'customer:eve-erased';
    await aCustomer(service, EVE);
    const decision = await decline(service, { subject: EVE });
    const review = sure(await contest(service, decision, { self: EVE })).body.id;
    const assign = () =>
      service.call('POST', `/v1/reviews/${review}/assign`, {
        json: { reviewer: NINA },
        scope: 'reviews',
        headers: { 'idempotency-key': 'once' },
      });
    sure(await assign());
    sure(await service.call('POST', `/v1/subjects/${EVE}/erasure`, { json: {}, scope: 'admin' }));
    expect([
      (await assign()).status,
      (await step(service, review, { step: 'assign', body: { reviewer: NINA } })).status,
    ]).toEqual([410, 404]);
  });

  it('the person calls off their own, and nobody else does', async () => {
    const { review } = await opened();
    const cancel = (self: string, id = review) =>
      service.call('POST', `/v1/me/reviews/${id}/cancel`, { json: {}, self });
    expect(refusal(await cancel(BEN))).toEqual(refusal(await cancel(BEN, another(review))));
    expect(sure(await cancel(ADA)).body.state).toBe('cancelled');
    expect((await step(service, review, { step: 'assign', body: { reviewer: NINA } })).body.code).toBe(
      'invalid-transition',
    );
  });

  it('two reviewers where the AI system asks for two: no end without the other opinion, and disagreement is written down', async () => {
    const two = await aService({ engine });
    try {
      await aBank(two, { mode: 'after-the-fact', reviewers: 2 });
      const review = sure(await contest(two, await decline(two))).body.id;
      await looked(two, review);
      const conclude = (more: object = {}) =>
        step(two, review, { step: 'conclude', body: end('changed', { newOutcome: 'accepted', ...more }) });
      expect((await conclude()).body.code).toBe('invalid-transition');
      const seat = (reviewer: string) => step(two, review, { step: 'assign', body: { reviewer, seat: 'second' } });
      expect((await seat(NINA)).body.code).toBe('separation-of-duty');
      sure(await seat(OMAR));
      expect((await step(two, review, { step: 'second-opinion', by: OMAR, body: end('upheld') })).body.code).toBe(
        'invalid-transition',
      );
      sure(await step(two, review, { step: 'view-evidence', by: OMAR }));
      sure(await step(two, review, { step: 'note-view', by: OMAR, body: own }));
      sure(await step(two, review, { step: 'second-opinion', by: OMAR, body: end('upheld') }));
      expect((await conclude()).body.errors[0].pointer).toBe('/disagreement');
      sure(await conclude({ disagreement: 'He looked at the account only; the payslip was sent after that.' }));
    } finally {
      await two.stop();
    }
  });
});
