import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Difference } from '../../src/ledger/audit/difference.ts';
import { judgeAll } from '../../src/ledger/audit/judge.ts';
import { aService, engines, type RunningService, type Told } from '../given/service.ts';
import { asked, aTown } from '../given/tamper/a-town.ts';
import { mend, tamper, tamperings } from '../given/tamper/rows.ts';

describe.each(engines)('whoever changes the database over %s', (engine) => {
  let service: RunningService;
  beforeAll(async () => {
    service = await aService({ engine });
    await aTown(service);
  });
  afterAll(() => service.stop());

  const check = (json: object): Promise<Told> => service.call('POST', '/v1/checks', { json, scope: 'use' });
  const use = (json: object): Promise<Told> => service.call('POST', '/v1/uses', { json, scope: 'use' });
  const judged = async (): Promise<readonly Difference[]> =>
    (await judgeAll({ store: service.house.store, keyring: service.house.keyring })).differences;

  it('is not accused while nobody did', async () => {
    expect(await judged()).toEqual([]);
    for (const { json, allowed } of asked) expect((await check(json)).body).toMatchObject({ allowed });
    expect(service.house.unfit()).toEqual([]);
  });

  it('is named for every change, and none of them allows anything', { timeout: 400_000 }, async () => {
    const all = await tamperings(service, engine === 'sqlite' ? 3 : 2);
    const unseen: string[] = [];
    const permitted: string[] = [];
    for (const each of all) {
      await tamper(service, each);
      const found = (await judged()).filter(({ table }) => table === each.name);
      if (found.length === 0) unseen.push(each.words);
      for (const { who, json, allowed } of asked) {
        if (allowed) continue;
        for (const [what, told] of [
          ['check', await check(json)],
          ['use', await use(json)],
        ] as const)
          if (told.body.allowed === true || (told.status !== 503 && told.body.allowed !== false))
            permitted.push(`${each.words}: ${what} of ${who}: ${told.status}`);
      }
      await mend(service, each);
    }
    expect({ unseen, permitted }).toEqual({ unseen: [], permitted: [] });
    expect(all.length).toBeGreaterThan(engine === 'sqlite' ? 200 : 120);
    expect(await judged()).toEqual([]);
  });
});
