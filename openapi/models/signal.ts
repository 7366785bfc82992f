/**
 * What a browser says about privacy by itself, and what was recorded of it.
 * Flow:    here → endpoints/signals.ts.
 * Promise: strings are bounded before anything reads them.
 * Source:  Global Privacy Control; IAB GPP; IAB TCF 2.2 and 2.3; docs/signals.md.
 */
import { z } from 'zod';
import { consentStates } from '../../src/vocabulary/consent.ts';
import { limitKinds } from '../../src/vocabulary/limit.ts';
import { signalKinds, whyPassedOver } from '../../src/vocabulary/signal.ts';
import { Key, Subject } from './basics.ts';

const sent = {
  gpc: z.boolean().exactOptional().describe('`navigator.globalPrivacyControl`. False says nothing.'),
  gpp: z
    .string()
    .min(1)
    .max(4096)
    .regex(/^[A-Za-z0-9._~-]+$/)
    .exactOptional()
    .describe('A string of the IAB Global Privacy Platform; kept as evidence of what it says.'),
  tcf: z
    .string()
    .min(1)
    .max(4096)
    .regex(/^[A-Za-z0-9._-]+$/)
    .exactOptional()
    .describe('A TC string. It decides about the purposes that name `tcfPurposes`, and about nothing else.'),
};

export const OwnSignalsBody = z
  .strictObject(sent)
  .meta({ id: 'OwnSignalsBody', description: 'What my browser says about privacy by itself.' });
export const SignalsBody = z
  .strictObject({ subject: Subject, ...sent })
  .meta({ id: 'SignalsBody', description: 'What the browser of a person said about privacy by itself.' });

const about = {
  signal: z.enum(signalKinds),
  limit: z.enum(limitKinds).optional(),
  purpose: Key.optional(),
};

export const SignalsHeeded = z
  .object({
    recorded: z
      .array(
        z.object({
          ...about,
          state: z.enum([...consentStates, 'set']),
          id: z.string().max(64).describe('The recorded act.'),
        }),
      )
      .max(1000),
    passedOver: z
      .array(z.object({ ...about, why: z.enum(Object.keys(whyPassedOver) as [keyof typeof whyPassedOver]) }))
      .max(1000)
      .describe(
        `What was read and recorded nothing. ${Object.entries(whyPassedOver)
          .map(([code, words]) => `\`${code}\`: ${words}`)
          .join(' ')}`,
      ),
  })
  .meta({ id: 'SignalsHeeded' });
