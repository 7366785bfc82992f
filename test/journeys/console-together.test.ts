import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADA, atTheConsole, BEN, sure } from '../given/a-shop.ts';
import { aBank, NINA } from '../given/review/a-review.ts';
import { aService, dailyEngine, type RunningService } from '../given/service.ts';

const WHY = 'Many ask at once, and each answer is read by two people.';

describe.each(dailyEngine)('one step for several requests over %s', (engine) => {
  let service: RunningService;
  let headers: { readonly cookie: string };
  let csrf = '';
  beforeAll(async () => {
    service = await aService({ engine });
    await aBank(service);
    headers = await atTheConsole(service, NINA);
    csrf = /name="csrf" value="([^"]+)"/.exec((await service.call('GET', '/console', { headers })).text)?.[1] ?? '';
  }, 60_000);
  afterAll(() => service.stop());

  const asked = async (self = ADA): Promise<string> =>
    sure(await service.call('POST', '/v1/me/requests', { json: { kind: 'access', message: 'Please.' }, self })).body.id;
  const stepped = async (id: string, step: string, json: object) =>
    sure(await service.call('POST', `/v1/requests/${id}/${step}`, { json, scope: 'requests', sub: 'officer' }));
  const send = (path: string, form: Readonly<Record<string, string>>) =>
    service.call('POST', path, { headers, form: { csrf, ...form } });
  const chosen = (ids: readonly string[]) => Object.fromEntries(ids.map((id) => [id, 'yes']));
  const preview = (ids: readonly string[], step = 'extend', reason = WHY) =>
    send('/console/together', { step, reason, ...chosen(ids) });
  /** The fields of the form that confirms. */
  const fieldsOf = (html: string): Readonly<Record<string, string>> => {
    const [, form = ''] = /action="\/console\/together\/sure"(.*?)<\/form>/s.exec(html) ?? [];
    return Object.fromEntries(
      [...form.matchAll(/name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]),
    );
  };
  const lineOf = (html: string, id: string): string => {
    const [row = ''] = html.split('<tr>').filter((each) => each.includes(`/console/requests/${id}"`));
    return row.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
  };
  const extended = async (id: string): Promise<unknown> =>
    (sure(await service.call('GET', `/v1/requests/${id}`, { scope: 'requests' })).body as { extended?: unknown })
      .extended;
  const count = async (kind: string): Promise<number> =>
    (
      sure(await service.call('GET', `/v1/ledger/entries?kind=${kind}&limit=100`, { scope: 'audit' }))
        .body as unknown as {
        items: readonly unknown[];
      }
    ).items.length;

  it('is chosen in the list of what waits, and not among what has ended', async () => {
    const id = await asked();
    const list = sure(await service.call('GET', '/console/requests', { headers })).text;
    expect(list).toContain(`<input type="checkbox" name="${id}" value="yes"`);
    expect(list).toContain('action="/console/together"');
    const ended = sure(await service.call('GET', '/console/requests?show=ended', { headers })).text;
    expect(ended).not.toContain('/console/together');
  });

  it('is shown for each before anything is done, with those that are left out and why', async () => {
    const [free, once, closed] = [await asked(), await asked(BEN), await asked()];
    await stepped(once, 'extend', { reason: 'A large record has to be read.' });
    await stepped(closed, 'cancel', { reason: 'They called it off.' });
    const before = await count('request.extended');
    const { text, status } = await preview([free, once, closed, 'req_00000000000000000000000000']);
    expect(status).toBe(200);
    expect(lineOf(text, free)).toMatch(/The last day becomes .* 20\d\d, and the person is told why\./);
    expect(lineOf(text, once)).toContain('Left out: its time was extended once already.');
    expect(lineOf(text, closed)).toContain('Left out: it is closed.');
    expect(lineOf(text, 'req_00000000000000000000000000')).toContain('Left out: there is no such request.');
    expect(Object.keys(fieldsOf(text)).filter((name) => name.startsWith('req_'))).toEqual([free]);
    expect([await count('request.extended'), await extended(free)]).toEqual([before, false]);
  });

  it('is done for each on its own, says how each came out, and is done once however often it is sent', async () => {
    const ids = [await asked(), await asked(BEN), await asked()];
    const [, meanwhile = ''] = ids;
    const form = fieldsOf((await preview(ids)).text);
    await stepped(meanwhile, 'extend', { reason: 'A large record has to be read.' });
    const before = await count('request.extended');
    const told = await send('/console/together/sure', form);
    for (const id of ids) expect(lineOf(told.text, id)).toContain(id === meanwhile ? 'Not done: ' : 'Done');
    expect(await Promise.all(ids.map(extended))).toEqual([true, true, true]);
    expect(await count('request.extended')).toBe(before + 2);
    const again = await send('/console/together/sure', form);
    for (const id of ids.filter((each) => each !== meanwhile)) expect(lineOf(again.text, id)).toContain('Done');
    expect(await count('request.extended')).toBe(before + 2);
  });

  it('notes the same words about each, once, where the person can read them', async () => {
    const ids = [await asked(), await asked(BEN)];
    const before = await count('note.added');
    const shown = await preview(ids, 'note', 'Waits for the archive.');
    for (const id of ids) expect(lineOf(shown.text, id)).toContain('who can read it');
    const form = fieldsOf(shown.text);
    await send('/console/together/sure', form);
    await Promise.all([send('/console/together/sure', form), send('/console/together/sure', form)]);
    expect(await count('note.added')).toBe(before + 2);
  });

  it('is told what is missing, and never takes a step that needs a look at each', async () => {
    const id = await asked();
    expect((await preview([])).text).toContain('Choose at least one request.');
    expect((await preview([id], 'extend', '  ')).text).toContain('Write what the step says.');
    for (const step of ['deny', 'fulfil', 'verify']) expect((await preview([id], step)).status).toBe(422);
    expect(await extended(id)).toBe(false);
    const other = await atTheConsole(service, NINA, ['reviews']);
    const form = { csrf, step: 'note', reason: 'x', [id]: 'yes' };
    expect((await service.call('POST', '/console/together', { headers: other, form })).status).toBe(403);
  });
});
