import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADA, another, BEN, signedIn, sure } from '../given/a-shop.ts';
import { aBank, decline, end, looked, step } from '../given/review/a-review.ts';
import { aService, engines, type RunningService, type Told } from '../given/service.ts';

const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

describe.each(engines)('disagreeing in a browser over %s', (engine) => {
  let service: RunningService;
  let ada: { readonly cookie: string };
  let ben: { readonly cookie: string };
  beforeAll(async () => {
    service = await aService({ engine });
    await aBank(service);
    [ada, ben] = [await signedIn(service, ADA), await signedIn(service, BEN)];
  });
  afterAll(() => service.stop());

  const page = (path: string, headers = ada): Promise<Told> => service.call('GET', path, { headers });
  const tokenIn = (told: Told): string => /name="csrf" value="([^"]+)"/.exec(told.text)?.[1] ?? 'none';

  async function send(decision: string, fields: Readonly<Record<string, string | Blob>>): Promise<Told> {
    const parts = new FormData();
    parts.set('csrf', tokenIn(await page(`/me/decisions/${decision}/contest`)));
    for (const [name, value] of Object.entries(fields))
      value instanceof Blob ? parts.append('files', value, name) : parts.set(name, value);
    return service.call('POST', `/me/decisions/${decision}/contest`, { parts, headers: ada });
  }

  it('the form shows each piece of data, takes words, corrections and files without script, and leads to the look', async () => {
    const decision = await decline(service);
    const form = await page(`/me/decisions/${decision}/contest`);
    expect(form.status).toBe(200);
    for (const words of ['Your income a month', '1200', 'enctype="multipart/form-data"', 'type="file"'])
      expect(form.text).toContain(words);
    expect(form.text).not.toContain('<script');
    const sent = await send(decision, {
      statement: 'I earn more.',
      'correction-0': '2400',
      'correction-1': '',
      'pay/slip.png': new Blob([png], { type: 'image/png' }),
    });
    expect(sent.status, sent.text).toBe(303);
    const place = sent.headers.get('location') ?? '';
    const shown = sure(await page(place));
    for (const words of ['I earn more.', 'it should be 2400', 'Cancel this second look', '/me/files/file_'])
      expect(shown.text).toContain(words);
    const [mine] = (await service.call('GET', '/v1/me/reviews', { self: ADA })).body.items;
    expect(mine).toMatchObject({
      statement: 'I earn more.',
      corrections: [{ name: 'income', value: 2400 }],
      evidence: [expect.stringMatching(/^file_/)],
    });
    const file = await page(`/me/files/${mine.evidence[0]}`);
    expect([file.status, file.headers.get('content-disposition')]).toEqual([
      200,
      `attachment; filename="${mine.evidence[0]}.png"`,
    ]);
    expect((await page(`/me/files/${mine.evidence[0]}`, ben)).status).toBe(404);
    expect((await page(place, ben)).status).toBe(404);
    const again = await page(`/me/decisions/${decision}/contest`);
    expect(again.text).toContain(place);
    expect(sure(await page('/me/reviews')).text).toContain(place);
  });

  it('the end is told with the reasons in the words of whoever looked', async () => {
    const decision = await decline(service);
    const place = (await send(decision, { statement: 'I earn more.' })).headers.get('location') ?? '';
    const review = place.split('/').at(-1) ?? '';
    await looked(service, review);
    sure(await step(service, review, { step: 'conclude', body: end('changed', { newOutcome: 'accepted' }) }));
    const { text } = sure(await page(place));
    for (const words of ['A person looked at it and changed the decision.', 'accepted', end('changed').reasons])
      expect(text).toContain(words);
    expect(text).not.toContain('Cancel this second look');
    expect(sure(await page(`/me/decisions/${decision}`)).text).toMatch(/changed/);
  });

  it('a mistake keeps what was typed, and keeps no file', async () => {
    const decision = await decline(service);
    const before = await service.house.ledger.size(0);
    const wrong = await send(decision, {
      statement: 'I earn more.',
      'correction-0': '2400',
      'a.png': new Blob(['<html>'], { type: 'image/png' }),
    });
    expect(wrong.status).toBe(422);
    for (const words of ['role="alert"', 'I earn more.', 'value="2400"']) expect(wrong.text).toContain(words);
    expect((await send(decision, { statement: ' ' })).status).toBe(422);
    expect(await service.house.ledger.size(0)).toBe(before);
  });

  it('a form from elsewhere, without its token, with a field twice or too large is refused', async () => {
    const decision = await decline(service);
    const path = `/me/decisions/${decision}/contest`;
    const csrf = tokenIn(await page(path));
    const parts = (fields: readonly (readonly [string, string | Blob])[]): FormData => {
      const form = new FormData();
      for (const [name, value] of fields) form.append(name, value);
      return form;
    };
    const post = (form: FormData, headers: object = {}) =>
      service.call('POST', path, { parts: form, headers: { ...ada, ...headers } });
    const good = [
      ['csrf', csrf],
      ['statement', 'No.'],
    ] as const;
    expect(
      (
        await post(
          parts([
            ['csrf', 'none'],
            ['statement', 'No.'],
          ]),
        )
      ).status,
    ).toBe(403);
    expect(
      (
        await service.call('POST', path, {
          form: { csrf, statement: 'No.' },
          headers: { ...ada, origin: 'https://elsewhere.example' },
        })
      ).status,
    ).toBe(403);
    expect((await post(parts([...good, ['statement', 'Yes.']]))).status).toBe(422);
    expect((await post(parts([...good, ['other', 'x']]))).status).toBe(422);
    expect((await post(parts([...good, ['statement-file', new Blob([png], { type: 'image/png' })]]))).status).toBe(422);
    expect(
      (await post(parts([...good, ['files', new Blob([new Uint8Array(5_200_000)], { type: 'image/png' })]]))).status,
    ).toBe(413);
    const broken = {
      type: 'multipart/form-data; boundary=x',
      bytes: '--x\r\nContent-Disposition: form-data; name="csrf"\r\n',
    };
    expect(
      (await service.call('POST', path, { file: broken, headers: { ...ada, 'sec-fetch-site': 'same-origin' } })).status,
    ).toBe(422);
    expect((await post(parts(good))).status).toBe(303);
  });

  it("somebody else's decision is a 404, and asking for a human about a decision leads to the form", async () => {
    const decision = await decline(service);
    expect((await page(`/me/decisions/${decision}/contest`, ben)).status).toBe(404);
    expect((await page(`/me/decisions/${another(decision)}/contest`)).status).toBe(404);
    const told = await page(`/me/requests/new?kind=human-review&about=${decision}`);
    expect([told.status, told.headers.get('location')]).toEqual([303, `/me/decisions/${decision}/contest`]);
    expect(sure(await page(`/me/decisions/${decision}`)).text).toContain(`/me/decisions/${decision}/contest`);
  });

  it('it can be called off', async () => {
    const place = (await send(await decline(service), { statement: 'I earn more.' })).headers.get('location') ?? '';
    const csrf = tokenIn(await page(place));
    expect((await service.call('POST', `${place}/cancel`, { form: { csrf }, headers: ada })).status).toBe(303);
    expect(sure(await page(place)).text).toContain('You called this off.');
  });
});
