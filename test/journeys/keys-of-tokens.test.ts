/**
 * The key that tokens are signed with is changed beside a running service.
 * Source: decision 0111.
 */
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type CryptoKey, importJWK } from 'jose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withKeystore } from '../../scripts/installation/keys.ts';
import { readConfig } from '../../src/config.ts';
import { issuerNameOf, mintToken } from '../../src/http/token.ts';
import { openMasterKeys, type RotatedTokens, rotateTokens } from '../../src/seal/seal.ts';
import { defined } from '../../src/vocabulary/defined.ts';
import { aService, engines, type RunningService } from '../given/service.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** Asked until it holds; what never does ends the test by its time. */
async function soon(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await pause(50);
}

describe.each(engines)('the key of tokens on %s', (engine) => {
  let service: RunningService;
  let databaseUrl: string | undefined;
  beforeEach(async () => {
    databaseUrl = undefined;
    service = await aService({
      engine,
      reached: async (url) => {
        databaseUrl = url;
        return url;
      },
    });
  });
  afterEach(() => service.stop());

  const keystore = <T>(work: Parameters<typeof withKeystore<T>>[2]): Promise<T> => {
    const config = readConfig({
      CANDOR_DATA_DIR: service.dataDir,
      CANDOR_WITNESS_DIR: join(service.dataDir, '../witness'),
      ...defined({ DATABASE_URL: databaseUrl }),
    });
    if ('faults' in config) throw new Error(config.faults.join('\n'));
    return withKeystore(config, { readOnly: false }, work);
  };
  const changed = (until: number): Promise<RotatedTokens> =>
    keystore(({ store }) =>
      rotateTokens({
        store,
        master: openMasterKeys(join(service.dataDir, 'master.key'), { create: false }),
        by: 'act_nina',
        now: service.clock.now(),
        until,
      }),
    );
  const held = (): Promise<number> => keystore(async ({ store }) => (await store.all('issuer')).length);
  const token = (): Promise<string> => service.token({ sub: 'nina', scope: 'audit', ttl: 86_400 });
  const status = async (bearer: string): Promise<number> =>
    (await service.call('GET', '/v1/ledger/entries', { headers: { authorization: `Bearer ${bearer}` } })).status;
  const published = async (): Promise<readonly string[]> =>
    (await service.call('GET', '/.well-known/jwks.json')).body.keys.map(({ kid }: { kid: string }) => kid);
  const kidOf = (bearer: string): string =>
    JSON.parse(Buffer.from(bearer.split('.')[0] ?? '', 'base64url').toString()).kid;
  const changes = async () =>
    (await service.call('GET', '/v1/ledger/entries?kind=key.rotated', { scope: 'audit' })).body.items;

  it('signs with the next one, and a token of before is good until it ends, and no longer', async () => {
    const [before, unseen] = [await token(), await token()];
    expect(await status(before)).toBe(200);
    const { from, to, until } = await changed(service.clock.now() + DAY + MINUTE);
    await soon(async () => kidOf(await token()) === to);
    expect(await published()).toEqual([to, from]);
    expect([await status(before), await status(unseen), await status(await token())]).toEqual([200, 200, 200]);
    service.clock.wind(DAY - MINUTE);
    expect([await status(before), await status(unseen)]).toEqual([200, 200]);
    service.clock.wind(2 * MINUTE + 1000);
    expect(service.clock.now()).toBeGreaterThanOrEqual(until);
    expect(await published()).toEqual([to]);
    expect([await status(before), await status(await token())]).toEqual([401, 200]);
    await soon(async () => (await held()) === 1);
    service = await service.again();
    expect([await published(), await status(await token())]).toEqual([[to], 200]);
  });

  it('ends what was signed before at once where that is asked for, also for whoever was let in already', async () => {
    const [before, unseen] = [await token(), await token()];
    expect(await status(before)).toBe(200);
    const { to } = await changed(service.clock.now());
    await soon(async () => (await status(before)) === 401);
    expect([await status(unseen), await status(await token())]).toEqual([401, 200]);
    expect(await published()).toEqual([to]);
    await soon(async () => (await held()) === 1);
  });

  it('lets a token of the new key in at once, whether or not the service has looked for it', async () => {
    const { to } = await changed(service.clock.now() + DAY);
    const made = await keystore(async ({ keyring: { origin, issuer } }) => {
      const { kid, jwk } = issuer();
      const key = (await importJWK(jwk, 'EdDSA')) as CryptoKey;
      const wish = { issuer: issuerNameOf(origin), audience: 'candor', kid, key, now: service.clock.now() };
      return mintToken({ ...wish, sub: 'nina', scope: 'audit', ttl: 60 });
    });
    expect(kidOf(made)).toBe(to);
    expect(await status(made)).toBe(200);
  });

  it('is noted once for each change, with whoever had it done and nothing of a key', async () => {
    const first = await changed(service.clock.now() + DAY);
    const second = await changed(service.clock.now() + DAY);
    await soon(async () => (await changes()).length === 2);
    service = await service.again();
    const told = await changes();
    expect(told).toHaveLength(2);
    expect(JSON.stringify(told)).not.toContain('"d"');
    expect(second.from).toBe(first.to);
  });
});
