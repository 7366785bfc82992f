/**
 * What opens another system is given once, by standard input, beside a running service: it counts from the next use on,
 * fails visibly when it is withdrawn, goes over to the next master key, and stands nowhere in clear.
 * Source: docs/connected-systems.md; decision 0141.
 */
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../src/root.ts';
import { answersWell, aSystem } from '../given/http/a-system.ts';
import { aDatabase, hasPostgres } from '../given/postgres.ts';
import { filesWith, type Working, working } from '../given/prove/connected.ts';
import { build, type Environment } from '../given/prove/spawned.ts';

const CANARY = 'Y2FuYXJ5LW9mLWEtY3JlZGVudGlhbC1vbmU';
const NEXT = 'Y2FuYXJ5LW9mLWEtY3JlZGVudGlhbC10d28';
const engines = hasPostgres ? ['sqlite', 'postgresql'] : ['sqlite'];

beforeAll(build);

describe.each(engines)('a credential of another system, over %s', (engine) => {
  let folder: string;
  let environment: Environment;
  let system: Awaited<ReturnType<typeof aSystem>>;
  let service: Working;
  let database: Awaited<ReturnType<typeof aDatabase>> | undefined;
  const said: string[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'candor-credentials-'));
    system = await aSystem();
    database = engine === 'sqlite' ? undefined : await aDatabase();
    const place = { key: 'letters', name: 'Letters', kind: 'http', url: system.url };
    const systems = [{ ...place, secret: 'letters-secret', identities: ['customer'] }];
    await writeFile(join(folder, 'systems.yaml'), JSON.stringify({ systems }));
    environment = {
      CANDOR_DATA_DIR: join(folder, 'data'),
      CANDOR_DATA_MAPS: folder,
      CANDOR_WEBHOOK_NETWORKS: '127.0.0.0/8',
      LOG_LEVEL: 'debug',
      ...(database === undefined ? {} : { DATABASE_URL: database.url }),
    };
    service = await working({ environment });
    for (let person = 1; person < 6; person += 1) await service.knows(person);
  }, 120_000);
  afterAll(async () => {
    await service?.stop();
    system?.stop();
    await database?.drop();
    await rm(folder, { recursive: true, force: true });
  });

  const runs = (input: string, ...words: readonly string[]) => {
    const ran = spawnSync(process.execPath, [join(root, 'scripts/run.mjs'), ...words], {
      input,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'] ?? '', ...environment },
    });
    said.push(ran.stdout, ran.stderr);
    return { code: ran.status, text: `${ran.stdout}${ran.stderr}` };
  };
  const taskOf = async (id: string) => (await service.tasks(id))[0];
  const failsWith = (id: string, code: string) =>
    expect.poll(async () => (await taskOf(id))?.code, { timeout: 30_000, interval: 50 }).toBe(code);
  const isSignedWith = (secret: string): void => {
    const asked = system.asked.at(-1);
    expect(() =>
      new Webhook(`whsec_${secret}`).verify(asked?.text ?? '', asked?.headers as Record<string, string>),
    ).not.toThrow();
  };

  it('is missing, and seen to be, until it is given; then the task goes on by itself', async () => {
    const id = await service.files('access', 1);
    await failsWith(id, 'secret-missing');
    expect(system.asked).toEqual([]);
    expect(runs(`whsec_${CANARY}\n`, 'credentials', 'put', 'letters-secret')).toMatchObject({ code: 0 });
    await service.becomes(id, 'done');
    isSignedWith(CANARY);
    expect(runs('', 'credentials').text).toMatch(/^letters-secret, since \d{4}-\d\d-\d\d/);
  });

  it('is replaced and withdrawn while the service runs, and a withdrawn one is a failure that is seen', async () => {
    const file = join(folder, 'next');
    await writeFile(file, `whsec_${NEXT}`);
    expect(runs('', 'credentials', 'put', 'letters-secret', '--from', file).code).toBe(0);
    await rm(file);
    await service.becomes(await service.files('access', 2), 'done');
    isSignedWith(NEXT);
    expect(runs('', 'credentials', 'withdraw', 'letters-secret').code).toBe(0);
    const id = await service.files('access', 3);
    await failsWith(id, 'secret-missing');
    expect(await taskOf(id)).toMatchObject({ state: 'failed', details: ['letters-secret'] });
    const fulfilled = await service.call('POST', `/v1/requests/${id}/fulfil`, { json: {} });
    expect(fulfilled.status).toBe(409);
    expect(runs(`whsec_${NEXT}`, 'credentials', 'put', 'letters-secret').code).toBe(0);
    await service.becomes(id, 'done');
  });

  it('goes over to the next master key beside the service', async () => {
    expect(runs('', 'rotate-keys', 'master', '--by', 'nina', '--keep-nothing').code).toBe(0);
    system.answers(answersWell);
    await service.becomes(await service.files('access', 4), 'done');
    isSignedWith(NEXT);
  });

  it('is no word of a command line, and no name is a path', () => {
    expect(runs('', 'credentials', 'put', 'letters-secret', 'whsec_x').code).toBe(2);
    expect(runs('x', 'credentials', 'put', '../letters').code).toBe(2);
    expect(runs('', 'credentials', 'put', 'letters-secret').code).toBe(1);
    expect(runs('', 'credentials', 'withdraw', 'unknown').code).toBe(1);
  });

  it('stands in no file, no backup, no answer and nothing that is said', async () => {
    const backup = join(folder, 'backup');
    expect(runs('', 'backup', backup).code).toBe(0);
    expect(runs('', 'backup', '--unsealed', join(folder, 'unsealed')).code).toBe(0);
    runs('', 'doctor');
    runs('', 'data-map', 'check');
    runs('', 'data-map', 'plan', '--json');
    for (const path of ['/v1/tasks', '/v1/tasks?state=parked', '/metrics', '/health/ready'])
      said.push((await service.call('GET', path)).text);
    const log = service.said();
    expect(log).toContain('/v1/requests');
    said.push(log);
    for (const canary of [
      CANARY,
      NEXT,
      Buffer.from(CANARY, 'base64').toString(),
      Buffer.from(NEXT, 'base64').toString(),
    ]) {
      expect(filesWith(folder, canary)).toEqual([]);
      expect(said.filter((text) => text.includes(canary))).toEqual([]);
    }
    if (database !== undefined) {
      const dumped = spawnSync('pg_dump', ['--dbname', database.url], { encoding: 'utf8', maxBuffer: 2 ** 28 });
      for (const canary of [CANARY, NEXT]) expect(dumped.stdout).not.toContain(canary);
    }
    expect(await readFile(join(folder, 'systems.yaml'), 'utf8')).toContain('letters-secret');
  });
});
