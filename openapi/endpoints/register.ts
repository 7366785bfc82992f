/**
 * Routes of the public register of AI systems.
 * Flow:    models/register.ts → here → endpoints.ts, http/handlers/register.ts.
 * Promise: everybody may read them, as JSON or as a page; nothing about any person stands there.
 * Source:  docs/law.md 9; docs/design.md 8.
 */
import { z } from 'zod';
import { endpoint, media } from '../endpoint.ts';
import { Key, LanguageTag } from '../models/basics.ts';
import { Register, RegisterEntryModel } from '../models/register.ts';

const open = {
  method: 'get',
  tags: ['register'],
  who: 'public',
  impersonal: true,
  pace: 'public',
  readable: true,
} as const;
const query = z.strictObject({ language: LanguageTag.exactOptional() });

/** Whoever types the bare address finds what anybody may read. */
export const goHome = endpoint({
  id: 'goHome',
  method: 'get',
  path: '/',
  summary: 'The front door: on to the register',
  query,
  tags: ['register'],
  who: 'public',
  impersonal: true,
  pace: 'public',
  replies: { 303: media('', 'To the register.') },
});
export const getRegister = endpoint({
  ...open,
  id: 'getRegister',
  path: '/v1/register',
  summary: 'Every AI system we use on data about people',
  description:
    'Purpose, logic, benefits and limits, who oversees it, how it was tested, and how to opt out. With `Accept: text/html` a page.',
  query,
  replies: { 200: Register },
});
export const getRegisterEntry = endpoint({
  ...open,
  id: 'getRegisterEntry',
  path: '/v1/register/{key}',
  summary: 'One AI system',
  params: z.object({ key: Key }),
  query,
  replies: { 200: RegisterEntryModel },
  fails: ['not-found'],
});
