/**
 * Routes of requests: what people ask for, each step until it is answered, the package and the certificate.
 * Flow:    models/request.ts → here → endpoints.ts, http/handlers/requests.ts.
 * Promise: a step that does not fit is 409; the request and its certificate stay readable with the secret of the
 *          intake.
 * Source:  docs/design.md 6 and 8.
 */
import { z } from 'zod';
import { type RequestStep, requestKinds, requestStates } from '../../src/vocabulary/request.ts';
import { endpoint, listOf, media, page } from '../endpoint.ts';
import { RequestId } from '../models/basics.ts';
import { MessageHandedOverModel } from '../models/notice.ts';
import { ProposedModel } from '../models/proposal.ts';
import {
  Certificate,
  ErasureUnderWay,
  FulfilBody,
  Package,
  RequestBody,
  RequestModel,
  RequestReceipt,
  StepBody,
} from '../models/request.ts';
import { DecidedFromAnswer, RequestGivenBody } from '../models/request-work.ts';

const params = z.object({ id: RequestId });
const tags = ['requests'] as const;

export const postRequest = endpoint({
  id: 'postRequest',
  method: 'post',
  path: '/v1/requests',
  summary: 'File a request for a person',
  description:
    'Every kind is accepted and gets a date by the law of the person. `secret` is shown once. An objection, a restriction, an opt-out and a withdrawal count from the answer on: `stopped` says what has stopped, and since when.',
  tags,
  who: ['requests', 'agent'],
  body: RequestBody,
  replies: { 201: RequestReceipt },
  fails: ['not-found', 'subject-erased'],
  records: ['request.received', 'subject.linked', 'limit.set', 'consent.withdrawn', 'review.opened', 'message.written'],
});
export const listRequests = endpoint({
  id: 'listRequests',
  method: 'get',
  path: '/v1/requests',
  summary: 'List requests',
  tags,
  who: ['requests'],
  query: z.strictObject({
    ...page,
    kind: z.enum(requestKinds).exactOptional(),
    state: z.enum(requestStates).exactOptional(),
  }),
  replies: { 200: listOf(RequestModel) },
});
export const getRequest = endpoint({
  id: 'getRequest',
  method: 'get',
  path: '/v1/requests/{id}',
  summary: 'Read a request',
  tags,
  who: { scopes: ['requests', 'agent'], orSecret: true },
  params,
  replies: { 200: RequestModel },
  fails: ['not-found'],
});
export const getPackage = endpoint({
  id: 'getPackage',
  method: 'get',
  path: '/v1/requests/{id}/package',
  summary: 'Fetch the answer to a fulfilled request',
  description: 'Computed from the ledger as it was when the request was fulfilled, on each read; never stored.',
  tags,
  who: ['requests', 'agent'],
  params,
  replies: { 200: Package },
  readable: true,
  fails: ['not-found', 'invalid-transition', 'subject-erased', 'unavailable'],
  records: ['look.taken', 'look.recorded'],
});
export const getPackageFile = endpoint({
  id: 'getPackageFile',
  method: 'get',
  path: '/v1/requests/{id}/package.zip',
  summary: 'Fetch the answer to a copy or a portability as a folder',
  description:
    'A ZIP, written while it is read: pages to read offline, the data as JSON with JSON Schema and as CSV, the evidence, and a signed manifest with the SHA-256 of each file. For `access` and `portability`. A file that breaks off is not whole: fetch it again.',
  tags,
  who: ['requests', 'agent'],
  params,
  replies: { 200: media('application/zip', 'The package.') },
  fails: ['not-found', 'invalid-transition', 'subject-erased', 'unavailable'],
  records: ['look.taken', 'look.recorded'],
});
export const getCertificate = endpoint({
  id: 'getCertificate',
  method: 'get',
  path: '/v1/requests/{id}/certificate',
  summary: 'Fetch the certificate of an erasure',
  tags,
  who: { scopes: ['requests', 'agent'], orSecret: true },
  params,
  replies: { 200: Certificate },
  readable: true,
  fails: ['not-found', 'invalid-transition'],
});

export const postRequestGiven = endpoint({
  id: 'postRequestGiven',
  method: 'post',
  path: '/v1/requests/{id}/given',
  summary: 'Say that you told the person in another way',
  description:
    'For what law wants them told about a request and no mail could carry: it stands in `untold` of the request until then.',
  tags,
  who: ['requests'],
  params,
  body: RequestGivenBody,
  replies: { 201: MessageHandedOverModel },
  fails: ['not-found', 'invalid-transition', 'subject-erased'],
  records: ['message.handed-over'],
});
export const getDecidedFrom = endpoint({
  id: 'getDecidedFrom',
  method: 'get',
  path: '/v1/requests/{id}/decided-from',
  summary: 'Which decisions were made from what a correction found wrong',
  description:
    'For a second look at each (`POST /v1/reviews`). A decision is named where one of its inputs read as `from` of the correction did; none are while nothing was corrected.',
  tags,
  who: ['requests'],
  params,
  replies: { 200: DecidedFromAnswer },
  fails: ['not-found', 'subject-erased', 'unavailable'],
  records: ['look.taken', 'look.recorded'],
});
export const getDueDates = endpoint({
  id: 'getDueDates',
  method: 'get',
  path: '/v1/due-dates.ics',
  summary: 'The last days of open requests as a calendar',
  description:
    'For calendars of staff (iCalendar): one whole day for each answer, and for each receipt that law wants confirmed and nobody has. It names the request and its kind, and nobody. Fetch it anew from time to time: a day that moved keeps its UID, one that is done is gone.',
  tags,
  who: ['requests'],
  replies: { 200: media('text/calendar; charset=utf-8', 'An iCalendar object (RFC 5545).') },
});

const step = (name: RequestStep, summary: string, records: readonly string[]) =>
  endpoint({
    id: `${name}Request`,
    method: 'post',
    path: `/v1/requests/{id}/${name}`,
    summary,
    tags,
    who: ['requests'],
    params,
    body: StepBody,
    replies: { 200: RequestModel },
    fails: ['not-found', 'invalid-transition'],
    records,
  });

/** One route a step; all take the same body. */
export const requestStepEndpoints = {
  verify: step('verify', 'Say how it was made sure who asks', ['request.verified']),
  extend: step('extend', 'Use the one prolongation that law allows', ['request.extended', 'message.written']),
  pause: step('pause', 'Stop the clock where law allows it', ['request.paused', 'message.written']),
  resume: step('resume', 'Let the clock go on', ['request.resumed', 'message.written']),
  deny: step('deny', 'Refuse a request on a ground of law', ['request.denied', 'limit.lifted', 'message.written']),
  fulfil: endpoint({
    ...step('fulfil', 'Answer a request', [
      'request.fulfilled',
      'message.written',
      'limit.set',
      'person.erased',
      'request.logged',
      'erasure.certified',
      'proposal.made',
      'proposal.recorded',
    ]),
    body: FulfilBody,
    replies: { 200: RequestModel, 202: z.union([ErasureUnderWay, ProposedModel]) },
    description:
      'Of an erasure: answers within a second, with 202 where it was begun and goes on by itself, or waits for a second person. Of a correction or a restriction, where systems are connected: 202, and it ends by itself when all of them were told.',
  }),
  cancel: step('cancel', 'Cancel a request the person no longer wants', [
    'request.cancelled',
    'review.cancelled',
    'message.written',
  ]),
  appeal: step('appeal', 'Take up an appeal against a refusal', ['request.appealed', 'message.written']),
} as const;
