import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Endpoint, scopesOf, staffScopesOf } from '../../openapi/endpoint.ts';
import { endpoints } from '../../openapi/endpoints.ts';
import { failsOf } from '../../openapi/fails.ts';
import { ADA, atTheConsole, BEN, signedIn, sure } from '../given/a-shop.ts';
import { aBank, contest, decline, NINA, step } from '../given/review/a-review.ts';
import { type Asking, aService, dailyEngine, type RunningService, type Told } from '../given/service.ts';

interface Schema {
  readonly $ref?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly type?: string;
  readonly examples?: readonly unknown[];
  readonly format?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly minimum?: number;
  readonly $defs?: Readonly<Record<string, Schema>>;
}
type Values = Readonly<Record<string, unknown>>;

const oddTexts = [
  'sub_00000000000000000000000000',
  'staff:nina',
  '',
  ' ',
  '\n',
  '\u200b',
  '\u202e',
  '😀',
  '{x, select, a{',
  "'{'",
  '{{7*7}}',
  '../..',
  '-1',
  '9'.repeat(40),
  '1e309',
  'NaN',
  'x'.repeat(9999),
];
const odd: readonly unknown[] = [
  ...oddTexts,
  null,
  true,
  -1,
  1.5,
  1e308,
  [],
  [[]],
  {},
  { en: '' },
  { 'de-1996-1996': 'x' },
  '9999-12-31T23:59:59-14:00',
];
const oddInQuery = [
  ...oddTexts.slice(1),
  'null',
  '[object Object]',
  '%',
  'de-1996-1996',
  '9999-12-31T23:59:59-14:00',
  '0000-01-01T00:00:00Z',
  '2026-02-30',
];

const schemaOf = (model: z.ZodType): Schema => z.toJSONSchema(model, { io: 'input', unrepresentable: 'any' }) as Schema;

/** Something that fits a model, as far as its form tells; a name that is known stands for something real. */
function madeFrom(schema: Schema, known: Values, root = schema): unknown {
  const { $ref, anyOf, type, examples, format } = schema;
  if ($ref !== undefined) return madeFrom(root.$defs?.[$ref.split('/').at(-1) ?? ''] ?? {}, known, root);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0];
  if (examples !== undefined) return examples[0];
  if (anyOf !== undefined) return madeFrom(anyOf[0] ?? {}, known, root);
  if (type === 'object') {
    const members = Object.entries(schema.properties ?? {});
    return Object.fromEntries(
      members.map(([name, each]) => [name, name in known ? known[name] : madeFrom(each, known, root)]),
    );
  }
  if (type === 'array') return [madeFrom(schema.items ?? {}, known, root)];
  if (type === 'boolean') return true;
  if (type === 'integer' || type === 'number') return schema.minimum ?? 1;
  return format === 'date-time'
    ? '2026-11-01T08:00:00.000Z'
    : 'A sentence that says what happened to the parcel in May.';
}

describe.each(dailyEngine)('what is made up from the description alone over %s', (engine) => {
  let service: RunningService;
  let ids: Readonly<Record<string, string>> = {};
  const signed: { me: Values; console: Values } = { me: {}, console: {} };
  beforeAll(async () => {
    service = await aService({ engine });
    await aBank(service);
    const decision = await decline(service);
    const file = sure(
      await service.call('POST', '/v1/me/files', { file: { type: 'text/plain', bytes: 'A payslip.' }, self: ADA }),
    ).body.id;
    const review = sure(await contest(service, await decline(service), { evidence: [file] })).body.id;
    sure(await step(service, review, { step: 'assign', body: { reviewer: NINA } }));
    sure(await step(service, review, { step: 'view-evidence' }));
    const request = sure(await service.call('POST', '/v1/me/requests', { json: { kind: 'access' }, self: ADA })).body
      .id;
    ids = { decision, file, review, request };
    for (const [place, headers] of [
      ['me', await signedIn(service, ADA)],
      ['console', await atTheConsole(service, NINA)],
    ] as const) {
      const page = place === 'me' ? '/me/choices' : '/console/desk';
      const { text } = await service.call('GET', page, { headers: { ...headers, accept: 'text/html' } });
      signed[place] = { headers, csrf: /name="csrf" value="([^"]+)"/.exec(text)?.[1] ?? '' };
    }
  });
  afterAll(() => service.stop());

  const idFor = (path: string): string =>
    (path.includes('/reviews/')
      ? ids['review']
      : path.includes('/files/')
        ? ids['file']
        : path.includes('decision') || path.includes('adverse')
          ? ids['decision']
          : undefined) ?? (path.includes('/staff/') ? NINA : (ids['request'] ?? ''));
  const pathOf = ({ path }: Endpoint): string => {
    const params: Readonly<Record<string, string>> = {
      id: idFor(path),
      file: ids['file'] ?? '',
      subject: BEN,
      key: 'loan-check',
      aiSystem: 'loan-check',
      log: '0',
      index: '1',
    };
    return path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => params[name] ?? 'x');
  };
  const known = (): Values => ({
    subject: BEN,
    whom: BEN,
    decision: ids['decision'],
    reviewer: NINA,
    evidence: [ids['file']],
    purpose: 'loans',
    aiSystem: 'loan-check',
  });
  const callerOf = ({ who }: Endpoint): Asking => {
    if (who === 'session') return { headers: signed.me['headers'] as Record<string, string> };
    if (staffScopesOf(who) !== undefined) return { headers: signed.console['headers'] as Record<string, string> };
    return scopesOf(who).includes('self') ? { self: ADA } : { scope: scopesOf(who)[0] ?? '', sub: NINA };
  };
  /** As a browser sends it: every field as text, with the token of the session. */
  const asForm = ({ who }: Endpoint, body: Values): Record<string, string> => ({
    ...Object.fromEntries(
      Object.entries(body)
        .filter(([name]) => name !== 'files')
        .map(([name, value]) => [name, String(value)]),
    ),
    csrf: String((staffScopesOf(who) === undefined ? signed.me : signed.console)['csrf']),
  });

  function expectDescribed(endpoint: Endpoint, told: Told, what: string): void {
    const words = `${what}: ${told.status} ${told.text.slice(0, 300)}`;
    expect(told.status, words).toBeLessThan(500);
    expect(told.text, words).not.toMatch(/node_modules|\.ts:\d|\n {4}at /);
    if (told.status < 400) expect(Object.keys(endpoint.replies), words).toContain(String(told.status));
    else if (told.body.code !== undefined)
      expect([...failsOf(endpoint).values()].flat(), words).toContain(told.body.code);
  }

  /** The first member gets everything, and every other a third, each another one; the long proofs give all to all. */
  const givenTo = <T>(values: readonly T[], member: number): readonly T[] =>
    engine === 'sqlite' && member > 0 ? values.filter((_value, at) => (at + member) % 3 === 0) : values;

  const each = (list: readonly Endpoint[]) =>
    list.map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const);
  const leaving = ['leave', 'leaveConsole', 'eraseSubject'];

  it.each(each(endpoints.filter(({ body, id }) => body !== undefined && !leaving.includes(id))))(
    '%s takes or refuses whatever stands in one place',
    async (_title, endpoint) => {
      const whole = madeFrom(schemaOf(endpoint.body as z.ZodType), known()) as Values;
      const send = async (name: string, value: unknown): Promise<void> => {
        const body = { ...whole, [name]: value };
        const sent = endpoint.page === true ? { form: asForm(endpoint, body) } : { json: body };
        const told = await service.call(endpoint.method.toUpperCase(), pathOf(endpoint), {
          ...callerOf(endpoint),
          ...sent,
        });
        expectDescribed(endpoint, told, `${name} = ${JSON.stringify(value).slice(0, 40)}`);
      };
      const values = endpoint.page === true ? oddTexts : odd;
      for (const [at, name] of Object.keys(whole)
        .filter((member) => member !== 'csrf')
        .entries())
        await Promise.all(givenTo(values, at).map((value) => send(name, value)));
    },
    60_000,
  );

  it.each(each(endpoints.filter(({ query, method }) => query !== undefined && method === 'get')))(
    '%s takes or refuses whatever stands in its address',
    async (_title, endpoint) => {
      const ask = async (name: string, value: string): Promise<void> => {
        const path = `${pathOf(endpoint)}?${new URLSearchParams({ [name]: value })}`;
        expectDescribed(
          endpoint,
          await service.call('GET', path, callerOf(endpoint)),
          `${name} = ${value.slice(0, 40)}`,
        );
      };
      for (const [at, name] of Object.keys(endpoint.query?.shape ?? {}).entries())
        await Promise.all(givenTo(oddInQuery, at).map((value) => ask(name, value)));
    },
    60_000,
  );
});
