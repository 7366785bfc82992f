/**
 * The members that several declarations have alike.
 * Flow:    here → purpose.ts, notice.ts, ai-system.ts, recipient.ts.
 * Promise: a member that stands here means the same wherever it stands.
 * Source:  docs/design.md 8.1; decision 0005, decision 0010.
 */
import { z } from 'zod';
import type { Forms } from './form.ts';

/** Where a document lies that Candor does not hold. */
export const reference = z.string().min(1).max(500);
export const properName = z.string().min(1).max(200);
export const keysIn = ({ key }: Forms) => z.array(key).max(100);
export const someKeysIn = ({ key }: Forms) => z.array(key).min(1).max(100);
export const categoriesIn = (form: Forms) => someKeysIn(form).describe('The kinds of data, by keys of the company.');
export const material = z
  .boolean()
  .exactOptional()
  .describe('False where earlier consents stay good under the new version.');

/** Why a text is published although it is not plain. */
export const override = {
  plainLanguageOverride: z
    .strictObject({ reason: z.string().min(10).max(500).describe('Why these exact words; everybody can read it.') })
    .exactOptional()
    .describe(
      'Publishes texts that are not plain enough all the same. Recorded with who did it and what was said against it.',
    ),
};
