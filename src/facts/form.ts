/**
 * The small forms payloads are made of.
 * Flow:    here → the payload schemas of this room.
 * Promise: these forms are the types that every room reads payloads by; the tests of the commands hold each payload
 *          against them, so that nothing is parsed twice on its way.
 * Source:  docs/design.md 5; RFC 3339, BCP 47.
 */
import { z } from 'zod';

/** A name in lower case with hyphens that the company chose. */
export const Key = z.string().min(1).max(64);
export const Code = z.string().min(1).max(64);
export const Regime = z
  .string()
  .max(5)
  .regex(/^[A-Z]{2}(?:-[A-Z]{2})?$/);
export const Language = z.string().min(2).max(35);
/** UTC with milliseconds. */
export const Time = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/);
export const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
export const Text = z.string().min(1).max(40_000);
/** A value as a service reports it and as a person corrects it. */
export const Value = z.union([z.string(), z.number(), z.boolean()]);
export type Value = z.infer<typeof Value>;
/** Text by language tag. */
export const Texts = z.record(z.string(), z.string());
export const Version = z.int().min(1);
export const Keys = z.array(Key);
export const Subject = z.string().regex(/^sub_[0-9a-hjkmnp-tv-z]{26}$/);
/** The version of the payload's own form. */
export const v1 = z.literal(1);
