import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { atTheConsole, BEN, sure } from '../given/a-shop.ts';
import { aBank, contest, decline, looked, NINA, OMAR, step, TARA } from '../given/review/a-review.ts';
import { aService, engines, type RunningService } from '../given/service.ts';

const WORDS = 'Does the payslip of <b>May</b> count?';
const none = 'rev_00000000000000000000000000';

describe.each(engines)('several reviews for one person over %s', (engine) => {
  let service: RunningService;
  let headers: { readonly cookie: string };
  let csrf = '';
  beforeAll(async () => {
    service = await aService({ engine });
    await aBank(service);
    headers = await atTheConsole(service, TARA, ['reviews']);
    csrf = /name="csrf" value="([^"]+)"/.exec((await service.call('GET', '/console', { headers })).text)?.[1] ?? '';
  }, 60_000);
  afterAll(() => service.stop());

  const opened = async (): Promise<string> => {
    const decision = await decline(service, { subject: BEN });
    return sure(await contest(service, decision, { self: BEN })).body.id;
  };
  const send = (path: string, form: Readonly<Record<string, string>>) =>
    service.call('POST', path, { headers, form: { csrf, ...form } });
  const chosen = (ids: readonly string[]) => Object.fromEntries(ids.map((id) => [id, 'yes']));
  const preview = (ids: readonly string[], reviewer = NINA, more: Readonly<Record<string, string>> = {}) =>
    send('/console/together/reviews', { reviewer, ...more, ...chosen(ids) });
  const fieldsOf = (html: string): Readonly<Record<string, string>> => {
    const [, form = ''] = /action="\/console\/together\/reviews\/sure"(.*?)<\/form>/s.exec(html) ?? [];
    const words = (text = '') => text.replaceAll('&lt;', '<').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
    return Object.fromEntries(
      [...form.matchAll(/name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [name, words(value)]),
    );
  };
  const lineOf = (html: string, id: string): string => {
    const [row = ''] = html.split('<tr>').filter((each) => each.includes(`/console/reviews/${id}"`));
    return row.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
  };
  const heldBy = async (id: string): Promise<string | undefined> =>
    sure(await service.call('GET', `/v1/reviews/${id}`, { scope: 'reviews', sub: 'officer' })).body.seats.first
      ?.reviewer;
  const assigned = async (): Promise<number> =>
    sure(await service.call('GET', '/v1/ledger/entries?kind=review.assigned&limit=100', { scope: 'audit' })).body.items
      .length;

  it('are chosen in the list of what waits, with everybody who could be asked', async () => {
    const id = await opened();
    const list = sure(await service.call('GET', '/console/reviews', { headers })).text;
    for (const part of [`<input type="checkbox" name="${id}" value="yes"`, `<option value="${NINA}"`, '>Me</option>'])
      expect(list).toContain(part);
    expect((await service.call('GET', '/console/reviews?show=ended', { headers })).text).not.toContain('/together');
  });

  it('are shown before anything is done, by the rules of the step, with those that are left out and why', async () => {
    const [free, held, over, own, done] = [
      await opened(),
      await opened(),
      await opened(),
      await opened(),
      await opened(),
    ];
    sure(await step(service, held, { step: 'assign', by: 'officer', body: { reviewer: OMAR } }));
    sure(await step(service, own, { step: 'assign', by: 'officer', body: { reviewer: NINA } }));
    sure(await service.call('POST', `/v1/me/reviews/${over}/cancel`, { json: {}, self: BEN }));
    await looked(service, done, NINA);
    const before = await assigned();
    const { status, text } = await preview([free, held, over, own, done, none]);
    expect(status).toBe(200);
    expect(lineOf(text, free)).toContain('Name of nina is asked to look.');
    expect(lineOf(text, held)).toContain('is asked in place of the colleague who has it now.');
    expect(lineOf(text, over)).toContain('Left out: it is over.');
    expect(lineOf(text, own)).toContain('Left out: they have it.');
    expect(lineOf(text, none)).toContain('Left out: there is no such review.');
    expect(Object.keys(fieldsOf(text)).filter((name) => name.startsWith('rev_'))).toEqual([free, held]);
    expect([await assigned(), await heldBy(free)]).toEqual([before, undefined]);
    // What the preview says, the step itself does, and nothing else.
    for (const [id, isLeftOut] of [
      [free, false],
      [held, false],
      [over, true],
      [own, true],
    ] as const) {
      const told = await step(service, id, { step: 'assign', by: 'officer', body: { reviewer: NINA } });
      expect([id, told.status < 300], told.text).toEqual([id, !isLeftOut]);
    }
  });

  it('are left out where whoever is asked has seen the result', async () => {
    const id = await opened();
    const row = sure(await service.call('GET', `/v1/reviews/${id}`, { scope: 'reviews', sub: 'officer' })).body;
    sure(
      await service.call('GET', `/v1/automated-decisions/${row.decision}/explanation`, { scope: 'audit', sub: OMAR }),
    );
    expect(lineOf((await preview([id], OMAR)).text, id)).toMatch(/Left out: .*have seen its result/);
    const told = await step(service, id, { step: 'assign', by: 'officer', body: { reviewer: OMAR } });
    expect([told.status, told.body.code]).toEqual([403, 'separation-of-duty']);
  });

  it('are asked for each on its own with the same question, once however often the form is sent', async () => {
    const ids = [await opened(), await opened(), await opened()];
    const [, meanwhile = ''] = ids;
    const shown = await preview(ids, NINA, { question: WORDS });
    expect(shown.text).toContain('Does the payslip of &lt;b>May&lt;/b> count?');
    const form = fieldsOf(shown.text);
    sure(await service.call('POST', `/v1/me/reviews/${meanwhile}/cancel`, { json: {}, self: BEN }));
    const before = await assigned();
    const told = await send('/console/together/reviews/sure', form);
    for (const id of ids) expect(lineOf(told.text, id)).toContain(id === meanwhile ? 'Not done: ' : 'Done');
    await Promise.all([send('/console/together/reviews/sure', form), send('/console/together/reviews/sure', form)]);
    expect(await assigned()).toBe(before + 2);
    expect(await heldBy(ids[0] ?? '')).toBe(service.house.actorOf(NINA));
    const seen = sure(await step(service, ids[0] ?? '', { step: 'view-evidence' }));
    expect(seen.body.questions).toEqual([{ seat: 'first', words: WORDS, afterView: false }]);
  });

  it('are refused without a choice, for nobody, and for whoever may not review', async () => {
    const id = await opened();
    expect((await preview([])).text).toContain('Choose at least one review.');
    const told = await preview([id], 'nobody-here');
    expect([told.status, told.text.includes('Nobody of this name is described as working here.')]).toEqual([422, true]);
    const other = await atTheConsole(service, OMAR, ['requests']);
    const form = { csrf, reviewer: NINA, [id]: 'yes' };
    expect((await service.call('POST', '/console/together/reviews', { headers: other, form })).status).toBe(403);
    expect((await send('/console/together/reviews', { reviewer: NINA, step: 'conclude', [id]: 'yes' })).status).toBe(
      422,
    );
    expect(await heldBy(id)).toBeUndefined();
  });
});
