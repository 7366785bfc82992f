/**
 * Routes of the answers: how AI used somebody's data, their ledger, evidence and data, for officers and for the person.
 * Flow:    models/answer.ts, ledger.ts → here → endpoints.ts, http/handlers/answers.ts.
 * Promise: an officer's look is recorded, in the person's chain too, before a byte of the answer leaves.
 * Source:  docs/design.md 8; docs/law.md 4.
 */
import { z } from 'zod';
import { lookReasons } from '../../src/vocabulary/look.ts';
import { endpoint, listOf, page } from '../endpoint.ts';
import { AiUse, HeldData } from '../models/answer.ts';
import { LanguageTag, PathSubject, Time } from '../models/basics.ts';
import { Decision } from '../models/decision.ts';
import { EvidenceBundle, PersonLedger } from '../models/ledger.ts';
import { Consent, Limit, OwnConsentBody, OwnLimitBody } from '../models/person.ts';
import { OwnRequestBody, RequestModel, RequestReceipt } from '../models/request.ts';

const params = z.object({ subject: PathSubject });
const reason = {
  reason: z
    .enum(lookReasons)
    .exactOptional()
    .describe('Why you look; it stands in the record. `unstated` when left out.'),
};
const period = {
  from: Time.exactOptional(),
  to: Time.exactOptional(),
  language: LanguageTag.exactOptional(),
  cursor: page.cursor,
};
const language = { language: LanguageTag.exactOptional() };

const forOfficers = {
  method: 'get',
  tags: ['answers'],
  who: ['audit'],
  params,
  records: ['look.taken', 'look.recorded'],
} as const;
const failsForOfficers = ['not-found', 'subject-erased', 'unavailable'] as const;
const look =
  'Looking is recorded: one fact about staff, and one in the record of the person with time, role and reason.';

export const getAiUse = endpoint({
  ...forOfficers,
  id: 'getAiUse',
  path: '/v1/subjects/{subject}/ai-use',
  summary: 'How AI used the data of a person',
  description: `Built from recorded facts only. ${look}`,
  query: z.strictObject({ ...period, ...reason }),
  replies: { 200: AiUse },
  readable: true,
  fails: failsForOfficers,
});
export const getLedger = endpoint({
  ...forOfficers,
  id: 'getLedger',
  path: '/v1/subjects/{subject}/ledger',
  summary: 'The record of a person',
  description: look,
  query: z.strictObject({ ...page, ...language, ...reason }),
  replies: { 200: PersonLedger },
  fails: [...failsForOfficers],
});
export const getEvidence = endpoint({
  ...forOfficers,
  id: 'getEvidence',
  path: '/v1/subjects/{subject}/evidence',
  summary: 'The evidence about a person, to be checked offline',
  description: look,
  query: z.strictObject(reason),
  replies: { 200: EvidenceBundle },
  fails: failsForOfficers,
});
export const getData = endpoint({
  ...forOfficers,
  id: 'getData',
  path: '/v1/subjects/{subject}/data',
  summary: 'The data held about a person',
  description: look,
  query: z.strictObject({ ...language, ...reason }),
  replies: { 200: HeldData },
  fails: failsForOfficers,
});

const mine = { method: 'get', tags: ['me'], who: ['self'] } as const;

export const getMyAiUse = endpoint({
  ...mine,
  id: 'getMyAiUse',
  path: '/v1/me/ai-use',
  summary: 'How AI uses my data',
  query: z.strictObject(period),
  replies: { 200: AiUse },
  readable: true,
});
export const getMyLedger = endpoint({
  ...mine,
  id: 'getMyLedger',
  path: '/v1/me/ledger',
  summary: 'My record',
  query: z.strictObject({ ...page, ...language }),
  replies: { 200: PersonLedger },
});
export const getMyEvidence = endpoint({
  ...mine,
  id: 'getMyEvidence',
  path: '/v1/me/evidence',
  summary: 'The evidence about me, to be checked offline',
  replies: { 200: EvidenceBundle },
});
export const getMyData = endpoint({
  ...mine,
  id: 'getMyData',
  path: '/v1/me/data',
  summary: 'The data held about me',
  query: z.strictObject(language),
  replies: { 200: HeldData },
});
export const listMyConsents = endpoint({
  ...mine,
  id: 'listMyConsents',
  path: '/v1/me/consents',
  summary: 'My choices',
  query: z.strictObject(page),
  replies: { 200: listOf(Consent) },
});
export const listMyLimits = endpoint({
  ...mine,
  id: 'listMyLimits',
  path: '/v1/me/limits',
  summary: 'My limits',
  query: z.strictObject(page),
  replies: { 200: listOf(Limit) },
});
export const listMyDecisions = endpoint({
  ...mine,
  id: 'listMyDecisions',
  path: '/v1/me/automated-decisions',
  summary: 'Automated decisions about me',
  query: z.strictObject(page),
  replies: { 200: listOf(Decision) },
});
export const listMyRequests = endpoint({
  ...mine,
  id: 'listMyRequests',
  path: '/v1/me/requests',
  summary: 'My requests',
  query: z.strictObject(page),
  replies: { 200: listOf(RequestModel) },
});

const acting = { method: 'post', tags: ['me'], who: ['self'] } as const;

export const postMyConsent = endpoint({
  ...acting,
  id: 'postMyConsent',
  path: '/v1/me/consents',
  summary: 'Give, refuse or withdraw consent',
  body: OwnConsentBody,
  replies: { 201: Consent },
  fails: ['consent-not-the-basis'],
  records: ['consent.given', 'consent.refused', 'consent.withdrawn', 'subject.linked'],
});
export const postMyLimit = endpoint({
  ...acting,
  id: 'postMyLimit',
  path: '/v1/me/limits',
  summary: 'Set or lift a limit of mine',
  body: OwnLimitBody,
  replies: { 201: Limit },
  records: ['limit.set', 'limit.lifted', 'subject.linked'],
});
export const postMyRequest = endpoint({
  ...acting,
  id: 'postMyRequest',
  path: '/v1/me/requests',
  summary: 'Ask for a copy, a correction, erasure, an explanation or a human',
  body: OwnRequestBody,
  replies: { 201: RequestReceipt },
  records: ['request.received', 'subject.linked', 'limit.set', 'consent.withdrawn', 'review.opened', 'message.written'],
});
