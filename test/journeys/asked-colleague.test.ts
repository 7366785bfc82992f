import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADA, atTheConsole, BEN, sure } from '../given/a-shop.ts';
import { aBank, contest, decline, NINA, OMAR, own, step, TARA } from '../given/review/a-review.ts';
import { aService, engines, type RunningService, type Told } from '../given/service.ts';
import { csrfIn } from '../given/signing-in.ts';

const ODD = 'The payslip of May looks <b>odd</b> to me.\nWould you have a look at it?';
const SHOWN = 'The payslip of May looks &lt;b>odd&lt;/b> to me.\nWould you have a look at it?';

describe.each(engines)('a colleague is asked something over %s', (engine) => {
  let service: RunningService;
  beforeAll(async () => {
    service = await aService({ engine });
    await aBank(service, { mode: 'after-the-fact', reviewers: 2 });
  });
  afterAll(() => service.stop());

  const opened = async (self = ADA): Promise<string> =>
    sure(await contest(service, await decline(service, { subject: self }), { self })).body.id;
  const at = async (who: string) => ({ headers: await atTheConsole(service, who, ['reviews']) });
  const page = async (who: string, review: string): Promise<string> =>
    sure(await service.call('GET', `/console/reviews/${review}`, await at(who))).text;
  async function sends(who: string, path: string, form: Readonly<Record<string, string>> = {}): Promise<Told> {
    const { headers } = await at(who);
    const csrf = csrfIn(await service.call('GET', '/console', { headers }));
    return service.call('POST', path, { headers, form: { csrf, ...form } });
  }
  const seen = async (who: string, review: string) =>
    sure(await service.call('GET', `/v1/reviews/${review}`, { scope: 'reviews', sub: who })).body;

  it('in words, which the colleague reads with the evidence and nobody else at the console does', async () => {
    const review = await opened();
    const asked = await sends(OMAR, `/console/reviews/${review}/assign`, { reviewer: NINA, question: ODD });
    expect(asked.status, asked.text).toBe(303);
    expect(await page(NINA, review)).not.toContain('payslip of May');
    expect((await sends(NINA, `/console/reviews/${review}/view-evidence`)).status).toBe(303);
    expect(await page(NINA, review)).toMatch(
      new RegExp(`What you are asked</h3><blockquote class="quote">${SHOWN.replace('?', '\\?')}</blockquote>`),
    );
    expect((await seen(NINA, review)).questions).toEqual([{ seat: 'first', words: ODD, afterView: false }]);
    for (const other of [OMAR, TARA]) {
      expect(await page(other, review)).not.toContain('payslip of May');
      expect(JSON.stringify(await seen(other, review))).not.toContain('payslip of May');
    }
    const { items } = sure(await service.call('GET', '/v1/me/ledger?limit=10', { self: ADA })).body;
    expect(items.find(({ kind }: { kind: string }) => kind === 'review.assigned')).toBeDefined();
  });

  it('a question of somebody who has seen the result waits until the colleague has a view of their own', async () => {
    const review = await opened(BEN);
    sure(await step(service, review, { step: 'assign', by: 'officer', body: { reviewer: NINA } }));
    sure(await step(service, review, { step: 'view-evidence' }));
    sure(await step(service, review, { step: 'note-view', body: own }));
    const told = { reviewer: OMAR, seat: 'second', question: 'It said declined. Do you see that?' };
    expect((await sends(NINA, `/console/reviews/${review}/assign`, told)).status).toBe(303);
    const viewed = sure(await step(service, review, { step: 'view-evidence', by: OMAR }));
    expect(viewed.text).not.toContain('It said declined');
    expect(await page(OMAR, review)).not.toContain('It said declined');
    const noted = sure(await step(service, review, { step: 'note-view', by: OMAR, body: own }));
    const words = { seat: 'second', words: 'It said declined. Do you see that?', afterView: true };
    expect(noted.body.questions).toEqual([words]);
    expect(await page(OMAR, review)).toContain('It said declined. Do you see that?');
    expect(await page(NINA, review)).toContain('What the second person is asked');
  });

  it('what was typed comes back when the colleague cannot be asked', async () => {
    const review = await opened();
    const told = await sends(OMAR, `/console/reviews/${review}/assign`, { reviewer: 'nobody-here', question: ODD });
    expect([told.status, told.text.includes(`>${SHOWN}</textarea>`), told.text.includes('<details open')]).toEqual([
      422,
      true,
      true,
    ]);
  });

  it('a question of blanks is none, and one that is too long is refused', async () => {
    const review = await opened();
    const long = { reviewer: NINA, question: 'x'.repeat(10_001) };
    expect((await sends(OMAR, `/console/reviews/${review}/assign`, long)).status).toBe(422);
    const blank = await step(service, review, { step: 'assign', by: OMAR, body: { reviewer: NINA, question: ' ' } });
    expect(blank.status).toBe(422);
    expect((await sends(OMAR, `/console/reviews/${review}/assign`, { reviewer: NINA, question: '  ' })).status).toBe(
      303,
    );
    sure(await step(service, review, { step: 'view-evidence' }));
    expect(await seen(NINA, review)).not.toHaveProperty('questions');
  });
});
