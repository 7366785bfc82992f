/**
 * What a person was told, word for word, and whether it left the house; and what they sent.
 * Flow:    commands/message, commands/file → here → ledger → views/message.
 * Promise: the exact words stand in the person's chain, sealed; what carries them out has no copy of its own.
 * Source:  docs/design.md 4 and 6; GDPR 12(1).
 */
import { z } from 'zod';
import { fileTypes } from '../vocabulary/file.ts';
import { messageTemplates } from '../vocabulary/message.ts';
import { waysOfShowing } from '../vocabulary/notice.ts';
import {
  RecordedCode,
  RecordedKey,
  RecordedLanguage,
  RecordedText,
  RecordedTime,
  RecordedVersion,
  v1,
} from './form.ts';

export const MessageWritten = z.strictObject({
  v: v1,
  template: z.enum(messageTemplates),
  /** The decision, review or request it is about. */
  about: z.string().exactOptional(),
  language: RecordedLanguage,
  /** The person's language, where there was no text in it. */
  languageMissing: RecordedLanguage.exactOptional(),
  title: RecordedText,
  text: RecordedText,
  /** Where it leads on the pages of the person, without origin. */
  href: z.string().startsWith('/').exactOptional(),
});
export type MessageWritten = z.infer<typeof MessageWritten>;

/** The request that the message is about; absent where it is about none, and in what older releases recorded. */
const about = z.string().startsWith('req_').exactOptional();
const outcome = { v: v1, message: z.string().startsWith('msg_'), channel: z.enum(['email', 'file']), about };
export const MessageSent = z.strictObject({ ...outcome, tries: z.int().positive() });
export type MessageSent = z.infer<typeof MessageSent>;
export const MessageGivenUp = z.strictObject({ ...outcome, tries: z.int().nonnegative(), code: RecordedCode });
export type MessageGivenUp = z.infer<typeof MessageGivenUp>;

/** Staff gave it to the person in another way. */
export const MessageHandedOver = z.strictObject({
  v: v1,
  message: z.string().startsWith('msg_'),
  how: z.enum(waysOfShowing),
  occurredAt: RecordedTime.exactOptional(),
  about,
});
export type MessageHandedOver = z.infer<typeof MessageHandedOver>;

/** `digest` is the SHA-256 of the bytes, inside the sealed payload only. */
export const FileAdded = z.strictObject({
  v: v1,
  name: z.string().min(1).max(200).exactOptional(),
  type: z.enum(fileTypes),
  size: z.int().positive(),
  digest: z.string(),
});
export type FileAdded = z.infer<typeof FileAdded>;

/** What a notice told about: which version of which AI system, for which version of which purpose. */
export const Covered = z.strictObject({
  aiSystem: RecordedKey,
  aiSystemVersion: RecordedVersion,
  purpose: RecordedKey,
  purposeVersion: RecordedVersion,
});
export type Covered = z.infer<typeof Covered>;

/** A notice was put before the person beforehand, and whether they said that they saw it. */
export const NoticeShown = z.strictObject({
  v: v1,
  covers: z.array(Covered).min(1).max(50),
  /** The company's own notice; absent where the one made from the registry was shown. */
  notice: z.strictObject({ key: RecordedKey, version: RecordedVersion }).exactOptional(),
  language: RecordedLanguage,
  /** SHA-256 of the exact text in that language, base64. */
  hash: z.string().length(44),
  how: z.enum(waysOfShowing),
  acknowledged: z.boolean(),
  occurredAt: RecordedTime.exactOptional(),
});
export type NoticeShown = z.infer<typeof NoticeShown>;

/** A note of the support desk in the person's record; the person can read it. */
export const NoteAdded = z.strictObject({ v: v1, about: z.string().exactOptional(), text: RecordedText });
export type NoteAdded = z.infer<typeof NoteAdded>;
