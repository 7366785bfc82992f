/**
 * What npm run setup writes is what the service starts with, readable by its owner only, and never over what is there.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { main } from '../../scripts/setup.ts';
import { readConfig } from '../../src/config.ts';
import { root } from '../../src/root.ts';
import { hasTool } from '../given/tool.ts';

const base = mkdtempSync(join(tmpdir(), 'candor-setup-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));

let said = { out: '', err: '' };
beforeEach(() => {
  said = { out: '', err: '' };
  for (const [name, of] of [
    ['out', process.stdout],
    ['err', process.stderr],
  ] as const)
    vi.spyOn(of, 'write').mockImplementation((text) => {
      said[name] += String(text);
      return true;
    });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

const least = ['--yes', '--url', 'https://privacy.example.com', '--contact', "O'Neill Bank; privacy@example.com"];
const whole = [
  ...least,
  ...['--proxies', '10.0.0.0/8', '--issuer', 'https://login.example.com', '--jwks', 'https://login.example.com/jwks'],
  ...['--mail-from', 'Example Bank <privacy@example.com>', '--set', 'METRICS_PORT=9464'],
];
const modeOf = (file: string): number => statSync(file).mode & 0o777;
/** As a shell, systemd and compose read it. */
const readAs = (file: string) => {
  const show = 'JSON.stringify(process.env)';
  const env = JSON.parse(
    execFileSync(process.execPath, [`--env-file=${file}`, '-p', show], { env: {}, encoding: 'utf8' }),
  );
  return readConfig(
    Object.fromEntries(Object.entries(env as Record<string, string>).filter(([name]) => /^[A-Z_]+$/.test(name))),
  );
};

describe('npm run setup', () => {
  it('writes settings that the service takes, and a master key, both their owner’s alone', async () => {
    const folder = join(base, 'whole');
    vi.stubEnv('SMTP_URL', 'smtps://candor:a$b@mail.example.com');
    expect(await main(['--folder', folder, ...whole])).toBe(0);
    const config = readAs(join(folder, 'candor.env'));
    expect(config).toMatchObject({
      baseUrl: 'https://privacy.example.com',
      origin: 'privacy.example.com',
      contact: { name: "O'Neill Bank", email: 'privacy@example.com' },
      issuer: { audience: 'https://privacy.example.com' },
      smtpUrl: 'smtps://candor:a$b@mail.example.com',
      metricsPort: 9464,
      masterKeyFile: join(folder, 'master.key'),
    });
    expect(readFileSync(join(folder, 'master.key'), 'utf8')).toMatch(/^1 [\w+/]{43}=\n$/);
    expect([folder, join(folder, 'candor.env'), join(folder, 'master.key')].map(modeOf)).toEqual([0o700, 0o600, 0o600]);
    expect(said.out).not.toContain('Still open');
    expect(said.out).not.toContain('a$b');
  });

  it('writes nothing over what is there, and keeps a master key', async () => {
    const folder = join(base, 'twice');
    expect(await main(['--folder', folder, ...least])).toBe(0);
    const [env, key] = [join(folder, 'candor.env'), join(folder, 'master.key')];
    const before = [env, key].map((file) => readFileSync(file, 'utf8'));
    expect(await main(['--folder', folder, ...whole])).toBe(1);
    expect(said.err).toContain(`${env} is there already`);
    expect([env, key].map((file) => readFileSync(file, 'utf8'))).toEqual(before);
    rmSync(env);
    expect(await main(['--folder', folder, ...least])).toBe(0);
    expect(readFileSync(key, 'utf8')).toBe(before[1]);
    expect(said.out).toContain('was there is kept');
  });

  it('says all that is missing or would be refused at once, with 2, and writes nothing', async () => {
    const folder = join(base, 'none');
    expect(await main(['--folder', folder, '--yes', '--contact', 'nobody', '--set', 'LOG_LEVEL=loud'])).toBe(2);
    for (const words of ['CANDOR_BASE_URL: say --url', 'CANDOR_CONTACT: must be', 'LOG_LEVEL: must be one of'])
      expect(said.err).toContain(words);
    expect(await main(['--folder', folder, ...least, '--set', 'CANDOR_PORT=1'])).toBe(2);
    expect(said.err).toContain('CANDOR_PORT: there is no such setting');
    expect(await main([...least])).toBe(2);
    expect(existsSync(folder)).toBe(false);
  });

  it('names what is still open before real data comes in', async () => {
    expect(await main(['--folder', join(base, 'open'), ...least, '--json'])).toBe(0);
    const { open } = JSON.parse(said.out) as { open: { about: string }[] };
    expect(open.map(({ about }) => about)).toEqual(['issuer', 'mail']);
  });

  // `script` gives the command a terminal.
  it.skipIf(!hasTool('script'))('asks for the rest where somebody sits at a terminal', () => {
    const folder = join(base, 'asked');
    const answers = join(base, 'answers');
    writeFileSync(answers, `https://privacy.example.com\n${'\n'.repeat(20)}`);
    const line = `${process.execPath} scripts/run.cjs setup --folder ${folder}`;
    execFileSync('sh', ['-c', `script -qec "${line}" ${join(base, 'typescript')} < ${answers}`], {
      cwd: root,
      stdio: 'ignore',
    });
    expect(readAs(join(folder, 'candor.env'))).toMatchObject({
      origin: 'privacy.example.com',
      trustedProxies: ['127.0.0.1'],
    });
  });
});
