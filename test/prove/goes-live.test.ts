/**
 * Before real data comes in: of a fresh demo every point that is open is named, and of two nodes behind Caddy that were
 * set up by the files of deploy none is.
 * Source:  docs/deploying.md.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { DoctorFinding } from '../../scripts/doctor/finding.ts';
import { readAddress } from '../../src/address.ts';
import { root } from '../../src/root.ts';
import { aFreePort } from '../given/http/a-free-port.ts';
import { hasPostgres } from '../given/postgres.ts';
import { behindCaddy } from '../given/prove/behind-caddy.ts';
import { callerOf, declare, scope } from '../given/prove/calls.ts';
import { build } from '../given/prove/spawned.ts';
import { hasTool } from '../given/tool.ts';

beforeAll(build, 180_000);

const command = join(root, 'scripts/run.mjs');
const bad = (said: string): readonly string[] =>
  (JSON.parse(said) as { findings: readonly DoctorFinding[] }).findings
    .filter(({ state }) => state === 'bad')
    .map(({ about }) => about);

it('a fresh demo: TLS, proxy, identity provider, mail, backup, name, mark, master key and clock are open', async () => {
  const cwd = mkdtempSync(join(tmpdir(), 'candor-live-'));
  const env = { PATH: '/nowhere', PORT: String(await aFreePort()) };
  const demo = spawn(process.execPath, [command, 'demo', '--fresh'], { cwd, env, stdio: 'ignore' });
  try {
    await expect.poll(() => readAddress(join(cwd, 'data/demo')), { timeout: 150_000, interval: 200 }).toBeDefined();
    const { status, stdout } = spawnSync(process.execPath, [command, 'doctor', '--production', '--demo', '--json'], {
      ...{ cwd, env },
      encoding: 'utf8',
    });
    expect([status, [...bad(stdout)].sort()]).toEqual([
      1,
      ['address', 'backup', 'clock', 'issuer', 'mail', 'master key', 'origin', 'proxy', 'witness'],
    ]);
  } finally {
    const ended = once(demo, 'exit');
    demo.kill('SIGTERM');
    await ended;
    rmSync(cwd, { recursive: true, force: true });
  }
}, 240_000);

describe.skipIf(!hasPostgres || !hasTool('caddy', 'version'))('two nodes behind Caddy, set up as documented', () => {
  it('nothing is open on either, once their first backup is made', async () => {
    const house = await behindCaddy();
    try {
      for (const which of [0, 1]) await house.start(which);
      const open = (which: number) => {
        const { code, said } = house.command(which, 'doctor', '--production', '--clock-is-kept', '--json');
        return [code, bad(said)];
      };
      // With nothing recorded yet, and then.
      for (const which of [0, 1]) expect(open(which)[1]).not.toContain('ledger');
      for (const which of [0, 1]) {
        const { call, close } = callerOf(house.running(which).url, await house.token(scope));
        await declare(call);
        close();
      }
      for (const which of [0, 1])
        await expect.poll(() => open(which), { timeout: 60_000, interval: 1000 }).toEqual([0, []]);
    } finally {
      await house.stop();
    }
  }, 240_000);
});
