/**
 * What the service says about itself: health, keys, signals it honours.
 * Flow:    here → endpoints/service.ts.
 * Promise: nothing personal and no version numbers.
 * Source:  docs/design.md 8; RFC 7517; Global Privacy Control.
 */
import { z } from 'zod';

export const Alive = z.object({ status: z.literal('alive') }).meta({ id: 'Alive' });
export const Ready = z
  .object({
    status: z.enum(['ready', 'sealed', 'stopping', 'not-ready']),
    notes: z.array(z.string().max(400)).max(50).describe('What whoever runs the service should know.'),
  })
  .meta({ id: 'Ready' });
export const Jwks = z.object({ keys: z.array(z.record(z.string().max(40), z.unknown())).max(20) }).meta({
  id: 'Jwks',
  description:
    'The public keys that tokens of the built-in issuer, and what is signed about the service, are checked with (RFC 7517).',
});
export const Gpc = z
  .object({ gpc: z.literal(true), lastUpdate: z.string().max(10) })
  .meta({ id: 'Gpc', description: 'This service honours Global Privacy Control.' });
