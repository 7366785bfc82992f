/**
 * A thousand people after a thousand acts at random: nobody is accused, and then each change of the database is named.
 * The people are those of the file of automated decisions that APPLICANTS names, or made-up ones.
 * Source: docs/decisions/0050-doctor-folds-everything-anew.md.
 */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judgeAll } from '../../src/ledger/audit/judge.ts';
import { question, says, sure } from '../given/a-shop.ts';
import { aService, engines, type RunningService } from '../given/service.ts';
import { aTown } from '../given/tamper/a-town.ts';
import { asItStands, mend, placeOfRow, tamper, tamperings } from '../given/tamper/rows.ts';

const PEOPLE = 1000;
const ACTS = 1000;
const CHANGES = 200;

const file = process.env['APPLICANTS'];
const applicants =
  file === undefined
    ? Array.from({ length: PEOPLE }, (_, at) => `customer:made-up-${at}`)
    : readFileSync(file, 'utf8')
        .trim()
        .split('\n')
        .map((line) => String(JSON.parse(line).subject));

const inSums = new Set(['erasedMarks', 'suppressionMarks', 'meta', 'requestSecrets', 'nodes']);

/** A small generator of its own, so that a failing run can be lived again. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

describe.each(engines)('a thousand people over %s', (engine) => {
  let service: RunningService;
  const random = chance(20_261_129);
  const anybody = (): string => applicants[random(applicants.length)] ?? 'customer:nobody';
  beforeAll(async () => {
    service = await aService({ engine });
    await aTown(service);
  }, 120_000);
  afterAll(() => service.stop());

  const judged = async () => judgeAll({ store: service.house.store, keyring: service.house.keyring });

  async function act(): Promise<void> {
    const subject = anybody();
    const json = question(subject);
    const acts = [
      () => says(service, 'given', subject),
      () => says(service, 'withdrawn', subject),
      () =>
        service.call('POST', '/v1/me/limits', { json: { kind: 'objection-marketing', state: 'set' }, self: subject }),
      () => service.call('POST', '/v1/uses', { json, scope: 'use' }),
      () => service.call('POST', '/v1/me/requests', { json: { kind: 'access' }, self: subject }),
      () => service.call('POST', `/v1/subjects/${subject}/erasure`, { json: {}, scope: 'admin', sub: 'officer' }),
    ];
    // Somebody who is erased is refused later on, as it should be; nothing may be a fault of ours.
    const told = await acts[random(100) < 2 ? 5 : random(5)]!();
    expect(told.status, told.text).toBeLessThan(500);
  }

  it('is not accused after a thousand acts, by the doctor or by an evaluation', { timeout: 600_000 }, async () => {
    const regimes = { regimes: ['EU'], ageBand: 'adult' };
    for (let at = 0; at < applicants.length; at += 50)
      await Promise.all(
        applicants
          .slice(at, at + 50)
          .map(async (who) =>
            sure(await service.call('PUT', `/v1/subjects/${who}`, { json: regimes, scope: 'consent' })),
          ),
      );
    for (let at = 0; at < ACTS; at += 20) {
      service.clock.wind(60_000);
      await Promise.all(Array.from({ length: 20 }, act));
    }
    const { people, differences } = await judged();
    expect(differences).toEqual([]);
    expect(people).toBeGreaterThan(PEOPLE * 0.9);
    const items = applicants.map((who) => question(who));
    const { body } = sure(await service.call('POST', '/v1/checks/batch', { json: { items }, scope: 'use' }));
    expect(body.results.filter(({ code }: { readonly code?: string }) => code !== undefined)).toEqual([]);
    expect(service.house.unfit()).toEqual([]);
  });

  it('has each of two hundred changes named', { timeout: 600_000 }, async () => {
    const all = (await tamperings(service, 4)).filter(({ before }) => before !== undefined);
    const unnamed: string[] = [];
    let tried = 0;
    // Changes of different rows are made together: the doctor tells them apart. Only the head stands alone: where it
    // is not what was bound, the sums in it say nothing of other tables.
    while (all.length > 0) {
      const together = new Map<string, (typeof all)[number]>();
      for (const each of all.splice(0)) {
        const place = placeOfRow({ ...each, after: each.before });
        const isApart = [...together.values()].some(
          ({ table }) => (table === 'registryHead') !== (each.table === 'registryHead'),
        );
        if (isApart || together.has(place)) all.push(each);
        else together.set(place, each);
      }
      const done = await Promise.all([...together.values()].map((each) => asItStands(service, each)));
      for (const each of done) await tamper(service, each);
      const { differences } = await judged();
      const tables = new Set(differences.map(({ table }) => table));
      const places = new Set(differences.map(({ table, key }) => `${table} ${key}`));
      const isNamed = (each: (typeof done)[number]): boolean =>
        places.has(placeOfRow(each)) ||
        places.has(placeOfRow({ ...each, before: undefined })) ||
        // What no fact says one by one is named as a whole.
        (inSums.has(each.table) && tables.has(each.name));
      unnamed.push(...done.filter((each) => !isNamed(each)).map(({ words }) => words));
      tried += done.length;
      for (const each of done.toReversed()) await mend(service, each);
    }
    process.stdout.write(`${engine}: ${tried} changes, ${unnamed.length} not named\n`);
    expect(unnamed).toEqual([]);
    expect(tried).toBeGreaterThanOrEqual(CHANGES);
    expect((await judged()).differences).toEqual([]);
  });
});
