import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { startService } from '../../src/service.ts';
import { ADA, aShop, says, sure } from '../given/a-shop.ts';
import { aService, engines, type RunningService } from '../given/service.ts';

/** Which records each may see, change and delete, as the search scenario of the working group lists them. */
const searchTable = `
alice view   101 102 103 104 105 106 107 108 109 110 111 112 113 114 115 116 117 118 119 120
alice edit   101 107 110 113 119
alice delete 101 107 113 119
bob   view   101 102 103 105 108 112 114 116 117 119 120
bob   edit   102 108 114 120
bob   delete 102 108 114 120
carol view   101 102 103 105 108 109 112 115 116 117 119
carol edit   103 109 115
carol delete 103 109 115
dan   view   101 102 103 104 105 106 107 108 109 110 111 112 113 114 115 116 117 118 119 120
dan   edit   104 110 115 116
dan   delete 104 110 116
erin  view   105 111 115 117
erin  edit   105 111 117
erin  delete 105 111 117
felix view   104 106 109 111 112 114 118 120
felix edit   106 112 118
felix delete 106 112 118`
  .trim()
  .split('\n')
  .map((line) => {
    const [user = '', action = '', ...records] = line.split(/ +/);
    return { user, action, records };
  });

/** The people of the todo scenario by their mail, with the subject that their token names. */
const todoPeople = Object.entries({ rick: 'A', morty: 'E', summer: 'I', beth: 'M', jerry: 'Q' }).map(
  ([name, sign]) => ({
    name,
    id: `CiRmZD${sign}2MTRkMy1jMzlhLTQ3ODEtYjdiZC04Yjk2ZjVhNTEwMGQSBWxvY2Fs`,
    mail: `${name}@the-${name === 'rick' || name === 'morty' ? 'citadel' : 'smiths'}.com`,
  }),
);

const packs = ['certification', 'search', 'todo', 'gateways'].map((name) => `examples/authzen/${name}.json`).join(',');
const user = (id: string, properties?: object) => ({ type: 'user', id, ...(properties && { properties }) });
const record = (id: string, properties?: object) => ({ type: 'record', id, ...(properties && { properties }) });
const act = (name: string, properties?: object) => ({ name, ...(properties && { properties }) });
const asking = (subject: object, action: object, resource: object) => ({ subject, action, resource });

describe.each(engines)('a service that was given packs of rules, over %s', (engine) => {
  let service: RunningService;
  let token = '';
  beforeAll(async () => {
    service = await aService({ engine, variables: { CANDOR_AUTHZEN_PACKS: packs } });
    token = await service.token({ sub: 'gateway', scope: 'use' });
  });
  afterAll(() => service.stop());

  async function send(path: string, body: object) {
    const answer = await fetch(`http://127.0.0.1:${service.port}/access/v1/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
    });
    expect([path, body, answer.status]).toEqual([path, body, 200]);
    // biome-ignore lint/suspicious/noExplicitAny: the client knows nothing of our models.
    return (await answer.json()) as any;
  }
  const decides = async (...asked: Parameters<typeof asking>) => (await send('evaluation', asking(...asked))).decision;
  const ids = (body: { readonly results: readonly { readonly id: string }[] }) => body.results.map(({ id }) => id);

  describe('the certification scenario', () => {
    const admin = { role: 'admin' };
    const archived = { status: 'archived' };

    it('is decided by its eight rules', async () => {
      expect(await decides(user('alice'), act('read'), record('record-1'))).toBe(true);
      expect(await decides(user('alice'), act('write'), record('record-1'))).toBe(true);
      expect(await decides(user('bob'), act('read'), record('record-1'))).toBe(true);
      expect(await decides(user('bob'), act('write'), record('record-1'))).toBe(false);
      expect(await decides(user('alice'), act('write'), record('record-2', archived))).toBe(false);
      expect(await decides(user('bob', admin), act('write'), record('record-2', archived))).toBe(true);
      expect(await decides(user('alice'), act('delete', { soft: true }), record('record-1'))).toBe(true);
      expect(await decides(user('alice'), act('delete', { soft: false }), record('record-1'))).toBe(false);
    });

    it('what the request says counts before what is stored, and the rest of what is stored goes on counting', async () => {
      expect(await decides(user('bob'), act('write'), record('record-2'))).toBe(true);
      expect(await decides(user('bob', { role: 'viewer' }), act('write'), record('record-2'))).toBe(false);
      expect(await decides(user('bob', { team: 'a' }), act('write'), record('record-2', { owner: 'b' }))).toBe(true);
      expect(await decides(user('alice', admin), act('write'), record('record-2'))).toBe(true);
      expect(await decides(user('alice'), act('write'), record('record-1', archived))).toBe(false);
      expect(await decides(user('alice'), act('write'), record('record-2', { status: 'active' }))).toBe(true);
    });

    it('whoever and whatever nobody listed is refused, whatever the request says of it', async () => {
      for (const asked of [
        asking(user('nobody', admin), act('write'), record('record-2', archived)),
        asking(user('alice'), act('read'), record('record-3')),
        asking(user('alice'), act('shred'), record('record-1')),
        asking(user('alice'), act('delete'), record('record-1')),
        asking(user('alice'), act('delete', { soft: 'true' }), record('record-1')),
        asking(user('__proto__'), act('read'), record('constructor')),
        asking({ type: 'spaceship', id: 'alice' }, act('read'), record('record-1')),
      ])
        expect((await send('evaluation', asked)).decision).toBe(false);
    });

    it('a batch decides each with its own properties', async () => {
      const many = async (body: object) => (await send('evaluations', body)).evaluations;
      expect(
        await many({
          ...asking(user('alice'), act('write'), { type: 'record' }),
          evaluations: [
            { resource: { id: 'record-1', properties: { status: 'active' } } },
            { resource: record('record-2', archived) },
            { subject: user('bob', admin), resource: record('record-2', archived) },
            { resource: 'x' },
          ],
        }),
      ).toEqual([
        { decision: true },
        { decision: false },
        { decision: true },
        { decision: false, context: expect.objectContaining({ error: expect.anything() }) },
      ]);
    });

    it('searches find who, what and which', async () => {
      const found = async (path: string, body: object) => (await send(`search/${path}`, body)).results;
      const kind = { type: 'user' };
      const read = asking(kind, act('read'), record('record-1'));
      expect(await found('subject', read)).toEqual([user('alice'), user('bob')]);
      expect(await found('subject', asking(kind, act('write'), record('record-2', archived)))).toEqual([user('bob')]);
      const records = { type: 'record' };
      expect(await found('resource', asking(user('alice'), act('write'), records))).toEqual([record('record-1')]);
      expect(await found('resource', asking(user('bob', admin), act('write'), records))).toEqual([record('record-2')]);
      const names = async (subject: object, resource: object) =>
        (await found('action', { subject, resource })).map(({ name }: { readonly name: string }) => name);
      expect(await names(user('alice'), record('record-1'))).toEqual(expect.arrayContaining(['read', 'write']));
      expect(await names(user('bob', admin), record('record-2', archived))).toContain('write');
      expect(await names(user('nobody'), record('record-1'))).toEqual([]);
      expect(await found('subject', { ...read, subject: { type: 'spaceship' } })).toEqual([]);
    });

    it('of what is searched for, only its type counts', async () => {
      const write = asking(user('nobody', admin), act('write'), record('record-2'));
      expect(ids(await send('search/subject', write))).toEqual(['bob']);
    });

    it('come in pages, too', async () => {
      const read = asking({ type: 'user' }, act('read'), record('record-1'));
      const first = await send('search/subject', { ...read, page: { limit: 1 } });
      expect(first).toEqual({
        results: [user('alice')],
        page: { next_token: expect.stringMatching(/./), count: 1, total: 2 },
      });
      const next = await send('search/subject', { ...read, page: { token: first.page.next_token } });
      expect(next).toEqual({ results: [user('bob')], page: { next_token: '', count: 1, total: 2 } });
    });
  });

  describe('the search scenario', () => {
    const has = (name: string, action: string, id: string): boolean =>
      searchTable.some((row) => row.user === name && row.action === action && row.records.includes(id));
    const users = [...new Set(searchTable.map((row) => row.user))];
    const actions = ['delete', 'edit', 'view'];
    const records = [...Array(20).keys()].map((at) => String(101 + at));

    it('finds the records of each, and nothing else', async () => {
      for (const row of searchTable)
        expect(
          (await send('search/resource', asking(user(row.user), act(row.action), { type: 'record' }))).results,
        ).toEqual(row.records.map((id) => record(id)));
    });

    it('finds everybody for each record', async () => {
      for (const id of records)
        for (const action of actions)
          expect(ids(await send('search/subject', asking({ type: 'user' }, act(action), record(id))))).toEqual(
            users.filter((name) => has(name, action, id)),
          );
    });

    it('finds what each may do with each record', async () => {
      for (const name of users)
        for (const id of records)
          expect((await send('search/action', { subject: user(name), resource: record(id) })).results).toEqual(
            actions.filter((action) => has(name, action, id)).map((action) => ({ name: action })),
          );
    });

    it('says nothing of records that are not there, and of other actions', async () => {
      expect(ids(await send('search/subject', asking({ type: 'user' }, act('view'), record('121'))))).toEqual([]);
      expect(ids(await send('search/resource', asking(user('alice'), act('shred'), { type: 'record' })))).toEqual([]);
      expect(ids(await send('search/resource', asking(user('grace'), act('view'), { type: 'record' })))).toEqual([]);
    });
  });

  describe('the todo scenario', () => {
    const todo = (owner?: string) => ({
      type: 'todo',
      id: '7240d0db-8ff0-41ec-98b2-34a096273b9f',
      ...(owner && { properties: { ownerID: owner } }),
    });
    const may: Readonly<Record<string, readonly string[]>> = {
      rick: ['create', 'own update', 'own delete', 'other update', 'other delete'],
      morty: ['create', 'own update', 'own delete'],
      summer: ['create', 'own update', 'own delete'],
      beth: [],
      jerry: [],
    };

    it.each(todoPeople)('$name may do what their roles allow', async ({ name, id, mail }) => {
      const other = todoPeople.find((each) => each.name !== name)?.mail;
      expect(await decides(user(id), act('can_read_user'), user('beth@the-smiths.com'))).toBe(true);
      expect(await decides(user(id), act('can_read_todos'), { type: 'todo', id: 'todo-1' })).toBe(true);
      expect(await decides(user(id), act('can_create_todo'), { type: 'todo', id: 'todo-1' })).toBe(
        may[name]?.includes('create'),
      );
      for (const [whose, owner] of [
        ['own', mail],
        ['other', other],
      ] as const)
        for (const deed of ['update', 'delete'])
          expect([whose, deed, await decides(user(id), act(`can_${deed}_todo`), todo(owner))]).toEqual([
            whose,
            deed,
            may[name]?.includes(`${whose} ${deed}`),
          ]);
    });

    it('somebody is known by their mail as well, with the same roles', async () => {
      for (const { name, id, mail } of todoPeople)
        for (const [action, resource] of [
          ['can_create_todo', { type: 'todo', id: 'todo-1' }],
          ['can_update_todo', todo(mail)],
          ['can_delete_todo', todo('rick@the-citadel.com')],
        ] as const) {
          const [byToken, byMail] = [
            await decides(user(id), act(action), resource),
            await decides(user(mail), act(action), resource),
          ];
          expect([name, action, byMail]).toEqual([name, action, byToken]);
        }
      expect(await decides(user('birdperson@the-citadel.com'), act('can_read_todos'), todo())).toBe(false);
    });

    it('whose a todo is counts where the standard puts it, among its properties, and nowhere else', async () => {
      const [, morty] = todoPeople;
      const beside = { type: 'todo', id: 'todo-1', ownerID: morty?.mail };
      expect(await decides(user(morty?.mail ?? ''), act('can_update_todo'), beside)).toBe(false);
      expect(await decides(user(morty?.mail ?? ''), act('can_update_todo'), todo(morty?.mail))).toBe(true);
    });

    it('a list of todos is one request, and its answer holds decisions and nothing else', async () => {
      const [rick, morty] = todoPeople;
      const body = {
        ...asking(user(morty?.id ?? ''), act('can_update_todo'), {}),
        context: {},
        evaluations: [{ resource: todo(rick?.mail) }, { resource: todo(morty?.mail) }, { resource: todo() }],
      };
      expect(await send('evaluations', body)).toEqual({
        evaluations: [{ decision: false }, { decision: true }, { decision: false }],
      });
    });
  });

  describe('the scenario of gateways', () => {
    const routes = ['/users/{userId}', '/todos', '/todos/{todoId}'];
    const writes = ['POST /todos', 'PUT /todos/{todoId}', 'DELETE /todos/{todoId}'];

    it.each(todoPeople)('$name reads every route, and changes what their roles allow', async ({ name, id }) => {
      const asked = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH'].flatMap((method) =>
        routes.map((route) => ({ method, route })),
      );
      const subject = { type: 'identity', id };
      const allowed: string[] = [];
      for (const { method, route } of asked)
        if (await decides(subject, act(method), { type: 'route', id: route })) allowed.push(`${method} ${route}`);
      const reads = routes.map((route) => `GET ${route}`);
      expect(allowed).toEqual(['beth', 'jerry'].includes(name) ? reads : [...reads, ...writes]);
    });

    it('a route that nobody listed is closed, and so is every route to somebody unknown', async () => {
      const subject = { type: 'identity', id: todoPeople[0]?.id ?? '' };
      expect(await decides(subject, act('GET'), { type: 'route', id: '/admin' })).toBe(false);
      expect(await decides({ ...subject, id: 'nobody' }, act('GET'), { type: 'route', id: '/todos' })).toBe(false);
    });
  });

  it('records nothing for them, even where it is wished', async () => {
    const before = await service.house.ledger.size(0);
    const asked = { ...asking(user('alice'), act('read'), record('record-1')), context: { record: true } };
    expect(await send('evaluation', asked)).toEqual({ decision: true });
    expect(await send('evaluations', { ...asked, evaluations: [{}] })).toEqual({ evaluations: [{ decision: true }] });
    expect(await service.house.ledger.size(0)).toBe(before);
  });

  it('says on /readyz that it was given some', async () => {
    const { notes } = (await service.call('GET', '/readyz')).body;
    expect(notes.join()).toContain('CANDOR_AUTHZEN_PACKS');
  });

  it('who may use data of customers is decided by the record, as without packs', async () => {
    await aShop(service);
    sure(await says(service, 'given', ADA));
    const [subject, action] = [{ type: 'ai_system', id: 'support-assistant' }, act('support-drafts')];
    const ada = { type: 'customer', id: '42' };
    expect(await decides(subject, action, ada)).toBe(true);
    expect(await decides(user('alice'), action, ada)).toBe(false);
    expect(await decides(subject, act('read'), record('record-1'))).toBe(false);
    expect((await send('search/resource', asking(subject, action, { type: 'customer' }))).results).toEqual([ada]);
    sure(await says(service, 'withdrawn', ADA));
    expect(await decides(subject, action, ada)).toBe(false);
  });
});

describe('packs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'candor-packs-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const startedWith = async (text: string | undefined): Promise<unknown> => {
    const file = join(folder, 'pack.json');
    if (text !== undefined) writeFileSync(file, text);
    const config = readConfig({
      CANDOR_DATA_DIR: join(folder, 'data'),
      PORT: '0',
      LOG_LEVEL: 'silent',
      CANDOR_AUTHZEN_PACKS: text === undefined ? join(folder, 'none.json') : file,
    });
    if ('faults' in config) throw new Error(config.faults.join());
    return startService(config).then(
      (service) => service.stop(),
      (fault: Error) => fault.message,
    );
  };
  const pack = { name: 'p', subjects: [], resources: [], rules: [] };
  const rule = { resource: 'record', actions: ['read'] };

  it.each([
    ['is not there', undefined, 'none.json (CANDOR_AUTHZEN_PACKS)'],
    ['is no JSON', '{', 'is no JSON'],
    ['has a member that nobody knows', JSON.stringify({ ...pack, more: 1 }), 'wrong at /'],
    ['speaks of customers', JSON.stringify({ ...pack, unlisted: ['customer'] }), 'the record decides'],
    [
      'speaks of data of somebody',
      JSON.stringify({ ...pack, rules: [{ ...rule, resource: 'customer' }] }),
      'the record decides',
    ],
    [
      'speaks of AI systems',
      JSON.stringify({ ...pack, subjects: [{ type: 'ai_system', id: 'a' }] }),
      'the record decides',
    ],
    [
      'has a condition without a meaning',
      JSON.stringify({ ...pack, rules: [{ ...rule, when: [{ that: 'subject.a' }] }] }),
      '/rules/0/when/0',
    ],
    [
      'names a property of nothing',
      JSON.stringify({ ...pack, rules: [{ ...rule, when: [{ that: 'role', is: 1 }] }] }),
      '/rules/0/when/0',
    ],
  ])('one that %s keeps the service from starting, with the reason', async (_what, text, words) => {
    expect(await startedWith(text)).toContain(words);
    expect(existsSync(join(folder, 'data'))).toBe(false);
  });

  it('one that is understood does not', async () => {
    expect(await startedWith(JSON.stringify({ ...pack, rules: [rule] }))).toBeUndefined();
  });

  it('are none where nobody names some', () => {
    expect(readConfig({})).toMatchObject({ authzenPacks: [] });
  });
});
