/**
 * The steps that the console offers for a request are those that are taken, and what it does not offer is refused.
 * Source:  docs/design.md 7.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { denialCodesFor } from '../../src/law/law.ts';
import { type RequestStep, requestKinds, requestSteps } from '../../src/vocabulary/request.ts';
import { aCustomer, aShop, atTheConsole, sure } from '../given/a-shop.ts';
import { aDataMap, cellar } from '../given/connected-tasks.ts';
import { formIn } from '../given/http/forms.ts';
import { aService, type RunningService, type Told } from '../given/service.ts';

const officer = { scope: 'requests', sub: 'olga' };
const bodies: Readonly<Record<RequestStep, object>> = {
  verify: { level: 'doubt-resolved', reason: 'Called back.' },
  extend: { code: 'complexity', reason: 'It takes longer.' },
  pause: { code: 'identity', reason: 'Who asks?' },
  resume: { reason: 'She wrote.' },
  deny: { code: 'art12-5-unfounded', reason: 'Without any ground.' },
  fulfil: { rectified: [{ what: 'Street', from: 'Old Road 1', to: 'New Road 2', told: [] }] },
  cancel: { reason: 'She called it off.' },
  appeal: { reason: 'She asks again.' },
};
/** The steps that lead there. */
const situations: Readonly<Record<string, readonly RequestStep[]>> = {
  'is new': [],
  'is of somebody known': ['verify'],
  'has more time': ['verify', 'extend'],
  waits: ['verify', 'pause'],
  'waits with more time': ['verify', 'extend', 'pause'],
  'goes on after a wait': ['verify', 'pause', 'resume'],
  'was granted, and waits for a system': ['verify', 'fulfil'],
  'was granted with more time': ['verify', 'extend', 'fulfil'],
  'was refused': ['verify', 'deny'],
  'was called off': ['cancel'],
};
const kinds = ['rectification', 'ai-explanation'] as const;

describe('a request on the page of whoever answers it', () => {
  let service: RunningService;
  let map: Awaited<ReturnType<typeof aDataMap>>;
  let desk: { readonly cookie: string };
  let people = 0;
  beforeAll(async () => {
    map = await aDataMap([cellar]);
    service = await aService({ engine: 'sqlite', variables: map.variables });
    await aShop(service);
    desk = await atTheConsole(service, 'olga', ['requests']);
  });
  afterAll(async () => {
    await service.stop();
    await map.drop();
  });

  const take = (id: string, step: RequestStep): Promise<Told> =>
    service.call('POST', `/v1/requests/${id}/${step}`, { json: bodies[step], ...officer, isHurried: true });
  const a = async (kind: string, steps: readonly RequestStep[]): Promise<string> => {
    people += 1;
    const self = `customer:asks-${people}`;
    sure(await aCustomer(service, self));
    const { id } = sure(
      await service.call('POST', '/v1/me/requests', { json: { kind, message: 'Please.' }, self }),
    ).body;
    for (const step of steps) sure(await take(id, step));
    return id;
  };
  const offeredFor = async (id: string): Promise<readonly RequestStep[]> => {
    const headers = { ...desk, accept: 'text/html' };
    const { text } = sure(await service.call('GET', `/console/requests/${id}`, { headers }));
    return requestSteps.filter((step) => formIn(text, `/console/requests/${id}/${step}`) !== undefined);
  };
  it.each(requestKinds)(
    'a refusal of %s is offered where there is a ground for it to choose, and only there',
    async (kind) => {
      const id = await a(kind, []);
      const headers = { ...desk, accept: 'text/html' };
      const { text } = sure(await service.call('GET', `/console/requests/${id}`, { headers }));
      const form = new RegExp(`<form[^>]*action="/console/requests/${id}/deny".*?</form>`, 's').exec(text)?.[0];
      const grounds = denialCodesFor({ kind, regimes: ['EU'], day: '2026-11-02' });
      expect((form?.match(/name="code"/g) ?? []).length).toBe(grounds.length);
      expect(form === undefined).toBe(grounds.length === 0);
    },
  );

  /** An appeal is the person's own to make. */
  const tried = requestSteps.filter((step) => step !== 'appeal');
  const all = kinds.flatMap((kind) =>
    Object.entries(situations)
      .filter(([, steps]) => kind === 'rectification' || !steps.includes('fulfil'))
      .map(([what, steps]) => [kind, what, steps] as const),
  );

  it.each(all)('%s that %s: each step that is offered is taken, and no other', async (kind, _what, steps) => {
    const offered = await offeredFor(await a(kind, steps));
    for (const step of tried) {
      const told = await take(await a(kind, steps), step);
      // A body that does not fit the kind is another matter: the step itself would be possible.
      expect([step, told.status !== 409], told.text).toEqual([step, offered.includes(step)]);
    }
  });
});
