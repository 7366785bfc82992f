/**
 * Two nodes of an earlier release behind Caddy are replaced by today's, one after the other, while 64 clients go on.
 * Source:  docs/operating.md (Node by node); decision 0120; decision 0102.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasPostgres } from '../given/postgres.ts';
import { type BehindCaddy, behindCaddy } from '../given/prove/behind-caddy.ts';
import { callerOf, declare, scope } from '../given/prove/calls.ts';
import { type EarlierRelease, earlierRelease, isInHistory } from '../given/prove/earlier-release.ts';
import { CLIENTS, retryingClients, usesIn, wordsOfPhases } from '../given/prove/retrying-clients.ts';
import { build } from '../given/prove/spawned.ts';
import { hasTool } from '../given/tool.ts';

/** The last one from which no summed table gained a column. Whoever adds one names a later commit here. */
const EARLIER = '1a39808f';
const unknown = ['CANDOR_STOP_AFTER'];

const isPossible = hasPostgres && hasTool('caddy', 'version') && isInHistory(EARLIER);

describe.skipIf(!isPossible)('two nodes of an earlier release', () => {
  let house: BehindCaddy;
  let earlier: EarlierRelease;
  beforeAll(async () => {
    build();
    earlier = earlierRelease(EARLIER);
    house = await behindCaddy();
    const { folder } = earlier;
    await house.start(0, { folder, unknown });
    await house.start(1, { folder, unknown });
  }, 300_000);
  afterAll(async () => {
    await house.stop();
    earlier.remove();
  });

  it('are upgraded one after the other under load: nothing is lost or stale, and what failed succeeds when it is sent again', async () => {
    const token = await house.token(scope);
    const setting = callerOf(house.running(0).url, token);
    await declare(setting.call);
    setting.close();
    const load = retryingClients({ origin: house.origin, authority: house.authority(), token });
    await load.during('both are of the earlier release', async () => undefined);
    await load.during('a is stopped', () => house.running(0).stop());
    await load.during('a is of this release', () => house.start(0));
    await load.during('b is stopped', () => house.running(1).stop());
    await load.during('b is of this release', () => house.start(1));
    const uses = await load.end();
    process.stdout.write(wordsOfPhases(load.phases));
    expect(new Set(uses).size).toBe(uses.length);
    expect([...(await usesIn(house.databaseUrl))].sort()).toEqual([...uses].sort());
    // What was under way at a node that did not say that it would stop, and what Caddy sent there until it noticed.
    for (const { name, failures, longestMs } of load.phases) {
      const most = name.endsWith('is stopped') ? 2 * CLIENTS : 0;
      expect([name, failures, failures <= most]).toEqual([name, failures, true]);
      expect(longestMs).toBeLessThan(10_000);
    }
    await house.stopNodes();
    for (const which of [0, 1]) {
      expect(house.command(which, 'verify', '--all')).toMatchObject({ code: 0 });
      expect(house.command(which, 'doctor', '--open')).toMatchObject({ code: 0 });
    }
  }, 300_000);
});
