import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Keyring, StoredKey } from '../../src/seal/keys.ts';
import { masterKeysOf } from '../../src/seal/master-key.ts';
import { newId, openKeyring, openPayload, SealedError, sealPayload } from '../../src/seal/seal.ts';
import { engines, type Place } from '../given/seal/keystores.ts';

const at = Date.UTC(2026, 0, 1);
const origin = 'candor.invalid/0123456789abcdef/0';
const keyLine = (number: number, byte: number): string => `${number} ${Buffer.alloc(32, byte).toString('base64')}\n`;
const master = masterKeysOf(keyLine(1, 7));

const given = engines.filter(([, here]) => here).map(([name, , make]) => ({ name, make }));

describe.each(given)('a keyring on $name', ({ make }) => {
  let place: Place;
  const open: Keyring[] = [];
  beforeEach(async () => {
    place = await make();
  });
  afterEach(async () => {
    for (const keyring of open.splice(0)) await keyring.close();
    await place.remove();
  });
  const opened = async (wish: Partial<Parameters<typeof openKeyring>[0]> = {}): Promise<Keyring> => {
    const store = await place.open();
    try {
      const keyring = await openKeyring({ store, master, origin, create: false, now: at, ...wish });
      open.push(keyring);
      return keyring;
    } catch (cause) {
      await store.close();
      throw cause;
    }
  };
  const reopened = async (wish: Partial<Parameters<typeof openKeyring>[0]> = {}): Promise<Keyring> => {
    for (const keyring of open.splice(0)) await keyring.close();
    return opened(wish);
  };
  const rowsOf = async (subject: string): Promise<readonly StoredKey[]> => {
    const store = await place.open();
    const rows = await store.ofSubjects([subject], 'person/2026');
    await store.close();
    return rows;
  };
  const code = (wanted: string) => expect.objectContaining({ name: 'SealedError', code: wanted });

  it('is never made unless told, so that a lost keystore is noticed', async () => {
    await expect(opened()).rejects.toEqual(code('keystore-empty'));
  });

  it('is the same after it is opened again', async () => {
    const first = await opened({ create: true });
    const seen = (keyring: Keyring) => [
      keyring.vkey,
      keyring.signCheckpoint('a\n'),
      keyring.signHead('a\n'),
      keyring.identityHash('email:a@b.c'),
      keyring.markHash('email:a@b.c'),
      keyring.actorPseudonym('staff:1'),
      Buffer.from(keyring.keyedHash('reply', 'a')).toString('hex'),
      keyring.issuer(),
    ];
    const before = seen(first);
    const sealed = first.sealForHouse('reply 1', Buffer.from('{}'));
    const keys = await first.forWriting(['sub_1', 'sub_2'], at);
    const again = await reopened({ create: true });
    expect(seen(again)).toEqual(before);
    expect(Buffer.from(again.openForHouse('reply 1', sealed)).toString()).toBe('{}');
    expect(() => again.openForHouse('reply 2', sealed)).toThrow(SealedError);
    const id = keys.get('sub_1')?.id ?? '';
    expect((await again.forWriting(['sub_1'], at)).get('sub_1')?.id).toBe(id);
    expect((await again.forOpening([id])).get(id)).toEqual(keys.get('sub_1')!.key);
  });

  it('keeps hashes of different purposes apart', async () => {
    const keyring = await opened({ create: true });
    const keyed = (purpose: string, about: string) =>
      Buffer.from(keyring.keyedHash(purpose, about)).toString('base64url');
    const hashes = [
      keyring.identityHash('a'),
      keyring.markHash('a'),
      keyed('x', 'a'),
      keyed('xa', ''),
      keyed('y', 'a'),
    ];
    expect(new Set(hashes).size).toBe(hashes.length);
    expect(keyring.actorPseudonym('staff:1')).toMatch(/^act_[0-9a-hjkmnp-tv-z]{26}$/);
  });

  it('stays sealed under a wrong or a lost master key', async () => {
    await opened({ create: true });
    await expect(reopened({ master: masterKeysOf(keyLine(1, 8)) })).rejects.toEqual(code('master-key-wrong'));
    await expect(opened({ master: masterKeysOf(keyLine(2, 7)) })).rejects.toEqual(code('master-key-missing'));
    await expect(opened({ master: masterKeysOf(keyLine(1, 8)), create: true, origin: 'other/1' })).rejects.toEqual(
      code('master-key-wrong'),
    );
  });

  it('goes on under a newer master key while the older one is still in the file', async () => {
    const first = await opened({ create: true });
    const { vkey } = first;
    await first.forWriting(['sub_1'], at);
    const again = await reopened({ master: masterKeysOf(keyLine(1, 7) + keyLine(2, 9)) });
    expect(again.vkey).toBe(vkey);
    await again.forWriting(['sub_1', 'sub_2'], at);
    expect([(await rowsOf('sub_1'))[0]?.master, (await rowsOf('sub_2'))[0]?.master]).toEqual([1, 2]);
  });

  it('refuses another origin, and makes a signing key for a new log only when told', async () => {
    const first = await opened({ create: true });
    const identity = first.identityHash('a');
    const { vkey } = first;
    await expect(reopened({ origin: 'candor.invalid/0123456789abcdef/1' })).rejects.toEqual(code('origin-unknown'));
    const next = await opened({ origin: 'candor.invalid/0123456789abcdef/1', create: true });
    expect(next.vkey).not.toBe(vkey);
    expect(next.identityHash('a')).toBe(identity);
    expect((await reopened()).vkey).toBe(vkey);
  });

  it('refuses to go on without one of its secrets rather than making it anew', async () => {
    await opened({ create: true });
    await place.tamper(`delete from keys where id = 'pepper/1'`);
    await expect(reopened({ create: true })).rejects.toEqual(code('keystore-incomplete'));
  });

  it('notices ciphertexts that were swapped between rows', async () => {
    const keys = await (await opened({ create: true })).forWriting(['sub_1', 'sub_2'], at);
    const [one, two] = [keys.get('sub_1')!.id, keys.get('sub_2')!.id];
    await place.tamper(`create table aside as select id, wrapped from keys where id in ('${one}', '${two}')`);
    await place.tamper(
      `update keys set wrapped = (select a.wrapped from aside a where a.id <> keys.id) where id in ('${one}', '${two}')`,
    );
    const again = await reopened();
    await expect((async () => again.forOpening([one]))()).rejects.toEqual(code('key-unreadable'));
    await expect((async () => again.forWriting(['sub_2'], at))()).rejects.toEqual(code('key-unreadable'));
  });

  it('notices a key that was given to another person', async () => {
    const keys = await (await opened({ create: true })).forWriting(['sub_1'], at);
    await place.tamper(`update keys set subject = 'sub_9' where subject = 'sub_1'`);
    const again = await reopened();
    await expect((async () => again.forOpening([keys.get('sub_1')!.id]))()).rejects.toEqual(code('key-unreadable'));
  });

  it('gives each person one key a year', async () => {
    const keyring = await opened({ create: true });
    const [first, again, later] = [
      await keyring.forWriting(['sub_1', 'sub_1', 'sub_2'], at),
      await keyring.forWriting(['sub_2', 'sub_1'], at + 86_400_000),
      await keyring.forWriting(['sub_1'], Date.UTC(2027, 0, 1)),
    ];
    expect([...first.keys()].sort()).toEqual(['sub_1', 'sub_2']);
    expect(again.get('sub_1')).toEqual(first.get('sub_1'));
    expect(later.get('sub_1')?.id).not.toBe(first.get('sub_1')?.id);
  });

  it('after an erasure no key of the person is left anywhere, and the others keep theirs', async () => {
    const keyring = await opened({ create: true });
    const keys = await keyring.forWriting(['sub_1', 'sub_2'], at);
    await keyring.forWriting(['sub_1'], Date.UTC(2027, 0, 1));
    const [gone] = await rowsOf('sub_1');
    expect(await place.holds(gone!.wrapped)).toBe(true);
    const fact = { id: newId('con'), subject: 'sub_1', kind: 'consent.given' };
    const sealed = sealPayload(keys.get('sub_1')!, fact, { salt: Buffer.alloc(32), payload: '{"v":1}' });
    expect(openPayload(keys.get('sub_1')!, fact, sealed).payload).toBe('{"v":1}');
    expect(await keyring.destroy('sub_1')).toBe(2);
    expect(await keyring.destroy('sub_1')).toBe(0);
    expect(await place.holds(gone!.wrapped)).toBe(false);
    expect((await keyring.forOpening([keys.get('sub_1')!.id, keys.get('sub_2')!.id])).size).toBe(1);
    const store = await place.open();
    expect(await store.subjects()).toEqual(['sub_2']);
    await store.close();
  });

  it('two that make the same key at once end with one key', async () => {
    const first = await opened({ create: true });
    const other = await opened();
    const subjects = Array.from({ length: 50 }, (_, at) => `sub_${at}`);
    const [ones, others] = await Promise.all([
      first.forWriting(subjects, at),
      other.forWriting([...subjects].reverse(), at),
    ]);
    for (const subject of subjects) expect(others.get(subject)).toEqual(ones.get(subject));
  });

  it('many that make overlapping keys at once, in any order, all end with the same keys', async () => {
    const rings = [await opened({ create: true }), await opened(), await opened(), await opened()];
    const subjects = Array.from({ length: 120 }, (_, at) => `sub_${at}`);
    for (const year of [2030, 2031, 2032]) {
      const then = Date.UTC(year, 1);
      const made = await Promise.all(
        rings.map((ring, i) =>
          ring.forWriting([...subjects.slice(i * 20), ...subjects.slice(0, i * 20)].reverse(), then),
        ),
      );
      for (const subject of subjects) expect(new Set(made.map((keys) => keys.get(subject)?.id)).size).toBe(1);
    }
  });
});

describe('a keyring on SQLite', () => {
  it('answers at once, so that a batch never awaits', async () => {
    const place = await engines[0]![2]();
    const keyring = await openKeyring({ store: await place.open(), master, origin, create: true, now: at });
    const written = keyring.forWriting(['sub_1'], at);
    expect(written).toBeInstanceOf(Map);
    expect(
      keyring.forOpening([...(written as ReadonlyMap<string, { id: string }>).values()].map(({ id }) => id)),
    ).toBeInstanceOf(Map);
    expect(keyring.destroy('sub_1')).toBe(1);
    await keyring.close();
    await place.remove();
  });
});
