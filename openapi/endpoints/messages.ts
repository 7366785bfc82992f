/**
 * Routes of messages: what we wrote to the person, for the person.
 * Flow:    models/message.ts → here → endpoints.ts, http/handlers/messages.ts.
 * Promise: only ever one's own messages, word for word as they were sent.
 * Source:  docs/design.md 8.
 */
import { z } from 'zod';
import { endpoint, listOf, media, page } from '../endpoint.ts';
import { LanguageTag } from '../models/basics.ts';
import { Message } from '../models/message.ts';

export const listMyMessages = endpoint({
  id: 'listMyMessages',
  method: 'get',
  path: '/v1/me/messages',
  summary: 'What was written to me',
  tags: ['me'],
  who: ['self'],
  query: z.strictObject(page),
  replies: { 200: listOf(Message) },
});

export const showMessages = endpoint({
  id: 'showMessages',
  method: 'get',
  path: '/me/messages',
  summary: 'What was written to me',
  tags: ['pages'],
  who: 'session',
  page: true,
  query: z.strictObject({ ...page, language: LanguageTag.exactOptional() }),
  replies: { 200: media('text/html; charset=utf-8', 'A page.') },
});
