/**
 * Routes of legal holds: set, list, lift, and read what one keeps after an erasure.
 * Flow:    models/hold.ts → here → endpoints.ts, http/handlers/holds.ts.
 * Promise: only officers set and lift them; reading what is held is a look like any other, and recorded.
 * Source:  GDPR 17(3); docs/design.md 6 and 8.
 */
import { z } from 'zod';
import { lookReasons } from '../../src/vocabulary/look.ts';
import { endpoint } from '../endpoint.ts';
import { HoldId, PathSubject } from '../models/basics.ts';
import { HeldContent, HoldBody, HoldModel, Holds } from '../models/hold.ts';
import { ProposedModel } from '../models/proposal.ts';

const params = z.object({ subject: PathSubject });
const one = z.object({ subject: PathSubject, id: HoldId });
const tags = ['requests'] as const;

export const postHold = endpoint({
  id: 'postHold',
  method: 'post',
  path: '/v1/subjects/{subject}/holds',
  summary: 'Put named items of a person on legal hold',
  description:
    'An erasure then erases everything but these items. The person sees the hold and its reason in their record.',
  tags,
  who: ['registry'],
  params,
  body: HoldBody,
  replies: { 201: HoldModel },
  fails: ['not-found', 'subject-erased'],
  records: ['hold.set'],
});
export const listHolds = endpoint({
  id: 'listHolds',
  method: 'get',
  path: '/v1/subjects/{subject}/holds',
  summary: 'List the legal holds on a person',
  description: 'Also after an erasure, under any identifier the person had, as long as a hold stands.',
  tags,
  who: ['requests', 'registry'],
  params,
  replies: { 200: Holds },
  fails: ['not-found'],
});
export const liftHold = endpoint({
  id: 'liftHold',
  method: 'delete',
  path: '/v1/subjects/{subject}/holds/{id}',
  summary: 'Lift a legal hold',
  description:
    'After an erasure this erases what the hold kept, and the certificate says when. 202: its end is recorded and its key destroyed, and the files are still being cleaned; or a second person has to confirm it first.',
  tags,
  who: ['registry'],
  params: one,
  replies: { 200: HoldModel, 202: z.union([HoldModel, ProposedModel]) },
  fails: ['not-found'],
  records: ['hold.lifted', 'hold.ended', 'proposal.made', 'proposal.recorded'],
});
export const getHeldContent = endpoint({
  id: 'getHeldContent',
  method: 'get',
  path: '/v1/subjects/{subject}/holds/{id}/content',
  summary: 'Read what a hold keeps of somebody who was erased',
  description: 'Looking is recorded. While the person is known, their record is read as always.',
  tags,
  who: ['audit'],
  params: one,
  query: z.strictObject({
    reason: z
      .enum(lookReasons)
      .exactOptional()
      .describe('Why you look; it stands in the record. `unstated` when left out.'),
  }),
  replies: { 200: HeldContent },
  fails: ['not-found'],
  records: ['look.taken'],
});
