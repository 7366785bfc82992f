/**
 * What somebody has said or chosen already stands in the form: what was typed before a refusal, what the person
 * corrected, and by which filters a list was narrowed.
 * Source:  WCAG 3.3.1, 3.3.7.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endpoints } from '../../openapi/endpoints.ts';
import { ADA, atTheConsole, signedIn, sure } from '../given/a-shop.ts';
import { formIn, linksIn } from '../given/http/forms.ts';
import { aBank, contest, decline, NINA } from '../given/review/a-review.ts';
import { aService, type RunningService, type Told } from '../given/service.ts';

type Signed = Readonly<Record<'cookie', string>>;
type Fields = Readonly<Record<string, string>>;

describe('a form', () => {
  let service: RunningService;
  let ada: Signed;
  let nina: Signed;
  beforeAll(async () => {
    service = await aService({ engine: 'sqlite' });
    await aBank(service);
    ada = await signedIn(service, ADA);
    nina = await atTheConsole(service, NINA);
  });
  afterAll(() => service.stop());

  const read = (path: string, who: Signed): Promise<Told> =>
    service.call('GET', path, { headers: { ...who, accept: 'text/html' } });
  /** Sends a form of this page as it stands but for these fields. */
  const send = async (page: string, action: string, of: { readonly who: Signed; readonly fields: Fields }) => {
    const form = formIn((await read(page, of.who)).text, action);
    if (form === undefined) throw new Error(`${page} has no form for ${action}`);
    const headers = { ...of.who, accept: 'text/html' };
    return service.call('POST', action, { headers, form: { ...form, ...of.fields } });
  };
  const refused = async (page: string, action: string, of: { readonly who: Signed; readonly fields: Fields }) => {
    const told = await send(page, action, of);
    expect(told.status, told.text).toBe(422);
    return formIn(told.text, action);
  };

  it('of a request that is refused keeps its kind, the decision that was chosen, and the words', async () => {
    const decisions = [await decline(service), await decline(service), await decline(service)];
    for (const about of decisions) {
      const fields = { kind: 'human-review', about, message: 'I earn "more" now & <always> did.' };
      const page = '/me/requests/new?kind=human-review';
      const kept = await refused(page, '/me/requests', { who: ada, fields: { ...fields, purpose: 'nowhere' } });
      expect(kept).toMatchObject(fields);
    }
  });

  it.each(['objection', 'restriction', 'consent-withdrawal'])(
    'of a request of the kind %s opens with that kind, and says no to nothing else by itself',
    async (kind) => {
      const form = formIn((await read(`/me/requests/new?kind=${kind}`, ada)).text, '/me/requests');
      expect(form).toMatchObject({ kind, message: '' });
      expect(form?.['purpose'] ?? '').toBe('');
    },
  );

  it('of a step that is refused keeps the reason', async () => {
    const json = { kind: 'access', message: 'Everything.' };
    const { id } = sure(await service.call('POST', '/v1/me/requests', { json, self: ADA })).body;
    const page = `/console/requests/${id}`;
    const fields = { reason: 'Asked for the "third" time.', code: 'nothing-of-law' };
    const kept = await refused(page, `${page}/deny`, { who: nina, fields });
    expect(kept).toMatchObject({ reason: fields.reason });
  });

  it('of a stop that is refused keeps the day', async () => {
    const page = '/console/systems/loan-check';
    const fields = { reason: '', since: '2026-10-01' };
    expect(await refused(page, `${page}/stop`, { who: nina, fields })).toMatchObject({ since: '2026-10-01' });
  });

  it('of the end of a look holds what the person corrected, and keeps all that was typed where it is refused', async () => {
    const decision = await decline(service);
    const corrections = [{ name: 'income', value: 2400 }];
    const page = `/console/reviews/${sure(await contest(service, decision, { corrections })).body.id}`;
    const said = { view: 'for-person', words: 'The payslip she sent shows a higher income than we used.' };
    for (const [step, fields] of [
      ['assign', {}],
      ['view-evidence', {}],
      ['note-view', said],
    ] as const) {
      service.clock.wind(45_000);
      expect((await send(page, `${page}/${step}`, { who: nina, fields })).status).toBe(303);
    }
    const fresh = formIn((await read(page, nina)).text, `${page}/conclude`);
    const corrected = Object.entries(fresh ?? {}).filter(([name]) => name.startsWith('correction-'));
    expect(corrected.length).toBeGreaterThan(1);
    expect(corrected.filter(([, value]) => value !== '')).toEqual([['correction-0', '2400']]);
    const fields = { outcome: 'changed', newOutcome: 'accepted', reasons: 'ok', 'correction-1': '7' };
    const kept = await refused(page, `${page}/conclude`, { who: nina, fields });
    expect(kept).toMatchObject({ ...fields, 'correction-0': '2400' });
  });

  describe('of filters', () => {
    /** A value for each word by which a list of the console is narrowed. */
    const values: Fields = {
      show: 'late',
      kind: 'access',
      aiSystem: 'loan-check',
      from: '2026-10-01',
      to: '2026-11-30',
      actor: 'act_0000000000000000000000000000',
    };
    const narrowed = endpoints.flatMap(({ id, method, path, query }) => {
      const names = Object.keys((query as { shape?: object } | undefined)?.shape ?? {});
      const known = names.filter((name) => values[name] !== undefined);
      const isPage = method === 'get' && path.startsWith('/console') && !/[{.]/.test(path);
      return isPage && known.length > 1 ? [[path, known, id] as const] : [];
    });

    it.each(narrowed)('%s keeps the others where one of %j is changed', async (path, names) => {
      // Kinds of requests are no kinds of entries.
      const mine = path === '/console/ledger' ? { ...values, kind: 'requests' } : values;
      const chosen = Object.fromEntries(names.map((name) => [name, mine[name] ?? '']));
      const told = await read(`${path}?${new URLSearchParams(chosen)}`, nina);
      expect(told.status, told.text).toBe(200);
      const links = linksIn(told.text).filter((href) => href.startsWith(`${path}?`));
      expect(links.length).toBeGreaterThan(0);
      for (const href of links) {
        const { searchParams } = new URL(href, 'http://x');
        const others = names.filter((name) => searchParams.get(name) !== chosen[name]);
        // A span of time is one choice.
        const changed = new Set(others.map((name) => (name === 'to' ? 'from' : name)));
        expect(changed.size, `${href} loses more than one of ${names}`).toBeLessThan(2);
      }
      const form = formIn(told.text, path);
      if (form !== undefined) expect(form).toMatchObject(chosen);
    });
  });
});
