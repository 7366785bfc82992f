/**
 * A recipient: who receives data, where, and under which safeguard.
 * Flow:    here → registry.ts (what is recorded), openapi/models/registry.ts (what is taken and answered).
 * Promise: its members are named here and nowhere else.
 * Source:  GDPR 4(9), 13(1)(e) and (f), 44 to 49; docs/design.md 8.1; decision 0010.
 */
import { z } from 'zod';
import { keysIn, properName, reference } from './declared-alike.ts';
import type { Forms } from './form.ts';

/** The members of a recipient, in the forms of whoever takes or keeps it. */
export const recipientIn = (form: Forms) => ({
  name: form.texts,
  kind: z.enum(['processor', 'controller', 'joint-controller', 'third-party', 'authority']),
  country: z
    .string()
    .max(2)
    .regex(/^[A-Z]{2}$/)
    .exactOptional(),
  purposes: keysIn(form).exactOptional(),
  dataCategories: keysIn(form).exactOptional(),
  transfer: z
    .strictObject({
      safeguard: z.enum(['adequacy', 'standard-clauses', 'binding-rules', 'derogation']),
      reference: reference.exactOptional(),
    })
    .exactOptional(),
  contact: properName.exactOptional(),
  /** The `sub` of the token with which it reads the feed of changes; so it is known what it was told. */
  reader: properName.exactOptional(),
  effectiveFrom: form.time.exactOptional(),
});
