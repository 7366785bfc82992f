/**
 * `npm run doctor -- --open` on an installation whose database somebody changed: what it prints, and its exit code.
 * Source: docs/decisions/0050-doctor-folds-everything-anew.md.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { main as doctor } from '../../scripts/doctor.ts';
import { root } from '../../src/root.ts';
import { aService, engines, type RunningService } from '../given/service.ts';
import { aTown } from '../given/tamper/a-town.ts';
import { asItStands, mend, placeOfRow, type Tampering, tamper, tamperings } from '../given/tamper/rows.ts';

interface Finding {
  readonly about: string;
  readonly state: string;
  readonly words: string;
}

describe.each(engines)('npm run doctor -- --open over %s', (engine) => {
  let service: RunningService;
  let environment: Readonly<Record<string, string>>;
  let said = '';

  beforeAll(async () => {
    let databaseUrl = '';
    service = await aService({
      engine,
      reached: async (url) => {
        databaseUrl = url;
        return url;
      },
    });
    await aTown(service);
    environment = {
      CANDOR_DATA_DIR: service.dataDir,
      CANDOR_WITNESS_DIR: join(service.dataDir, '..', 'witness'),
      DATABASE_URL: databaseUrl,
    };
  }, 60_000);
  afterAll(() => service.stop());
  beforeEach(() => {
    said = '';
    for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      said += String(text);
      return true;
    });
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
  });

  /** The exit code, and what it says of the views. */
  async function looked(): Promise<{ readonly code: number; readonly views: readonly Finding[] }> {
    said = '';
    const code = await doctor(['--open', '--json']);
    const { findings } = JSON.parse(said) as { readonly findings: readonly Finding[] };
    return { code, views: findings.filter(({ about }) => about === 'views') };
  }

  /** One row changed, one taken away and one added in each table, each another row. */
  async function oneOfEach(): Promise<readonly Tampering[]> {
    // What the service keeps for itself is no view; that it stops where those were changed is shown elsewhere.
    const ofViews = (await tamperings(service, 2)).filter(({ table }) => table !== 'meta' && table !== 'nodes');
    const all = Map.groupBy(ofViews, ({ table }) => table);
    return [...all.values()].flatMap((each) => {
      // Under another key it would be two rows: one that is missing, and one more.
      const isSame = (one: Tampering): boolean => placeOfRow({ ...one, before: undefined }) === placeOfRow(one);
      const changed = each.find((one) => one.column !== undefined && one.column !== 'bound' && isSame(one));
      const gone = each.findLast(({ before, after }) => before !== undefined && after === undefined);
      const isAnother = gone?.before !== undefined && changed?.before !== undefined && gone.before !== changed.before;
      return [changed, isAnother ? gone : undefined, each.find(({ before }) => before === undefined)].flatMap(
        (planned) => planned ?? [],
      );
    });
  }

  it('is content with an installation that nobody touched, beside the service that runs over it', async () => {
    const { code, views } = await looked();
    expect({ code, views }).toEqual({
      code: 0,
      views: [expect.objectContaining({ state: 'good', words: expect.stringMatching(/^\d+ people folded anew/) })],
    });
  });

  it('names each row that was changed, taken away or added, by table and key, and ends with 1', {
    timeout: 60_000,
  }, async () => {
    const planned = await oneOfEach();
    expect(new Set(planned.map(({ table }) => table)).size).toBe(16);
    expect(planned.length).toBeGreaterThanOrEqual(30);
    const done: Tampering[] = [];
    for (const each of planned) {
      const now = await asItStands(service, each);
      await tamper(service, now);
      done.push(now);
    }
    const { code, views } = await looked();
    const words = views.map((finding) => finding.words);
    const unnamed = done.filter((each) => !words.some((line) => line.startsWith(`${placeOfRow(each)}: `)));
    for (const each of done.toReversed()) await mend(service, each);
    // Which mark is missing nobody can say: its table is named as a whole.
    const marks = unnamed.filter(({ table, after }) => /Marks$/.test(table) && after === undefined);
    for (const { name } of marks)
      expect(words).toContainEqual(expect.stringContaining(`${name} as a whole: a row is missing`));
    expect(unnamed.filter((each) => !marks.includes(each)).map((each) => each.words)).toEqual([]);
    expect([code, new Set(views.map(({ state }) => state))]).toEqual([1, new Set(['bad'])]);
    expect(await looked()).toMatchObject({ code: 0 });
  });

  it('says so to whoever runs it in a terminal, with the way to mend it and without a value of the row', {
    timeout: 60_000,
  }, async () => {
    const [planned] = (await tamperings(service, 1)).filter(({ words }) => words === 'people.standing');
    const run = () =>
      spawnSync(process.execPath, [join(root, 'scripts/run.mjs'), 'doctor', '--open'], {
        encoding: 'utf8',
        env: { PATH: process.env['PATH'] ?? '', ...environment },
      });
    await tamper(service, planned!);
    const { status, stdout, stderr } = run();
    await mend(service, planned!);
    expect([status, stderr]).toEqual([1, '']);
    expect(stdout).toContain(
      `BAD   views          ${placeOfRow(planned!)}: the column standing is not what was written; run \`npm run verify`,
    );
    expect(stdout).not.toContain('choices');
    expect(run().status).toBe(0);
  });
});
