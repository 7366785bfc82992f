import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordInHouse } from '../../scripts/import/recording.ts';
import { importLines } from '../../scripts/import.ts';
import type { AiUseAnswer } from '../../src/answers/use/ai-use-answer.ts';
import type { Way } from '../../src/answers/use/answer-parts.ts';
import { defined } from '../../src/vocabulary/defined.ts';
import { signedIn, sure } from '../given/a-shop.ts';
import { aService, dailyEngine, type RunningService, type Told } from '../given/service.ts';

const WITH = 'customer:cr-0002';
const WITHOUT = 'customer:cr-0004';

/** Records a file of the examples as `npm run import` does. */
async function imported(service: RunningService, name: string, as?: string): Promise<void> {
  const wishes = { name, drop: ['actual'], ...defined({ as }) };
  const { refused } = await importLines(`examples/${name}`, wishes, recordInHouse(service.house, name));
  expect(refused).toEqual([]);
}

const isWay = (value: object): value is Way => 'href' in value && 'api' in value;

/** Every page with its call, wherever it stands in the answer. */
function waysIn(value: unknown): readonly Way[] {
  if (typeof value !== 'object' || value === null) return [];
  return [...(isWay(value) ? [value] : []), ...Object.values(value).flatMap(waysIn)];
}

const chosenIn = (html: string): string | undefined =>
  /value="([^"]*)"/.exec(/<option[^>]*\sselected[^>]*>/.exec(html)?.[0] ?? '')?.[1];

/** Three ways ask a human to look again at one decision; who comes second is told that somebody looks already. */
const leadsToTheOpenReview = ({ href, body }: Way['api'], told: Told): boolean =>
  told.status === 409 &&
  told.body.code === 'review-open' &&
  (href.endsWith('/contest') || body?.['kind'] === 'human-review');

describe.each(dailyEngine)('the ways out of the answer of a declined applicant over %s', (engine) => {
  let service: RunningService;
  beforeAll(async () => {
    service = await aService({ engine });
    await imported(service, 'credit-register.ndjson');
    await imported(service, 'credit-decisions.ndjson', 'automated-decision');
  });
  afterAll(() => service.stop());

  const answerFor = async (self: string): Promise<AiUseAnswer> =>
    sure(await service.call('GET', '/v1/me/ai-use', { self })).body;

  it.each([
    [WITH, 'two'],
    [WITHOUT, 'none'],
  ])('every page opens for %s (counterfactuals: %s), with the right kind chosen', async (self) => {
    const cookie = await signedIn(service, self);
    for (const { href } of waysIn(await answerFor(self))) {
      const page = await service.call('GET', href, { headers: cookie });
      const asked = new URL(href, 'http://x').searchParams;
      expect([page.status, chosenIn(page.text)], href).toEqual([200, asked.get('kind') ?? undefined]);
      expect(page.text, href).toContain(asked.get('about') ?? '');
    }
  });

  it('every call that stands behind a page does what it says', async () => {
    const ways = waysIn(await answerFor(WITH));
    expect(ways.length).toBeGreaterThan(20);
    // Several rights of one decision are one call, and it is made once.
    const calls = new Map(ways.map(({ api }) => [JSON.stringify(api), api]));
    for (const api of calls.values()) {
      const told = await service.call(api.method, api.href, { self: WITH, ...defined({ json: api.body }) });
      if (leadsToTheOpenReview(api, told)) continue;
      expect(told.status, `${api.method} ${api.href} ${JSON.stringify(api.body)} ${told.text}`).toBe(
        api.method === 'GET' ? 200 : 201,
      );
    }
  });

  it.each(['EU-DE', 'UK', 'US-CA', 'US-CO', 'US-MN', 'CA-QC', 'BR'])(
    'every right is open to somebody under %s, as a page and as a call',
    async (regime) => {
      const self = 'customer:cr-0005';
      const state = { regimes: [regime], ageBand: 'adult', language: 'en' };
      sure(await service.call('PUT', `/v1/subjects/${self}`, { json: state, scope: 'consent' }));
      const cookie = await signedIn(service, self);
      for (const { right, href, api } of (await answerFor(self)).rights) {
        const page = await service.call('GET', href, { headers: cookie });
        expect([page.status, chosenIn(page.text)], right).toEqual([200, api.body?.['kind']]);
        const told = await service.call(api.method, api.href, { self, json: api.body });
        if (!leadsToTheOpenReview(api, told)) expect([right, told.status]).toEqual([right, 201]);
      }
    },
  );

  it('every call of the answer that staff get does the same for the person', async () => {
    const path = `/v1/subjects/${WITHOUT}/ai-use?reason=support`;
    const answer = sure(await service.call('GET', path, { scope: 'admin', sub: 'officer' })).body;
    for (const { api } of waysIn({ rights: answer.rights, systems: answer.systems })) {
      const told = await service.call(api.method, api.href, {
        scope: 'admin',
        sub: 'officer',
        ...defined({ json: api.body }),
      });
      if (leadsToTheOpenReview(api, told)) continue;
      expect(told.status, `${api.method} ${api.href} ${JSON.stringify(api.body)} ${told.text}`).toBe(
        api.method === 'GET' ? 200 : 201,
      );
    }
  });

  it('every link of every page leads to a page', async () => {
    const cookie = await signedIn(service, WITH);
    const [decision] = (await answerFor(WITH)).automatedDecisions;
    const hrefs = new Set<string>();
    for (const path of ['/me', '/me/choices', '/me/requests', '/me/ledger', decision?.href ?? '']) {
      const { text } = sure(await service.call('GET', path, { headers: cookie }));
      for (const [, href = ''] of text.matchAll(/\shref="(\/[^"]*)"/g)) hrefs.add(href.replaceAll('&amp;', '&'));
      for (const [, id = ''] of text.matchAll(/\shref="#([^"]*)"/g))
        expect(text, `${path}#${id}`).toContain(`id="${id}"`);
    }
    for (const href of hrefs) {
      const page = await service.call('GET', href, { headers: cookie });
      expect(page.status, href).toBe(200);
      const [, id] = href.split('#');
      if (id !== undefined) expect(page.text, href).toContain(`id="${id}"`);
    }
  });

  it('says that no counterfactual was recorded, where none was', async () => {
    const [of] = (await answerFor(WITHOUT)).automatedDecisions;
    expect(of).toMatchObject({ outcome: 'declined', counterfactuals: [], aiRole: { code: 'sole' } });
    expect(of?.counterfactualsWords).toMatch(/^Nobody noted what would have changed/);
    const page = await service.call('GET', of?.href ?? '', { headers: await signedIn(service, WITHOUT) });
    expect(page.text).toContain('Nobody noted what would have changed');
  });
});
