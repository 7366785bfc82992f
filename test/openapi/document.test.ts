import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildDocument, documentText } from '../../openapi/document.ts';
import { isModel } from '../../openapi/endpoint.ts';
import { endpoints } from '../../openapi/endpoints.ts';
import { examples } from '../../openapi/examples.ts';
import { problems } from '../../src/vocabulary/problems.ts';

const document = JSON.parse(documentText());
const operations = Object.values(document.paths).flatMap((path) => Object.values(path as object)) as Record<
  string,
  never
>[];

/** Every schema in the document, with the place it stands at. */
function* schemasIn(value: unknown, place: string): Generator<readonly [string, Record<string, unknown>]> {
  if (typeof value !== 'object' || value === null) return;
  if ('type' in value && typeof value.type === 'string' && !place.endsWith('/properties'))
    yield [place, value as Record<string, unknown>];
  for (const [name, inside] of Object.entries(value))
    if (name !== 'examples' && name !== 'enum') yield* schemasIn(inside, `${place}/${name}`);
}

describe('the OpenAPI document', () => {
  it('is the committed one: run `npm run openapi` after a change', () => {
    expect(readFileSync('openapi/openapi.json', 'utf8') === documentText()).toBe(true);
  });
  it('names every endpoint that is no page, once', () => {
    expect(operations.map((operation) => operation['operationId']).sort()).toEqual(
      endpoints
        .filter((endpoint) => endpoint.page !== true)
        .map((endpoint) => endpoint.id)
        .sort(),
    );
    expect(new Set(endpoints.map((endpoint) => endpoint.id)).size).toBe(endpoints.length);
    expect(new Set(endpoints.map((endpoint) => `${endpoint.method} ${endpoint.path}`)).size).toBe(endpoints.length);
  });
  it('says of every operation who may call it, what it does and how it fails', () => {
    for (const operation of operations) {
      expect(operation).toMatchObject({
        summary: expect.any(String),
        security: expect.any(Array),
        tags: [expect.any(String)],
      });
      expect(Object.keys(operation['responses'] ?? {}).some((status) => status.startsWith('4'))).toBe(true);
      expect(operation['responses']).toHaveProperty('default');
    }
  });
  it('resolves every reference', () => {
    const references = [...documentText().matchAll(/"\$ref": "#\/([^"]+)"/g)].map((match) => match[1] as string);
    for (const reference of new Set(references))
      expect(
        reference.split('/').reduce((inside: Record<string, never> | undefined, step) => inside?.[step], document),
        reference,
      ).toBeDefined();
  });
  it('bounds every text, list and number that is taken', () => {
    const unbounded: string[] = [];
    for (const [place, schema] of schemasIn(document.components.schemas, '')) {
      const bounded = { string: ['maxLength', 'enum', 'const', 'format'], array: ['maxItems'] }[
        schema['type'] as string
      ];
      if (bounded !== undefined && !bounded.some((name) => name in schema)) unbounded.push(place);
    }
    expect(unbounded).toEqual([]);
  });
  it('is the same whatever else the process has loaded', () => {
    expect(`${JSON.stringify(buildDocument().getSpec(), null, 2)}\n`).toBe(documentText());
  });
  it('has problem codes that exist and models for what it answers', () => {
    for (const endpoint of endpoints) {
      for (const code of endpoint.fails ?? []) expect(problems).toHaveProperty(code);
      expect(Object.values(endpoint.replies).length).toBeGreaterThan(0);
      expect(
        Object.values(endpoint.replies).every((shape) => isModel(shape) || typeof shape.description === 'string'),
      ).toBe(true);
    }
  });
  it('shows only examples that fit the bodies they stand for', () => {
    for (const example of examples) {
      const endpoint = endpoints.find((one) => one.id === example.endpoint);
      expect(endpoint?.replies, example.endpoint).toHaveProperty(String(example.status));
      expect(endpoint?.params?.safeParse(example.params ?? {}).success ?? true, example.endpoint).toBe(true);
      expect(endpoint?.body?.safeParse(example.body).error, example.endpoint).toBeUndefined();
    }
  });
  it('has an example for every call of the API that sends something new', () => {
    const shown = new Set(examples.map((example) => example.endpoint));
    const ownOnes = new Set([
      'postMyConsent',
      'postMyLimit',
      'postMyRequest',
      'postMySignals',
      'postPageChoice',
      'eraseSubject',
      'postReview',
    ]);
    /** Steps of something whose id is drawn when it is made, and its changes; the journeys take them. */
    const isStep = (path: string): boolean =>
      /^\/v1\/(?:requests|reviews|uses|training-runs|breaches|me\/reviews|me\/automated-decisions|adverse-notices)\/\{id\}\//.test(
        path,
      ) || /^\/v1\/webhooks\/\{id\}(?:\/|$)/.test(path);
    const missing = endpoints.filter(
      (one) =>
        one.body !== undefined && one.page !== true && !shown.has(one.id) && !ownOnes.has(one.id) && !isStep(one.path),
    );
    expect(missing.map((one) => one.id)).toEqual([]);
  });
});
