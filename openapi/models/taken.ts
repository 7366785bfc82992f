/**
 * The forms in which the API takes what facts declare: checked, and brought into the normal form that is recorded.
 * Flow:    basics.ts → here → registry.ts, decision.ts, with the declarations of src/facts.
 * Promise: whatever they let through is in the recorded form, member by member.
 * Source:  decision 0010.
 */
import type { z } from 'zod';
import type { Forms } from '../../src/facts/form.ts';
import {
  Code,
  DecisionId,
  Duration,
  Key,
  Label,
  LanguageTag,
  LongTexts,
  Regime,
  ReviewId,
  Texts,
  Time,
  UseId,
  Value,
} from './basics.ts';
import { StaffId } from './staff.ts';

export const taken: Forms = {
  key: Key,
  code: Code,
  regime: Regime,
  language: LanguageTag,
  time: Time,
  duration: Duration,
  texts: Texts,
  longTexts: LongTexts,
  label: Label,
  value: Value.describe('As it was used.'),
  staff: StaffId,
  use: UseId,
  decision: DecisionId,
  review: ReviewId,
};

/** Where nothing is said, this is recorded. */
export const orElse = (member: z.ZodExactOptional<z.ZodBoolean>, otherwise: boolean) =>
  member
    .unwrap()
    .default(otherwise)
    .describe(member.description ?? '');
