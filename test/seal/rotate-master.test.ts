import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Keyring, KeyStore, StoredKey } from '../../src/seal/keys.ts';
import { masterKeysOf, openMasterKeys } from '../../src/seal/master-key.ts';
import { openKeyring, rotateMaster } from '../../src/seal/seal.ts';
import { unwrap } from '../../src/seal/wrapping.ts';
import { engines, type Place } from '../given/seal/keystores.ts';

const at = Date.UTC(2026, 0, 1);
const day = '2026-01-31';
const origin = 'candor.invalid/0123456789abcdef/0';
const code = (wanted: string) => expect.objectContaining({ name: 'SealedError', code: wanted });
const given = engines.filter(([, here]) => here).map(([name, , make]) => ({ name, make }));
/** More than two pages. */
const people = Array.from({ length: 450 }, (_each, n) => `sub_${n}`);

describe.each(given)('the master key of a keystore on $name', ({ make }) => {
  let place: Place;
  let folder: string;
  let file: string;
  const open: KeyStore[] = [];
  const store = async (): Promise<KeyStore> => {
    const opened = await place.open();
    open.push(opened);
    return opened;
  };
  const keyring = async (wish: Partial<Parameters<typeof openKeyring>[0]> = {}): Promise<Keyring> =>
    openKeyring({
      store: await store(),
      master: openMasterKeys(file, { create: true }),
      origin,
      create: false,
      now: at,
      ...wish,
    });
  const rotate = async (keepUntil: string | undefined = day) =>
    rotateMaster({ store: await store(), file, by: 'act_nina', now: at + 1, keepUntil });
  const rows = async (): Promise<readonly StoredKey[]> => {
    const opened = await store();
    const all: StoredKey[] = [];
    for (const use of [
      'check',
      'log',
      'pepper',
      'mark',
      'actor',
      'hash',
      'reply',
      'issuer',
      'rotation',
      'credential',
      'data',
    ])
      all.push(...(await opened.all(use)));
    return all;
  };

  beforeEach(async () => {
    place = await make();
    folder = mkdtempSync(join(tmpdir(), 'candor-rotate-'));
    file = join(folder, 'master.key');
  });
  afterEach(async () => {
    for (const each of open.splice(0)) await each.close();
    await place.remove();
    rmSync(folder, { recursive: true });
  });

  it('wraps everything after a change, and the one of before opens nothing', async () => {
    const before = await keyring({ create: true });
    const keys = await before.forWriting(people, at);
    const old = masterKeysOf(readFileSync(file, 'utf8'));
    const wrapped = (await rows()).map((row) => row.wrapped);
    const done = await rotate();
    expect(done).toMatchObject({ from: 1, to: 2, kept: [join(folder, `master.key.1-until-${day}`)] });
    expect((await rows()).map(({ master }) => master)).toEqual(Array(done.keys).fill(2));
    await expect(keyring({ master: old })).rejects.toEqual(code('master-key-missing'));
    const disguised = masterKeysOf(
      readFileSync(file, 'utf8').replace(/ .*/, ` ${Buffer.from(old.byNumber.get(1)!).toString('base64')}`),
    );
    for (const row of await rows()) expect(() => unwrap(disguised, row)).toThrow();
    for (const bytes of wrapped.slice(0, 20)) expect(await place.holds(bytes)).toBe(false);
    const after = await keyring();
    expect(after.vkey).toBe(before.vkey);
    expect(await after.forWriting(people, at)).toEqual(keys);
  });

  it('is changed in its file alone, for its owner alone, and the one of before is kept for backups until the day', async () => {
    await keyring({ create: true });
    const text = readFileSync(file, 'utf8');
    await rotate();
    expect(readFileSync(file, 'utf8')).toMatch(/^2 \S{44}\n$/);
    const kept = readdirSync(folder).filter((name) => name !== basename(file));
    expect(kept).toEqual([`master.key.1-until-${day}`]);
    expect(readFileSync(join(folder, kept[0]!), 'utf8')).toBe(text);
    for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
    await rotate('2026-02-28');
    await rotateMaster({ store: await store(), file, by: 'act_nina', now: at, keepUntil: undefined });
    expect(readFileSync(file, 'utf8')).toMatch(/^4 /);
    expect(readdirSync(folder).some((name) => name.includes('.3'))).toBe(false);
  });

  it('is kept whole where somebody was stopped in keeping it', async () => {
    await keyring({ create: true });
    const [text, kept] = [readFileSync(file, 'utf8'), join(folder, `master.key.1-until-${day}`)];
    writeFileSync(kept, '');
    await rotate();
    expect(readFileSync(kept, 'utf8')).toBe(text);
  });

  it('is followed by whoever has the keystore open, without a start', async () => {
    const running = await keyring({ create: true });
    const before = await running.forWriting(['sub_1'], at);
    await rotate();
    const after = await running.forWriting(['sub_1', 'sub_2'], at);
    expect(after.get('sub_1')).toEqual(before.get('sub_1'));
    expect((await (await store()).ofSubjects(['sub_2'], 'person/2026'))[0]?.master).toBe(2);
    expect(await running.rotations()).toMatchObject([
      { key: 'master', from: '1', to: '2', by: 'act_nina', at: at + 1 },
    ]);
  });

  it('lets nobody who has only the one of before add a key that would be lost', async () => {
    await keyring({ create: true });
    const stale = await keyring({ master: masterKeysOf(readFileSync(file, 'utf8')) });
    await rotate();
    await expect((async () => stale.forWriting(['sub_1'], at))()).rejects.toEqual(code('keystore-incomplete'));
    expect(await (await store()).ofSubjects(['sub_1'], 'person/2026')).toEqual([]);
  });

  it('is changed to the end where a change was begun with a key that somebody put into the file', async () => {
    const before = await keyring({ create: true });
    writeFileSync(file, `${readFileSync(file, 'utf8')}7 ${Buffer.alloc(32, 7).toString('base64')}\n`);
    await before.forWriting(['sub_1'], at);
    expect(await before.masterState()).toMatchObject({ number: 1, next: 7 });
    expect(await rotate()).toMatchObject({ from: 1, to: 7 });
    expect((await rows()).every(({ master }) => master === 7)).toBe(true);
    expect(await (await keyring()).masterState()).toMatchObject({ number: 7, since: at + 1 });
  });

  it('brings nobody back who is erased meanwhile', async () => {
    const running = await keyring({ create: true });
    await running.forWriting(people, at);
    const rotating = rotate();
    for (const subject of people.slice(0, 40)) {
      await running.destroy(subject);
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    await rotating;
    expect(await (await store()).ofSubjects(people.slice(0, 40), 'person/2026')).toEqual([]);
    expect(await (await store()).ofSubjects(people, 'person/2026')).toHaveLength(people.length - 40);
  });
});
