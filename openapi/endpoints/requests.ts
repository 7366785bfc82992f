/**
 * Routes of requests: what people ask for, each step until it is answered, the package and the certificate.
 * Flow:    models/request.ts → here → endpoints.ts, http/handlers/requests.ts.
 * Promise: a step that does not fit is 409; the request and its certificate stay readable with the secret of the
 *          intake.
 * Source:  docs/design.md 6 and 8.
 */
import { z } from 'zod';
import { type RequestStep, requestKinds, requestStates } from '../../src/vocabulary/request.ts';
import { endpoint, listOf, page } from '../endpoint.ts';
import { RequestId } from '../models/basics.ts';
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
  extend: step('extend', 'Use the one prolongation that law allows', ['request.extended']),
  pause: step('pause', 'Stop the clock where law allows it', ['request.paused']),
  resume: step('resume', 'Let the clock go on', ['request.resumed']),
  deny: step('deny', 'Refuse a request on a ground of law', ['request.denied', 'limit.lifted', 'message.written']),
  fulfil: endpoint({
    ...step('fulfil', 'Answer a request', [
      'request.fulfilled',
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
      'Of an erasure: answers within a second, with 202 where it was begun and goes on by itself, or waits for a second person.',
  }),
  cancel: step('cancel', 'Cancel a request the person no longer wants', ['request.cancelled']),
  appeal: step('appeal', 'Take up an appeal against a refusal', ['request.appealed']),
} as const;
