/** Credentials of other systems in the keystore of both engines. Source: decision 0141. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Keyring, KeyStore } from '../../src/seal/keys.ts';
import { openKeyring, openMasterKeys, rotateMaster } from '../../src/seal/seal.ts';
import { engines, type Place } from '../given/seal/keystores.ts';

const at = Date.UTC(2026, 0, 1);
const origin = 'candor.invalid/0123456789abcdef/0';
const given = engines.filter(([, here]) => here).map(([name, , make]) => ({ name, make }));

describe.each(given)('a credential in a keystore on $name', ({ make }) => {
  let place: Place;
  let folder: string;
  let store: KeyStore;
  let keyring: Keyring;
  const file = (): string => join(folder, 'master.key');
  const opened = (of: KeyStore, create: boolean): Promise<Keyring> =>
    openKeyring({ store: of, master: openMasterKeys(file(), { create }), origin, create, now: at });
  beforeEach(async () => {
    place = await make();
    folder = mkdtempSync(join(tmpdir(), 'candor-credentials-'));
    store = await place.open();
    keyring = await opened(store, true);
  });
  afterEach(async () => {
    await store.close();
    await place.remove();
    rmSync(folder, { recursive: true });
  });

  it('is read as it was kept, replaced at once, and gone when it is withdrawn', async () => {
    expect(await keyring.credential('shop')).toBeUndefined();
    expect(await keyring.keepCredential('shop', 'first', at)).toBe(true);
    expect(await keyring.keepCredential('shop-read', 'other', at + 1)).toBe(true);
    const beside = await place.open();
    const running = await opened(beside, false);
    expect(await running.credential('shop')).toBe('first');
    expect(await keyring.keepCredential('shop', 'second', at + 2)).toBe(true);
    expect(await running.credential('shop')).toBe('second');
    expect(await running.credentials()).toEqual([
      { name: 'shop', since: at + 2 },
      { name: 'shop-read', since: at + 1 },
    ]);
    expect(await keyring.withdrawCredential('shop')).toBe(true);
    expect(await keyring.withdrawCredential('shop')).toBe(false);
    expect(await running.credential('shop')).toBeUndefined();
    expect(await running.credential('shop-read')).toBe('other');
    await beside.close();
  });

  it('counts as it was given last, whatever the clock said, also where both are still there', async () => {
    await keyring.keepCredential('shop', 'first', at + 1000);
    const [first] = await store.all('credential');
    await keyring.keepCredential('shop', 'second', at);
    // As after a kill between the two steps.
    await store.add(first === undefined ? [] : [first]);
    expect(await store.all('credential')).toHaveLength(2);
    expect(await keyring.credential('shop')).toBe('second');
    await keyring.keepCredential('shop', 'third', at);
    expect(await store.all('credential')).toHaveLength(1);
  });

  it('opens under its own name alone, and stands nowhere in clear', async () => {
    await keyring.keepCredential('shop', 'a-canary-of-a-credential', at);
    expect(await place.holds(Buffer.from('a-canary-of-a-credential'))).toBe(false);
    const [row] = await store.all('credential');
    expect(Buffer.from(row?.wrapped ?? []).includes('a-canary')).toBe(false);
    await place.tamper(`update keys set id = 'credential/other/1' where id = 'credential/shop/1'`);
    await expect(keyring.credential('other')).rejects.toMatchObject({ code: 'key-unreadable' });
  });

  it('goes over to the next master key, and the one of before opens it no more', async () => {
    await keyring.keepCredential('shop', 'kept', at);
    const former = await opened(store, false);
    await rotateMaster({ store, file: file(), by: 'act_nina', now: at + 1, keepUntil: undefined });
    expect((await store.all('credential')).map(({ master }) => master)).toEqual([2]);
    expect(await (await opened(store, false)).credential('shop')).toBe('kept');
    // A running service looks at the file whenever it unwraps.
    expect(await former.credential('shop')).toBe('kept');
  });
});
