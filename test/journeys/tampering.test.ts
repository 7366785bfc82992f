import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Difference } from '../../src/ledger/audit/difference.ts';
import { judgeAll } from '../../src/ledger/audit/judge.ts';
import { rebuildViews } from '../../src/ledger/rebuild.ts';
import type { NamedValues } from '../../src/store/query.ts';
import { ADA, BEN, question, says, sure } from '../given/a-shop.ts';
import { aService, dailyEngine, type RunningService, type Told } from '../given/service.ts';
import { asked, aTown } from '../given/tamper/a-town.ts';
import {
  asItStands,
  type ChangedTable,
  mend,
  rowsOf,
  type Tampering,
  tamper,
  tamperings,
} from '../given/tamper/rows.ts';

/** So few entries at a time that everybody is judged over several moments. */
const FEW = 2;

const unfit = [503, 'state-does-not-fit'];

describe.each(dailyEngine)('whoever changes the database over %s', (engine) => {
  let service: RunningService;
  beforeAll(async () => {
    service = await aService({ engine });
    await aTown(service);
  }, 60_000);
  afterAll(() => service.stop());

  const check = (json: object): Promise<Told> => service.call('POST', '/v1/checks', { json, scope: 'use' });
  const use = (json: object): Promise<Told> => service.call('POST', '/v1/uses', { json, scope: 'use' });
  const told = ({ allowed, code }: { readonly allowed?: boolean; readonly code?: string }) => code ?? allowed;
  const codeOf = ({ status, body }: Told): unknown[] => [status, body.code];
  const judged = async (): Promise<readonly Difference[]> =>
    (await judgeAll({ store: service.house.store, keyring: service.house.keyring, page: FEW })).differences;
  const rebuilt = (): Promise<unknown> => {
    const { store, keyring, room, now } = service.house;
    return rebuildViews({ store, keyring, log: room.log, defaultRegime: room.defaultRegime, now: now() });
  };
  const subjectOf = async (who: string): Promise<string> =>
    (await service.call('GET', `/v1/subjects/${who}`, { scope: 'consent' })).body.subject;
  const change = (table: ChangedTable, before: NamedValues | undefined, after: NamedValues | undefined): Tampering => ({
    table,
    name: table,
    words: table,
    before,
    after,
  });
  const rowOf = async (table: ChangedTable, subject: string): Promise<NamedValues> =>
    (await rowsOf(service, table)).find((row) => row['subject'] === subject)!;

  /** What somebody who is refused could ask by every door of an evaluation. */
  async function permittedNow(): Promise<readonly string[]> {
    const permitted: string[] = [];
    for (const { who, json, allowed } of asked) {
      if (allowed) continue;
      const tried = { check: await check(json), use: await use(json) };
      for (const [what, told] of Object.entries(tried))
        if (told.body.allowed === true || (told.status !== 503 && told.body.allowed !== false))
          permitted.push(`${what} of ${who}: ${told.status}`);
    }
    return permitted;
  }

  it('is not accused while nobody did', async () => {
    expect(await judged()).toEqual([]);
    for (const { json, allowed } of asked) expect((await check(json)).body).toMatchObject({ allowed });
    expect(service.house.unfit()).toEqual([]);
  });

  it('who sets a withdrawn choice to given gets 503 at every door, and the officer, the monitor and the log hear of it', async () => {
    const subject = await subjectOf(ADA);
    const before = await rowOf('people', subject);
    const standing = String(before['standing']).replaceAll('"withdrawn"', '"given"');
    expect(standing).not.toBe(before['standing']);
    const forged = change('people', before, { ...before, standing });
    await tamper(service, forged);
    expect(codeOf(await check(question(ADA)))).toEqual(unfit);
    expect(codeOf(await use(question(ADA)))).toEqual(unfit);
    expect(codeOf(await use({ ...question(ADA), mode: 'report', occurredAt: '2026-11-02T09:00:30.000Z' }))).toEqual(
      unfit,
    );
    const batch = await service.call('POST', '/v1/uses/batch', {
      json: { items: [question(ADA), question(BEN)] },
      scope: 'use',
    });
    expect(batch.body.results.map(told)).toEqual(['state-does-not-fit', true]);
    const many = await service.call('POST', '/v1/checks/batch', {
      json: { items: [question(ADA), question(BEN), 'nothing', question(ADA), question('customer:nobody')] },
      scope: 'use',
    });
    expect([many.status, many.body.results.map(told)]).toEqual([
      200,
      ['state-does-not-fit', true, 'validation-failed', 'state-does-not-fit', false],
    ]);
    expect((await check(question(BEN))).body).toMatchObject({ allowed: true });
    expect(service.house.unfit()).toEqual([{ table: 'people', key: subject }]);
    const ready = await service.call('GET', '/readyz');
    expect(ready.body.notes.join(' ')).toContain('1 rows of the database are not what this service wrote (people)');
    await mend(service, forged);
    expect((await check(question(ADA))).body).toMatchObject({ allowed: false, reason: 'withdrawn' });
  });

  it('who puts a whole row back to the day before a withdrawal is told from the ledger', async () => {
    const subject = await subjectOf(BEN);
    const older = await rowOf('people', subject);
    sure(await says(service, 'withdrawn', BEN));
    const newer = await rowOf('people', subject);
    const rolledBack = change('people', newer, older);
    await tamper(service, rolledBack);
    expect(codeOf(await check(question(BEN)))).toEqual(unfit);
    expect(codeOf(await use(question(BEN)))).toEqual(unfit);
    expect(await judged()).toContainEqual(expect.objectContaining({ table: 'people', key: subject, what: 'changed' }));
    await mend(service, rolledBack);
    service.clock.wind(60_000);
    sure(await says(service, 'given', BEN));
    expect((await check(question(BEN))).body).toMatchObject({ allowed: true });
  });

  it('who makes two identifiers change places makes neither speak for the other, and a rebuild mends it', async () => {
    const links = await rowsOf(service, 'identities');
    const [ada, ben] = [await subjectOf(ADA), await subjectOf(BEN)];
    const [one, other] = [ada, ben].map((subject) => links.find((row) => row['subject'] === subject)!) as [
      NamedValues,
      NamedValues,
    ];
    const swapped = [
      change('identities', one, { ...one, subject: ben, fact: other['fact'], bound: other['bound'] }),
      change('identities', other, { ...other, subject: ada, fact: one['fact'], bound: one['bound'] }),
    ];
    for (const each of swapped) await tamper(service, each);
    for (const who of [ADA, BEN]) {
      expect(codeOf(await check(question(who)))).toEqual(unfit);
      expect(codeOf(await use(question(who)))).toEqual(unfit);
    }
    expect((await judged()).filter(({ table }) => table === 'identities').length).toBeGreaterThanOrEqual(2);
    await rebuilt();
    expect(await judged()).toEqual([]);
    expect((await check(question(ADA))).body).toMatchObject({ allowed: false, reason: 'withdrawn' });
    expect((await check(question(BEN))).body).toMatchObject({ allowed: true });
  });

  it('is found by the walk in the background, too', async () => {
    const subject = await subjectOf(BEN);
    const row = (await rowsOf(service, 'uses')).find((each) => each['subject'] === subject)!;
    const gone = change('uses', row, undefined);
    await tamper(service, gone);
    while (!(await service.house.walk.step()));
    while (!(await service.house.walk.step()));
    expect(service.house.unfit()).toContainEqual({ table: 'uses', key: `${subject} ${row['n']}` });
    expect(service.house.walk.lastRound()).toMatchObject({ people: expect.any(Number) });
    await mend(service, gone);
  });

  it('is named for every change, and none of them allows anything', { timeout: 400_000 }, async () => {
    const all = await tamperings(service, engine === 'sqlite' ? 3 : 2);
    const unseen: string[] = [];
    const permitted: string[] = [];
    for (const planned of all) {
      const each = await asItStands(service, planned);
      await tamper(service, each);
      const found = (await judged()).filter(({ table }) => table === each.name);
      if (found.length === 0) unseen.push(each.words);
      permitted.push(...(await permittedNow()).map((words) => `${each.words}: ${words}`));
      await mend(service, each);
    }
    expect({ unseen, permitted }).toEqual({ unseen: [], permitted: [] });
    expect(all.length).toBeGreaterThan(engine === 'sqlite' ? 200 : 120);
    expect(await judged()).toEqual([]);
  });

  it('while the service stands still is met at its next start', { timeout: 120_000 }, async () => {
    for (const table of ['people', 'identities', 'erasedMarks', 'suppressionMarks'] as const) {
      const gone = (await rowsOf(service, table)).map((row) => change(table, row, undefined));
      for (const each of gone) await tamper(service, each);
      service = await service.again();
      expect({ table, permitted: await permittedNow() }).toEqual({ table, permitted: [] });
      expect(service.house.unfit().length).toBeGreaterThan(0);
      for (const each of gone) await mend(service, each);
      await rebuilt();
      service = await service.again();
      expect({ table, differences: await judged() }).toEqual({ table, differences: [] });
      for (const { json, allowed } of asked) expect((await check(json)).body).toMatchObject({ allowed });
    }
  });
});
