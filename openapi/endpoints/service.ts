/**
 * Routes of the service itself: health, documentation, problem pages, keys, signals.
 * Flow:    models/service.ts → here → endpoints.ts, http/service.ts.
 * Promise: public and impersonal; health answers also while everything else is sealed.
 * Source:  docs/design.md 8.
 */
import { z } from 'zod';
import { endpoint, media } from '../endpoint.ts';
import { Key, LanguageTag } from '../models/basics.ts';
import { Alive, Gpc, Jwks, Ready } from '../models/service.ts';

/** Whoever watches the service asks often, so health is never slowed down. */
const health = { method: 'get', tags: ['service'], who: 'public', impersonal: true } as const;
const open = { ...health, pace: 'public' } as const;

export const livez = endpoint({
  ...health,
  id: 'livez',
  path: '/livez',
  summary: 'Is the process alive?',
  replies: { 200: Alive },
});
export const readyz = endpoint({
  ...health,
  id: 'readyz',
  path: '/readyz',
  summary: 'Can it answer?',
  replies: { 200: Ready, 503: Ready },
});
export const getOpenApi = endpoint({
  ...open,
  id: 'getOpenApi',
  path: '/openapi.json',
  summary: 'This description',
  replies: { 200: media('application/json', 'OpenAPI 3.1.') },
});
export const getProblemPage = endpoint({
  ...open,
  id: 'getProblemPage',
  path: '/problems/{code}',
  summary: 'What a problem means and how to mend it',
  params: z.object({ code: Key }),
  query: z.strictObject({ language: LanguageTag.exactOptional() }),
  replies: {
    200: z
      .object({
        code: Key,
        status: z.int().min(400).max(599),
        title: z.string().max(200),
        meaning: z.string().max(1000),
        fix: z.string().max(1000),
      })
      .meta({ id: 'ProblemPage' }),
  },
  readable: true,
  fails: ['not-found'],
});
export const getJwks = endpoint({
  ...open,
  id: 'getJwks',
  path: '/.well-known/jwks.json',
  summary: 'The keys of the built-in issuer, and of what it signs',
  replies: { 200: Jwks },
});
export const getGpc = endpoint({
  ...open,
  id: 'getGpc',
  path: '/.well-known/gpc.json',
  summary: 'Global Privacy Control is honoured here',
  replies: { 200: Gpc },
});
export const getDocs = endpoint({
  ...open,
  id: 'getDocs',
  path: '/docs',
  summary: 'Documentation to read and try',
  query: z.strictObject({ language: LanguageTag.exactOptional() }),
  replies: { 200: media('text/html; charset=utf-8', 'A page.') },
  page: true,
});
export const getDocsFile = endpoint({
  ...open,
  id: 'getDocsFile',
  path: '/docs/{file}',
  summary: 'A file of the documentation page',
  params: z.object({
    file: z.enum([
      'swagger-ui.css',
      'swagger-ui-bundle.js',
      'swagger-ui-standalone-preset.js',
      'swagger-ui-init.js',
      'page.css',
      'favicon-16x16.png',
      'favicon-32x32.png',
    ]),
  }),
  replies: { 200: media(['text/javascript', 'text/css', 'image/png'], 'A script, a style sheet or an image.') },
  page: true,
  fails: ['not-found'],
});
