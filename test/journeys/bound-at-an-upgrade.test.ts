/**
 * An installation of the release before rows were bound: what it gets at its first start, and what a row that somebody
 * had changed before gets.
 * Source: docs/decisions/0049-a-row-is-bound-to-its-newest-entry.md.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judgeAll } from '../../src/ledger/audit/judge.ts';
import type { NamedValues } from '../../src/store/query.ts';
import { ADA, BEN, question } from '../given/a-shop.ts';
import { withoutBindings } from '../given/ledger/older-release.ts';
import { aService, engines, type RunningService } from '../given/service.ts';
import { asked, aTown } from '../given/tamper/a-town.ts';
import { type ChangedTable, rowsOf, type Tampering, tamper } from '../given/tamper/rows.ts';

const bound = ['people', 'identities', 'erasedMarks', 'suppressionMarks', 'registryHead'] as const;

describe.each(engines)('an installation whose rows are not bound yet over %s', (engine) => {
  let service: RunningService;
  beforeAll(async () => {
    service = await aService({ engine });
    await aTown(service);
    await withoutBindings(service);
  }, 60_000);
  afterAll(() => service.stop());

  const judged = async () =>
    (await judgeAll({ store: service.house.store, keyring: service.house.keyring })).differences;
  const bindings = async (table: ChangedTable): Promise<readonly unknown[]> =>
    (await rowsOf(service, table)).map((row) => row['bound']);
  const change = (table: ChangedTable, before: NamedValues, after: NamedValues | undefined): Tampering => ({
    table,
    name: table,
    words: table,
    before,
    after,
  });

  it('has no code in any row', async () => {
    for (const table of bound) expect([table, new Set(await bindings(table))]).toEqual([table, new Set([null])]);
    expect((await judged()).length).toBeGreaterThan(0);
  });

  it('gets them at its first start, from the ledger: a row that was changed before is as the facts say, and not as it stood', async () => {
    const people = await rowsOf(service, 'people');
    const ada = people.find(({ standing }) => String(standing).includes('"withdrawn"'))!;
    const standing = String(ada['standing']).replaceAll('"withdrawn"', '"given"');
    await tamper(service, change('people', ada, { ...ada, standing }));
    const [use] = await rowsOf(service, 'uses');
    await tamper(service, change('uses', use!, undefined));
    const links = await rowsOf(service, 'identities');
    const [one, other] = [links[0]!, links.find(({ subject }) => subject !== links[0]?.['subject'])!];
    await tamper(service, change('identities', one, { ...one, subject: other['subject'], fact: other['fact'] }));
    service = await service.again();
    for (const table of bound) expect([table, (await bindings(table)).includes(null)]).toEqual([table, false]);
    expect(await judged()).toEqual([]);
    expect(service.house.unfit()).toEqual([]);
    const now = (await rowsOf(service, 'people')).find(({ subject }) => subject === ada['subject'])!;
    expect(now['standing']).toBe(ada['standing']);
    for (const { json, allowed } of asked)
      expect((await service.call('POST', '/v1/checks', { json, scope: 'use' })).body).toMatchObject({ allowed });
    const check = async (who: string) =>
      (await service.call('POST', '/v1/checks', { json: question(who), scope: 'use' })).body.reason;
    expect([await check(ADA), await check(BEN)]).toEqual(['withdrawn', 'consent-given']);
  });

  it('is bound once: what is changed after that is no longer mended by a start, and refused', async () => {
    const ada = (await rowsOf(service, 'people')).find(({ standing }) => String(standing).includes('"withdrawn"'))!;
    const standing = String(ada['standing']).replaceAll('"withdrawn"', '"given"');
    await tamper(service, change('people', ada, { ...ada, standing }));
    service = await service.again();
    const told = await service.call('POST', '/v1/checks', { json: question(ADA), scope: 'use' });
    expect([told.status, told.body.code]).toEqual([503, 'state-does-not-fit']);
  });
});
