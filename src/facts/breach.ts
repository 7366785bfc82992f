/**
 * A breach of personal data: what happened, what was found since, who was told of it, and who was not and why.
 * Flow:    commands/breach → here → ledger → answers/breach.
 * Promise: whoever writes names nobody, so it is kept in clear and outlives every erasure; nothing of it is taken back,
 *          a later word stands beside the one before.
 * Source:  GDPR 33, 34; decision 0117.
 */
import { z } from 'zod';
import { breachParties, breachTopics, everyBreachGround } from '../vocabulary/breach.ts';
import { RecordedKeys, RecordedRegime, RecordedText, RecordedTime, v1 } from './form.ts';

const breach = z.string().startsWith('brc_').max(64);
const scope = {
  from: RecordedTime.exactOptional(),
  to: RecordedTime.exactOptional(),
  aiSystems: RecordedKeys.exactOptional(),
  purposes: RecordedKeys.exactOptional(),
  dataCategories: RecordedKeys.exactOptional(),
};

export const BreachRecorded = z.strictObject({
  v: v1,
  what: RecordedText,
  /** When the company became aware of it: from here the hours of the law run. */
  noticedAt: RecordedTime,
  regimes: z.array(RecordedRegime).min(1).max(20),
  ...scope,
});
export type BreachRecorded = z.infer<typeof BreachRecorded>;

/** What is named of the scope replaces what stood there. */
export const BreachNoted = z.strictObject({ v: v1, breach, about: z.enum(breachTopics), text: RecordedText, ...scope });
export const BreachTold = z.strictObject({
  v: v1,
  breach,
  whom: z.enum(breachParties),
  toldAt: RecordedTime,
  text: RecordedText,
  /** Why it was later than law wants it. */
  lateBecause: RecordedText.exactOptional(),
});
export const BreachNotTold = z.strictObject({
  v: v1,
  breach,
  whom: z.enum(breachParties),
  ground: z.enum(everyBreachGround),
  text: RecordedText,
});
