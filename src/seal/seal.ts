/**
 * The door of this room: seal and open, hash and sign, draw ids, and open the keyring.
 * Flow:    ledger, views, http, house → here → the files beside it.
 * Promise: cryptography stands in this room only; keys at rest are wrapped by the master key.
 * Source:  docs/design.md 5 and 6.
 */
export { canonicalJson } from './canonical.ts';
export { canonicalText } from './canonical-text.ts';
export type { PayloadPlace, SaltedPayload } from './envelope.ts';
export { openBytes, openPayload, sealBytes, sealPayload } from './envelope.ts';
export { commitment, leafHash, nameByHash, nodeHash, sha256 } from './hashes.ts';
export type { KeyringWish } from './house-keys.ts';
export { crockford, newChance, newId, newIdAt, newSalt, newSecret } from './ids.ts';
export type { RotatedTokens } from './issuer-keys.ts';
export { rotateTokens } from './issuer-keys.ts';
export { openKeyring } from './keyring.ts';
export type { CipherKey, DataKey, Keyring, KeyStore, Rotation, StoredKey } from './keys.ts';
export { makeNextLogKey } from './log-keys.ts';
export { newMaskingChance } from './masking.ts';
export type { MasterKeys } from './master-key.ts';
export { openMasterKeys } from './master-key.ts';
export { isSignedBy, privateKeyOf, publicKeyOf, signNote, vkeyOf } from './note.ts';
export { isSignedByProcessor, uuidFor } from './processor-signature.ts';
export type { RotatedMaster } from './rotate-master.ts';
export { rotateMaster } from './rotate-master.ts';
export type { SealedCode } from './sealed.ts';
export { SealedError } from './sealed.ts';
export { openStream, sealStream } from './sealed-stream.ts';
export { newSigningSecret, signDelivery, verifyingKeyOf } from './webhook-signature.ts';
