import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endpoints } from '../../openapi/endpoints.ts';
import { consoleScopes, scopes } from '../../src/vocabulary/scope.ts';
import { ADA, atTheConsole, BEN, signedIn, sure } from '../given/a-shop.ts';
import { aBank, contest, decline, declined, NINA, OMAR, staff } from '../given/review/a-review.ts';
import { aService, engines, type RunningService, type Told } from '../given/service.ts';

type Signed = Readonly<Record<'cookie', string>>;

const csrfOf = ({ text }: Told): string =>
  /name="csrf" value="([^"]+)"/.exec(text)?.[1] ?? `none in ${text.slice(0, 300)}`;
const OWN = 'The payslip she sent shows a higher income than we used.';
const REASONS = 'The payslip of May shows 2,400 a month, which is above the line for this loan.';

describe.each(engines)('the console of staff over %s', (engine) => {
  let service: RunningService;
  let nina: Signed;
  let decision = '';
  let review = '';
  beforeAll(async () => {
    service = await aService({ engine });
    await aBank(service);
    sure(
      await service.call('PUT', `/v1/subjects/${ADA}`, {
        json: { identifiers: ['email:ada@example.org'] },
        scope: 'consent',
      }),
    );
    decision = await decline(service);
    const file = { type: 'text/plain', bytes: 'Income in May: 2400 EUR.' };
    const evidence = [sure(await service.call('POST', '/v1/me/files?name=payslip.txt', { file, self: ADA })).body.id];
    review = sure(await contest(service, decision, { corrections: [{ name: 'income', value: 2400 }], evidence })).body
      .id;
    nina = await atTheConsole(service, NINA);
  });
  afterAll(() => service.stop());

  const read = (path: string, who: Signed = nina): Promise<Told> =>
    service.call('GET', path, { headers: { ...who, accept: 'text/html' } });
  const send = async (path: string, form: Readonly<Record<string, string>> = {}, who: Signed = nina): Promise<Told> =>
    service.call('POST', path, {
      headers: { ...who, accept: 'text/html' },
      form: { csrf: csrfOf(await read('/console', who)), ...form },
    });
  const flow = (): Promise<Told> => read(`/console/reviews/${review}`);
  const kindsOf = async (limit: number): Promise<readonly string[]> =>
    (await service.call('GET', `/v1/me/ledger?limit=${limit}`, { self: ADA })).body.items.map(
      ({ kind }: { kind: string }) => kind,
    );

  describe('coming in', () => {
    it('takes a link made by whoever is in charge, which works once', async () => {
      const json = { staff: { id: NINA, scopes: ['reviews'] } };
      expect((await service.call('POST', '/v1/links', { json, scope: 'registry' })).status).toBe(403);
      const { body } = sure(await service.call('POST', '/v1/links', { json, scope: 'admin' }));
      const path = new URL(body.url).pathname;
      expect(path).toMatch(/^\/console\/enter\//);
      for (let opened = 0; opened < 2; opened += 1)
        expect((await service.call('GET', path)).text).toContain('action="/console/enter"');
      const code = path.slice(path.lastIndexOf('/') + 1);
      const entered = await service.call('POST', '/console/enter', { form: { code } });
      expect([entered.status, entered.headers.get('location')]).toEqual([303, '/console']);
      expect((await service.call('POST', '/console/enter', { form: { code } })).status).toBe(410);
    });

    it.each(scopes.filter((scope) => !(consoleScopes as readonly string[]).includes(scope)))(
      'never carries the scope %s',
      async (scope) => {
        const told = await service.call('POST', '/v1/links', {
          json: { staff: { id: NINA, scopes: ['reviews', scope] } },
          scope: 'admin',
        });
        expect(told.status).toBe(422);
      },
    );

    it('is for one person of one kind', async () => {
      const both = { subject: ADA, staff: { id: NINA, scopes: ['reviews'] } };
      for (const json of [both, {}, { staff: { id: NINA, scopes: [] } }, { subject: 'sub_01h455vb4pex5vsknk084sn02q' }])
        expect((await service.call('POST', '/v1/links', { json, scope: 'admin' })).status).toBe(422);
    });
  });

  describe('who may see what', () => {
    it('a customer never reaches the console, staff never reach a customer’s pages, and neither session opens a call', async () => {
      const ada = await signedIn(service, ADA);
      for (const path of ['/console', '/console/desk', `/console/reviews/${review}`])
        expect((await read(path, ada)).status, path).toBe(401);
      for (const path of ['/me', '/me/ledger', '/me/requests', '/me/data'])
        expect((await read(path)).status, path).toBe(401);
      expect((await service.call('GET', '/v1/reviews', { headers: nina })).body.code).toBe('unauthenticated');
      expect((await service.call('GET', '/console', { scope: 'reviews', sub: NINA })).body.code).toBe('sign-in-needed');
    });

    it('a page of another role is a page that says so, and is not offered', async () => {
      const clerk = await atTheConsole(service, 'clerk-1', ['requests']);
      const start = await read('/console', clerk);
      expect(start.text).toContain('href="/console/requests"');
      for (const path of ['/console/reviews', '/console/desk', '/console/systems', '/console/oversight']) {
        expect(start.text).not.toContain(`href="${path}"`);
        const told = await read(path, clerk);
        expect(
          [told.status, told.text.includes('not part of your role'), told.text.includes('href="/console"')],
          path,
        ).toEqual([403, true, true]);
      }
      expect((await send(`/console/reviews/${review}/assign`, {}, clerk)).status).toBe(403);
      expect((await send('/console/systems/loan-check/stop', { reason: 'No reason at all.' }, clerk)).status).toBe(403);
      expect((await service.call('GET', `/v1/reviews/${review}`, { scope: 'reviews' })).body.state).toBe('open');
    });

    it('every page is strict about what it loads, and holds nothing inline', async () => {
      const paths = endpoints.filter(
        ({ who, method, path }) =>
          method === 'get' &&
          path.startsWith('/console') &&
          !path.includes('{') &&
          !path.endsWith('.csv') &&
          who !== 'public',
      );
      expect(paths.length).toBeGreaterThan(5);
      for (const { path } of paths) {
        const told = await read(path);
        expect([path, told.status]).toEqual([path, 200]);
        expect(told.headers.get('content-security-policy')).toContain("default-src 'none'");
        expect(told.text).not.toMatch(
          /<script(?! type="module" src="\/assets\/)|<style|\sstyle=|\son[a-z]+=|javascript:/i,
        );
        expect(told.text.match(/<h1/g)).toHaveLength(1);
      }
    });

    it('a form from elsewhere, without its word, or of another session does nothing', async () => {
      const before = await service.house.ledger.size(0);
      const path = `/console/reviews/${review}/assign`;
      const other = csrfOf(await read('/console', await atTheConsole(service, OMAR)));
      for (const csrf of ['x'.repeat(43), other])
        expect((await service.call('POST', path, { headers: nina, form: { csrf } })).body.code).toBe('csrf');
      const csrf = csrfOf(await read('/console'));
      expect(
        (await service.call('POST', path, { headers: { ...nina, origin: 'https://evil.example' }, form: { csrf } }))
          .body.code,
      ).toBe('csrf');
      expect(await service.house.ledger.size(0)).toBe(before);
    });
  });

  describe('a contest', () => {
    it('waits in the queue without a word of the person or of the AI', async () => {
      const { text } = await read('/console/reviews');
      expect(text).toContain(`/console/reviews/${review}`);
      expect(text).toContain('The person disagrees');
      expect(text).not.toMatch(/My income|declined|\b0\.31\b/);
    });

    it('shows nothing to whoever has not taken it', async () => {
      const { status, text } = await flow();
      expect(status).toBe(200);
      expect(text).not.toMatch(/My income|declined|\b0\.31\b|payslip/);
    });

    it('is taken, and its evidence opened by a button that leaves a look', async () => {
      expect((await send(`/console/reviews/${review}/assign`)).status).toBe(303);
      expect((await flow()).text).not.toContain('My income');
      expect((await send(`/console/reviews/${review}/view-evidence`)).status).toBe(303);
      expect(await kindsOf(2)).toEqual(['review.evidence-viewed', 'look.recorded']);
      const { text } = await flow();
      for (const shown of ['My income is higher since May.', '1200', '2400', 'payslip.txt'])
        expect(text, shown).toContain(shown);
      for (const secret of ['declined', '0.31', 'low-income', 'accepted']) expect(text, secret).not.toContain(secret);
      expect((await kindsOf(1))[0]).toBe('look.recorded');
    });

    it('hands out a file, which then counts as seen', async () => {
      const path = /action="(\/console\/reviews\/[^"]+\/files\/[^"]+)"/.exec((await flow()).text)?.[1] ?? '';
      const told = await send(path);
      expect([told.status, told.text, told.headers.get('content-disposition')]).toEqual([
        200,
        'Income in May: 2400 EUR.',
        expect.stringContaining('attachment'),
      ]);
      expect((await flow()).text).not.toContain('not been opened yet');
    });

    it('closes the other doors to the verdict until an own view is noted', async () => {
      expect((await read(`/console/decisions/${decision}`)).text).not.toMatch(/declined|\b0\.31\b/);
      expect((await send('/console/desk', { whom: '42' })).text).not.toContain('declined');
    });

    it('keeps what was typed where a step is refused', async () => {
      service.clock.wind(45_000);
      const told = await send(`/console/reviews/${review}/note-view`, { view: 'for-person', words: 'ok' });
      expect([told.status, told.text.includes('role="alert"')]).toEqual([422, true]);
      expect(told.text).toMatch(/value="for-person"[^>]*checked|checked[^>]*value="for-person"/);
      expect((await send(`/console/reviews/${review}/note-view`, { words: OWN })).status).toBe(422);
    });

    it('shows the part of the AI after the own view, and ends with a changed outcome that the person reads', async () => {
      expect((await send(`/console/reviews/${review}/note-view`, { view: 'for-person', words: OWN })).status).toBe(303);
      const { text } = await flow();
      for (const shown of ['declined', '0.31', OWN]) expect(text, shown).toContain(shown);
      service.clock.wind(45_000);
      const end = { outcome: 'changed', newOutcome: 'accepted', reasons: REASONS, disagreement: '' };
      const without = await send(`/console/reviews/${review}/conclude`, { ...end, newOutcome: '' });
      expect([without.status, without.text.includes(REASONS)]).toEqual([422, true]);
      expect((await send(`/console/reviews/${review}/conclude`, end)).status).toBe(303);
      expect(
        (await service.call('GET', `/v1/automated-decisions/${decision}`, { scope: 'decide' })).body,
      ).toMatchObject({
        effect: { state: 'changed', review },
        humanInvolvement: { qualifies: true, lacks: [] },
      });
      expect((await flow()).text).toContain('Counts as a decision by a person');
      const stranger = await read(`/console/reviews/${review}`, await atTheConsole(service, OMAR));
      for (const secret of [REASONS, OWN, 'accepted']) expect(stranger.text).not.toContain(secret);
      const [message] = (await service.call('GET', '/v1/me/messages', { self: ADA })).body.items;
      expect(message.text).toContain('accepted');
      expect(message.text).toContain(REASONS);
      expect((await send(`/console/reviews/${review}/conclude`, end)).status).toBe(422);
    });

    it('is decided again from what the reviewer found to be right', async () => {
      const path = `/console/reviews/${sure(await contest(service, await decline(service))).body.id}`;
      for (const step of ['assign', 'view-evidence']) expect((await send(`${path}/${step}`)).status).toBe(303);
      service.clock.wind(45_000);
      expect((await send(`${path}/note-view`, { view: 'for-person', words: OWN })).status).toBe(303);
      service.clock.wind(45_000);
      const end = { outcome: 're-run', reasons: REASONS };
      const without = await send(`${path}/conclude`, { ...end, 'correction-0': '' });
      expect([without.status, without.text.includes('No data was put right')]).toEqual([422, true]);
      expect((await send(`${path}/conclude`, { ...end, height: '180' })).status).toBe(422);
      expect((await send(`${path}/conclude`, { ...end, 'correction-0': '2400' })).status).toBe(303);
      const [mine] = (await service.call('GET', '/v1/me/reviews', { self: ADA })).body.items;
      expect(mine).toMatchObject({ outcome: 're-run', corrected: [{ name: 'income', from: 1200, to: 2400 }] });
    });

    it('is refused to whoever has a conflict, with words', async () => {
      const about = sure(await contest(service, await decline(service))).body.id;
      await staff(service, 'self-1', { own: [ADA] });
      const told = await send(`/console/reviews/${about}/assign`, { reviewer: 'self-1' });
      expect([told.status, told.text.includes('may not review this') || told.text.includes('themself')]).toEqual([
        422,
        true,
      ]);
    });
  });

  describe('a request', () => {
    let id = '';
    beforeAll(async () => {
      id = sure(
        await service.call('POST', '/v1/me/requests', {
          json: { kind: 'access', message: 'Everything, please.' },
          self: ADA,
        }),
      ).body.id;
    });

    it('stands in the queue by its last day, and its words leave a look', async () => {
      expect((await read('/console/requests')).text).toContain(`/console/requests/${id}`);
      const { text } = await read(`/console/requests/${id}`);
      expect(text).toContain('Everything, please.');
      expect(await kindsOf(1)).toEqual(['look.recorded']);
    });

    it('shows the letter before it is sent, and is answered by a form', async () => {
      const { text } = await read(`/console/requests/${id}/letter`);
      expect(text).toContain('A preview');
      expect(text.slice(text.indexOf('<article'))).not.toMatch(/href="\/(?:me|v1)|entry 0\b/);
      const nothing = await send(`/console/requests/${id}/fulfil`, { reason: '' });
      expect(nothing.status).toBe(422);
      expect((await send(`/console/requests/${id}/fulfil`, { reason: 'Here is your copy.' })).status).toBe(303);
      expect((await service.call('GET', `/v1/requests/${id}`, { scope: 'requests' })).body.state).toBe('fulfilled');
      expect((await send(`/console/requests/${id}/fulfil`, { reason: 'Again.' })).status).toBe(422);
    });

    it('says what it stopped the moment it came, in the words of the letter, and one that stops nothing says nothing', async () => {
      const json = { kind: 'objection-marketing' };
      const objection = sure(await service.call('POST', '/v1/me/requests', { json, self: ADA })).body.id;
      const stopped = (text: string): string => /aria-labelledby="stopped".*?<\/section>/s.exec(text)?.[0] ?? '';
      const words = stopped((await read(`/console/requests/${objection}`)).text);
      expect(words).toContain('What has stopped');
      expect(words).toContain('You objected to marketing. This has counted since');
      const own = await service.call('GET', `/me/requests/${objection}`, { headers: await signedIn(service, ADA) });
      const lines = [...words.matchAll(/<(?:li|p)>([^<]+)</g)].map(([, line]) => line ?? '').slice(1);
      expect(lines.length).toBeGreaterThan(1);
      for (const line of lines) expect(own.text).toContain(line);
      expect(stopped((await read(`/console/requests/${id}`)).text)).toBe('');
    });

    it('is refused on a ground that law knows, and an erasure asks twice', async () => {
      const erasure = sure(await service.call('POST', '/v1/me/requests', { json: { kind: 'erasure' }, self: BEN })).body
        .id;
      const path = `/console/requests/${erasure}`;
      expect((await send(`${path}/deny`, { reason: 'Because.', code: 'too-much-work' })).status).toBe(422);
      const once = await send(`${path}/fulfil`, { reason: 'As they asked.' });
      expect([once.status, once.text.includes('cannot be undone')]).toEqual([422, true]);
      expect((await send(`${path}/fulfil`, { reason: 'As they asked.', sure: 'yes' })).status).toBe(303);
      // On a slow machine it goes on by itself after the answer.
      await expect.poll(async () => (await read(path)).text.includes('was deleted'), { timeout: 15_000 }).toBe(true);
      expect((await read(path)).status).toBe(200);
    });
  });

  describe('the desk', () => {
    it('finds a person by what somebody types, and the look stands in their record first', async () => {
      for (const whom of ['42', ADA, 'ada@example.org', 'email:ada@example.org']) {
        const told = await send('/console/desk', { whom });
        expect([whom, told.status, told.text.includes('Loan check')]).toEqual([whom, 200, true]);
        expect((await kindsOf(1))[0]).toBe('look.recorded');
      }
      expect((await read('/me/ledger', await signedIn(service, ADA))).status).toBe(200);
    });

    it('says that nobody was found, and keeps identifiers out of addresses', async () => {
      const told = await send('/console/desk', { whom: 'nobody@example.org' });
      expect([told.status, told.text.includes('Nobody was found')]).toEqual([422, true]);
      expect((await send('/console/desk', { whom: '§' })).status).toBe(422);
      expect((await read('/console/desk')).text).not.toMatch(/\?[^"]*(?:\b42\b|ada@|ada%40|customer)/);
    });

    it('keeps a note, and hands a decision over with the words of the person', async () => {
      const noted = await send('/console/desk/notes', { whom: '42', text: 'Called about the loan.' });
      expect(noted.text).toContain('Called about the loan.');
      expect((await service.call('GET', '/v1/me/data', { self: ADA })).text).toContain('Called about the loan.');
      const other = await decline(service);
      expect((await send('/console/desk/reviews', { decision: other, statement: 'I was never late.' })).status).toBe(
        303,
      );
      const { items } = (await service.call('GET', '/v1/reviews?state=open', { scope: 'reviews' })).body;
      expect(items[0]).toMatchObject({ decision: other, why: 'contested', hasStatement: true });
      expect((await send('/console/desk/reviews', { decision: other, statement: '' })).status).toBe(422);
    });
  });

  describe('an AI system', () => {
    it('is stopped with a reason and since when its results are doubted, and the list of what it touched follows', async () => {
      const path = '/console/systems/loan-check';
      expect((await send(`${path}/stop`, { reason: '', since: '' })).status).toBe(422);
      expect((await send(`${path}/stop`, { reason: 'It counted income twice.', since: '2026-11-01' })).status).toBe(
        303,
      );
      const { suspended } = (await service.call('GET', '/v1/ai-systems/loan-check', { scope: 'registry' })).body;
      expect(suspended).toMatchObject({
        reason: { en: 'It counted income twice.' },
        affectedSince: '2026-11-01T00:00:00.000Z',
      });
      const { text } = await read(path);
      expect(text).toContain('It counted income twice.');
      expect(text.match(/\/console\/decisions\//g)?.length).toBeGreaterThan(1);
      expect((await read('/console')).text).toContain(`href="${path}"`);
    });

    it('has its decisions put before people by one button, and goes on by another', async () => {
      const told = await send('/console/systems/loan-check/reviews', { adverseOnly: 'yes' });
      expect(told.text).toMatch(/opened\. .* (was|were) already open/);
      const { items } = (await service.call('GET', '/v1/reviews', { scope: 'reviews' })).body;
      expect(items.map(({ why }: { why: string }) => why)).toContain('stop-list');
      expect((await send('/console/systems/loan-check/resume')).status).toBe(303);
      expect(
        (await service.call('GET', '/v1/ai-systems/loan-check', { scope: 'registry' })).body.suspended ?? null,
      ).toBeNull();
    });

    it('shows the figures of oversight with no name in them', async () => {
      const { text, status } = await read('/console/oversight');
      expect(status).toBe(200);
      expect(text).toContain('Loan check');
      expect(text.slice(text.indexOf('<main'))).not.toMatch(/nina|customer:|sub_/);
    });
  });

  it('leaving ends the session for good', async () => {
    const left = await send('/console/leave');
    expect([left.status, left.headers.get('clear-site-data')]).toEqual([200, '"cache", "storage"']);
    expect((await read('/console')).status).toBe(401);
  });

  it('people whom law wants told stand on the first page until somebody says that they were told', async () => {
    sure(
      await service.call('PUT', `/v1/subjects/${ADA}`, {
        json: { regimes: ['US-CO'], ageBand: 'adult', language: 'en' },
        scope: 'consent',
      }),
    );
    service.clock.set(Date.parse('2027-01-15T18:00:00.000Z'));
    const json = declined({ decidedAt: '2027-01-15T17:00:00.000Z' });
    const { id, adverseNotice } = sure(
      await service.call('POST', '/v1/automated-decisions', { json, scope: 'decide' }),
    ).body;
    const caller = { principal: 'sender', actor: { id: 'act_sender', role: 'system' as const }, scopes: [] };
    await service.house.record(
      'message.settle',
      { message: adverseNotice.message, tries: 1, channel: 'file' },
      { caller, requestId: 'settle' },
    );
    const clerk = await atTheConsole(service, 'clerk-2', ['requests']);
    const path = `/console/notices/${id}/given`;
    expect((await read('/console', clerk)).text).toContain(path);
    expect((await send(path, { how: 'letter' }, clerk)).status).toBe(303);
    expect((await read('/console', clerk)).text).not.toContain(path);
    expect((await send(path, { how: 'letter' }, clerk)).status).toBe(409);
  });
});

describe.each(engines)('a decision that two people look at, over %s', (engine) => {
  let service: RunningService;
  beforeAll(async () => {
    service = await aService({ engine });
    await aBank(service, { mode: 'after-the-fact', reviewers: 2 });
  });
  afterAll(() => service.stop());

  it('ends only after the second opinion, and a different end is explained', async () => {
    const path = `/console/reviews/${sure(await contest(service, await decline(service))).body.id}`;
    const [first, second] = [await atTheConsole(service, NINA), await atTheConsole(service, OMAR)];
    const read = async (who: Signed): Promise<Told> =>
      service.call('GET', path, { headers: { ...who, accept: 'text/html' } });
    const send = async (step: string, who: Signed, form: Readonly<Record<string, string>> = {}): Promise<number> =>
      (
        await service.call('POST', `${path}/${step}`, {
          headers: { ...who, accept: 'text/html' },
          form: { csrf: csrfOf(await read(who)), ...form },
        })
      ).status;
    expect(await send('assign', first)).toBe(303);
    expect(await send('assign', first, { reviewer: NINA, seat: 'second' })).toBe(422);
    expect(await send('assign', first, { reviewer: OMAR, seat: 'second' })).toBe(303);
    for (const who of [first, second]) {
      expect(await send('view-evidence', who)).toBe(303);
      service.clock.wind(45_000);
      expect(await send('note-view', who, { view: 'for-person', words: OWN })).toBe(303);
    }
    expect((await read(first)).text).toContain('Wait for the second opinion');
    expect(await send('conclude', first, { outcome: 'upheld', reasons: REASONS })).toBe(422);
    expect(await send('second-opinion', second, { outcome: 'withdrawn', reasons: REASONS })).toBe(303);
    service.clock.wind(45_000);
    expect(await send('conclude', first, { outcome: 'upheld', reasons: REASONS })).toBe(422);
    expect((await read(first)).text).toContain('Why you see it differently from the second person');
    expect(
      await send('conclude', first, {
        outcome: 'upheld',
        reasons: REASONS,
        disagreement: 'The payslip is of another person with the same name.',
      }),
    ).toBe(303);
    expect((await read(second)).text).toContain('The decision stays');
  });
});
