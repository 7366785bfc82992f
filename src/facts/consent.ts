/**
 * The proof of one choice: what was asked, what was shown, how and by whom it was answered, and what follows.
 * Flow:    commands/consent → here → ledger → views/consent.
 * Promise: what nobody stated is named in `assumed`; the notice is cited with its version and the fact that holds its
 *          exact text, so that the commitment of that fact is the hash of what was shown.
 * Source:  GDPR 7(1); docs/law.md 5.1; docs/design.md 8.1.
 */
import { z } from 'zod';
import { consentEffects, consentMethods, givers } from '../vocabulary/consent.ts';
import {
  RecordedCode,
  RecordedKey,
  RecordedKeys,
  RecordedLanguage,
  RecordedRegime,
  RecordedText,
  RecordedTime,
  RecordedVersion,
  v1,
} from './form.ts';

const NoticeShown = z.strictObject({
  key: RecordedKey,
  version: RecordedVersion,
  language: RecordedLanguage,
  /** The `notice.published` fact that holds the exact text. */
  fact: z.string(),
});

const choice = {
  v: v1,
  purpose: RecordedKey,
  purposeVersion: RecordedVersion,
  /** The `purpose.published` fact of that version. */
  purposeFact: z.string(),
  givenBy: z.enum(givers),
  authorisation: z.strictObject({ by: z.string().exactOptional(), evidence: RecordedText }).exactOptional(),
  method: z.enum(consentMethods),
  notice: NoticeShown.exactOptional(),
  occurredAt: RecordedTime.exactOptional(),
  /** Who told Candor: the person here, or a service, or staff. */
  channel: RecordedCode,
  evidence: RecordedText.exactOptional(),
  effect: z.enum(consentEffects),
  warnings: z.array(RecordedCode),
  /** The members of the proof that nobody stated. */
  assumed: z.array(RecordedCode),
};

export const ConsentGiven = z.strictObject({
  ...choice,
  legalType: z.enum(['consent', 'explicit-consent']),
  explicit: z.boolean(),
  dataCategories: RecordedKeys,
  /** Absent: the notice names none, so every AI system that declares the purpose. */
  aiSystems: RecordedKeys.exactOptional(),
  controllers: z.array(z.string()).exactOptional(),
  /** The age rule that stood, where the person may have been a child. */
  ageRule: z.array(z.strictObject({ regime: RecordedRegime, age: z.int() })).exactOptional(),
});
export type ConsentGiven = z.infer<typeof ConsentGiven>;

export const ConsentEnded = z.strictObject(choice);
export type ConsentEnded = z.infer<typeof ConsentEnded>;
