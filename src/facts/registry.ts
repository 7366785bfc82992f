/**
 * What is recorded of what the company declares, and of the turns of the stop switch.
 * Flow:    commands/registry → here → ledger → evaluation/registry.
 * Promise: the payload is the body exactly as it was published, with key and version and what the registry found.
 * Source:  docs/design.md 8.1; docs/law.md 4 (level 1) and 9; decision 0010.
 */
import { z } from 'zod';
import { aiSystemIn } from './ai-system.ts';
import { type Forms, RecordedKey, RecordedVersion, recorded, v1 } from './form.ts';
import { noticeIn } from './notice.ts';
import { purposeIn } from './purpose.ts';
import { recipientIn } from './recipient.ts';

/** Why a version counts as material although it was published as not material. */
export const materialReasons = ['new-category', 'new-kind', 'new-basis', 'new-controller'] as const;

/** A sentence that was published although the gate for plain language had refused it. */
export const PlainFinding = z.strictObject({
  pointer: z.string().max(200).describe('The member and its language.'),
  measure: z.string().max(64).describe('For example `long-sentence` or `legal-word`.'),
  sentence: z.int().min(1).max(100_000).describe('Which sentence, from 1.'),
  value: z.number().min(-100_000).max(100_000),
  limit: z.number().min(0).max(1000),
});
export type PlainFinding = z.infer<typeof PlainFinding>;

const place = { v: v1, key: RecordedKey, version: RecordedVersion };
const passed = { notPlain: z.array(PlainFinding).exactOptional() };
const forced = { materialBecause: z.array(z.enum(materialReasons)).exactOptional() };

export const PurposePublished = z.strictObject({ ...place, ...forced, ...passed, ...purposeIn(recorded) });
export const NoticePublished = z.strictObject({ ...place, ...forced, ...passed, ...noticeIn(recorded) });
export const AiSystemPublished = z.strictObject({ ...place, ...passed, ...aiSystemIn(recorded) });
export const RecipientPublished = z.strictObject({ ...place, ...recipientIn(recorded) });

/** The body as it was published, without what the registry adds. */
type Declared<P> = Omit<P, keyof typeof place | keyof typeof passed | keyof typeof forced>;
export type DeclaredPurpose = Declared<z.infer<typeof PurposePublished>>;
export type DeclaredNotice = Declared<z.infer<typeof NoticePublished>>;
export type DeclaredAiSystem = Declared<z.infer<typeof AiSystemPublished>>;
export type DeclaredRecipient = Declared<z.infer<typeof RecipientPublished>>;

/** The members of a stop, in the forms of whoever takes or keeps it. */
export const suspensionIn = (form: Forms) => ({
  reason: form.texts.exactOptional(),
  occurredAt: form.time.exactOptional(),
  affectedSince: form.time
    .exactOptional()
    .describe('From when on its results are doubted; `/affected` lists the decisions since then.'),
});

export const AiSystemSuspended = z.strictObject({ v: v1, key: RecordedKey, ...suspensionIn(recorded) });
export type AiSystemSuspended = z.infer<typeof AiSystemSuspended>;

export const AiSystemResumed = AiSystemSuspended.omit({ affectedSince: true });
