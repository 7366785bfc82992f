import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { type Endpoint, scopesOf, staffScopesOf } from '../../openapi/endpoint.ts';
import { endpoints } from '../../openapi/endpoints.ts';
import { consoleScopes } from '../../src/vocabulary/scope.ts';
import { ADA, aCustomer, atTheConsole, sure } from '../given/a-shop.ts';
import { aBank, contest, declined, end, looked, NINA, OMAR, own, staff, step, TARA } from '../given/review/a-review.ts';
import { bodyFrom, type Known, resolved, type Schema, schemaOf, withCanaries } from '../given/review/canaries.ts';
import { aService, dailyEngine, type RunningService, type Told } from '../given/service.ts';
import { throughLinkOf } from '../given/signing-in.ts';

/** By these the reviewer notes their view, or it ends the matter; they stand in the story of the test itself. */
const endsTheStory = new Set([
  'noteView',
  'sendNoteView',
  'eraseSubject',
  'leaveConsole',
  'endConsoleSession',
  'endConsoleSessions',
]);
const ofStaff = (endpoint: Endpoint): boolean =>
  !['public', 'session', 'pass'].includes(String(endpoint.who)) && !scopesOf(endpoint.who).includes('self');
const reading = endpoints.filter((endpoint) => ofStaff(endpoint) && endpoint.method === 'get');
const writing = endpoints.filter((endpoint) => ofStaff(endpoint) && endpoint.method !== 'get');
/** What a customer reads in their browser, which whoever made the link that they came in by reads, too. */
const ofCustomers = endpoints.filter((endpoint) => endpoint.who === 'session' && endpoint.method === 'get');
/** What the secret of a request opens, which whoever entered it was given. */
const bySecret = endpoints.filter(
  ({ who, method }) => method === 'get' && typeof who === 'object' && 'orSecret' in who,
);
function asksFor({ body }: Endpoint): readonly string[] {
  const root = body === undefined ? {} : schemaOf(body as z.ZodType);
  return Object.keys(resolved(root, root).properties ?? {});
}
/** A search is a question, too, though it is sent as a form or a body: all that it records is the look. */
const looking = writing.filter(
  (endpoint) =>
    (endpoint.records ?? []).length > 0 &&
    (endpoint.records ?? []).every((kind) => kind.startsWith('look.')) &&
    asksFor(endpoint).some((name) => ['subject', 'whom', 'identifier'].includes(name)),
);
/** How somebody comes in: by a token of theirs, in a browser, or with the secret of a request. */
interface Coming {
  readonly sub?: string;
  readonly cookie?: string;
  readonly secret?: string;
}

interface Asked {
  readonly known: Known;
  readonly isPage: boolean;
  readonly takesAll: boolean;
}

/** Every way to fill the braces of a path with something that exists and that its model takes. */
function pathsOf({ path, params }: Endpoint, known: Known): readonly string[] {
  return Object.entries(params?.shape ?? {}).reduce<readonly string[]>(
    (paths, [name, model]) => {
      const fitting = (known[name] ?? ['x']).filter((value) => (model as z.ZodType).safeParse(value).success);
      return paths.flatMap((each) => fitting.map((value) => each.replace(`{${name}}`, value)));
    },
    [path],
  );
}

/** The query left out, and each of its members alone, with what exists or with each word it may be. */
function queriesOf({ query }: Endpoint, known: Known): readonly string[] {
  if (query === undefined) return [''];
  const root = schemaOf(query as z.ZodType);
  const wordsFor = (name: string, schema: Schema): readonly string[] =>
    known[name] ?? ((resolved(schema, root).enum ?? []) as readonly string[]);
  const members = Object.entries(resolved(root, root).properties ?? {});
  const most = members.some(([name]) => name === 'limit') ? '?limit=100' : '';
  const alone = members.flatMap(([name, schema]) => wordsFor(name, schema).map((value) => `${name}=${value}`));
  return [most, ...alone.map((each) => `${most === '' ? '?' : `${most}&`}${each}`)];
}

/** How a question is put: where, with which query, and as what the answer is wanted. */
interface Put {
  readonly path: string;
  readonly query: string;
  readonly accept: string;
}

/** Every day each query is asked at one of so many places; the long proofs ask it at each. */
const PLACES = 5;
const FEW = 40;

/**
 * Every way to put the question. Where they are many, each place is asked without a query and as everything that it can
 * be shown as, and each query at every fifth place in one of these forms; the rest is asked among the long proofs.
 */
function putsOf(endpoint: Endpoint, { known, isPage, takesAll }: Asked): readonly Put[] {
  const forms = endpoint.readable === true ? ['application/json', 'text/html'] : [isPage ? 'text/html' : '*/*'];
  const [paths, queries] = [pathsOf(endpoint, known), queriesOf(endpoint, known)];
  const isEvery = takesAll || paths.length * queries.length * forms.length <= FEW;
  const isAsked = (place: number, at: number, form: number): boolean =>
    at === 0 || ((place + at) % Math.min(PLACES, paths.length) === 0 && form === at % forms.length);
  return paths.flatMap((path, place) =>
    queries.flatMap((query, at) =>
      forms.flatMap((accept, form) => (isEvery || isAsked(place, at, form) ? [{ path, query, accept }] : [])),
    ),
  );
}

/** The address of the page after. */
function withNext({ query }: Endpoint, address: string, next: string): string {
  const name = ['cursor', 'after'].find((each) => each in (query?.shape ?? {}));
  return name === undefined ? '' : `${address}${address.includes('?') ? '&' : '?'}${name}=${next}`;
}

describe.each(dailyEngine)('the secret of a reviewer over %s', (engine) => {
  let service: RunningService;
  let known: Known = {};
  let words: readonly string[] = [];
  let review = '';
  const sessions: Record<string, string> = {};
  const secrets: Record<string, string> = {};

  beforeAll(async () => {
    service = await aService({ engine });
    await aBank(service);
    service.clock.wind(76 * 86_400_000);
    const recipient = { name: { en: 'Score users' }, kind: 'processor', country: 'DE', purposes: ['loans'] };
    sure(await service.call('PUT', '/v1/recipients/score-users', { json: recipient, scope: 'registry' }));
    const regimes = { regimes: ['EU', 'US-CO'], ageBand: 'adult', language: 'en' };
    sure(await service.call('PUT', `/v1/subjects/${ADA}`, { json: regimes, scope: 'consent' }));
    await aCustomer(service, 'customer:44');
    // At this time Colorado wants her told of it, so that a notice stands, too.
    const { subject, aiSystem, purpose, decidedAt, what, inputs, modelVersion, aiRole } = declined({
      decidedAt: '2027-01-15T17:00:00.000Z',
    });
    const seen = { subject, aiSystem, purpose, decidedAt, what, inputs, modelVersion, aiRole };
    const made = withCanaries(seen, {
      'humanInvolvement-by': OMAR,
      'scoreSuppliedTo-recipient': 'score-users',
    });
    const decision = sure(
      await service.call('POST', '/v1/automated-decisions', { json: made.body, scope: 'decide', sub: 'scoring' }),
    ).body.id;
    // An earlier look ended in words that tell, and the customer was told.
    const early = sure(await contest(service, decision)).body.id;
    await looked(service, early, TARA);
    service.clock.wind(60_000);
    const told = {
      newOutcome: { en: 'canary-new-outcome' },
      reasons: 'canary-reasons of the payslip that she sent in May.',
    };
    sure(await step(service, early, { step: 'conclude', by: TARA, body: { ...end('changed'), ...told } }));
    const note = { subject: ADA, text: 'canary-note about the call of Monday.' };
    sure(await service.call('POST', '/v1/desk/notes', { json: note, scope: 'requests', sub: TARA }));
    const requests: string[] = [];
    for (const kind of ['access', 'portability', 'access-categories', 'ai-explanation']) {
      const request = { kind, subject: ADA };
      // Whoever will review enters them for her, and is given their secrets.
      const { id, secret } = sure(
        await service.call('POST', '/v1/requests', { json: request, scope: 'requests', sub: NINA }),
      ).body;
      secrets[id] = secret;
      sure(
        await service.call('POST', `/v1/requests/${id}/verify`, {
          json: { level: 'reasonably-high', reason: 'She answered two questions.' },
          scope: 'requests',
          sub: TARA,
        }),
      );
      const reason = 'canary-answer by hand about the data we hold of her.';
      sure(await service.call('POST', `/v1/requests/${id}/fulfil`, { json: { reason }, scope: 'requests', sub: TARA }));
      requests.push(id);
    }
    const hold = {
      items: [{ fact: decision }],
      ground: 'art17-3-e-legal-claims',
      reason: 'Until the court has decided.',
    };
    const held = sure(await service.call('POST', `/v1/subjects/${ADA}/holds`, { json: hold, scope: 'registry' })).body
      .id;
    const file = sure(
      await service.call('POST', '/v1/me/files', { file: { type: 'text/plain', bytes: 'A payslip.' }, self: ADA }),
    ).body.id;
    review = sure(await contest(service, decision, { evidence: [file] })).body.id;
    for (const who of [NINA, OMAR]) sessions[who] = (await atTheConsole(service, who)).cookie;
    const { subject: pseudonym } = sure(
      await service.call('GET', `/v1/automated-decisions/${decision}`, { scope: 'decide' }),
    ).body;
    const size = await service.house.ledger.size(0);
    const kinds = ['decision.recorded', 'review.concluded', 'message.written', 'note.added', 'request.fulfilled'];
    const telling = (await service.house.chain(pseudonym, { kinds, limit: 100 })).items;
    known = {
      id: [decision, early, review, ...requests, held, file, NINA],
      subject: [ADA, pseudonym],
      whom: [ADA],
      decision: [decision],
      identifier: [ADA],
      key: ['loan-check', 'loans'],
      aiSystem: ['loan-check'],
      purpose: ['loans'],
      reviewer: [NINA],
      assignee: [NINA],
      file: [file],
      log: ['0'],
      // Where something stands that tells, and the place before it.
      index: [...new Set(telling.flatMap(({ index }) => [index - 1, index]))].map(String),
      level: ['0'],
      tile: ['000'],
      treeSize: [String(size)],
      limit: [],
      language: ['en'],
      from: ['2026-01-01T00:00:00.000Z'],
      to: ['2027-12-31T00:00:00.000Z'],
    };
    words = [...made.words, ...['canary-new-outcome', 'canary-reasons', 'canary-note', 'canary-answer']];
  });
  afterAll(() => service.stop());

  const found = ({ text }: Told): readonly string[] => words.filter((word) => text.includes(word));

  const comingAs = (who: string, { who: rule }: Endpoint): Coming =>
    staffScopesOf(rule) === undefined && rule !== 'session' ? { sub: who } : { cookie: sessions[who] ?? '' };

  async function read({ sub, cookie, secret }: Coming, endpoint: Endpoint): Promise<ReadonlySet<string>> {
    const seen = new Set<string>();
    const isPage = cookie !== undefined;
    for (const { path, query, accept } of putsOf(endpoint, { known, isPage, takesAll: engine !== 'sqlite' })) {
      const own = Object.entries(secrets).find(([id]) => path.includes(id))?.[1] ?? '';
      const named = { ...(isPage ? { cookie } : {}), ...(secret === undefined ? {} : { 'request-secret': own }) };
      const asking = {
        headers: { accept, ...named },
        ...(sub === undefined ? {} : { scope: 'admin', sub }),
      };
      for (let address = `${path}${query}`, page = 0; address !== '' && page < 20; page += 1) {
        const told = await service.call('GET', address, asking);
        expect(told.status, `${address} ${told.text}`).toBeLessThan(500);
        for (const word of found(told)) seen.add(word);
        const { next } = told.body;
        address = typeof next === 'string' ? withNext(endpoint, `${path}${query}`, next) : '';
      }
    }
    return seen;
  }

  async function everything(
    who: string,
    where = reading,
    enough = Number.POSITIVE_INFINITY,
  ): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
    const seen = new Map<string, ReadonlySet<string>>();
    for (const endpoint of where) {
      const here = await read(comingAs(who, endpoint), endpoint);
      if (here.size > 0) seen.set(endpoint.id, here);
      if (seen.size >= enough) break;
    }
    return seen;
  }

  /** What the questions that are sent show. */
  async function searched(who: string): Promise<readonly string[]> {
    const shown: string[] = [];
    for (const endpoint of looking) {
      const isPage = staffScopesOf(endpoint.who) !== undefined;
      const body = bodyFrom(schemaOf(endpoint.body as z.ZodType), known) as object;
      const sent = isPage
        ? { form: await formOf(body, who), headers: { cookie: sessions[who] ?? '' } }
        : { json: body, scope: 'admin', sub: who };
      const told = await service.call('POST', endpoint.path, sent);
      const leadsTo = told.headers.get('location');
      const page =
        leadsTo === null ? told : await service.call('GET', leadsTo, { headers: { cookie: sessions[who] ?? '' } });
      if (found(page).length > 0) shown.push(endpoint.id);
    }
    return shown;
  }

  const assigns = (reviewer: string): Promise<Told> =>
    step(service, review, { step: 'assign', by: 'officer', body: { reviewer } });

  it('whoever has read it in any way is not assigned to review it', { timeout: 300_000 }, async () => {
    const taken: string[] = [];
    for (const [at, endpoint] of reading.entries()) {
      const reader = `reader-${at}`;
      await staff(service, reader);
      sessions[reader] = (await atTheConsole(service, reader)).cookie;
      if ((await read(comingAs(reader, endpoint), endpoint)).size === 0) continue;
      if ((await assigns(reader)).status < 300) taken.push(endpoint.id);
    }
    expect(taken).toEqual([]);
  });

  it('no way to read shows the verdict to whoever reviews it before their own view, and each shows it after', async () => {
    sure(await assigns(NINA));
    for (const who of [NINA, OMAR]) {
      const json = { staff: { id: TARA, scopes: consoleScopes } };
      sessions[`a colleague by a link of ${who}`] = (await throughLinkOf(service, who, json)).cookie;
      sessions[`the customer by a link of ${who}`] = (await throughLinkOf(service, who, { subject: ADA })).cookie;
    }
    const openly = await everything(OMAR);
    expect([...openly.keys()]).toEqual(
      expect.arrayContaining(['getAiUse', 'getLedger', 'getEvidence', 'getData', 'listEntries', 'getPackage']),
    );
    const seen = new Set([...openly.values()].flatMap((each) => [...each]));
    expect(words.filter((word) => !seen.has(word))).toEqual([]);

    expect(Object.fromEntries(await everything(NINA))).toEqual({});

    // The same by her link, as a colleague and as the customer, and with the secrets of the requests that she entered.
    const ofPages = reading.filter((endpoint) => staffScopesOf(endpoint.who) !== undefined);
    const behind = [
      ['a colleague', ofPages],
      ['the customer', ofCustomers],
    ] as const;
    for (const [whose, where] of behind) {
      const shown = await everything(`${whose} by a link of ${OMAR}`, where, 2);
      expect(shown.size, whose).toBe(2);
      expect([whose, Object.fromEntries(await everything(`${whose} by a link of ${NINA}`, where))]).toEqual([
        whose,
        {},
      ]);
    }
    for (const endpoint of bySecret)
      expect([endpoint.id, ...(await read({ secret: 'own' }, endpoint))]).toEqual([endpoint.id]);
    expect(looking.length).toBeGreaterThan(1);
    expect(await searched(NINA)).toEqual([]);
    expect(await searched(OMAR)).toEqual(looking.map(({ id }) => id));

    const texts: string[] = [];
    for (const endpoint of writing.filter(({ id }) => !endsTheStory.has(id))) {
      const isPage = staffScopesOf(endpoint.who) !== undefined;
      const body = endpoint.body === undefined ? {} : bodyFrom(schemaOf(endpoint.body as z.ZodType), known);
      for (const path of pathsOf(endpoint, { ...known, id: (known['id'] ?? []).slice(0, 8), index: ['1'] })) {
        const told = await service.call(endpoint.method.toUpperCase(), path, {
          ...(isPage
            ? { form: await formOf(body as object), headers: { cookie: sessions[NINA] ?? '' } }
            : { json: body, scope: 'admin', sub: NINA }),
        });
        if (found(told).length > 0) texts.push(`${endpoint.id} ${path}: ${found(told).join()}`);
      }
    }
    expect(texts).toEqual([]);

    sure(await step(service, review, { step: 'view-evidence' }));
    service.clock.wind(45_000);
    sure(await step(service, review, { step: 'note-view', body: own }));
    const after = await everything(
      NINA,
      reading.filter(({ id }) => openly.has(id)),
    );
    for (const [endpoint, each] of openly)
      expect([endpoint, [...each].filter((word) => after.get(endpoint)?.has(word) !== true)]).toEqual([endpoint, []]);
    // What the secret of a request opens says how far it is, and nothing of a decision at any time.
    expect(bySecret.length).toBeGreaterThan(1);
    for (const endpoint of bySecret)
      expect([endpoint.id, ...(await read({ secret: 'own' }, endpoint))]).toEqual([endpoint.id]);
  }, 300_000);

  const formOf = async (body: object, who = NINA): Promise<Record<string, string>> => {
    const { text } = await service.call('GET', '/console/desk', {
      headers: { cookie: sessions[who] ?? '', accept: 'text/html' },
    });
    const csrf = /name="csrf" value="([^"]+)"/.exec(text)?.[1] ?? '';
    const fields = Object.entries(body).filter(([name]) => name !== 'files');
    return { ...Object.fromEntries(fields.map(([name, value]) => [name, String(value)])), csrf };
  };
});
