/**
 * The key of the log is changed: what was signed before is proven by the key of before, and by it alone.
 * Source: docs/promises.md F29; decision 0125.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withKeystore } from '../../scripts/installation/keys.ts';
import { openSource } from '../../scripts/verify/open-source.ts';
import { trusted } from '../../scripts/verify/trust.ts';
import { verifyBundle } from '../../scripts/verify/verify-bundle.ts';
import { verifyLog } from '../../scripts/verify/verify-log.ts';
import { isWrong } from '../../scripts/verify/wrong.ts';
import type { OpenHouse } from '../../src/house.ts';
import { makeNextLogKey, openMasterKeys } from '../../src/seal/seal.ts';
import { defined } from '../../src/vocabulary/defined.ts';
import { aCanary, aCompany, aPlace, does, PIA, type Place } from '../given/ledger/a-house.ts';
import { type Engine, engines } from '../given/service.ts';

describe.each(engines)('the key of a log on %s', (engine: Engine) => {
  let place: Place;
  const open: OpenHouse[] = [];
  beforeEach(async () => {
    place = await aPlace(engine);
  });
  afterEach(async () => {
    for (const house of open.splice(0)) await house.close();
    await place.drop();
  });
  const opened = async (changes: Readonly<Record<string, string>> = {}): Promise<OpenHouse> => {
    const house = await place.open(changes);
    open.push(house);
    return house;
  };
  const reopened = async (): Promise<OpenHouse> => {
    for (const house of open.splice(0)) await house.close();
    return opened();
  };
  const made = (vkey: string): Promise<string> =>
    withKeystore(place.config(), { readOnly: false }, ({ store }) =>
      makeNextLogKey({
        store,
        master: openMasterKeys(place.config().masterKeyFile, { create: false }),
        vkey,
        by: 'act_nina',
        now: place.clock.now(),
      }),
    );
  const keysInStore = (): Promise<readonly string[]> =>
    withKeystore(place.config(), { readOnly: false }, async ({ store }) =>
      (await store.all('log')).map(({ id }) => id),
    );
  const subjectOf = async (house: OpenHouse): Promise<string> => {
    const [person] = (await house.see([PIA])).people;
    if (person?.found !== 'known') throw new Error('nobody');
    return person.subject;
  };
  const bundleOf = async (house: OpenHouse, upTo?: { log: number; size: number }): Promise<string> =>
    JSON.stringify(await house.evidence(await subjectOf(house), upTo));
  const faultsIn = (bundle: string, ...vkeys: readonly string[]): readonly object[] => {
    const trust = trusted({ vkeys, dataFolder: '' });
    if (isWrong(trust)) throw new Error(trust.wrong);
    return verifyBundle(Buffer.from(bundle), trust).findings;
  };
  const faultsInLog = async (...vkeys: readonly string[]): Promise<readonly object[]> => {
    const { dataDir, databaseUrl } = place.config();
    const trust = trusted({ vkeys, dataFolder: dataDir });
    const source = await openSource({ dataFolder: dataDir, ...defined({ databaseUrl }) });
    if (isWrong(trust) || isWrong(source)) throw new Error('nothing to trust');
    try {
      return (await verifyLog(source, trust)).findings;
    } finally {
      await source.close();
    }
  };
  const used = (house: OpenHouse, reference: string) =>
    does(house, 'use.record', {
      subject: PIA,
      aiSystem: 'support-assistant',
      purpose: 'support-drafts',
      reference,
      language: 'en',
    });

  it('comes into force by a fact under the key before, and both are published', async () => {
    const before = await opened();
    await aCompany(before);
    await aCanary(before);
    const first = before.keyring.vkey;
    const size = await before.ledger.size(0);
    const old = await bundleOf(before);
    const next = await made(first);
    expect(before.keyring.vkey).toBe(first);
    const house = await reopened();
    expect(house.keyring.vkey).toBe(next);
    expect(await house.ledger.size(0)).toBe(size + 2);
    expect([await house.ledger.vkey(0), ...(await house.ledger.formerVkeys(0))]).toEqual([next, first]);
    expect(readFileSync(join(place.config().dataDir, 'log.vkey'), 'utf8')).toBe(`${first}\n${next}\n`);
    await used(house, 'after');
    expect(faultsIn(old, first)).toEqual([]);
    for (const bundle of [await bundleOf(house), await bundleOf(house, { log: 0, size })]) {
      expect(faultsIn(bundle, first)).toEqual([]);
      expect(faultsIn(bundle, next)).toEqual([]);
    }
    expect(await faultsInLog(first)).toEqual([]);
    expect(await faultsInLog()).toEqual([]);
    const [, proof] = [await used(house, 'proven'), await house.ledger.prove(0, size)];
    expect(proof).toMatchObject({ isSigned: true, leadsToRoot: true });
  });

  it('is followed twice, and the keys before are destroyed a minute after', async () => {
    const house = await opened();
    await aCompany(house);
    await aCanary(house);
    const first = house.keyring.vkey;
    const second = await made(first);
    expect(await made(first)).toBe(second);
    await expect.poll(() => house.keyring.vkey, { timeout: 10_000 }).toBe(second);
    await used(house, 'second');
    const third = await made(second);
    await expect.poll(() => house.keyring.vkey, { timeout: 10_000 }).toBe(third);
    await used(house, 'third');
    expect(faultsIn(await bundleOf(house), first)).toEqual([]);
    expect(faultsIn(await bundleOf(house), second)).toEqual([]);
    expect(await keysInStore()).toHaveLength(3);
    place.clock.set(place.clock.now() + 61_000);
    await expect.poll(keysInStore, { timeout: 10_000 }).toEqual([`log/${house.keyring.origin} 3`]);
    expect((await reopened()).keyring.vkey).toBe(third);
    expect(await faultsInLog(first)).toEqual([]);
  });

  it.skipIf(engine === 'sqlite')('signs on every node from the entry that names it on', async () => {
    const house = await opened();
    await aCompany(house);
    await aCanary(house);
    const first = house.keyring.vkey;
    const other = await opened({
      CANDOR_DATA_DIR: join(place.folder, 'other'),
      CANDOR_WITNESS_DIR: join(place.folder, 'other-witness'),
      CANDOR_MASTER_KEY_FILE: place.config().masterKeyFile,
    });
    const next = await made(first);
    for (let turn = 0; house.keyring.vkey === first || other.keyring.vkey === first; turn += 1) {
      await Promise.all([used(house, `here ${turn}`), used(other, `there ${turn}`)]);
      expect(faultsIn(await bundleOf(other), first)).toEqual([]);
    }
    expect([house.keyring.vkey, other.keyring.vkey]).toEqual([next, next]);
    await used(other, 'there');
    expect(await faultsInLog(first)).toEqual([]);
  });
});
