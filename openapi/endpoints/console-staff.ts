/**
 * Routes of staff in the console: who can come in, what each is seen to have done, and ending the access of one.
 * Flow:    here → endpoints.ts, http/handlers/console/staff.ts.
 * Promise: opened by whoever may end access over the API; nothing ends before a second page asked whether it should.
 * Source:  decision 0043; decision 0133.
 */
import { z } from 'zod';
import { revocationCauses } from '../../src/vocabulary/access.ts';
import { endpoint, media, wholeNumber } from '../endpoint.ts';
import { LanguageTag } from '../models/basics.ts';
import { liftRevocation, postRevocation } from './access.ts';

const keepers = { tags: ['console'], page: true, who: { staff: ['access'] } } as const;
const html = media('text/html; charset=utf-8', 'A page.');
const csrf = z.string().min(1).max(200);
const language = { language: LanguageTag.exactOptional() };
const ActorId = z
  .string()
  .max(30)
  .regex(/^act_[0-9a-hjkmnp-tv-z]{26}$/);
const params = z.object({ actor: ActorId });
const reading = { ...keepers, method: 'get', replies: { 200: html } } as const;
const sending = {
  ...keepers,
  method: 'post',
  params,
  replies: { 303: media('', 'Back to the page it was sent from.'), 200: html },
  fails: ['not-found', 'unavailable'],
} as const;

export const showStaff = endpoint({
  ...reading,
  id: 'showStaff',
  path: '/console/staff',
  summary: 'Who of staff can come in, with what, and when each was last seen',
  query: z.strictObject({
    ...language,
    show: z.enum(['all', 'in', 'out']).default('all'),
    page: wholeNumber(1, 100_000).default(1),
  }),
});
export const showStaffMember = endpoint({
  ...reading,
  id: 'showStaffMember',
  path: '/console/staff/{actor}',
  summary: 'One of them, what is open, and whether their access should end',
  params,
  query: z.strictObject({
    ...language,
    done: z.enum(['ended', 'restored']).exactOptional().describe('The step that led here, said where it still holds.'),
    cause: z.enum(revocationCauses).exactOptional().describe('Chosen; the page asks whether it should end.'),
  }),
  fails: ['not-found'],
});
export const sendAccessEnd = endpoint({
  ...sending,
  id: 'sendAccessEnd',
  path: '/console/staff/{actor}/end',
  summary: 'End every session, link and token of one of them',
  body: z.strictObject({ csrf, cause: z.enum(revocationCauses) }),
  records: postRevocation.records,
});
export const sendAccessBack = endpoint({
  ...sending,
  id: 'sendAccessBack',
  path: '/console/staff/{actor}/restore',
  summary: 'Let one of them in again',
  body: z.strictObject({ csrf }),
  records: liftRevocation.records,
});
