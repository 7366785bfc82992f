/**
 * The small forms payloads are made of, and the set of those that the API writes otherwise than they are recorded.
 * Flow:    here → the payload schemas of this room; `Forms` → openapi/models.
 * Promise: these forms are the types that every room reads payloads by; the tests of the commands hold each payload
 *          against them, so that nothing is parsed twice on its way.
 * Source:  docs/design.md 5; RFC 3339, BCP 47; decision 0010.
 */
import { z } from 'zod';

/** A name in lower case with hyphens that the company chose. */
export const RecordedKey = z.string().min(1).max(64);
export const RecordedCode = z.string().min(1).max(64);
export const RecordedRegime = z
  .string()
  .max(5)
  .regex(/^[A-Z]{2}(?:-[A-Z]{2})?$/);
export const RecordedLanguage = z.string().min(2).max(35);
/** UTC with milliseconds. */
export const RecordedTime = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/);
export const RecordedDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
export const RecordedText = z.string().min(1).max(40_000);
/** A value as a service reports it and as a person corrects it. */
export const RecordedValue = z.union([z.string(), z.number(), z.boolean()]);
export type RecordedValue = z.infer<typeof RecordedValue>;
/** Text by language tag. */
export const RecordedTexts = z.record(z.string(), z.string());
export const RecordedVersion = z.int().min(1);
export const RecordedKeys = z.array(RecordedKey);
export const RecordedSubject = z.string().regex(/^sub_[0-9a-hjkmnp-tv-z]{26}$/);
/** The version of the payload's own form. */
export const v1 = z.literal(1);

type ByLanguage = Record<string, string>;

/**
 * What a declaration leaves to those who use it: how its smallest members are written. Both fillings give the same
 * type, so that what the API takes is what is recorded.
 */
export interface Forms {
  readonly key: z.ZodType<string, string>;
  readonly code: z.ZodType<string, string>;
  readonly regime: z.ZodType<string, string>;
  readonly language: z.ZodType<string, string>;
  readonly time: z.ZodType<string, string>;
  /** ISO 8601. */
  readonly duration: z.ZodType<string, string>;
  readonly texts: z.ZodType<ByLanguage, ByLanguage>;
  readonly longTexts: z.ZodType<ByLanguage, ByLanguage>;
  /** The API takes a plain string as English. */
  readonly label: z.ZodType<ByLanguage, string | ByLanguage>;
  readonly value: z.ZodType<RecordedValue, RecordedValue>;
  /** A member of staff: who reports names them by their token, what is recorded by their pseudonym. */
  readonly staff: z.ZodType<string, string>;
  readonly use: z.ZodType<string, string>;
  readonly decision: z.ZodType<string, string>;
  readonly review: z.ZodType<string, string>;
}

/** As it is recorded: in normal form already. */
export const recorded: Forms = {
  key: RecordedKey,
  code: RecordedCode,
  regime: RecordedRegime,
  language: RecordedLanguage,
  time: RecordedTime,
  duration: z.string(),
  texts: RecordedTexts,
  longTexts: RecordedTexts,
  label: RecordedTexts,
  value: RecordedValue,
  staff: z.string().startsWith('act_'),
  use: z.string(),
  decision: z.string().startsWith('dec_'),
  review: z.string().startsWith('rev_'),
};
