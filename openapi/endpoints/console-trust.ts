/**
 * Routes of trust and fairness in the console: the figures as a page, and the same as a file.
 * Flow:    here → endpoints.ts, http/handlers/console/trust.ts.
 * Promise: opened by whoever may read reports; time and AI system stand in the address; no figure tells of one person.
 * Source:  decision 0116.
 */
import { z } from 'zod';
import { endpoint, media } from '../endpoint.ts';
import { Key, LanguageTag } from '../models/basics.ts';

const reading = { method: 'get', tags: ['console'], page: true, who: { staff: ['reports'] } } as const;
const query = z.strictObject({
  language: LanguageTag.exactOptional(),
  months: z.enum(['3', '12', '24']).default('12'),
  aiSystem: z.union([Key, z.literal('')]).exactOptional(),
});

export const showTrust = endpoint({
  ...reading,
  id: 'showTrust',
  path: '/console/trust',
  summary: 'Choices, uses, decisions and what became of them, by month, AI system and group',
  query,
  replies: { 200: media('text/html; charset=utf-8', 'A page.') },
});
export const getTrustFile = endpoint({
  ...reading,
  id: 'getTrustFile',
  path: '/console/trust/files/{file}',
  summary: 'The same as a file',
  params: z.object({ file: z.enum(['trust.json', 'trust.csv']) }),
  query,
  replies: {
    200: media(['application/json', 'text/csv; charset=utf-8'], 'The figures; what is withheld is null or empty.'),
  },
});
