/**
 * Whom to write to, as every answer, notice and certificate names them.
 * Flow:    here → models/answer.ts, notice.ts, register.ts, request.ts.
 * Source:  GDPR 13(1)(a), 13(1)(b).
 */
import { z } from 'zod';
import { contactRoles } from '../../src/vocabulary/contact.ts';

const Words = z.string().max(4000);
const named = { role: z.enum(contactRoles), name: Words, email: Words, address: Words.optional() };

export const ContactsModel = z
  .array(z.object({ ...named, words: Words }))
  .max(2)
  .describe('Whom to write to, as configured.');

/** Without words: a certificate has no language. */
export const SignedContacts = z
  .array(z.object(named))
  .max(2)
  .describe('Whom to write to, as configured when it was signed.');
