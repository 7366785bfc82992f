/**
 * Credentials of other systems: passwords, access keys and signing secrets, kept as the keys of the house are.
 * Flow:    scripts/credentials (kept, withdrawn), work-tasks (read at each use) → here → rows of the keystore.
 * Promise: at rest each is sealed by the master key, for its own name; one that is replaced or withdrawn is overwritten
 *          and counts from the next use on.
 * Source:  decision 0141.
 */
import type { Keyring, KeyStore, StoredKey } from './keys.ts';
import type { MasterKeys } from './master-key.ts';
import { unwrap, wrap } from './wrapping.ts';

const USE = 'credential';
const named = (name: string, number: number): string => `${USE}/${name}/${number}`;
const numberOf = ({ id }: StoredKey): number => Number(id.slice(id.lastIndexOf('/') + 1));
const nameOf = ({ id }: StoredKey): string => id.slice(USE.length + 1, id.lastIndexOf('/'));

type Credentials = Pick<Keyring, 'credential' | 'credentials' | 'keepCredential' | 'withdrawCredential'>;

export function credentialsIn(store: KeyStore, master: MasterKeys): Credentials {
  /** Newest first: whoever was killed while replacing one left two. */
  const rowsOf = async (name: string): Promise<readonly StoredKey[]> =>
    (await store.all(USE)).filter((row) => nameOf(row) === name).sort((one, other) => numberOf(other) - numberOf(one));
  const textOf = (row: StoredKey): string => Buffer.from(unwrap(master, row)).toString('utf8');
  return {
    async credential(name) {
      const [newest] = await rowsOf(name);
      return newest === undefined ? undefined : textOf(newest);
    },
    async credentials() {
      const since = new Map<string, number>();
      for (const row of await store.all(USE))
        since.set(nameOf(row), Math.max(row.createdAt, since.get(nameOf(row)) ?? 0));
      return [...since]
        .map(([name, at]) => ({ name, since: at }))
        .sort((one, other) => (one.name < other.name ? -1 : 1));
    },
    async keepCredential(name, text, at) {
      const former = await rowsOf(name);
      const number = former[0] === undefined ? 1 : numberOf(former[0]) + 1;
      const place = { id: named(name, number), use: USE, subject: null, period: null, createdAt: at };
      await store.add([wrap(master, place, Buffer.from(text, 'utf8'))]);
      const [newest] = await rowsOf(name);
      // Somebody else came first, or the master key changed in the same moment.
      if (newest === undefined || textOf(newest) !== text) return false;
      await store.remove(former.map(({ id }) => id));
      return true;
    },
    async withdrawCredential(name) {
      const rows = await rowsOf(name);
      await store.remove(rows.map(({ id }) => id));
      return rows.length > 0;
    },
  };
}
