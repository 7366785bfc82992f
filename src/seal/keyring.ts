/**
 * All secrets of an open installation, offered as what can be done with them.
 * Flow:    keystore, master-key → here → ledger, commands (batch), http (issuer, idempotency).
 * Promise: a keyed hash of one purpose says nothing about one of another; signing and house keys never leave this file
 *          except the issuer's, which signs tokens elsewhere.
 * Source:  docs/design.md 5 and 6.
 */
import { credentialsIn } from './credentials.ts';
import { dataKeys } from './data-keys.ts';
import { openBytes, sealBytes } from './envelope.ts';
import { sha256 } from './hashes.ts';
import { houseKeys, type KeyringWish } from './house-keys.ts';
import { crockford, newSalt, SALT_BYTES } from './ids.ts';
import { issuerKeys } from './issuer-keys.ts';
import { hashBy, nameBy } from './keyed-name.ts';
import type { Keyring } from './keys.ts';
import { logSigner } from './log-keys.ts';
import { masterState } from './rotate-master.ts';
import { rotationsIn } from './rotations.ts';

export async function openKeyring(wish: KeyringWish): Promise<Keyring> {
  const { store, master, origin } = wish;
  const keys = await houseKeys(wish);
  const signer = await logSigner(wish);
  const issuer = await issuerKeys(wish);
  const [identity, mark, actor, keyed] = [
    nameBy(keys.pepper),
    nameBy(keys.mark),
    hashBy(keys.actor),
    hashBy(keys.hash),
  ];
  const own: Omit<Keyring, keyof typeof signer> = {
    origin,
    identityHash: identity,
    markHash: mark,
    actorPseudonym: (principal) => `act_${crockford(actor(principal).subarray(0, 26))}`,
    // The purpose is a word of ours without a zero byte, so purpose and text cannot run into each other.
    keyedHash: (purpose, text) => keyed(`${purpose}\0${text}`),
    bind: bindBy(keyed('row-binding')),
    weigh: weighBy(keyed('row-weight')),
    ...houseSeal(keys.reply),
    ...dataKeys(store, master),
    scrub: () => store.scrub(),
    ...credentialsIn(store, master),
    rotations: () => rotationsIn(store, master),
    masterState: () => masterState(store, master),
    ...issuer,
    close: () => store.close(),
  };
  return Object.assign(signer, own);
}

/** A key of its own, drawn from the one of hashes by a word that no keyed hash is ever made of. */
function bindBy(key: Uint8Array): Keyring['bind'] {
  const named = nameBy(key);
  return (what, text) => named(`${what}\0${text}`);
}

/** One hash and no more: its results are secret, so that nobody could go on from one, and each row is weighed twice. */
function weighBy(key: Uint8Array): Keyring['weigh'] {
  const before = Buffer.from(key).toString('hex');
  return (text) => sha256(before + text);
}

/**
 * Each value has a key of its own, drawn from the one long-lived key and a salt: that one would outlast what random ivs
 * allow.
 */
function houseSeal(key: Uint8Array): Pick<Keyring, 'sealForHouse' | 'openForHouse'> {
  const keyFor = hashBy(key);
  return {
    sealForHouse(about, bytes) {
      const salt = newSalt();
      return Buffer.concat([salt, sealBytes(keyFor(salt), about, bytes)]);
    },
    openForHouse: (about, sealed) =>
      openBytes(keyFor(sealed.subarray(0, SALT_BYTES)), about, sealed.subarray(SALT_BYTES)),
  };
}
