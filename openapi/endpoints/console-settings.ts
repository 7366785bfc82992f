/**
 * The route of the settings in the console: what this service was started with, to read.
 * Flow:    here → endpoints.ts, http/handlers/console/settings.ts.
 * Promise: opened by whoever keeps the registry; nothing can be changed here, and no secret is shown.
 * Source:  decision 0126.
 */
import { z } from 'zod';
import { endpoint, media } from '../endpoint.ts';
import { LanguageTag } from '../models/basics.ts';

export const showSettings = endpoint({
  method: 'get',
  tags: ['console'],
  page: true,
  id: 'showSettings',
  path: '/console/settings',
  summary: 'The settings of this service as they are, without secrets',
  who: { staff: ['registry'] },
  query: z.strictObject({
    language: LanguageTag.exactOptional(),
    show: z.enum(['all', 'set']).default('all'),
  }),
  replies: { 200: media('text/html; charset=utf-8', 'A page.') },
});
