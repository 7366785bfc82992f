/**
 * Alarms of what is missing, changed or deaf: a part taken away, a row changed past the service, a receiver that fails,
 * a ledger that was restored. Each is done to a running service, a real Prometheus judges by the file that we ship,
 * and each alarm falls silent after what its page of the runbook says to do.
 * Source:  docs/runbook.md.
 */
import { spawnSync } from 'node:child_process';
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { examples } from '../../openapi/examples.ts';
import { root } from '../../src/root.ts';
import { aReceiver } from '../given/http/a-receiver.ts';
import { aDatabase, hasPostgres } from '../given/postgres.ts';
import { type Alarmed, alarmed, asking } from '../given/prove/alarmed.ts';
import { callableAt } from '../given/prove/callable.ts';
import { build, type Environment, spawnService } from '../given/prove/spawned.ts';
import { declareForUses } from '../given/store/keyed-load.ts';
import { hasTool } from '../given/tool.ts';

type Role = 'sealed' | 'sqlite' | 'postgresql' | 'webhook' | 'restored';
let house: Alarmed<Role>;

function run(environment: Environment, ...words: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'scripts/run.mjs'), ...words], {
    env: { PATH: process.env['PATH'] ?? '', ...environment },
    encoding: 'utf8',
  });
  expect([status, `${stdout}${stderr}`]).toEqual([0, expect.any(String)]);
}

/** Somebody who holds the database turns the no of a person into a yes. */
const FORGED = `update people set standing = replace(standing, '"refused"', '"given"')`;

async function changedPast(environment: Environment): Promise<void> {
  const url = environment['DATABASE_URL'];
  if (url === undefined) {
    const db = new Database(join(environment['CANDOR_DATA_DIR'] ?? '', 'candor.db'));
    db.exec(FORGED);
    db.close();
    return;
  }
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(FORGED);
  await client.end();
}

describe.skipIf(!hasTool('prometheus'))('alarms', () => {
  beforeAll(async () => {
    build();
    house = await alarmed(['sealed', 'sqlite', 'postgresql', 'webhook', 'restored']);
  }, 180_000);
  afterAll(() => house.stop());

  it('a node that is gone, and one that comes back without its master key', async () => {
    const environment = house.environmentFor('sealed');
    const key = environment['CANDOR_MASTER_KEY_FILE'] ?? '';
    const service = await spawnService(environment);
    await house.silent('sealed', 'CandorDown');
    await service.kill();
    await house.fires('sealed', 'CandorDown');
    renameSync(key, `${key}.away`);
    const sealed = await spawnService(environment);
    await house.silent('sealed', 'CandorDown');
    await house.fires('sealed', 'CandorSealed');
    await sealed.stop();
    renameSync(`${key}.away`, key);
    const whole = await spawnService(environment);
    await house.silent('sealed', 'CandorSealed');
    await whole.stop();
  }, 300_000);

  for (const role of ['sqlite', 'postgresql'] as const)
    it.skipIf(role === 'postgresql' && !hasPostgres)(
      `rows that somebody changed past the service, over ${role}`,
      async () => {
        const database = role === 'postgresql' ? await aDatabase() : undefined;
        const environment = house.environmentFor(role, database === undefined ? {} : { DATABASE_URL: database.url });
        const service = await spawnService(environment);
        const speaking = await callableAt(service.url, environment);
        await declareForUses(speaking);
        const json = { subject: 'customer:1', purpose: 'suggestions', state: 'refused' };
        expect((await speaking.call('POST', '/v1/consents', { scope: 'admin', json })).status).toBe(201);
        await changedPast(environment);
        await house.fires(role, 'CandorRowsDoNotFit');
        await service.stop();
        run(environment, 'rebuild-views');
        const again = await spawnService(environment);
        await house.silent(role, 'CandorRowsDoNotFit');
        await again.stop();
        await database?.drop();
      },
      300_000,
    );

  it('a receiver of changes that answers 500', async () => {
    const receiver = await aReceiver();
    receiver.answer(500);
    const environment = house.environmentFor('webhook', { CANDOR_WEBHOOK_NETWORKS: '127.0.0.0/8' });
    const service = await spawnService(environment);
    const { call } = await callableAt(service.url, environment);
    const sent = async (method: string, path: string, json: unknown) => {
      const told = await call(method, path, { scope: 'admin', json });
      expect(told.status, told.text).toBeLessThan(300);
      return told.body;
    };
    const example = (id: string) => examples.find(({ endpoint }) => endpoint === id)?.body;
    await sent('PUT', '/v1/purposes/support-drafts', example('putPurpose'));
    await sent('PUT', '/v1/notices/support-notice', example('putNotice'));
    const { id } = await sent('POST', '/v1/webhooks', { url: receiver.url });
    const json = { subject: 'customer:1', purpose: 'support-drafts', state: 'refused' };
    await sent('POST', '/v1/consents', json);
    await house.fires('webhook', 'CandorWebhookFailing');
    receiver.answer(204);
    await sent('PUT', `/v1/webhooks/${id}`, { state: 'active' });
    await house.silent('webhook', 'CandorWebhookFailing');
    await service.stop();
    receiver.stop();
  }, 300_000);

  it('a ledger that goes on under another key', async () => {
    const environment = house.environmentFor('restored');
    const data = environment['CANDOR_DATA_DIR'] ?? '';
    const copy = join(house.folder, 'copy');
    const service = await spawnService(environment);
    const speaking = await callableAt(service.url, environment);
    await declareForUses(speaking);
    const load = asking(speaking);
    await house.silent('restored', 'CandorDown');
    run(environment, 'backup', '--unsealed', copy);
    await load.stop();
    await service.stop();
    renameSync(data, `${data}.before`);
    run(environment, 'restore', copy, '--acknowledge');
    const restored = await spawnService(environment);
    await house.fires('restored', 'CandorLogKeyChanged');
    await house.silent('restored', 'CandorLogKeyChanged');
    await restored.stop();
  }, 300_000);
});
