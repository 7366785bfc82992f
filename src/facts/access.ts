/**
 * That a token, or everything of one principal, counts no more, and that a principal may come in again.
 * Flow:    commands/access → here → ledger → views/access → http (every token and session is held against it).
 * Promise: keyed hashes and codes only, kept in clear, because every node has to read it without the key of a person.
 * Source:  decision 0043.
 */
import { z } from 'zod';
import { revocationCauses } from '../vocabulary/access.ts';
import { v1 } from './form.ts';

const ended = {
  v: v1,
  what: z.enum(['token', 'principal']),
  /** The keyed hash of a token's `jti`, or the pseudonym of a principal. */
  key: z.string().min(1).max(100),
};

export const AccessEnded = z.strictObject({ ...ended, cause: z.enum(revocationCauses) });
export type AccessEnded = z.infer<typeof AccessEnded>;
export const AccessRestored = z.strictObject({ ...ended, revocation: z.string().startsWith('rvk_') });
export type AccessRestored = z.infer<typeof AccessRestored>;
