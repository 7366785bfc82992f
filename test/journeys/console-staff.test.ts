/**
 * Staff in the console: who can come in, with what, when each was last seen, and ending the access of one in two steps.
 * Source: decision 0133.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADA, aShop, atTheConsole, sure } from '../given/a-shop.ts';
import { aService, engines, type RunningService, type Told } from '../given/service.ts';
import { aColleague, csrfIn } from '../given/signing-in.ts';

const PAGE = '/console/staff';
type Signed = { readonly cookie: string };

describe.each(engines)('staff in the console, over %s', (engine) => {
  let service: RunningService;
  let keeper: Signed;
  beforeAll(async () => {
    service = await aService({ engine });
    await aShop(service);
    await aColleague(service, 'nina', { name: 'Nina of the desk', roles: ['reviewer'] });
    await aColleague(service, 'otto', { active: false });
    keeper = await atTheConsole(service, 'keeper', ['access', 'audit']);
  });
  afterAll(() => service.stop());

  const ask = (path: string, { who = keeper, language = 'en' } = {}): Promise<Told> =>
    service.call('GET', path, { headers: { ...who, accept: 'text/html', 'accept-language': language } });
  const open = async (path: string, given = {}): Promise<string> => sure(await ask(path, given)).text;
  const at = (id: string): string => `${PAGE}/${service.house.actorOf(id)}`;
  const send = async (path: string, fields: Readonly<Record<string, string>> = {}, who = keeper): Promise<Told> =>
    service.call('POST', path, {
      headers: { ...who, accept: 'text/html' },
      form: { csrf: csrfIn(await ask('/console', { who })), ...fields },
    });
  /** The row of one of them, without tags. */
  const rowOf = async (id: string, query = ''): Promise<string> => {
    const rows = (await open(`${PAGE}${query}`)).split('<tr>').filter((row) => row.includes(`href="${at(id)}"`));
    return rows.join('').replaceAll(/<[^>]+>/g, '|');
  };
  const ended = async (): Promise<readonly { readonly actor: { readonly id: string } }[]> =>
    sure(await service.call('GET', '/v1/ledger/entries?kind=access.revoked', { scope: 'audit' })).body.items;

  it('shows who can come in, with which scopes, and who is shut out', async () => {
    expect(await rowOf('nina')).toMatch(/Nina of the desk.*Can come in.*Nothing is open/s);
    await atTheConsole(service, 'nina', ['reviews']);
    expect(await rowOf('nina')).toMatch(/reviews\|.*There is one session and no unused link/s);
    await service.consoleLink('nina', ['requests']);
    expect(await rowOf('nina')).toMatch(/reviews requests\||requests reviews\|/);
    expect(await rowOf('nina')).toContain('There is one session and one unused link');
    expect(await rowOf('otto')).toContain('Shut out: set inactive');
    expect(await rowOf('keeper')).toContain('Can come in, but is not described as staff');
    expect([await rowOf('otto', '?show=in'), await rowOf('nina', '?show=out')]).toEqual(['', '']);
  });

  it('tells when each was last seen by what they did, also after their session ended', async () => {
    await aColleague(service, 'rita');
    expect(await rowOf('rita')).toContain('Not on record');
    const rita = await atTheConsole(service, 'rita', ['requests']);
    expect(await rowOf('rita')).not.toContain('Not on record');
    sure(await service.call('GET', '/console', { headers: rita }));
    const json = { subject: ADA, text: 'They called.' };
    sure(await service.call('POST', '/v1/desk/notes', { json, scope: 'requests', sub: 'rita' }));
    await service.call('POST', '/console/leave', {
      headers: rita,
      form: { csrf: csrfIn(await ask('/console', { who: rita })) },
    });
    expect(await rowOf('rita')).toContain('Nothing is open');
    expect(await rowOf('rita')).not.toContain('Not on record');
  });

  it('leads to what somebody did in the ledger, for whoever may open the ledger', async () => {
    const href = `/console/ledger?actor=${service.house.actorOf('rita')}`;
    expect(await open(at('rita'))).toContain(`href="${href}"`);
    expect(await open(href)).toContain('Note');
    const alone = await atTheConsole(service, 'alone', ['access']);
    expect(await open(at('rita'), { who: alone })).not.toContain(href);
  });

  it('ends the access of one after a second look, and not before', async () => {
    const nina = await atTheConsole(service, 'nina', ['reviews']);
    const token = await service.token({ sub: 'nina', scope: 'registry' });
    const before = (await ended()).length;
    const chosen = await open(`${at('nina')}?cause=left`);
    expect(chosen).toContain('End the access of Nina of the desk?');
    expect((await ended()).length).toBe(before);
    expect((await ask('/console', { who: nina })).status).toBe(200);
    expect((await send(`${at('nina')}/end`, { cause: 'left' })).status).toBe(303);
    expect((await ask('/console', { who: nina })).status).toBe(401);
    const headers = { authorization: `Bearer ${token}` };
    expect((await service.call('GET', '/v1/purposes', { headers })).status).toBe(401);
    const [newest] = await ended();
    expect(newest?.actor.id).toBe(service.house.actorOf('keeper'));
    expect(await rowOf('nina')).toMatch(/Shut out: ended on .*Nothing is open/s);
  });

  it('records nothing twice where the form is sent again, and lets somebody in again', async () => {
    const before = (await ended()).length;
    expect((await send(`${at('nina')}/end`, { cause: 'left' })).status).toBe(303);
    expect((await ended()).length).toBe(before);
    service.clock.wind(1000);
    expect(await open(at('nina'))).toContain('Let them in again');
    expect((await send(`${at('nina')}/restore`)).status).toBe(303);
    expect((await send(`${at('nina')}/restore`)).status).toBe(303);
    expect(await rowOf('nina')).toContain('Can come in');
    expect((await ask('/console', { who: await atTheConsole(service, 'nina') })).status).toBe(200);
  });

  it('shows whose access was ended over the API, also where only a pseudonym is on record', async () => {
    const json = { principal: 'partner' };
    sure(await service.call('POST', '/v1/revocations', { json, scope: 'access', sub: 'guard' }));
    sure(await service.call('POST', '/v1/revocations', { json, scope: 'access', sub: 'guard' }));
    expect(await rowOf('partner')).toContain('Known by a pseudonym only');
    expect((await send(`${at('partner')}/restore`)).status).toBe(303);
    expect(await rowOf('partner')).toBe('');
  });

  it('lists whoever acted by a token alone, and neither a service nor a customer', async () => {
    expect(await rowOf('tilda')).toBe('');
    const json = { subject: ADA, text: 'They called again.' };
    sure(await service.call('POST', '/v1/desk/notes', { json, scope: 'requests', sub: 'tilda' }));
    sure(await service.call('POST', '/v1/me/requests', { json: { kind: 'complaint' }, self: ADA }));
    expect(await rowOf('tilda')).toMatch(
      /Known by a pseudonym only.*Can come in, but is not described as staff.*Nothing is open/s,
    );
    expect(await rowOf('tilda')).not.toContain('Not on record');
    const listed = [...(await open(PAGE)).matchAll(/<th scope="row"><a href="\/console\/staff\/(\w+)"/g)].map(
      ([, id]) => id,
    );
    expect(listed.filter((id) => id === service.house.actorOf('tilda'))).toHaveLength(1);
    const { items } = sure(await service.call('GET', '/v1/ledger/entries?limit=100', { scope: 'audit' })).body;
    const others = items.filter(({ actor }: { actor?: { role: string } }) =>
      ['service', 'self', 'system'].includes(actor?.role ?? ''),
    );
    for (const { actor } of others) expect(listed).not.toContain(actor.id);
    const done = await send(`${at('tilda')}/end`, { cause: 'left' });
    expect([done.status, done.headers.get('location')]).toEqual([303, `${at('tilda')}?done=ended#saved`]);
  });

  it('says after each step that it is done, and says it only while it is so', async () => {
    const said = async (id: string, done: string): Promise<string> =>
      /<p id="saved"[^>]*role="status"[^>]*>(.*?)<\/p>/s
        .exec(await open(`${at(id)}?done=${done}`))?.[1]
        ?.replaceAll(/<[^>]+>/g, '')
        .trim() ?? '';
    sure(
      await service.call('PUT', '/v1/staff/uma', {
        json: { name: 'Uma of <b>nights</b>', roles: ['officer'] },
        scope: 'admin',
        sub: 'founder',
      }),
    );
    expect(await said('uma', 'ended')).toBe('');
    expect((await send(`${at('uma')}/end`, { cause: 'left' })).headers.get('location')).toBe(
      `${at('uma')}?done=ended#saved`,
    );
    expect(await said('uma', 'ended')).toBe('Access of Uma of &lt;b>nights&lt;/b> has ended.');
    expect(await said('uma', 'restored')).toBe('');
    const again = await send(`${at('uma')}/restore`);
    expect(again.headers.get('location')).toBe(`${at('uma')}?done=restored#saved`);
    expect(await said('uma', 'restored')).toBe('Uma of &lt;b>nights&lt;/b> is let in again.');
  });

  it('offers nobody the end of their own access, and ends nothing of whom it does not show', async () => {
    const own = await open(`${at('keeper')}?cause=left`);
    expect(own).toContain('This is you.');
    expect(own).not.toContain('End it now');
    const before = (await ended()).length;
    expect((await send(`${at('nobody-here')}/end`, { cause: 'left' })).status).toBe(404);
    expect((await ask(at('nobody-here'))).status).toBe(404);
    expect((await ended()).length).toBe(before);
  });

  it('goes to the end page by page, and the file has everybody once, by pseudonym', async () => {
    for (let count = 0; count < 105; count += 1)
      await aColleague(service, `clerk-${count}`, { name: `Clerk ${count}` });
    const seen: string[] = [];
    let next: string | undefined = PAGE;
    while (next !== undefined) {
      const text: string = await open(next);
      seen.push(
        ...[...text.matchAll(/<th scope="row"><a href="\/console\/staff\/(act_\w+)"/g)].map(([, id = '']) => id),
      );
      next = /href="([^"]+)">More people/.exec(text)?.[1]?.replaceAll('&amp;', '&');
    }
    expect(new Set(seen).size).toBe(seen.length);
    for (let count = 0; count < 105; count += 1) expect(seen).toContain(service.house.actorOf(`clerk-${count}`));
    const file = await open(`${PAGE}/files/staff.csv?show=all`);
    const [, ...lines] = file.trimEnd().split('\r\n');
    expect(lines.map((line) => /act_\w+/.exec(line)?.[0])).toEqual(seen);
    expect(file).not.toMatch(/Clerk|clerk-|Nina/);
  });

  it.each([
    ['en', 'Staff and what they did'],
    ['de', 'Mitarbeitende und was sie getan haben'],
    ['fr', 'Le personnel et ce qu’il a fait'],
    ['es', 'El personal y lo que hizo'],
  ])('reads in %s', async (language, title) => expect(await open(PAGE, { language })).toContain(`>${title}</h1>`));

  it('is offered and opened for the scope access alone', async () => {
    expect(await open(PAGE)).toMatch(/href="\/console\/staff" aria-current="page"/);
    const others = await atTheConsole(service, 'clerk-1', ['audit', 'requests', 'reviews', 'registry', 'reports']);
    const told = await ask(PAGE, { who: others });
    expect([told.status, told.text.includes('href="/console/staff"')]).toEqual([403, false]);
    expect((await send(`${at('nina')}/end`, { cause: 'left' }, others)).status).toBe(403);
  });

  it.each(['confirm', 'access'] as const)('whoever holds %s alone sees their own sessions, too', async (scope) => {
    const who = await atTheConsole(service, `only-${scope}`, [scope]);
    expect((await ask('/console/sessions', { who })).status).toBe(200);
  });
});
