import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Endpoint, scopesOf } from '../../openapi/endpoint.ts';
import { endpoints } from '../../openapi/endpoints.ts';
import { examples } from '../../openapi/examples.ts';
import { SHOP_PAGE } from '../given/a-shop.ts';
import { aService, engines, type RunningService } from '../given/service.ts';

const BASE = 'https://privacy.example.com';
const endpointOf = (id: string): Endpoint => {
  const found = endpoints.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no endpoint ${id}`);
  return found;
};

const scopeOf = ({ who }: Endpoint): string => scopesOf(who)[0] ?? '';

describe.each(engines)('the examples of the documentation over %s', (engine) => {
  let service: RunningService;
  let isNamed = false;
  beforeAll(async () => {
    // People write it with a slash at its end and without.
    const variables = { CANDOR_BASE_URL: `${BASE}/`, CANDOR_PAGE_ORIGINS: SHOP_PAGE };
    service = await aService({ engine, variables });
  });
  afterAll(() => service.stop());

  it.each(examples.map((example) => [`${example.endpoint}: ${example.summary}`, example] as const))(
    '%s works after the ones before it',
    async (_title, example) => {
      const endpoint = endpointOf(example.endpoint);
      const path = endpoint.path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => example.params?.[name] ?? '');
      const told = await service.call(endpoint.method.toUpperCase(), path, {
        json: example.body,
        scope: scopeOf(endpoint),
      });
      expect(told.status, told.text).toBe(example.status);
      for (const result of told.body.results ?? []) expect(result).not.toHaveProperty('status');
      expect(told.text).not.toContain(`${BASE}//`);
      isNamed ||= told.text.includes(`${BASE}/`);
    },
  );

  it('name addresses of the service, and none with two slashes', () => expect(isNamed).toBe(true));
});
