/**
 * Routes of the question "may I?": checks, uses, automated decisions.
 * Flow:    models/check.ts, decision.ts → here → endpoints.ts, http/handlers.
 * Promise: a check records nothing; a use is recorded before its answer leaves.
 * Source:  docs/design.md 7 and 8.
 */
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { DecisionId, LanguageTag, UseId } from '../models/basics.ts';
import {
  CheckAnswer,
  CheckBatchAnswer,
  CheckBatchBody,
  CheckBody,
  UseAnswer,
  UseBatchAnswer,
  UseBatchBody,
  UseBody,
  UseOutcomeAnswer,
  UseOutcomeBody,
} from '../models/check.ts';
import { Decision, DecisionBody, DecisionReceipt } from '../models/decision.ts';

const language = z.strictObject({
  language: LanguageTag.exactOptional().describe('The language of the explanations.'),
});
const tags = ['checks and uses'] as const;

export const postCheck = endpoint({
  id: 'postCheck',
  method: 'post',
  path: '/v1/checks',
  summary: 'Ask whether data may be used, without recording anything',
  description:
    'Advice. The answer is always 200, with `allowed` and the reason. Permission to use is the 201 of a use.',
  tags,
  who: ['use'],
  query: language,
  body: CheckBody,
  replies: { 200: CheckAnswer },
});
export const postCheckBatch = endpoint({
  id: 'postCheckBatch',
  method: 'post',
  path: '/v1/checks/batch',
  summary: 'Ask up to 1,000 checks at once',
  description:
    'Each item is answered as if it had been asked alone; an item that cannot be answered is a problem in its place.',
  tags,
  who: ['use'],
  query: language,
  body: CheckBatchBody,
  replies: { 200: CheckBatchAnswer },
  size: 'batch',
});
export const postUse = endpoint({
  id: 'postUse',
  method: 'post',
  path: '/v1/uses',
  summary: 'Ask to use data, and record the answer',
  description:
    'The answer stands in the ledger before it leaves. With `mode: "report"` it records what already happened and says whether a permission was on record.',
  tags,
  who: ['use'],
  query: language,
  body: UseBody,
  replies: { 201: UseAnswer },
  fails: ['not-found', 'subject-erased', 'replay-superseded'],
  records: ['use.allowed', 'use.refused', 'use.reported', 'subject.linked'],
});
export const postUseBatch = endpoint({
  id: 'postUseBatch',
  method: 'post',
  path: '/v1/uses/batch',
  summary: 'Record up to 1,000 uses at once',
  description: 'Each item succeeds or fails alone; `results[i]` is an answer or a problem.',
  tags,
  who: ['use'],
  query: language,
  body: UseBatchBody,
  replies: { 200: UseBatchAnswer },
  size: 'batch',
  records: ['use.allowed', 'use.refused', 'use.reported', 'subject.linked'],
});
export const postUseOutcome = endpoint({
  id: 'postUseOutcome',
  method: 'post',
  path: '/v1/uses/{id}/outcome',
  summary: 'Say how a permitted use went',
  description:
    'A use ends once: the same outcome again is answered 200 with the first one, another one is 409. Whoever asked before the model ran says here what came of it, so that the record holds what happened and not only what was asked.',
  tags,
  who: ['use'],
  params: z.object({ id: UseId }),
  body: UseOutcomeBody,
  replies: { 200: UseOutcomeAnswer, 201: UseOutcomeAnswer },
  fails: ['not-found', 'invalid-transition', 'subject-erased'],
  records: ['use.ended'],
});

export const postDecision = endpoint({
  id: 'postDecision',
  method: 'post',
  path: '/v1/automated-decisions',
  summary: 'Record an automated decision with its inputs, factors and alternatives',
  description:
    'Kept exactly as given, so that the person can be told later what was used and what counted. Where the AI system has published a catalogue of reasons, reasons that are vague, missing, untranslated or not in it are refused, and so is what nobody can change as a way to another result; without one `quality[]` warns. Where decisions of the AI system wait for a human, a review is opened with it, and `effect` is `pending` until that is concluded.',
  tags: ['automated decisions'],
  who: ['decide'],
  body: DecisionBody,
  replies: { 201: DecisionReceipt },
  fails: ['not-found', 'subject-erased'],
  records: ['decision.recorded', 'decision.reported', 'review.opened', 'message.written', 'subject.linked'],
});
export const getDecision = endpoint({
  id: 'getDecision',
  method: 'get',
  path: '/v1/automated-decisions/{id}',
  summary: 'Read one automated decision',
  description:
    '`effect` says whether it may be acted on; `humanInvolvement` what recorded facts show about the part of a person. Where staff read it, their look is recorded first.',
  tags: ['automated decisions'],
  who: ['decide'],
  params: z.object({ id: DecisionId }),
  replies: { 200: Decision },
  fails: ['not-found'],
  records: ['look.taken', 'look.recorded'],
});
