/**
 * The few secrets of the installation itself: made once, unwrapped at every start.
 * Flow:    keystore → here → keyring.
 * Promise: secrets are made only in an empty keystore and only when told, all in one commit; a wrong master key is
 *          found before anything else is read; beside existing secrets only the signing key of a new log is ever made.
 * Source:  docs/design.md 6.
 */
import { newKey } from './ids.ts';
import type { KeyStore, StoredKey } from './keys.ts';
import { logId } from './log-keys.ts';
import type { MasterKeys } from './master-key.ts';
import { SealedError } from './sealed.ts';
import { unwrap, wrap } from './wrapping.ts';

export interface KeyringWish {
  readonly store: KeyStore;
  readonly master: MasterKeys;
  /** Of the log that is written now. */
  readonly origin: string;
  /** The verifier line of the key that signs it; absent: its newest. */
  readonly vkey?: string | undefined;
  /** Only for a new installation, or for the signing key of a new log. */
  readonly create: boolean;
  readonly now: number;
}

const SECRETS = ['pepper', 'mark', 'actor', 'hash', 'reply'] as const;
/** Followed by others, so it is opened by whoever knows which one signs. */
const ISSUER = 'issuer';
type HouseKeys = Readonly<Record<(typeof SECRETS)[number], Uint8Array>>;

export async function houseKeys(wish: KeyringWish): Promise<HouseKeys> {
  const { store, master, origin } = wish;
  let rows = await stored(store);
  if (wish.create && missingFor(rows, origin)) {
    await store.add(fresh(wish, rows));
    rows = await stored(store);
  }
  const check = rows.find(({ use }) => use === 'check');
  if (check === undefined) throw empty(rows);
  unwrap(master, check);
  return Object.fromEntries(SECRETS.map((use) => [use, opened(rows, `${use}/1`, master)])) as HouseKeys;
}

const stored = async (store: KeyStore): Promise<readonly StoredKey[]> =>
  (await Promise.all(['check', 'log', ...SECRETS, ISSUER].map((use) => store.all(use)))).flat();

const missingFor = (rows: readonly StoredKey[], origin: string): boolean =>
  !rows.some(({ id }) => id === logId(origin) || id.startsWith(`${logId(origin)} `));

/** Ids are fixed, so that of two nodes that begin at once the first one's secrets stand for both. */
function fresh({ master, origin, now }: KeyringWish, rows: readonly StoredKey[]): readonly StoredKey[] {
  const make = (id: string, use: string): StoredKey =>
    wrap(master, { id, use, subject: null, period: null, createdAt: now }, newKey());
  const log = make(logId(origin), 'log');
  if (rows.length === 0)
    return [make('check', 'check'), ...[...SECRETS, ISSUER].map((use) => make(`${use}/1`, use)), log];
  const check = rows.find(({ use }) => use === 'check');
  if (check === undefined) throw empty(rows);
  unwrap(master, check);
  return [log];
}

const empty = (rows: readonly StoredKey[]): SealedError =>
  rows.length === 0
    ? new SealedError(
        'keystore-empty',
        'The keystore is empty or missing beside existing data. Put it back from a backup.',
      )
    : new SealedError('keystore-incomplete', 'The keystore lacks its key-check value. Restore it from a backup.');

function opened(rows: readonly StoredKey[], id: string, master: MasterKeys): Uint8Array {
  const row = rows.find((one) => one.id === id);
  if (row === undefined)
    throw new SealedError('keystore-incomplete', `The keystore lacks ${id}. Restore it from a backup.`);
  return unwrap(master, row);
}
