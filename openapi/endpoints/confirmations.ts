/**
 * Routes of the console for what waits for a second person: seen, confirmed, refused, taken back.
 * Flow:    here → endpoints.ts, http/handlers/console/confirmations.ts.
 * Promise: the page opens for whoever may be the second person and for whoever's own acts wait for one.
 * Source:  decision 0044; decision 0067.
 */
import { z } from 'zod';
import { endpoint, media } from '../endpoint.ts';
import { ProposalId } from '../models/access.ts';
import { LanguageTag } from '../models/basics.ts';
import { confirmProposal, declineProposal } from './proposals.ts';

const html = media('text/html; charset=utf-8', 'A page.');
const csrf = z.string().min(1).max(200);
/** Who may be the second person, and whose own acts wait for one. */
const twoPeople = { staff: ['confirm', 'registry', 'requests'] } as const;

export const showConfirmations = endpoint({
  method: 'get',
  tags: ['console'],
  page: true,
  replies: { 200: html },
  id: 'showConfirmations',
  path: '/console/confirmations',
  summary: 'What waits for a second person',
  who: twoPeople,
  query: z.strictObject({ language: LanguageTag.exactOptional() }),
});
const confirmation = {
  method: 'post',
  tags: ['console'],
  page: true,
  replies: { 303: media('', 'Back to the page it was sent from.'), 200: html },
  who: twoPeople,
  params: z.object({ id: ProposalId }),
  fails: [
    'not-found',
    'second-person-needed',
    'own-sign-in-needed',
    'separation-of-duty',
    'invalid-transition',
    'subject-erased',
  ],
} as const;
export const sendConfirmation = endpoint({
  ...confirmation,
  id: 'sendConfirmation',
  path: '/console/confirmations/{id}/confirm',
  summary: 'Confirm as the second person, and do it',
  body: z.strictObject({ csrf, sure: z.literal('yes').exactOptional() }),
  records: confirmProposal.records,
});
export const sendRefusal = endpoint({
  ...confirmation,
  id: 'sendRefusal',
  path: '/console/confirmations/{id}/decline',
  summary: 'Refuse it, or take an own proposal back',
  body: z.strictObject({ csrf }),
  records: declineProposal.records,
});
