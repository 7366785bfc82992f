/**
 * Hands out the data keys of people: one a person and year, made where missing.
 * Flow:    keyring → here → keystore.
 * Promise: a key is committed in the keystore before it seals anything; where the keystore answers at once, so does
 *          this.
 * Source:  docs/design.md 6.
 */
import { createSecretKey, type KeyObject } from 'node:crypto';
import { newId, newKey } from './ids.ts';
import { type HeldKey, keyCache } from './key-cache.ts';
import type { CipherKey, DataKey, Keyring, KeyStore, StoredKey } from './keys.ts';
import type { MasterKeys } from './master-key.ts';
import { SealedError } from './sealed.ts';
import { unwrap, wrap } from './wrapping.ts';

type Answer<T> = T | Promise<T>;

/** Goes on at once where the value is there, so that a batch on SQLite holds no await between BEGIN and COMMIT. */
const then = <T, U>(value: Answer<T>, next: (value: T) => Answer<U>): Answer<U> =>
  value instanceof Promise ? value.then(next) : next(value);

const MOST_HELD = 10_000;
const nothing: ReadonlyMap<string, Uint8Array> = new Map();

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

  /** `own` are keys that were made here a moment ago and need no unwrapping. */
  const opened = (stored: readonly StoredKey[], since: number, own = nothing): readonly HeldKey[] => {
    const keys = stored.map((row) => heldKey(row, createSecretKey(own.get(row.id) ?? unwrap(master, row))));
    cache.hold(keys, since);
    return keys;
  };

  const fetched = (subjects: readonly string[], period: string, own?: typeof nothing): KeysOfSubjects => {
    const since = cache.moment();
    return then(store.ofSubjects(subjects, period), (rows) => bySubject(opened(rows, since, own)));
  };

  const made = makerOf({ store, master, fetched });

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
  fetched(subjects: readonly string[], period: string, own: typeof nothing): KeysOfSubjects;
}

function makerOf({ store, master, fetched }: Making): (subjects: readonly string[], when: When) => KeysOfSubjects {
  /** Read again after adding, because another node may have made the same person's key first, and that one stays. */
  const once = (subjects: readonly string[], when: When): KeysOfSubjects => {
    const { own, rows } = freshKeys(master, subjects, when);
    return then(store.add(rows), () => fetched(subjects, when.period, own));
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

interface FreshKeys {
  readonly own: ReadonlyMap<string, Uint8Array>;
  readonly rows: readonly StoredKey[];
}

function freshKeys(master: MasterKeys, subjects: readonly string[], { period, at }: When): FreshKeys {
  const own = new Map<string, Uint8Array>();
  const rows = subjects.map((subject) => {
    const id = newId('key');
    const key = newKey();
    own.set(id, key);
    return wrap(master, { id, use: 'data', subject, period, createdAt: at }, key);
  });
  return { own, rows };
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
