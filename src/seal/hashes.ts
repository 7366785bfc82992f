/**
 * The hashes of the ledger: leaves, nodes and commitments.
 * Flow:    ledger, evidence → here.
 * Promise: a leaf and a node can never have the same hash input; a commitment says nothing about its payload without the salt.
 * Source:  RFC 9162 section 2.1.1; DESIGN section 5.
 */
import { hash } from 'node:crypto';

const LEAF = Buffer.from([0]);
const NODE = Buffer.from([1]);

export const sha256 = (bytes: Uint8Array | string): Uint8Array => hash('sha256', bytes, 'buffer');

export const leafHash = (entryBytes: Uint8Array): Uint8Array => sha256(Buffer.concat([LEAF, entryBytes]));

export const nodeHash = (left: Uint8Array, right: Uint8Array): Uint8Array => sha256(Buffer.concat([NODE, left, right]));

/** Padded base64 of SHA-256(salt ‖ payload), as an entry carries it. */
export const commitment = (salt: Uint8Array, payloadText: string): string => hash('sha256', Buffer.concat([salt, Buffer.from(payloadText)]), 'base64');
