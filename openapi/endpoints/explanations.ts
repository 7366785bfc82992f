/**
 * The route of the explanation of one automated decision.
 * Flow:    models/explanation.ts → here → endpoints.ts, http/handlers/explanations.ts.
 * Promise: the person reads their own; a look of staff is recorded, in the person's chain too.
 * Source:  docs/design.md 8; docs/law.md 4; GDPR 15(1)(h); 11 CCR 7222.
 */
import { z } from 'zod';
import { lookReasons } from '../../src/vocabulary/look.ts';
import { endpoint } from '../endpoint.ts';
import { DecisionId, LanguageTag } from '../models/basics.ts';
import { Explanation } from '../models/explanation.ts';

export const getExplanation = endpoint({
  id: 'getExplanation',
  method: 'get',
  path: '/v1/automated-decisions/{id}/explanation',
  summary: 'Why a decision about a person came out as it did',
  description:
    'In four layers, each a little deeper: one sentence; up to four reasons and one thing that would have changed the result; the data, the AI system, the people and how to object; the full record with its proof. From what was recorded when the decision was made, in the words of the catalogue of reasons then in force. Weights and methods are for staff only; their look is recorded.',
  tags: ['automated decisions'],
  who: ['self', 'audit', 'reviews'],
  params: z.object({ id: DecisionId }),
  query: z.strictObject({
    language: LanguageTag.exactOptional(),
    reason: z
      .enum(lookReasons)
      .exactOptional()
      .describe('Why staff look; it stands in the record. `unstated` when left out.'),
  }),
  replies: { 200: Explanation },
  readable: true,
  fails: ['not-found', 'unavailable', 'invalid-transition'],
  records: ['look.taken', 'look.recorded'],
});
