/** Over what the first release left: nothing is lost, what it signed still proves, and there is no way back. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { main as doctor } from '../../scripts/doctor.ts';
import { main as verify } from '../../scripts/verify.ts';
import { windUpClock } from '../../src/clock.ts';
import { readConfig } from '../../src/config.ts';
import { type Service, startService } from '../../src/service.ts';
import { type Left, leftByFirstRelease } from '../given/first-release/left.ts';
import { dailyEngine } from '../given/service.ts';

/** Five days after the first release wrote its last entry. */
const clock = windUpClock(Date.parse('2026-12-05T09:00:00.000Z'));

async function ran(
  main: (argv: readonly string[]) => Promise<number>,
  variables: Readonly<Record<string, string>>,
  ...argv: readonly string[]
): Promise<{ code: number; said: string }> {
  let said = '';
  const heard = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said += String(text);
    return true;
  });
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  try {
    return { code: await main(argv), said };
  } finally {
    heard.mockRestore();
    vi.unstubAllEnvs();
  }
}

describe.each(dailyEngine)('an installation of the first release, started by this one over %s', (engine) => {
  let left: Left;
  let service: Service;
  const start = (): Promise<Service> => {
    const config = readConfig(left.variables);
    if ('faults' in config) throw new Error(config.faults.join('\n'));
    return startService(config, clock, { checkReplies: true, sendsMessages: false });
  };
  const get = async (path: string, sub: string, scope = 'self') => {
    const headers = { authorization: `Bearer ${await service.token({ sub, scope })}` };
    const answer = await fetch(`http://127.0.0.1:${service.port}${path}`, { headers });
    return { status: answer.status, text: await answer.text() };
  };
  beforeAll(async () => {
    left = await leftByFirstRelease(engine);
    service = await start();
  }, 120_000);
  afterAll(async () => {
    await service.stop();
    await left.drop();
  });

  it('answers for everybody as it stood: choices, uses, the contested decision, the erasure', async () => {
    expect(service.house.status().state).toBe('ready');
    const { people } = await service.house.see(['customer:42', 'customer:43', 'customer:44']);
    expect(people.map(({ found }) => found)).toEqual(['known', 'known', 'erased']);
    const answer = JSON.parse((await get('/v1/me/ai-use', '42')).text);
    const { numbers, automatedDecisions } = left.said.answer;
    const { uses, decisions, systems } = numbers;
    expect(uses).toBeGreaterThan(0);
    expect(answer.numbers).toMatchObject({ uses, decisions, systems });
    const idOf = ({ id }: { readonly id: string }): string => id;
    expect(answer.automatedDecisions.map(idOf)).toEqual(automatedDecisions.map(idOf));
    const decided = await get(`/v1/automated-decisions/${left.said.decision}`, 'officer', 'decide');
    expect([decided.status, JSON.parse(decided.text).outcome]).toEqual([200, { en: 'declined' }]);
    const ask = async (subject: string): Promise<unknown> => {
      const headers = {
        authorization: `Bearer ${await service.token({ sub: 'shop', scope: 'use' })}`,
        'content-type': 'application/json',
      };
      const body = JSON.stringify({ subject, aiSystem: 'support-assistant', purpose: 'support-drafts' });
      const told = await fetch(`http://127.0.0.1:${service.port}/v1/checks`, { method: 'POST', headers, body });
      return ((await told.json()) as { allowed?: boolean }).allowed;
    };
    // One had agreed, the other had taken it back.
    expect([await ask('customer:42'), await ask('customer:43')]).toEqual([true, false]);
  });

  it('proves as before: the evidence and the certificate that were given then, the ledger, every content and view', async () => {
    const trusting = ['--data', join(left.folder, 'data')];
    for (const [name, text] of Object.entries({ ...left.said.evidence, 'certificate.json': left.said.certificate })) {
      const file = join(left.folder, name);
      writeFileSync(file, text);
      const told = await ran(verify, {}, file, ...trusting);
      expect([name, told.code, told.said]).toEqual([name, 0, expect.stringMatching(/^good/)]);
    }
    const evidence = join(left.folder, 'evidence-now.json');
    writeFileSync(evidence, (await get('/v1/me/evidence', '42')).text);
    expect(await ran(verify, {}, evidence, ...trusting)).toMatchObject({ code: 0 });
    await service.stop();
    expect(await ran(verify, left.variables, '--all')).toMatchObject({ code: 0 });
    const told = await ran(doctor, left.variables, '--open', '--json');
    expect(told.said).not.toMatch(/"state":"bad"/);
    service = await start();
  });

  it('once a newer release has changed the tables, this one refuses in one line and writes nothing', async () => {
    await service.stop();
    await migratedByANewerRelease(left);
    await expect(start()).rejects.toThrow(/^The database was changed by a newer release of Candor[^\n]*$/);
    // It holds nothing that the newer one would need.
    await expect(start()).rejects.toThrow(/newer release/);
    await migratedByANewerRelease(left, true);
    service = await start();
    expect(service.house.status().state).toBe('ready');
  });
});

/** As its list of migrations says it; `undo` takes the line away again. */
async function migratedByANewerRelease({ variables, folder }: Left, undo = false): Promise<void> {
  const url = variables['DATABASE_URL'];
  const table = url === undefined ? '__drizzle_migrations' : 'drizzle.__drizzle_migrations';
  const statement = undo
    ? `delete from ${table} where hash = 'newer'`
    : `insert into ${table} (hash, created_at) values ('newer', 4102444800000)`;
  if (url === undefined) {
    const database = new Database(join(folder, 'data', 'candor.db'));
    database.exec(statement);
    database.close();
    return;
  }
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
