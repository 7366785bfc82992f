/**
 * Whoever changes the registry itself, in the entries of the ledger and past every guard of the database: the next
 * start permits nothing, and staff, monitor and log hear of it.
 * Source: docs/decisions/0049-a-row-is-bound-to-its-newest-entry.md.
 */
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import Database from 'better-sqlite3';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '../../src/http/log.ts';
import { watchUnfit } from '../../src/http/watch-unfit.ts';
import { say } from '../../src/language/say.ts';
import { ADA, aShop, atTheConsole, check, says, sure, use } from '../given/a-shop.ts';
import { aFreePort } from '../given/http/a-free-port.ts';
import { aService, dailyEngine, type RunningService } from '../given/service.ts';

const officer = { scope: 'admin', sub: 'officer' };

describe.each(dailyEngine)('a registry that somebody changed in the database over %s', (engine) => {
  let service: RunningService;
  let databaseUrl = '';
  let metricsPort = 0;
  beforeEach(async () => {
    metricsPort = await aFreePort();
    service = await aService({
      engine,
      variables: { METRICS_PORT: String(metricsPort) },
      reached: async (url) => {
        databaseUrl = url;
        return url;
      },
    });
    await aShop(service);
    sure(await says(service, 'given'));
    expect((await check(service)).body).toMatchObject({ allowed: true });
  }, 60_000);
  afterEach(() => service.stop());

  /** As the owner of the database, who needs no leave of a trigger. */
  async function changed(statement: string): Promise<number> {
    if (engine === 'sqlite') {
      const file = new Database(join(service.dataDir, 'candor.db'));
      for (const { name } of file
        .prepare("select name from sqlite_master where type = 'trigger' and tbl_name = 'entries'")
        .all() as { readonly name: string }[])
        file.exec(`drop trigger "${name}"`);
      const { changes } = file.prepare(statement).run();
      file.close();
      return changes;
    }
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    await client.query('alter table entries disable trigger user');
    const { rowCount } = await client.query(statement);
    await client.end();
    return rowCount ?? 0;
  }

  async function refusedEverywhere(): Promise<void> {
    for (const told of [await check(service), await use(service)])
      expect([told.status, told.body.code]).toEqual([503, 'state-does-not-fit']);
  }

  const stop = async (): Promise<void> => {
    const json = { reason: { en: 'It counted income twice.' } };
    sure(await service.call('POST', '/v1/ai-systems/support-assistant/suspension', { json, ...officer }));
    expect((await check(service)).body).toMatchObject({ allowed: false });
  };

  const payloads = {
    sqlite: `update "entries" set "payload" = cast(replace(cast("payload" as text), '"EU":"consent"', '"EU":"contract"') as blob) where "kind" = 'purpose.published'`,
    postgresql: `update "entries" set "payload" = convert_to(replace(convert_from("payload", 'UTF8'), '"EU":"consent"', '"EU":"contract"'), 'UTF8') where "kind" = 'purpose.published'`,
  };

  it.each([
    [
      'whose stop is called something else',
      `update "entries" set "kind" = 'look.taken' where "kind" = 'ai-system.suspended'`,
    ],
    [
      'in which a stop is emptied',
      `update "entries" set "payload" = null, "salt" = null where "kind" = 'ai-system.suspended'`,
    ],
    ['in which a purpose has another legal basis', payloads[engine]],
  ])('%s permits nothing after the next start', async (_words, statement) => {
    await stop();
    expect(await changed(statement)).toBeGreaterThan(0);
    service = await service.again();
    await refusedEverywhere();
  });

  it('from which a stop is taken out does not even start, and says why', async () => {
    await stop();
    await changed(`delete from "entries" where "kind" = 'ai-system.suspended'`);
    await expect(service.again()).rejects.toThrow(/not those that its newest checkpoint signed.*verify -- --all/);
  });

  it('is an alarm on /readyz, in the metrics and in the log', async () => {
    await stop();
    await changed(`update "entries" set "kind" = 'look.taken' where "kind" = 'ai-system.suspended'`);
    service = await service.again();
    await refusedEverywhere();
    const ready = await service.call('GET', '/readyz');
    expect(ready.body.notes.join(' ')).toMatch(
      /rows of the database are not what this service wrote \(.*registry_head.*\)/,
    );
    const metrics = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
    expect(metrics).toMatch(/^candor_rows_that_do_not_fit [1-9]\d*$/m);
    expect(metrics).toMatch(/^candor_state_refusals [1-9]\d*$/m);
    const to = new PassThrough();
    const { report } = service.house.room.bound;
    watchUnfit({ report, walkedAt: () => 0 }, { log: createLog('error', to), metrics: undefined });
    const lines = String(to.read()).trim().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toContainEqual(
      expect.objectContaining({ msg: 'alarm', code: 'state-does-not-fit', table: 'registry_head' }),
    );
  });

  it('where one person’s row was changed, the console names it to staff', async () => {
    const statement = `update "people" set "standing" = replace("standing", '"given"', '"withdrawn"')`;
    expect(await changed(statement)).toBeGreaterThan(0);
    await refusedEverywhere();
    const headers = await atTheConsole(service, 'officer');
    const { text } = sure(await service.call('GET', '/console?language=en', { headers }));
    expect(text).toContain(say('en', 'console.unfit.title'));
    const row = service.house.unfit().find(({ table }) => table === 'people');
    expect(text).toContain(`people: <span class="hash">${row?.key}`);
    expect(text).not.toContain(ADA);
  });
});
