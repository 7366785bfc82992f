import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyBundle } from '../../scripts/verify/verify-bundle.ts';
import { parseVkey, type Vkey } from '../../scripts/verify/vkey.ts';
import { ADA, BEN, sure } from '../given/a-shop.ts';
import { aBank, contest, decline, declined, end, looked, NINA, OMAR, staff, step } from '../given/review/a-review.ts';
import { aService, engines, type RunningService } from '../given/service.ts';

describe.each(engines)('from a decline to a changed outcome over %s', (engine) => {
  let service: RunningService;
  beforeAll(async () => {
    service = await aService({ engine });
    await aBank(service);
  });
  afterAll(() => service.stop());

  const mine = async (path: string, self = ADA) => sure(await service.call('GET', path, { self })).body;
  const kindsOf = async (self = ADA): Promise<string[]> => {
    const { items } = await mine('/v1/me/ledger?limit=100', self);
    return items.map(({ kind }: { kind: string }) => kind).reverse();
  };

  it('decline, explanation, contest with corrected data and a file, a look without conflict, a changed outcome, a message, and proofs for all of it', async () => {
    const decision = await decline(service, {
      humanInvolvement: { role: 'A clerk pressed the button.', qualifies: true, by: OMAR },
    });

    const explained = await mine(`/v1/automated-decisions/${decision}/explanation`);
    expect(explained.layers.map(({ layer }: { layer: number }) => layer)).toEqual([1, 2, 3, 4]);
    const [before] = (await mine('/v1/me/ai-use')).automatedDecisions;
    expect(before).toMatchObject({
      id: decision,
      solelyAutomated: true,
      humanInvolvement: { qualifies: false, evidence: [] },
    });
    expect(before.humanInvolvement.words).toMatch(/\S/);

    const payslip = { type: 'application/pdf', bytes: '%PDF-1.7 payslip of May' };
    const file = sure(await service.call('POST', '/v1/me/files?name=payslip', { file: payslip, self: ADA })).body.id;
    const opened = sure(
      await contest(service, decision, { corrections: [{ name: 'income', value: 2400 }], evidence: [file] }),
    ).body;

    const assign = (reviewer: string) =>
      step(service, opened.id, { step: 'assign', by: 'officer', body: { reviewer } });
    expect((await assign(OMAR)).body.code).toBe('separation-of-duty');
    await staff(service, 'ada-works-here', { own: [ADA] });
    expect((await assign('ada-works-here')).body.code).toBe('separation-of-duty');
    sure(await assign(NINA));
    sure(await step(service, opened.id, { step: 'view-evidence' }));
    expect(
      (await service.call('GET', `/v1/reviews/${opened.id}/files/${file}`, { scope: 'reviews', sub: NINA })).text,
    ).toBe(payslip.bytes);
    service.clock.wind(120_000);
    sure(
      await step(service, opened.id, {
        step: 'note-view',
        body: { view: 'change', words: 'The payslip shows twice the income that was used.' },
      }),
    );
    service.clock.wind(60_000);
    const concluded = sure(
      await step(service, opened.id, { step: 'conclude', body: end('changed', { newOutcome: { en: 'accepted' } }) }),
    ).body;
    expect(concluded).toMatchObject({
      state: 'concluded',
      outcome: 'changed',
      seconds: 180,
      humanInvolvement: { qualifies: true, lacks: [] },
    });

    const [after] = (await mine('/v1/me/ai-use')).automatedDecisions;
    expect(after).toMatchObject({
      solelyAutomated: false,
      humanInvolvement: { qualifies: true, limbs: { understands: true, analyses: true, mayChange: true } },
    });
    const shown = sure(await service.call('GET', `/v1/automated-decisions/${decision}`, { scope: 'decide' })).body;
    expect(shown).toMatchObject({
      effect: { state: 'changed', review: opened.id },
      humanInvolvement: { qualifies: true, claimed: true },
    });
    expect(await mine(`/v1/me/reviews/${opened.id}`)).toMatchObject({
      state: 'concluded',
      outcome: 'changed',
      newOutcome: 'accepted',
      reasons: end('changed').reasons,
    });

    const messages = (await mine('/v1/me/messages')).items;
    expect(messages.map(({ template }: { template: string }) => template)).toEqual([
      'review-concluded',
      'review-opened',
    ]);
    expect(messages[0].text).toContain(end('changed').reasons);

    expect(await kindsOf()).toEqual([
      'subject.linked',
      'subject.described',
      'decision.recorded',
      'file.added',
      'request.received',
      'review.opened',
      'message.written',
      'review.assigned',
      'look.recorded',
      'review.evidence-viewed',
      'look.recorded',
      'review.evidence-viewed',
      'review.view-noted',
      'review.concluded',
      'request.fulfilled',
      'message.written',
    ]);
    const bundle = await mine('/v1/me/evidence');
    const keys = [parseVkey(bundle.vkey)].filter((key): key is Vkey => !('refused' in key));
    expect(verifyBundle(Buffer.from(JSON.stringify(bundle)), { keys, source: 'the test' })).toMatchObject({
      findings: [],
      emptied: 0,
    });
    const inBundle = bundle.entries.map(
      ({ entry }: { entry: string }) => JSON.parse(Buffer.from(entry, 'base64').toString()).id,
    );
    for (const { id } of shown.humanInvolvement.evidence) expect(inBundle).toContain(id);
  });

  it('a reviewer is nobody by name in what the person reads', async () => {
    for (const path of ['/v1/me/reviews', '/v1/me/ledger?limit=100', '/v1/me/evidence', '/v1/me/messages']) {
      const { text } = sure(await service.call('GET', path, { self: ADA }));
      for (const name of [NINA, `Name of ${NINA}`]) expect(text, path).not.toContain(name);
    }
  });

  it('everything about the look goes with the person, and the look of nobody else', async () => {
    const decision = await decline(service, { subject: BEN });
    const review = sure(await contest(service, decision, { self: BEN })).body.id;
    await looked(service, review);
    sure(await service.call('POST', `/v1/subjects/${BEN}/erasure`, { json: {}, scope: 'admin' }));
    expect((await service.call('GET', `/v1/reviews/${review}`, { scope: 'reviews', sub: NINA })).status).toBe(404);
    expect((await step(service, review, { step: 'conclude', body: end('upheld') })).status).toBe(404);
    expect((await kindsOf()).length).toBeGreaterThan(10);
  });
});

describe.each(engines)('decisions that wait for a human over %s', (engine) => {
  let service: RunningService;
  beforeAll(async () => {
    service = await aService({ engine });
    await aBank(service, { mode: 'before-effect' });
  });
  afterAll(() => service.stop());

  const effectOf = async (decision: string) =>
    sure(await service.call('GET', `/v1/automated-decisions/${decision}`, { scope: 'decide' })).body.effect;
  const feed = async (): Promise<{ what: string; decision?: string }[]> =>
    sure(await service.call('GET', '/v1/changes?limit=100', { scope: 'use' })).body.items;

  it('are pending from the first moment until a human with authority has ended the review, and services hear of both', async () => {
    const told = sure(
      await service.call('POST', '/v1/automated-decisions', { json: declined(), scope: 'decide' }),
    ).body;
    expect(told.effect).toEqual({ state: 'pending', review: expect.stringMatching(/^rev_/) });
    const { id: decision, effect } = told;
    expect(await effectOf(decision)).toMatchObject({ state: 'pending', review: effect.review });
    expect(await feed()).toContainEqual(expect.objectContaining({ what: 'decision-pending', decision }));
    await staff(service, OMAR, { authority: [] });
    await looked(service, effect.review, OMAR);
    expect((await step(service, effect.review, { step: 'conclude', by: OMAR, body: end('upheld') })).body.code).toBe(
      'authority-needed',
    );
    expect((await effectOf(decision)).state).toBe('pending');
    await looked(service, effect.review, NINA);
    sure(await step(service, effect.review, { step: 'conclude', body: end('upheld') }));
    expect(await effectOf(decision)).toMatchObject({ state: 'effective', review: effect.review });
    expect(await feed()).toContainEqual(expect.objectContaining({ what: 'decision-settled', decision }));
  });

  it('whoever let it take effect does not look at it again when it is contested', async () => {
    const decision = await decline(service);
    const { review } = await effectOf(decision);
    await looked(service, review);
    sure(await step(service, review, { step: 'conclude', body: end('upheld') }));
    const contested = sure(await contest(service, decision)).body.id;
    expect((await step(service, contested, { step: 'assign', body: { reviewer: NINA } })).body.code).toBe(
      'separation-of-duty',
    );
  });

  it('cannot be freed by calling the review off, and can be contested meanwhile', async () => {
    const decision = await decline(service);
    const { review } = await effectOf(decision);
    expect((await service.call('POST', `/v1/me/reviews/${review}/cancel`, { json: {}, self: ADA })).body.code).toBe(
      'invalid-transition',
    );
    const contested = sure(await contest(service, decision)).body.id;
    await looked(service, contested);
    sure(await step(service, contested, { step: 'conclude', body: end('upheld') }));
    expect((await effectOf(decision)).state).toBe('pending');
  });
});
