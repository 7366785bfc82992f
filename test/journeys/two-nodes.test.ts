import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { windUpClock } from '../../src/clock.ts';
import { readConfig } from '../../src/config.ts';
import { type Service, startService } from '../../src/service.ts';
import { aDatabase, type Database } from '../given/postgres.ts';
import { engines } from '../given/service.ts';

/** Two nodes on one database, each with a folder of its own but for the key. */
describe.skipIf(!engines.includes('postgresql'))('a customer whose browser meets two nodes', () => {
  const clock = windUpClock(Date.parse('2026-11-02T09:00:00.000Z'));
  let folder: string;
  let database: Database;
  let nodes: Service[] = [];

  const node = (name: string): Promise<Service> => {
    const config = readConfig({
      CANDOR_DATA_DIR: join(folder, name),
      CANDOR_MASTER_KEY_FILE: join(folder, 'master.key'),
      DATABASE_URL: database.url,
      PORT: '0',
      LOG_LEVEL: 'silent',
    });
    if ('faults' in config) throw new Error(config.faults.join('\n'));
    return startService(config, clock, { checkReplies: true });
  };
  const sent = (to: Service | undefined, path: string, init: RequestInit = {}) =>
    fetch(`http://127.0.0.1:${to?.port}${path}`, { redirect: 'manual', ...init });
  const entered = (to: Service | undefined, code: string) =>
    sent(to, '/me/enter', {
      method: 'POST',
      body: new URLSearchParams({ code }),
      headers: { 'sec-fetch-site': 'same-origin' },
    });
  const codeOf = (link: string): string => link.slice(link.lastIndexOf('/') + 1);
  const cookieOf = (answer: Response): string => (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'candor-nodes-'));
    database = await aDatabase();
    nodes = [await node('one')];
    nodes.push(await node('two'));
  });
  afterEach(async () => {
    for (const each of nodes) await each.stop();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('gets a link from one, is let in by the other, is known to both, and leaves both at once', async () => {
    const [one, two] = nodes;
    const code = codeOf((await one?.link('customer:42')) ?? '');
    expect((await sent(two, `/me/enter/${code}`)).status).toBe(200);
    const begun = await entered(two, code);
    expect(begun.status).toBe(303);
    const headers = { cookie: cookieOf(begun) };
    for (const each of nodes) expect((await sent(each, '/me', { headers })).status).toBe(200);
    const page = await (await sent(one, '/me', { headers })).text();
    const csrf = /name="csrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const leave = {
      method: 'POST',
      headers: { ...headers, 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams({ csrf }),
    };
    expect((await sent(one, '/me/leave', leave)).status).toBe(200);
    for (const each of nodes) expect((await sent(each, '/me', { headers })).status).not.toBe(200);
  });

  it('is let in once, however many trade the same code at once', async () => {
    const [one, two] = nodes;
    const code = codeOf((await one?.link('customer:42')) ?? '');
    const answers = await Promise.all([one, two, one, two, one, two].map((each) => entered(each, code)));
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
  });

  it('is out where the link or the session is too old, also after a node was started again', async () => {
    const [one, two] = nodes;
    const old = codeOf((await one?.link('customer:42')) ?? '');
    const code = codeOf((await one?.link('customer:42')) ?? '');
    const headers = { cookie: cookieOf(await entered(two, code)) };
    clock.wind(11 * 60_000);
    expect((await entered(two, old)).status).not.toBe(303);
    await one?.stop();
    nodes = [await node('one'), ...nodes.slice(1)];
    expect((await sent(nodes[0], '/me', { headers })).status).toBe(200);
    clock.wind(50 * 60_000);
    expect((await sent(nodes[0], '/me', { headers })).status).not.toBe(200);
  });
});
