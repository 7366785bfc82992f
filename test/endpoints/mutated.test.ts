import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Endpoint, scopesOf } from '../../openapi/endpoint.ts';
import { endpoints } from '../../openapi/endpoints.ts';
import { examples } from '../../openapi/examples.ts';
import { failsOf } from '../../openapi/fails.ts';
import { SHOP_PAGE, sure } from '../given/a-shop.ts';
import { ownAnswers } from '../given/own-answers.ts';
import { aService, dailyEngine, type RunningService, type Told } from '../given/service.ts';

type Place = readonly (string | number)[];
const odd: readonly unknown[] = [
  null,
  true,
  -1,
  1.5,
  1e308,
  '',
  '\n',
  '\u200b',
  'x'.repeat(5000),
  [],
  [[]],
  {},
  { en: '' },
  { 'zz-zz': 'x' },
  '2026-13-01T00:00:00Z',
];

function placesIn(value: unknown, place: Place = []): readonly Place[] {
  if (typeof value !== 'object' || value === null) return [];
  const names = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return names.flatMap((name) => [
    [...place, name],
    ...placesIn((value as Record<string | number, unknown>)[name], [...place, name]),
  ]);
}

/** The same value with something else in one place. */
function changed(value: unknown, [name, ...rest]: Place, to: unknown): unknown {
  if (name === undefined) return to;
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string | number, unknown>;
  copy[name] = changed(copy[name], rest, to);
  return copy;
}

describe.each(dailyEngine)('an example with something odd in one place over %s', (engine) => {
  let service: RunningService;
  const send = (
    { id, method, path, who }: Endpoint,
    params: Readonly<Record<string, string>>,
    json: unknown,
  ): Promise<Told> =>
    service.call(
      method.toUpperCase(),
      path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => params[name] ?? id),
      { json, scope: scopesOf(who)[0] ?? '' },
    );
  const sent = examples.map((example) => ({
    ...example,
    endpoint: endpoints.find(({ id }) => id === example.endpoint) as Endpoint,
  }));
  beforeAll(async () => {
    service = await aService({ engine, variables: { CANDOR_PAGE_ORIGINS: SHOP_PAGE } });
    for (const { endpoint, params, body } of sent) sure(await send(endpoint, params ?? {}, body));
  });
  afterAll(() => service.stop());

  it.each(sent.map((example) => [example.endpoint.id, example] as const))(
    '%s is taken or refused as described, and is never a fault of ours',
    async (_id, example) => {
      const { endpoint, params, body } = example;
      const described = [...failsOf(endpoint).values()].flat() as readonly string[];
      for (const place of placesIn(body)) {
        const answers = await Promise.all(
          odd.map((value) => send(endpoint, params ?? {}, changed(body, place, value))),
        );
        for (const [at, { status, text, body: told }] of answers.entries()) {
          const what = `${place.join('/')} = ${JSON.stringify(odd[at])?.slice(0, 40)}: ${status} ${text.slice(0, 300)}`;
          expect(status, what).toBeLessThan(500);
          if (status >= 400) expect(described, what).toContain(told.code);
          else expect(Object.keys(endpoint.replies), what).toContain(String(status));
        }
      }
    },
  );

  it('whatever was taken of it can be read again', async () => {
    for (const path of ownAnswers)
      for (const accept of ['application/json', 'text/html'])
        expect(
          (await service.call('GET', `/v1/me/${path}`, { self: 'customer:42', headers: { accept } })).status,
          path,
        ).toBe(200);
  });
});
