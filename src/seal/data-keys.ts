/**
 * Hands out the data keys of people: one a person and year, made where missing.
 * Flow:    keyring → here → keystore.
 * Promise: a key is committed in the keystore before it seals anything; where the keystore answers at once, so does
 *          this.
 * Source:  docs/design.md 6.
 */
import { createSecretKey, type KeyObject } from 'node:crypto';
import { newIdAt, newKeys } from './ids.ts';
import { type HeldKey, type KeyCache, keyCache } from './key-cache.ts';
import type { CipherKey, DataKey, Keyring, KeyStore, StoredKey } from './keys.ts';
import type { MasterKeys } from './master-key.ts';
import { SealedError } from './sealed.ts';
import { unwrapperOf, wrapperOf } from './wrapping.ts';

type Answer<T> = T | Promise<T>;

/** Goes on at once where the value is there, so that a batch on SQLite holds no await between BEGIN and COMMIT. */
const then = <T, U>(value: Answer<T>, next: (value: T) => Answer<U>): Answer<U> =>
  value instanceof Promise ? value.then(next) : next(value);

const MOST_HELD = 10_000;

/** Retention class and year. */
const periodOf = (at: number): string => `person/${new Date(at).getUTCFullYear()}`;

const heldKey = ({ id, subject, period }: StoredKey, key: KeyObject): HeldKey => ({
  id,
  key,
  subject: subject ?? '',
  period: period ?? '',
});

const bySubject = (keys: readonly HeldKey[]) => new Map(keys.map((key) => [key.subject, key]));

export function dataKeys(store: KeyStore, master: MasterKeys): Pick<Keyring, 'forWriting' | 'forOpening' | 'destroy'> {
  const cache = keyCache(MOST_HELD);

  const opened = (stored: readonly StoredKey[], since: number): readonly HeldKey[] => {
    const unwrap = unwrapperOf(master);
    const keys = stored.map((row) => heldKey(row, createSecretKey(unwrap(row))));
    cache.hold(keys, since);
    return keys;
  };

  const fetched = (subjects: readonly string[], period: string): KeysOfSubjects => {
    if (subjects.length === 0) return new Map();
    const since = cache.moment();
    return then(store.ofSubjects(subjects, period), (rows) => bySubject(opened(rows, since)));
  };

  const made = makerOf({ store, master, cache, fetched });

  return {
    forWriting(subjects, at) {
      const period = periodOf(at);
      const ready = new Map<string, DataKey>();
      const missing = absent(subjects, ready, (subject) => cache.forWriting(subject, period));
      if (missing.length === 0) return ready;
      return then(fetched(missing, period), (found) => {
        const unknown = missing.filter((subject) => !found.has(subject));
        if (unknown.length === 0) return new Map([...ready, ...found]);
        return then(made(unknown, { period, at }), (fresh) =>
          complete(new Map([...ready, ...found, ...fresh]), subjects),
        );
      });
    },
    forOpening(ids) {
      const ready = new Map<string, DataKey>();
      const missing = absent(ids, ready, cache.byId);
      if (missing.length === 0) return keysOf([...ready.values()]);
      const since = cache.moment();
      return then(store.load(missing), (rows) => keysOf([...ready.values(), ...opened(rows, since)]));
    },
    destroy(subject) {
      cache.forget(subject);
      return then(store.destroy(subject), (count) => {
        cache.forget(subject);
        return count;
      });
    },
  };
}

type KeysOfSubjects = Answer<ReadonlyMap<string, DataKey>>;

interface Making {
  readonly store: KeyStore;
  readonly master: MasterKeys;
  readonly cache: Pick<KeyCache, 'moment' | 'hold'>;
  fetched(subjects: readonly string[], period: string): KeysOfSubjects;
}

function makerOf({
  store,
  master,
  cache,
  fetched,
}: Making): (subjects: readonly string[], when: When) => KeysOfSubjects {
  /** What was not taken is read, because another node may have made the same person's key first, and that one stays. */
  const once = (subjects: readonly string[], when: When): KeysOfSubjects => {
    const fresh = freshKeys(master, subjects, when);
    const since = cache.moment();
    return then(store.add(fresh.map(({ row }) => row)), (taken) => {
      const ids = new Set(taken);
      const own = fresh.flatMap(({ row, key }) => (ids.has(row.id) ? heldKey(row, createSecretKey(key)) : []));
      cache.hold(own, since);
      const others = subjects.filter((_, place) => !ids.has(fresh[place]?.row.id ?? ''));
      return then(fetched(others, when.period), (found) => new Map([...bySubject(own), ...found]));
    });
  };
  /** Twice where the master key was changed in between: what the former one wraps is no longer taken. */
  return (subjects, when) =>
    then(once(subjects, when), (found) => {
      const refused = subjects.filter((subject) => !found.has(subject));
      return refused.length === 0 ? found : then(once(refused, when), (again) => new Map([...found, ...again]));
    });
}

interface When {
  readonly period: string;
  readonly at: number;
}

interface FreshKey {
  readonly row: StoredKey;
  readonly key: Uint8Array;
}

function freshKeys(master: MasterKeys, subjects: readonly string[], { period, at }: When): readonly FreshKey[] {
  const wrap = wrapperOf(master);
  return newKeys(subjects.length).map((key, place) => {
    const subject = subjects[place] as string;
    return { key, row: wrap({ id: newIdAt('key', at), use: 'data', subject, period, createdAt: at }, key) };
  });
}

/** Puts what is at hand into `ready` and gives the rest, each once. */
function absent(
  wanted: readonly string[],
  ready: Map<string, DataKey>,
  held: (name: string) => DataKey | undefined,
): readonly string[] {
  return [...new Set(wanted)].filter((name) => {
    const key = held(name);
    if (key !== undefined) ready.set(name, key);
    return key === undefined;
  });
}

const keysOf = (keys: readonly DataKey[]): ReadonlyMap<string, CipherKey> =>
  new Map(keys.map(({ id, key }) => [id, key]));

function complete(keys: ReadonlyMap<string, DataKey>, subjects: readonly string[]): ReadonlyMap<string, DataKey> {
  if (subjects.every((subject) => keys.has(subject))) return keys;
  throw new SealedError(
    'keystore-incomplete',
    'The keystore did not keep a key that was just made. Nothing was recorded.',
  );
}
