/**
 * Before real data comes in: everything that must not go live is named with the way to mend it, and nothing where all
 * of it is mended.
 */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { main as backup } from '../../scripts/backup.ts';
import { furnish } from '../../scripts/bench/a-house.ts';
import type { DoctorFinding } from '../../scripts/doctor/finding.ts';
import { main as doctor } from '../../scripts/doctor.ts';
import { readConfig } from '../../src/config.ts';
import { startService } from '../../src/service.ts';
import { aDatabase } from '../given/postgres.ts';
import { hearing } from '../given/said.ts';
import { type Engine, engines } from '../given/service.ts';

const folder = mkdtempSync(join(tmpdir(), 'candor-production-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (...parts: readonly string[]): string => join(folder, ...parts);

const heard = hearing();
afterEach(() => vi.unstubAllEnvs());

/** As a machine would say it that keeps its clock in step, or does not. */
function aMachine(name: string, says: string): string {
  const bin = at(name);
  mkdirSync(bin, { recursive: true });
  writeFileSync(join(bin, 'timedatectl'), `#!/bin/sh\necho ${says}\n`);
  chmodSync(join(bin, 'timedatectl'), 0o755);
  return bin;
}

async function examined(env: Readonly<Record<string, string>>, ...words: readonly string[]) {
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  heard.forget();
  const code = await doctor(['--production', '--json', ...words]);
  const { findings } = JSON.parse(heard.said()) as { findings: DoctorFinding[] };
  return { code, bad: findings.filter(({ state }) => state === 'bad'), findings };
}

async function ranOnce(env: Readonly<Record<string, string>>): Promise<void> {
  const config = readConfig({ PORT: '0', LOG_LEVEL: 'silent', ...env });
  if ('faults' in config) throw new Error(config.faults.join('\n'));
  const service = await startService(config);
  await furnish(service.house, 1);
  await service.stop();
}

/** What each fault is mended with, and the word that its finding has to say. */
const mended: Readonly<Record<string, string>> = {
  address: 'CANDOR_BASE_URL',
  proxy: 'CANDOR_TRUSTED_PROXIES',
  witness: 'CANDOR_WITNESS_DIR',
  'master key': 'CANDOR_MASTER_KEY_FILE',
  origin: 'CANDOR_ORIGIN',
  issuer: 'CANDOR_ISSUER',
  contact: 'CANDOR_CONTACT',
  mail: 'SMTP_URL',
  backup: 'npm run backup',
  clock: 'chrony',
  log: 'LOG_LEVEL',
};

describe.each(engines)('on %s', (engine: Engine) => {
  let database: Awaited<ReturnType<typeof aDatabase>> | undefined;
  let place: Readonly<Record<string, string>> = {};
  let ready: Readonly<Record<string, string>> = {};
  const dir = at(engine);
  beforeAll(async () => {
    database = engine === 'postgresql' ? await aDatabase() : undefined;
    mkdirSync(dir, { recursive: true });
    place = database === undefined ? {} : { DATABASE_URL: database.url };
    ready = {
      ...place,
      PATH: `${aMachine('in-step', 'yes')}:${process.env['PATH']}`,
      CANDOR_DATA_DIR: join(dir, 'data'),
      CANDOR_WITNESS_DIR: join(dir, 'witness'),
      CANDOR_MASTER_KEY_FILE: join(dir, 'master.key'),
      CANDOR_ORIGIN: 'privacy.example.com',
      CANDOR_BASE_URL: 'https://privacy.example.com',
      CANDOR_TRUSTED_PROXIES: '10.0.0.0/8',
      CANDOR_ISSUER: 'https://login.example.com',
      CANDOR_JWKS_URL: 'https://login.example.com/jwks',
      CANDOR_AUDIENCE: 'candor',
      CANDOR_CONTACT: 'Example Bank; privacy@example.com',
      SMTP_URL: 'smtps://mail.example.com',
      CANDOR_MAIL_FROM: 'privacy@example.com',
      LOG_LEVEL: 'info',
    };
    await ranOnce({ ...ready, LOG_LEVEL: 'silent' });
  });
  afterAll(() => database?.drop());

  it('nothing is bad where all of it is mended, until the backup is a day old', async () => {
    expect((await examined(ready)).bad.map(({ about }) => about)).toEqual(['backup']);
    expect(await backup([engine === 'sqlite' ? at('copy') : '--made-otherwise'])).toBe(0);
    const { code, bad, findings } = await examined(ready);
    expect(bad).toEqual([]);
    expect(code).toBe(0);
    expect(findings.find(({ about }) => about === 'retention')).toMatchObject({ state: 'good' });
    const noted = join(dir, 'data', 'last-backup.json');
    const before = readFileSync(noted, 'utf8');
    writeFileSync(noted, JSON.stringify({ at: Date.now() - 25 * 3_600_000 }));
    expect((await examined(ready)).bad).toMatchObject([
      { about: 'backup', words: expect.stringContaining('25 hours') },
    ]);
    writeFileSync(noted, before);
  });

  it('each setting that is not fit for it is bad by itself', async () => {
    for (const [about, changed] of [
      ['address', { CANDOR_BASE_URL: 'http://privacy.example.com' }],
      ['proxy', { CANDOR_TRUSTED_PROXIES: '' }],
      ['issuer', { CANDOR_ISSUER: '', CANDOR_JWKS_URL: '' }],
      ['contact', { CANDOR_CONTACT: '' }],
      ['mail', { SMTP_URL: '' }],
      ['log', { LOG_LEVEL: 'debug' }],
      ['log', { LOG_LEVEL: 'silent' }],
      ['clock', { PATH: `${aMachine('astray', 'no')}:${process.env['PATH']}` }],
    ] as const) {
      const { code, bad } = await examined({ ...ready, ...changed });
      expect([code, bad.map((each) => each.about)]).toEqual([1, [about]]);
      expect(bad[0]?.words).toContain(mended[about]);
      vi.unstubAllEnvs();
    }
  });

  it('a place that leads into the data folder by a link is judged by where it leads', async () => {
    const inside = join(dir, 'data', 'inside');
    mkdirSync(inside);
    writeFileSync(join(inside, 'master.key'), readFileSync(join(dir, 'master.key')), { mode: 0o600 });
    symlinkSync(inside, join(dir, 'elsewhere'));
    symlinkSync(join(inside, 'master.key'), join(dir, 'linked.key'));
    symlinkSync(join(dir, 'data'), join(dir, 'data-by-a-link'));
    for (const [about, changed] of [
      ['witness', { CANDOR_WITNESS_DIR: join(dir, 'elsewhere') }],
      ['witness', { CANDOR_WITNESS_DIR: inside, CANDOR_DATA_DIR: join(dir, 'data-by-a-link') }],
      ['master key', { CANDOR_MASTER_KEY_FILE: join(dir, 'linked.key') }],
      ['master key', { CANDOR_MASTER_KEY_FILE: join(dir, 'elsewhere', 'master.key') }],
    ] as const) {
      const { bad } = await examined({ ...ready, ...changed });
      const words = bad.filter((each) => each.about === about).map((each) => each.words);
      expect(words.join('\n'), JSON.stringify(changed)).toContain(mended[about]);
      vi.unstubAllEnvs();
    }
  });
});

describe('a first start with nothing set', () => {
  it('names every open point with the way to mend it, and keeps the master key and the mark in sight', async () => {
    const data = at('fresh');
    const env = {
      CANDOR_DATA_DIR: data,
      LOG_LEVEL: 'debug',
      PATH: `${aMachine('astray', 'no')}:${process.env['PATH']}`,
    };
    await ranOnce({ CANDOR_DATA_DIR: data });
    const { code, bad } = await examined(env);
    expect(code).toBe(1);
    expect(bad.map(({ about }) => about).sort()).toEqual(Object.keys(mended).sort());
    for (const { about, words } of bad) expect(words, about).toContain(mended[about]);
    expect(existsSync(join(data, 'last-backup.json'))).toBe(false);
  });

  it('says them before there is an installation, too', async () => {
    const { code, bad } = await examined({ CANDOR_DATA_DIR: at('nothing'), LOG_LEVEL: 'debug' }, '--clock-is-kept');
    expect(code).toBe(2);
    const { clock, ...others } = mended;
    expect(clock).toBeDefined();
    expect(bad.map(({ about }) => about).sort()).toEqual([...Object.keys(others), 'installation'].sort());
  });
});

describe('retention that never ran', () => {
  it('is bad, and so is one that has not run for a day', async () => {
    const data = at('kept');
    await ranOnce({ CANDOR_DATA_DIR: data });
    const { default: Database } = await import('better-sqlite3');
    const change = (sql: string): void => {
      const db = new Database(join(data, 'candor.db'));
      db.exec(sql);
      db.close();
    };
    for (const [sql, words] of [
      [`update meta set value = '1760000000000' where name = 'retention-swept'`, 'hours ago'],
      [`delete from meta where name = 'retention-swept'`, 'never'],
    ] as const) {
      change(sql);
      const { bad } = await examined({ CANDOR_DATA_DIR: data }, '--clock-is-kept');
      expect(bad.find(({ about }) => about === 'retention')?.words).toContain(words);
    }
  });
});

it('a file of a backup that says nothing is none', async () => {
  const { lastBackup, noteBackup } = await import('../../src/last-backup.ts');
  mkdirSync(at('odd'));
  for (const text of ['', '{}', '[]', '{"at":"today"}', '{"at":1.5}', 'null']) {
    writeFileSync(at('odd', 'last-backup.json'), text);
    expect(lastBackup(at('odd'))).toBeUndefined();
  }
  noteBackup(at('odd'), 7);
  expect(lastBackup(at('odd'))).toBe(7);
});
