/**
 * The receipt of a choice, and the keys that it is checked with.
 * Flow:    here → endpoints/receipts.ts.
 * Promise: `receipt` is what `jws` signs, member by member.
 * Source:  ISO/IEC TS 27560:2023; RFC 7515, RFC 7517; C2SP tlog-proof.
 */
import { z } from 'zod';
import { ConsentId } from './basics.ts';

export const Receipt = z
  .object({
    id: ConsentId,
    receipt: z
      .record(z.string().max(200), z.unknown())
      .describe('JSON-LD in the terms of W3C DPV 2.3, with its whole context, so that nothing has to be fetched.'),
    jws: z
      .string()
      .max(1_000_000)
      .regex(/^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/)
      .describe('The same, signed; `kid` names a key of `/.well-known/receipt-keys.json`.'),
    proof: z
      .string()
      .max(200_000)
      .describe('A C2SP tlog-proof file. Its `extra` is JSON: the entry and the salt in base64, and the payload.'),
  })
  .meta({ id: 'Receipt', description: 'What a person was asked and answered, to keep and to check offline.' });

const Jwk = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  alg: z.literal('EdDSA'),
  use: z.literal('sig'),
  kid: z.string().max(300),
  x: z.string().length(43),
});

export const KeySet = z
  .object({ keys: z.array(Jwk).max(1000) })
  .meta({ id: 'KeySet', description: 'The keys of every log of this installation, the newest first (RFC 7517).' });
