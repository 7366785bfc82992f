/**
 * What is recorded about who a person is: identifiers bound to them, and the law, age and language they stand under.
 * Flow:    commands/subject → here → ledger → views/subject.
 * Promise: a description replaces the one before it; an identifier is never taken away but by erasure.
 * Source:  docs/design.md 5 and 8.1.
 */
import { z } from 'zod';
import { ageBands } from '../vocabulary/person.ts';
import { RecordedLanguage, RecordedRegime, RecordedText, RecordedTime, v1 } from './form.ts';

/** That the person came back after an erasure, as staff recorded it. The old pseudonym is not named. */
const Returned = z.strictObject({
  how: RecordedText,
  occurredAt: RecordedTime,
  newHolder: z.boolean().exactOptional(),
});

export const SubjectLinked = z.strictObject({
  v: v1,
  identifier: z.string().min(1).max(400),
  returned: Returned.exactOptional(),
  /** A service added it, and nothing is sent there before the person confirmed it. */
  unconfirmed: z.literal(true).exactOptional(),
});
export type SubjectLinked = z.infer<typeof SubjectLinked>;

/** The person said that this address is theirs, from its own mailbox. */
export const AddressConfirmed = z.strictObject({ v: v1, identifier: z.string().startsWith('email:').max(400) });
export type AddressConfirmed = z.infer<typeof AddressConfirmed>;

export const SubjectDescribed = z.strictObject({
  v: v1,
  regimes: z.array(RecordedRegime),
  ageBand: z.enum(ageBands).exactOptional(),
  ageBandUntil: RecordedTime.exactOptional(),
  language: RecordedLanguage.exactOptional(),
});
export type SubjectDescribed = z.infer<typeof SubjectDescribed>;
