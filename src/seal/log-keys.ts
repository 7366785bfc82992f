/**
 * The keys that sign a log: the one in force, and one that is to follow it.
 * Flow:    keystore → here → keyring (signs); scripts/rotate-keys → here (makes the next one).
 * Promise: which key is in force is never decided here: the ledger names it, and only a key of that name signs. What
 *          was made to follow and what it follows stand in one commit.
 * Source:  docs/design.md 5 (`log.key-changed`); decision 0125.
 */

import { jwkOf } from '../vocabulary/verifier-key.ts';
import { newId, newKey } from './ids.ts';
import { receiptSigner } from './jws.ts';
import type { Keyring, KeyStore, StoredKey } from './keys.ts';
import type { MasterKeys } from './master-key.ts';
import { privateKeyOf, publicKeyOf, signerOf, vkeyOf } from './note.ts';
import { rotationRow, rotationsIn } from './rotations.ts';
import { SealedError } from './sealed.ts';
import { unwrap, wrap } from './wrapping.ts';

/** The origin is part of the id, and the id is bound into the wrapping; an origin has no space in it. */
export const logId = (origin: string, number = 1): string => `log/${origin}${number === 1 ? '' : ` ${number}`}`;

interface LogKey {
  readonly id: string;
  readonly number: number;
  readonly vkey: string;
  readonly seed: Uint8Array;
}

type Signers = Pick<Keyring, 'signCheckpoint' | 'signHead' | 'signCertificate' | 'signPackage' | 'signReceipt'>;

const numberOf = (id: string, origin: string): number =>
  id === logId(origin) ? 1 : Number(id.slice(logId(origin).length + 1));
const isOf = (origin: string) => (row: StoredKey) => row.id === logId(origin) || row.id.startsWith(`${logId(origin)} `);

/** In the order in which they were made. */
function keysIn(rows: readonly StoredKey[], origin: string, master: MasterKeys): readonly LogKey[] {
  return rows
    .filter(isOf(origin))
    .map((row) => {
      const seed = unwrap(master, row);
      const vkey = vkeyOf(origin, publicKeyOf(privateKeyOf(seed)));
      return { id: row.id, number: numberOf(row.id, origin), vkey, seed };
    })
    .sort((one, other) => one.number - other.number);
}

function signersOf(origin: string, { seed, vkey }: LogKey): Signers {
  const signing = privateKeyOf(seed);
  return {
    signCheckpoint: signerOf(origin, signing),
    signHead: signerOf(`${origin}/head`, signing),
    signCertificate: signerOf(`${origin}/certificate`, signing),
    signPackage: signerOf(`${origin}/package`, signing),
    signReceipt: receiptSigner(jwkOf(vkey)?.kid ?? origin, signing),
  };
}

interface Signing {
  readonly store: KeyStore;
  readonly master: MasterKeys;
  readonly origin: string;
  /** The key that the ledger names; absent: the newest there is. */
  readonly vkey?: string | undefined;
}

type LogSigner = Signers & Pick<Keyring, 'vkey' | 'follow' | 'prepare' | 'retire'>;

export async function logSigner({ store, master, origin, vkey }: Signing): Promise<LogSigner> {
  let keys = keysIn(await store.all('log'), origin, master);
  const wanted = vkey ?? keys.at(-1)?.vkey;
  let current = inForce(keys, wanted);
  let signers = signersOf(origin, current);
  const prepare = async (): Promise<void> => {
    keys = keysIn(await store.all('log'), origin, master);
  };
  const take = (named: string): void => {
    current = inForce(keys, named);
    signers = signersOf(origin, current);
  };
  return {
    get vkey() {
      return current.vkey;
    },
    signCheckpoint: (text) => signers.signCheckpoint(text),
    signHead: (text) => signers.signHead(text),
    signCertificate: (text) => signers.signCertificate(text),
    signPackage: (text) => signers.signPackage(text),
    signReceipt: (text) => signers.signReceipt(text),
    prepare,
    follow(named) {
      if (named === current.vkey) return undefined;
      if (keys.some((key) => key.vkey === named)) return take(named);
      return prepare().then(() => take(named));
    },
    async retire() {
      await prepare();
      await store.remove(keys.filter(({ number }) => number < current.number).map(({ id }) => id));
    },
  };
}

function inForce(keys: readonly LogKey[], vkey: string | undefined): LogKey {
  const key = keys.find((each) => each.vkey === vkey);
  if (key !== undefined) return key;
  throw new SealedError(
    'origin-unknown',
    'This keystore has no signing key for the origin of this log. CANDOR_ORIGIN cannot be changed after the first start.',
  );
}

interface Following {
  readonly store: KeyStore;
  readonly master: MasterKeys;
  /** The verifier line of the key in force. */
  readonly vkey: string;
  /** The pseudonym of whoever does it. */
  readonly by: string;
  readonly now: number;
}

/** Makes the key that follows, and gives its verifier line; where one was made before and waits, that one. */
export async function makeNextLogKey({ store, master, vkey, by, now }: Following): Promise<string> {
  const [origin = ''] = vkey.split('+');
  const waiting = (await rotationsIn(store, master)).find(({ key, from }) => key === 'log' && from === vkey);
  if (waiting !== undefined) return waiting.to;
  const number = Math.max(...keysIn(await store.all('log'), origin, master).map((key) => key.number)) + 1;
  const seed = newKey();
  const next = vkeyOf(origin, publicKeyOf(privateKeyOf(seed)));
  const row = { id: logId(origin, number), use: 'log', subject: null, period: null, createdAt: now };
  const note = { key: 'log', from: vkey, to: next, by, fact: newId('fact'), at: now } as const;
  await store.add([wrap(master, row, seed), rotationRow(master, note)]);
  return next;
}
