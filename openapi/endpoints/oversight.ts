/**
 * Routes of oversight: figures, what a stop touches, and one command that puts those decisions before people.
 * Flow:    models/oversight.ts → here → endpoints.ts, http/handlers/oversight.ts.
 * Promise: figures name no person; the list names decisions and pseudonyms only.
 * Source:  docs/law.md 7, 8; AI Act 14(4)(e), 26(5).
 */
import { z } from 'zod';
import { endpoint, listOf, page } from '../endpoint.ts';
import { DecisionId, Key, Time } from '../models/basics.ts';
import {
  AffectedList,
  OpenedReviews,
  OpenReviewsBody,
  OversightReport,
  UseWithoutPermission,
  WithoutPermissionReport,
} from '../models/oversight.ts';

const params = z.object({ key: Key });
const span = { from: Time.exactOptional(), to: Time.exactOptional() };

export const getOversightReport = endpoint({
  id: 'getOversightReport',
  method: 'get',
  path: '/v1/reports/oversight',
  summary: 'How people oversee the AI systems',
  description:
    'Override rate, agreement by reviewer and system, time spent, waiting, drift by month, uses without a permission on record. Default: twelve months.',
  tags: ['reports'],
  who: ['reports'],
  query: z.strictObject(span),
  replies: { 200: OversightReport },
});
export const getUsesWithoutPermission = endpoint({
  id: 'getUsesWithoutPermission',
  method: 'get',
  path: '/v1/uses-without-permission',
  summary: 'Uses that had no permission, by service and AI system',
  description: 'Counts what was reported after it happened and what nothing on record permits. Default: twelve months.',
  tags: ['reports'],
  who: ['reports', 'audit'],
  query: z.strictObject(span),
  replies: { 200: WithoutPermissionReport },
});
export const listUsesWithoutPermission = endpoint({
  id: 'listUsesWithoutPermission',
  method: 'get',
  path: '/v1/uses-without-permission/uses',
  summary: 'Uses that had no permission, one by one',
  description: 'The newest first, each with its place in the ledger. Default: twelve months.',
  tags: ['reports'],
  who: ['reports', 'audit'],
  query: z.strictObject({
    ...page,
    ...span,
    service: z.string().min(1).max(200).exactOptional(),
    aiSystem: Key.exactOptional(),
  }),
  replies: { 200: listOf(UseWithoutPermission) },
});
export const listAffected = endpoint({
  id: 'listAffected',
  method: 'get',
  path: '/v1/ai-systems/{key}/affected',
  summary: 'Decisions that a stopped AI system had a part in',
  description: 'Default: since `affectedSince` of the newest stop, or since the stop itself.',
  tags: ['reviews'],
  who: ['reviews', 'registry'],
  params,
  query: z.strictObject({ ...span, limit: page.limit, after: DecisionId.exactOptional() }),
  replies: { 200: AffectedList },
  fails: ['not-found'],
});
export const openReviews = endpoint({
  id: 'openReviews',
  method: 'post',
  path: '/v1/ai-systems/{key}/reviews',
  summary: 'Put the decisions of an AI system before people again',
  description: 'Opens a review of every decision in the time that is not under review yet.',
  tags: ['reviews'],
  who: ['registry'],
  params,
  body: OpenReviewsBody,
  replies: { 200: OpenedReviews },
  fails: ['not-found', 'unavailable'],
  records: ['review.opened', 'message.written'],
});
