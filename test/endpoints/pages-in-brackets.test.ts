import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { examples } from '../../openapi/examples.ts';
import { requestKinds } from '../../src/vocabulary/request.ts';
import { bracketed, unbracketed } from '../given/brackets.ts';
import { aService, type RunningService, type Told } from '../given/service.ts';
import { ADA, BEN, signedIn, sure } from '../journeys/a-shop.ts';

const bodyOf = (endpoint: string): object => bracketed(examples.find((each) => each.endpoint === endpoint)?.body) as object;

describe('every page in the language of brackets', () => {
  let service: RunningService;
  let ada: { readonly cookie: string };
  const requests: string[] = [];
  let decision = '';

  const officer = (path: string, json: object): Promise<Told> => service.call('POST', path, { json: bracketed(json), scope: 'requests', sub: 'officer' });
  const asked = async (kind: string): Promise<string> => {
    const { body } = sure(await service.call('POST', '/v1/me/requests', { json: { kind, message: '⟦please⟧', language: 'qps' }, self: ADA }));
    requests.push(body.id);
    return body.id;
  };

  beforeAll(async () => {
    service = await aService({ engine: 'sqlite' });
    const purpose = { ...bodyOf('putPurpose'), defaultNotice: 'support-notice' };
    const free = { ...bodyOf('putPurpose'), kind: 'marketing', legalBasis: { EU: 'legitimate-interests' } };
    for (const [path, json] of [
      ['purposes/support-drafts', purpose],
      ['notices/support-notice', bodyOf('putNotice')],
      ['recipients/example-hosting', bodyOf('putRecipient')],
      ['ai-systems/support-assistant', bodyOf('putAiSystem')],
      ['purposes/offers', free],
      ['ai-systems/suggestions', { ...bodyOf('putAiSystem'), purposes: ['offers'] }],
      ['purposes/support-drafts', { ...purpose, defaultNotice: 'support-notice' }],
    ] as const)
      sure(await service.call('PUT', `/v1/${path}`, { json, scope: 'registry', sub: 'officer' }));
    for (const subject of [ADA, BEN])
      sure(await service.call('PUT', `/v1/subjects/${subject}`, { json: { regimes: ['EU'], ageBand: 'adult', language: 'qps' }, scope: 'consent' }));
    ada = await signedIn(service, ADA);
    await recorded();
  });
  afterAll(() => service.stop());

  /** A little of everything that can stand in a record. */
  async function recorded(): Promise<void> {
    const about = { subject: ADA, aiSystem: 'support-assistant', purpose: 'support-drafts', dataCategories: ['messages'] };
    await service.call('POST', '/v1/uses', { json: about, scope: 'use' });
    sure(await service.call('POST', '/v1/me/consents', { json: { purpose: 'support-drafts', state: 'given', notice: { key: 'support-notice' } }, self: ADA }));
    await service.call('POST', '/v1/uses', { json: about, scope: 'use' });
    await service.call('POST', '/v1/uses', { json: { ...about, aiSystem: 'suggestions', purpose: 'offers' }, scope: 'use' });
    sure(await service.call('POST', '/v1/me/limits', { json: { kind: 'objection', state: 'set', purpose: 'offers' }, self: ADA }));
    const { body } = sure(await service.call('POST', '/v1/automated-decisions', { json: { ...bodyOf('postDecision'), adverse: true }, scope: 'decide' }));
    decision = body.id;
    await service.call('GET', `/v1/subjects/${ADA}/ai-use?reason=support`, { scope: 'audit', sub: 'officer' });
    const [access, why, correct] = [await asked('access'), await asked('ai-explanation'), await asked('rectification')];
    for (const id of [access, why, correct]) await officer(`/v1/requests/${id}/verify`, { level: 'reasonable', reason: 'seen' });
    for (const id of [access, why]) sure(await officer(`/v1/requests/${id}/fulfil`, { reason: 'done' }));
    sure(await officer(`/v1/requests/${correct}/deny`, { code: 'accurate-data', reason: 'compared' }));
    await asked('restriction');
    const cancelled = await asked('objection');
    sure(await officer(`/v1/requests/${cancelled}/cancel`, { reason: 'asked' }));
    await service.call('POST', `/v1/me/automated-decisions/${decision}/contest`, { json: { statement: '⟦I see it otherwise⟧' }, self: ADA });
    await service.call('PUT', `/v1/subjects/${ADA}`, { json: { regimes: ['EU', 'UK', 'US-CA'], ageBand: 'adult', language: 'qps' }, scope: 'consent' });
  }

  const shown = async (path: string): Promise<Told> => {
    const told = await service.call('GET', path, { headers: { ...ada, accept: 'text/html', 'accept-language': 'qps' } });
    expect(told.text, path).toContain('<html lang="qps"');
    return told;
  };
  const expectNothingOutside = async (path: string): Promise<void> => {
    const { text } = await shown(path);
    expect({ [path]: unbracketed(text) }).toEqual({ [path]: [] });
  };

  it.each(['/me', '/me/choices', '/me/choices?purpose=offers', '/me/ledger', '/me/messages', '/me/requests', '/me/requests/new'])('%s', expectNothingOutside);

  it.each(requestKinds)('the form for %s', (kind) => expectNothingOutside(`/me/requests/new?kind=${kind}`));

  it('the page of a decision', () => expectNothingOutside(`/me/decisions/${decision}`));

  it('every letter: open, answered, refused, cancelled', async () => {
    expect(requests.length).toBe(5);
    for (const id of requests) await expectNothingOutside(`/me/requests/${id}`);
  });

  it.each(['/v1/register', '/v1/register/support-assistant'])('what everybody can read: %s', expectNothingOutside);

  it.each([
    '/me/nowhere',
    '/problems/not-found',
    '/problems/validation-failed',
    '/me?language=qps&from=yesterday',
    '/me/requests/req_00000000000000000000000000',
  ])('what is shown where something fails: %s', expectNothingOutside);

  it('the way in and the way out', async () => {
    const { body } = sure(await service.call('POST', '/v1/links', { json: { subject: BEN }, scope: 'admin' }));
    await expectNothingOutside(new URL(body.url).pathname);
    await expectNothingOutside('/me/enter/nosuchcodenosuchcodenosuchcode');
  });

  it('the letter of a deletion', async () => {
    const { body } = sure(await service.call('POST', '/v1/me/requests', { json: { kind: 'erasure', language: 'qps' }, self: BEN }));
    sure(await officer(`/v1/requests/${body.id}/verify`, { level: 'reasonably-high', reason: 'seen' }));
    sure(await officer(`/v1/requests/${body.id}/fulfil`, { reason: 'done' }));
    const letter = await service.call('GET', `/v1/requests/${body.id}/certificate`, {
      scope: 'requests',
      sub: 'officer',
      headers: { accept: 'text/html', 'accept-language': 'qps' },
    });
    expect(letter.status, letter.text).toBe(200);
    expect(unbracketed(letter.text)).toEqual([]);
  });
});
