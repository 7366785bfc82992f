import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endpoints } from '../../../openapi/endpoints.ts';
import { allHandlers } from '../../../src/http/handlers.ts';
import { houseInMemory } from '../../given/http/house-in-memory.ts';
import { aListeningEdge, digest, edgeSessions, type House } from '../../given/http/listening-edge.ts';

let edge: House;
let cookie = '';
let csrf = '';
/** A person never presses two buttons in the same millisecond. */
const clock = { now: Date.parse('2026-11-23T10:00:00.000Z') };
const text = (en: string) => ({ en });

const sent = (path: string, values: Record<string, string>): Promise<Response> =>
  edge.call(path, {
    method: 'POST',
    body: new URLSearchParams(values).toString(),
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      origin: edge.url,
      'sec-fetch-site': 'same-origin',
      accept: 'text/html',
      cookie,
    },
  });
const page = async (path: string): Promise<string> => {
  const answer = await edge.call(path, { headers: { cookie } });
  expect(answer.status, path).toBe(200);
  return answer.text();
};

beforeAll(async () => {
  const house = houseInMemory(clock);
  edge = await aListeningEdge({
    handlers: allHandlers(house, { digest, sessions: edgeSessions() }),
    definitions: endpoints,
  });
  const put = (path: string, json: unknown) => edge.call(path, { method: 'PUT', scope: 'registry', json });
  await put('/v1/notices/welcome', { title: text('Welcome'), body: text('We use AI.'), purposes: ['offers'] });
  const purpose = {
    name: text('Offers'),
    description: text('Offers'),
    kind: 'ai-inference',
    dataCategories: ['purchases'],
  };
  await put('/v1/purposes/offers', { ...purpose, legalBasis: { EU: 'consent' }, defaultNotice: 'welcome' });
  await put('/v1/purposes/safety', { ...purpose, legalBasis: { EU: 'legitimate-interests' } });
  await put('/v1/ai-systems/chooser', {
    name: text('Chooser'),
    purposes: ['offers', 'safety'],
    dataCategories: ['purchases'],
  });
  const { url } = (await (
    await edge.call('/v1/links', { method: 'POST', scope: 'admin', json: { subject: 'customer:42' } })
  ).json()) as { url: string };
  const entered = await sent('/me/enter', { code: url.slice(url.lastIndexOf('/') + 1) });
  cookie = (entered.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  csrf = /name="csrf" value="([^"]+)"/.exec(await page('/me'))?.[1] ?? '';
});
afterAll(() => edge.stop());

const choose = async (values: Record<string, string>): Promise<void> => {
  clock.now += 1000;
  const answer = await sent('/me/choices', { csrf, ...values });
  expect([answer.status, answer.headers.get('location')]).toEqual([
    303,
    `/me/choices?saved=${values['purpose'] ?? 'all'}#saved`,
  ]);
};

describe('a signed-in customer', () => {
  it('agrees with one press and takes it back with one press', async () => {
    expect(await page('/me/choices')).toContain('We use AI.');
    await choose({ action: 'agree', purpose: 'offers' });
    expect(await page('/me/choices')).toContain('value="withdraw"');
    await choose({ action: 'withdraw', purpose: 'offers' });
    expect(await page('/me/choices?purpose=offers')).not.toContain('value="withdraw"');
  });

  it('objects, and lets it go on where no notice is published', async () => {
    await choose({ action: 'object', purpose: 'safety' });
    expect(await page('/me/choices')).toContain('value="lift"');
    await choose({ action: 'agree', purpose: 'safety' });
    expect(await page('/me/choices')).not.toContain('value="lift"');
  });

  it('is told what is missing where a choice names no purpose', async () => {
    expect((await sent('/me/choices', { csrf, action: 'agree' })).status).toBe(422);
  });

  it('asks, is shown the secret once, reads the letter and cancels', async () => {
    expect(await page('/me/requests/new?kind=access')).toContain('name="message"');
    const answer = await sent('/me/requests', { csrf, kind: 'access', message: '', about: 'dec_1' });
    expect(answer.status).toBe(200);
    const shown = await answer.text();
    const id = /req_[0-9a-z]{26}/.exec(shown)?.[0] ?? '';
    const secret = /<code>(sec_[^<]+)<\/code>/.exec(shown)?.[1] ?? 'none';
    expect(secret).not.toBe('none');
    expect(await page(`/me/requests/${id}`)).not.toContain(secret);
    expect((await sent(`/me/requests/${id}/cancel`, { csrf })).status).toBe(303);
    expect(await page('/me/requests')).toContain(id);
  });

  it('reads the record and takes the files along', async () => {
    expect(await page('/me/ledger')).toContain('<table ');
    expect(JSON.parse(await page('/me/data'))).toMatchObject({ identifiers: ['customer:42'] });
    expect(JSON.parse(await page('/me/evidence'))).toMatchObject({ v: 1 });
    expect((await edge.call('/me/decisions/dec_01h455vb4pex5vsknk084sn02q', { headers: { cookie } })).status).toBe(404);
    expect((await edge.call('/me/requests/req_01h455vb4pex5vsknk084sn02q', { headers: { cookie } })).status).toBe(404);
    expect((await edge.call('/assets/portal.css')).headers.get('content-type')).toContain('text/css');
    expect((await edge.call('/assets/nothing.css')).status).toBe(404);
  });
});
