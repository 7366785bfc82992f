/**
 * Two nodes on one PostgreSQL behind Caddy with the file of deploy/proxy, and 64 clients that come through it by TLS:
 * a node is killed, stopped and replaced under load, one after the other.
 * Source:  docs/deploying.md.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasPostgres } from '../given/postgres.ts';
import { type BehindCaddy, behindCaddy } from '../given/prove/behind-caddy.ts';
import { callerOf, declare, scope } from '../given/prove/calls.ts';
import { CLIENTS, retryingClients, usesIn, wordsOfPhases } from '../given/prove/retrying-clients.ts';
import { build } from '../given/prove/spawned.ts';
import { hasTool } from '../given/tool.ts';

describe.skipIf(!hasPostgres || !hasTool('caddy', 'version'))('two nodes behind Caddy', () => {
  let house: BehindCaddy;
  beforeAll(async () => {
    build();
    house = await behindCaddy();
    await house.start(0);
    await house.start(1);
  }, 180_000);
  afterAll(() => house.stop());

  it('lose nothing and say nothing stale while one is killed, stopped and replaced; a call that failed succeeds when it is sent again', async () => {
    const token = await house.token(scope);
    const setting = callerOf(house.running(0).url, token);
    await declare(setting.call);
    setting.close();
    const load = retryingClients({ origin: house.origin, authority: house.authority(), token });
    await load.during('both run', async () => undefined);
    await load.during('a is killed', () => house.running(0).kill());
    await load.during('a comes back', () => house.start(0));
    await load.during('a is stopped', () => house.running(0).stop());
    await load.during('a is replaced', () => house.start(0));
    await load.during('b is stopped', () => house.running(1).stop());
    await load.during('b is replaced', () => house.start(1));
    const uses = await load.end();
    process.stdout.write(wordsOfPhases(load.phases));
    expect(new Set(uses).size).toBe(uses.length);
    expect([...(await usesIn(house.databaseUrl))].sort()).toEqual([...uses].sort());
    for (const { name, failures, longestMs } of load.phases) {
      // Of one that is killed: what was under way there, and what Caddy sent there until it noticed.
      const most = name === 'a is killed' ? 2 * CLIENTS : 0;
      expect([name, failures, failures <= most]).toEqual([name, failures, true]);
      expect(longestMs).toBeLessThan(10_000);
    }
    await house.stopNodes();
    for (const which of [0, 1]) expect(house.command(which, 'verify', '--all')).toMatchObject({ code: 0 });
  }, 300_000);
});
