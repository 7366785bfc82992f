import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Scope } from '../../src/vocabulary/scope.ts';
import { atTheConsole, sure } from '../given/a-shop.ts';
import { aBank, NINA, OMAR } from '../given/review/a-review.ts';
import { aService, dailyEngine, type RunningService } from '../given/service.ts';

const LATE = '/console/requests?show=late&kind=access';

describe.each(dailyEngine)('saved views over %s', (engine) => {
  let service: RunningService;
  beforeAll(async () => {
    service = await aService({ engine });
    await aBank(service);
  }, 60_000);
  afterAll(() => service.stop());

  /** A member of staff who reads pages and sends their forms. */
  async function atWork(staff: string, scopes?: readonly Scope[]) {
    const headers = await atTheConsole(service, staff, scopes);
    const read = async (path: string): Promise<string> => sure(await service.call('GET', path, { headers })).text;
    const csrf = /name="csrf" value="([^"]+)"/.exec(await read('/console'))?.[1] ?? '';
    const send = (path: string, form: Readonly<Record<string, string>>) =>
      service.call('POST', path, { headers, form: { csrf, ...form } });
    return {
      read,
      save: (name: string, address = LATE) => send('/console/views', { name, address }),
      remove: (name: string) => send('/console/views/remove', { name }),
      /** The views at the side of a page, by name. */
      views: async (path = '/console'): Promise<Readonly<Record<string, string>>> => {
        const [, side = ''] = /id="views">(.*?)<\/ul>/s.exec(await read(path)) ?? [];
        const links = [...side.matchAll(/href="([^"]*)">([^<]*)</g)];
        return Object.fromEntries(links.map(([, href = '', name]) => [name, href.replaceAll('&amp;', '&')]));
      },
    };
  }

  it('are saved from the list as it is shown, and lead back to it from every page', async () => {
    const nina = await atWork(NINA);
    const page = await nina.read(`${LATE}&language=en`);
    expect(page).toContain(`name="address" value="${LATE.replace('&', '&amp;')}"`);
    const told = await nina.save('Late copies');
    expect([told.status, told.headers.get('location')]).toEqual([303, `${LATE}#views`]);
    for (const path of ['/console', '/console/ledger', LATE])
      expect(await nina.views(path)).toEqual({ 'Late copies': LATE });
    await nina.remove('Late copies');
  });

  it('are of whoever saved them, and of nobody else', async () => {
    const [nina, omar] = [await atWork(NINA), await atWork(OMAR)];
    await nina.save('Mine');
    expect(await omar.views()).toEqual({});
    await omar.remove('Mine');
    expect(await nina.views()).toEqual({ Mine: LATE });
    await nina.remove('Mine');
    expect(await nina.views()).toEqual({});
  });

  it('are kept once a name, however often a form is sent, and all of those that are sent at once', async () => {
    const nina = await atWork(NINA);
    const other = '/console/reviews?show=mine';
    for (const address of [LATE, LATE, other]) await nina.save('One', address);
    expect(await nina.views()).toEqual({ One: other });
    await Promise.all(['a', 'b', 'c', 'd'].map((name) => nina.save(name)));
    expect(Object.keys(await nina.views()).toSorted()).toEqual(['One', 'a', 'b', 'c', 'd']);
    for (const name of ['One', 'a', 'b', 'c', 'd']) await nina.remove(name);
  });

  it.each([
    ['an address elsewhere', 'https://example.com/console/requests'],
    ['an address of another host without a scheme', '//example.com/console/requests'],
    ['a page that names a person', '/console/customers/sub_00000000000000000000000000'],
    ['a filter that names a person', '/console/ledger?subject=sub_00000000000000000000000000'],
    ['a filter that does not fit', '/console/requests?show=everything'],
    ['a script', 'javascript:alert(1)'],
  ])('are never %s', async (_what, address) => {
    const nina = await atWork(NINA);
    const told = await nina.save('Odd', address);
    expect(told.status).toBe(422);
    expect(told.text).toContain('This page cannot be saved as a view.');
    expect(await nina.views()).toEqual({});
  });

  it('leave out where a list begins, and are told when there is no room or no name', async () => {
    const nina = await atWork(NINA);
    await nina.save('Odd uses', '/console/ledger?kind=uses&before=5&from=&language=de');
    expect(await nina.views()).toEqual({ 'Odd uses': '/console/ledger?kind=uses' });
    expect((await nina.save('  ')).text).toContain('Give the view a name.');
    for (let count = 1; count < 20; count += 1) await nina.save(`view ${count}`);
    expect((await nina.save('one more')).text).toContain('You have 20 saved views.');
    expect((await nina.save('Odd uses')).status).toBe(303);
    expect(Object.keys(await nina.views())).toHaveLength(20);
  });

  it('are not offered to a session that does not open them', async () => {
    const clerk = await atWork(NINA, ['reviews']);
    expect(await clerk.views()).toEqual({});
  });
});
