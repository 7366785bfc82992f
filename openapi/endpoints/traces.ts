/**
 * Routes of OpenTelemetry: traces come in, and what they showed that nobody had asked for.
 * Flow:    models/traces.ts → here → endpoints.ts, http/handlers/traces.ts.
 * Promise: OTLP/HTTP as exporters speak it, its failures included; nothing that was said to a model is kept.
 * Source:  OTLP specification, OTLP/HTTP; decision 0076.
 */
import { z } from 'zod';
import { endpoint, media } from '../endpoint.ts';
import { LanguageTag, Time } from '../models/basics.ts';
import { UncoveredUsesReport } from '../models/traces.ts';

const MIB = 1024 * 1024;

export const postTraces = endpoint({
  id: 'postTraces',
  method: 'post',
  path: '/v1/traces',
  summary: 'Send traces of model calls (OTLP/HTTP)',
  description:
    'For exporters of OpenTelemetry and collectors: JSON or protobuf, plain or gzip, 4 MiB as sent and 16 MiB unpacked, 10,000 spans. Spans of model calls that name a use in `candor.use_id` are kept as what came of it; others are listed as uncovered uses and, where they name person, purpose and AI system, recorded as reported uses. Once by trace and span id, however often they are sent. Everything else of a span is dropped unread.',
  tags: ['traces'],
  who: ['traces', 'use'],
  raw: { types: ['application/x-protobuf', 'application/json'], most: 4 * MIB, unpacked: 16 * MIB },
  replies: {
    200: media(['application/x-protobuf', 'application/json'], 'An ExportTraceServiceResponse, full or partial.'),
  },
  fails: ['invalid-request', 'malformed-json', 'malformed-encoding', 'json-too-complex'],
  failsAs: 'otlp-status',
  records: ['use.observed', 'use.uncovered', 'use.reported', 'subject.linked'],
});
export const listUncoveredUses = endpoint({
  id: 'listUncoveredUses',
  method: 'get',
  path: '/v1/uncovered-uses',
  summary: 'Model calls that nobody had asked for, by service and AI system',
  description: 'Counts what traces told of without a permitted use. Default: twelve months.',
  tags: ['traces'],
  who: ['reports', 'audit'],
  query: z.strictObject({ from: Time.exactOptional(), to: Time.exactOptional() }),
  replies: { 200: UncoveredUsesReport },
});
export const showUncoveredUses = endpoint({
  id: 'showUncoveredUses',
  method: 'get',
  path: '/console/oversight/uncovered-uses',
  summary: 'Model calls that nobody had asked for',
  tags: ['console'],
  page: true,
  who: { staff: ['reports', 'audit'] },
  query: z.strictObject({ language: LanguageTag.exactOptional(), months: z.enum(['3', '12', '24']).default('12') }),
  replies: { 200: media('text/html; charset=utf-8', 'A page.') },
});
