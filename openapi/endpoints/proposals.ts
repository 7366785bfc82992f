/**
 * Routes of acts that wait for a second person.
 * Flow:    models/proposal.ts → here → endpoints.ts, http/handlers/proposals.ts.
 * Promise: nobody confirms what they proposed.
 * Source:  decision 0044.
 */
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { ProposalId } from '../models/access.ts';
import { ProposalSettledModel, Proposals } from '../models/proposal.ts';
import { ErasureUnderWay } from '../models/request.ts';

const shared = { tags: ['staff'], who: ['admin', 'registry', 'confirm'] } as const;
const one = { params: z.object({ id: ProposalId }), method: 'post', replies: { 200: ProposalSettledModel } } as const;

export const listProposals = endpoint({
  ...shared,
  id: 'listProposals',
  method: 'get',
  path: '/v1/proposals',
  summary: 'What waits for a second person',
  description: 'The newest first: erasing without a request, ending a hold, describing oneself. With how each ended.',
  replies: { 200: Proposals },
});
export const confirmProposal = endpoint({
  ...shared,
  ...one,
  replies: { ...one.replies, 202: ErasureUnderWay },
  id: 'confirmProposal',
  path: '/v1/proposals/{id}/confirm',
  summary: 'Confirm what somebody else proposed, and do it',
  description:
    'Needs the scope of the act, or `confirm`, and a member of staff who is described. Where it broke off after the confirmation, the same person confirms again. 202 where an erasure was begun and goes on by itself.',
  fails: ['not-found', 'second-person-needed', 'separation-of-duty', 'invalid-transition', 'subject-erased'],
  records: [
    'proposal.settled',
    'person.erased',
    'erasure.certified',
    'hold.lifted',
    'hold.ended',
    'staff.described',
    'subject.linked',
  ],
});
export const declineProposal = endpoint({
  ...shared,
  ...one,
  id: 'declineProposal',
  path: '/v1/proposals/{id}/decline',
  summary: 'Decline a proposal, or take an own one back',
  fails: ['not-found', 'invalid-transition'],
  records: ['proposal.settled'],
});
