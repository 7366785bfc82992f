/**
 * The three functions of node:crypto that the verifier uses, for a browser, where those of the platform are not at hand
 * at once.
 * Flow:    scripts/verify, when it is joined for a browser (write-checker.ts) → here → @noble.
 * Source:  FIPS 180-4; RFC 8032.
 */
import { hashes, verify as verifySignature } from '@noble/ed25519';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { Buffer } from 'buffer/';

hashes.sha512 = sha512;

export const hash = (_name, bytes) => Buffer.from(sha256(bytes));

/** DER with one fixed beginning: the key is its last 32 bytes. */
export const createPublicKey = ({ key }) => ({ raw: new Uint8Array(key.subarray(-32)) });

/** As RFC 8032 has it, not with the laxer rules that some logs of money use. */
export const verify = (...[, bytes, { raw }, signature]) =>
  verifySignature(new Uint8Array(signature), new Uint8Array(bytes), raw, { zip215: false });
