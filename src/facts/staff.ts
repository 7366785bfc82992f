/**
 * Who works here on people's requests and reviews: role, training and authority, in the staff member's own chain.
 * Flow:    commands/staff → here → ledger → views/subject (standing) → commands/review.
 * Promise: names stay sealed in this fact; a description replaces the one before it.
 * Source:  docs/law.md 7 (authority, training record); AI Act 4, 26(2); docs/design.md 8.
 */
import { z } from 'zod';
import { staffRoles } from '../vocabulary/staff.ts';
import { RecordedCode, RecordedSubject, RecordedTime, v1 } from './form.ts';

const StaffTraining = z.strictObject({ code: RecordedCode, at: RecordedTime, until: RecordedTime.exactOptional() });

export const StaffDescribed = z.strictObject({
  v: v1,
  /** The pseudonym their acts stand under. */
  actor: z.string().startsWith('act_'),
  name: z.string().min(1).max(200),
  roles: z.array(z.enum(staffRoles)).min(1),
  training: z.array(StaffTraining),
  authority: z.array(RecordedCode),
  active: z.boolean(),
  /** Their own records as data subjects, which they may not decide on. */
  own: z.array(RecordedSubject),
});
export type StaffDescribed = z.infer<typeof StaffDescribed>;
