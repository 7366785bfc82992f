/**
 * The figures that California asks of very large businesses about requests, and which kinds of request count in each.
 * Flow:    answers/report, openapi → here.
 * Promise: a kind that the regulation does not name counts in none of them, and stands in the log all the same.
 * Source:  11 CCR 7102(a)(1).
 */
import type { RequestKind } from './request.ts';

export const requestMetrics = [
  'delete',
  'correct',
  'know',
  'access-admt',
  'opt-out-sale-share',
  'limit',
  'opt-out-admt',
] as const;
export type RequestMetric = (typeof requestMetrics)[number];

const counted: Readonly<Partial<Record<RequestKind, RequestMetric>>> = {
  erasure: 'delete',
  rectification: 'correct',
  'sensitive-accuracy-check': 'correct',
  access: 'know',
  'access-categories': 'know',
  portability: 'know',
  'third-party-list': 'know',
  'ai-explanation': 'access-admt',
  'optout-sale-share': 'opt-out-sale-share',
  'limit-sensitive': 'limit',
  'optout-admt': 'opt-out-admt',
};

export const metricOf = (kind: RequestKind): RequestMetric | undefined => counted[kind];
