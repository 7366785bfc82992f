/**
 * The keys that the built-in issuer signs tokens with: the newest, and those whose tokens may still be good.
 * Flow:    keystore → here → keyring (issuer); scripts/rotate-keys → here (makes the next one).
 * Promise: a change is one commit, the key beside its note. The note says until when tokens of the keys before it are
 *          good, so that every node and every start come to the same.
 * Source:  RFC 7638 (kid); RFC 8037 (Ed25519 as JWK); decision 0111.
 */
import { canonicalJson } from './canonical.ts';
import { sha256 } from './hashes.ts';
import { newId, newKey } from './ids.ts';
import type { IssuerKey, Keyring, KeyStore, PublicIssuerKey, Rotation, StoredKey } from './keys.ts';
import type { MasterKeys } from './master-key.ts';
import { privateKeyOf, publicKeyOf } from './note.ts';
import { rotationRow, rotationsIn } from './rotations.ts';
import { SealedError } from './sealed.ts';
import { unwrap, wrap } from './wrapping.ts';

const USE = 'issuer';

interface Held {
  readonly id: string;
  readonly createdAt: number;
  readonly seed: Uint8Array;
  readonly open: PublicIssuerKey;
  /** Until when its tokens are good, epoch milliseconds; infinite where nothing followed it. */
  readonly until: number;
}

interface Sealed {
  readonly store: KeyStore;
  readonly master: MasterKeys;
}

function openOf(seed: Uint8Array): PublicIssuerKey {
  const x = Buffer.from(publicKeyOf(privateKeyOf(seed))).toString('base64url');
  const kid = Buffer.from(sha256(canonicalJson({ crv: 'Ed25519', kty: 'OKP', x }))).toString('base64url');
  return { kty: 'OKP', crv: 'Ed25519', x, kid, alg: 'EdDSA', use: 'sig' };
}

/** Whatever was made after a key says until when its tokens are good; the earliest word counts. */
function heldOf(row: StoredKey, { master }: Sealed, changes: readonly Rotation[]): Held {
  const seed = unwrap(master, row);
  const after = changes.filter(({ at }) => at > row.createdAt);
  const until = Math.min(Number.POSITIVE_INFINITY, ...after.map((change) => change.until ?? change.at));
  return { id: row.id, createdAt: row.createdAt, seed, open: openOf(seed), until };
}

async function changesIn({ store, master }: Sealed): Promise<readonly Rotation[]> {
  return (await rotationsIn(store, master)).filter(({ key }) => key === 'tokens');
}

/** In the order in which they were made; there is one at least. */
async function heldIn(sealed: Sealed, changes: readonly Rotation[]): Promise<readonly Held[]> {
  const rows = await sealed.store.all(USE);
  if (rows.length === 0)
    throw new SealedError('keystore-incomplete', 'The keystore lacks the key of tokens. Restore it from a backup.');
  return rows
    .map((row) => heldOf(row, sealed, changes))
    .sort((one, other) => one.createdAt - other.createdAt || (one.id < other.id ? -1 : 1));
}

const keyOf = ({ open, seed }: Held): IssuerKey => ({
  kid: open.kid,
  jwk: { ...open, d: Buffer.from(seed).toString('base64url') },
});

export async function issuerKeys(
  sealed: Sealed,
): Promise<Pick<Keyring, 'issuer' | 'issuerKeys' | 'followIssuer' | 'endIssuers'>> {
  let changes = await changesIn(sealed);
  let held = await heldIn(sealed, changes);
  const newest = (): Held => held.at(-1) as Held;
  const isGood = (key: Held, at: number): boolean => key === newest() || at < key.until;
  return {
    issuer: () => keyOf(newest()),
    issuerKeys: (at) =>
      held
        .filter((key) => isGood(key, at))
        .map(({ open }) => open)
        .reverse(),
    async followIssuer() {
      const now = await changesIn(sealed);
      if (now.length === changes.length) return;
      held = await heldIn(sealed, now);
      changes = now;
    },
    async endIssuers(at) {
      const over = held.filter((key) => !isGood(key, at)).map(({ id }) => id);
      if (over.length === 0) return;
      await sealed.store.remove(over);
      held = held.filter(({ id }) => !over.includes(id));
    },
  };
}

interface Following extends Sealed {
  /** The pseudonym of whoever does it. */
  readonly by: string;
  readonly now: number;
  /** Until when tokens of before are good. */
  readonly until: number;
}

export interface RotatedTokens {
  readonly from: string;
  readonly to: string;
  readonly until: number;
}

/** The next key; it signs from now on, wherever somebody looks. */
export async function rotateTokens({ by, now, until, ...sealed }: Following): Promise<RotatedTokens> {
  const { store, master } = sealed;
  const before = (await heldIn(sealed, [])).at(-1) as Held;
  // Where the clock of this machine is behind, the key is still the newest.
  const at = Math.max(now, before.createdAt + 1);
  const seed = newKey();
  const { kid } = openOf(seed);
  const row = { id: `${USE}/${kid}`, use: USE, subject: null, period: null, createdAt: at };
  const note = { key: 'tokens', from: before.open.kid, to: kid, by, fact: newId('fact'), at, until } as const;
  await store.add([wrap(master, row, seed), rotationRow(master, note)]);
  if (!(await store.all(USE)).some(({ id }) => id === row.id))
    throw new Error('The master key is being changed. Run this again after it.');
  return { from: before.open.kid, to: kid, until };
}
