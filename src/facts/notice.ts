/**
 * A notice: what people are shown before they choose.
 * Flow:    here → registry.ts (what is recorded), openapi/models/registry.ts (what is taken and answered).
 * Promise: its members are named here and nowhere else.
 * Source:  GDPR 13; docs/design.md 8.1; decision 0010.
 */
import { z } from 'zod';
import { keysIn, material, override, properName, someKeysIn } from './declared-alike.ts';
import type { Forms } from './form.ts';

/** The members of a notice, in the forms of whoever takes or keeps it. */
export const noticeIn = (form: Forms) => ({
  title: form.texts,
  body: form.longTexts.describe('The exact text the person sees; kept with its hash by language and version.'),
  purposes: someKeysIn(form),
  aiSystems: keysIn(form)
    .exactOptional()
    .describe('Where present, a consent on this notice covers these AI systems only.'),
  controllers: z.array(properName).max(50).exactOptional(),
  explicit: z.boolean().exactOptional().describe('Written so that agreeing is an explicit act.'),
  material,
  effectiveFrom: form.time.exactOptional(),
  ...override,
});
