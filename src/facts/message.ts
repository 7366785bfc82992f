/**
 * What a person was told, word for word, and whether it left the house; and what they sent.
 * Flow:    commands/message, commands/file → here → ledger → views/message.
 * Promise: the exact words stand in the person's chain, sealed; what carries them out has no copy of its own.
 * Source:  DESIGN sections 4 and 6; GDPR 12(1).
 */
import { z } from 'zod';
import { fileTypes } from '../vocabulary/file.ts';
import { messageTemplates } from '../vocabulary/message.ts';
import { Code, Key, Language, Text, Time, v1 } from './form.ts';

export const MessageWritten = z.strictObject({
  v: v1,
  template: z.enum(messageTemplates),
  /** The decision, review or request it is about. */
  about: z.string().exactOptional(),
  language: Language,
  /** The person's language, where there was no text in it. */
  languageMissing: Language.exactOptional(),
  title: Text,
  text: Text,
  /** Where it leads on the pages of the person, without origin. */
  href: z.string().startsWith('/').exactOptional(),
});
export type MessageWritten = z.infer<typeof MessageWritten>;

const outcome = { v: v1, message: z.string().startsWith('msg_'), channel: z.enum(['email', 'file']) };
export const MessageSent = z.strictObject({ ...outcome, tries: z.int().positive() });
export type MessageSent = z.infer<typeof MessageSent>;
export const MessageGivenUp = z.strictObject({ ...outcome, tries: z.int().nonnegative(), code: Code });
export type MessageGivenUp = z.infer<typeof MessageGivenUp>;

/** `digest` is the SHA-256 of the bytes, inside the sealed payload only. */
export const FileAdded = z.strictObject({
  v: v1,
  name: z.string().min(1).max(200).exactOptional(),
  type: z.enum(fileTypes),
  size: z.int().positive(),
  digest: z.string(),
});
export type FileAdded = z.infer<typeof FileAdded>;

/** A notice was put before the person, and whether they said that they saw it. */
export const NoticeShown = z.strictObject({
  v: v1,
  notice: Key,
  version: z.int().positive(),
  language: Language,
  aiSystem: Key.exactOptional(),
  purpose: Key.exactOptional(),
  how: z.enum(['page', 'app', 'email', 'letter', 'spoken', 'in-person']),
  acknowledged: z.boolean(),
  occurredAt: Time.exactOptional(),
});
export type NoticeShown = z.infer<typeof NoticeShown>;

/** A note of the support desk in the person's record; the person can read it. */
export const NoteAdded = z.strictObject({ v: v1, about: z.string().exactOptional(), text: Text });
export type NoteAdded = z.infer<typeof NoteAdded>;
