/**
 * A message to a person, as they read it again.
 * Flow:    here → endpoints/messages.ts.
 * Promise: the words are those that were sent.
 * Source:  docs/design.md 8.
 */
import { z } from 'zod';
import { messageTemplates } from '../../src/vocabulary/message.ts';
import { At, Entry, LanguageTag, MessageId } from './basics.ts';

export const Message = z
  .object({
    id: MessageId,
    at: At,
    template: z.enum(messageTemplates),
    about: z.string().max(40).nullable().describe('The decision, review or request it is about.'),
    language: LanguageTag,
    languageFallback: z.boolean().describe('True where we do not write in the language of the person.'),
    title: z.string().max(40_000),
    text: z.string().max(40_000).describe('Paragraphs, parted by a blank line.'),
    href: z.string().max(200).nullable().describe('A page of the person.'),
    state: z.enum(['waiting', 'sent', 'given-up']).describe('Whether it left the house. It stays here in any case.'),
    entry: Entry,
  })
  .meta({ id: 'Message', description: 'What we wrote to a person, word for word.' });
