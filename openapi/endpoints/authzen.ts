/**
 * Routes of the OpenID AuthZEN Authorization API 1.0: evaluations, searches, and where they are found.
 * Flow:    models/authzen.ts → here → endpoints.ts, http/handlers/authzen.ts.
 * Promise: the same evaluation as a check; nothing is recorded unless `context.record` is true. A refusal is 200; a
 *          body that is not of the standard is 400.
 * Source:  OpenID AuthZEN Authorization API 1.0; docs/design.md 8.2; decision 0060.
 */
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import {
  ActionSearchBody,
  AuthzenConfiguration,
  EvaluationAnswer,
  EvaluationBody,
  EvaluationsAnswer,
  EvaluationsBody,
  FoundActions,
  FoundEntities,
  ResourceSearchBody,
  SubjectSearchBody,
} from '../models/authzen.ts';

const asked = { method: 'post', tags: ['AuthZEN'], who: ['use'], byStandard: true } as const;
const recording = {
  fails: ['replay-superseded'],
  records: ['use.allowed', 'use.refused', 'subject.linked'],
} as const;
const searching = { ...asked, fails: ['invalid-cursor'] } as const;

export const postEvaluation = endpoint({
  ...asked,
  ...recording,
  id: 'postEvaluation',
  path: '/access/v1/evaluation',
  summary: 'May this AI system use data of this customer for this purpose?',
  description:
    'Advice, as a check is. With `context.record: true` it is a use: recorded before the answer leaves, with its id as `evaluation_id`.',
  body: EvaluationBody,
  replies: { 200: EvaluationAnswer },
});
export const postEvaluations = endpoint({
  ...asked,
  ...recording,
  id: 'postEvaluations',
  path: '/access/v1/evaluations',
  summary: 'Several evaluations at once',
  description:
    'What stands at the top counts where an evaluation does not name the same member. With `deny_on_first_deny` and `permit_on_first_permit` the answer ends with the first such decision, and nothing after it is evaluated or recorded. Without `evaluations` it is one evaluation.',
  body: EvaluationsBody,
  replies: { 200: EvaluationsAnswer },
  size: 'batch',
});
export const searchSubject = endpoint({
  ...searching,
  id: 'searchSubject',
  path: '/access/v1/search/subject',
  summary: 'Which AI systems may use data of this customer for this purpose?',
  body: SubjectSearchBody,
  replies: { 200: FoundEntities },
});
export const searchResource = endpoint({
  ...searching,
  id: 'searchResource',
  path: '/access/v1/search/resource',
  summary: 'Data of which customers may this AI system use for this purpose?',
  description:
    'For example whom a training job may include, in pages. A page may hold fewer results than asked for, even none; only an empty `next_token` is the end. Each page is true at the moment it is made.',
  body: ResourceSearchBody,
  replies: { 200: FoundEntities },
});
export const searchAction = endpoint({
  ...searching,
  id: 'searchAction',
  path: '/access/v1/search/action',
  summary: 'For what may this AI system use data of this customer?',
  body: ActionSearchBody,
  replies: { 200: FoundActions },
});
const metadata = {
  method: 'get',
  tags: ['AuthZEN'],
  who: 'public',
  impersonal: true,
  pace: 'public',
  byStandard: true,
  replies: { 200: AuthzenConfiguration },
} as const;
export const getAuthzenConfiguration = endpoint({
  ...metadata,
  id: 'getAuthzenConfiguration',
  path: '/.well-known/authzen-configuration',
  summary: 'Where the AuthZEN routes are',
});
export const getAuthzenConfigurationOf = endpoint({
  ...metadata,
  id: 'getAuthzenConfigurationOf',
  path: '/.well-known/authzen-configuration/{base}',
  summary: 'The same, for an address with a path',
  description:
    'The path of the address that people see (`CANDOR_BASE_URL`) stands at the end: whoever knows `https://example.com/privacy` looks for it at `/.well-known/authzen-configuration/privacy`. Under any other path there is nothing.',
  params: z.object({ base: z.string().max(2000) }),
  rest: 'base',
  fails: ['not-found'],
});
