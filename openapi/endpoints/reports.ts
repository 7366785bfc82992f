/**
 * Routes of the reports that law asks for: about requests, their log, the records of processing, the worksheets of
 * impact assessments, and the breach register.
 * Flow:    models/report.ts → here → endpoints.ts, http/handlers/reports.ts.
 * Promise: each as JSON, as a page to print (`Accept: text/html`) and as a table for a spreadsheet.
 * Source:  11 CCR 7101(b), 7102; GDPR 30(1), 35(7); AI Act 27(1); docs/law.md 8.
 */
import { z } from 'zod';
import { endpoint, media } from '../endpoint.ts';
import { LanguageTag, Regime, Time } from '../models/basics.ts';
import { BreachReportModel } from '../models/breach.ts';
import { AssessmentReportModel, ProcessingReportModel, RequestReportModel } from '../models/report.ts';

const csv = media('text/csv; charset=utf-8', 'A table (RFC 4180); no cell is taken for a formula.');
const read = { method: 'get', tags: ['reports'], who: ['reports'] } as const;
const span = { from: Time.exactOptional(), to: Time.exactOptional() };
const ofRequests = z.strictObject({
  ...span,
  regime: Regime.exactOptional().describe('Only requests of people under this law, for example US-CA.'),
  language: LanguageTag.exactOptional(),
});
const ofProcessing = z.strictObject({ ...span, language: LanguageTag.exactOptional() });

export const getRequestReport = endpoint({
  ...read,
  id: 'getRequestReport',
  path: '/v1/reports/requests',
  summary: 'How many requests came, and what became of them',
  description:
    'By the seven figures of 11 CCR 7102, with the share answered in time. A request of somebody who is erased counts on. Default: twelve months.',
  query: ofRequests,
  replies: { 200: RequestReportModel },
  readable: true,
});
export const getRequestLog = endpoint({
  ...read,
  id: 'getRequestLog',
  path: '/v1/reports/requests.csv',
  summary: 'The log of requests as a table',
  description:
    'One row a request, the newest first: date, nature, manner, answer and its date, ground of a refusal (11 CCR 7101). It names nobody. Default: 24 months.',
  query: ofRequests,
  replies: { 200: csv },
});
export const getProcessingReport = endpoint({
  ...read,
  id: 'getProcessingReport',
  path: '/v1/reports/processing',
  summary: 'The records of processing activities',
  description:
    'One activity a purpose in force, from the registry, and beside them what was done in the time and no record declares (GDPR 30). Default: twelve months.',
  query: ofProcessing,
  replies: { 200: ProcessingReportModel },
  readable: true,
});
export const getProcessingTable = endpoint({
  ...read,
  id: 'getProcessingTable',
  path: '/v1/reports/processing.csv',
  summary: 'The records of processing activities as a table',
  query: ofProcessing,
  replies: { 200: csv },
});
export const getAssessmentReport = endpoint({
  ...read,
  id: 'getAssessmentReport',
  path: '/v1/reports/assessments',
  summary: 'Worksheets for impact assessments',
  description:
    'For each AI system in force what the registry and the ledger know to the parts of a data protection (GDPR 35) and of a fundamental rights impact assessment (AI Act 27), and what a person has still to write. Default: twelve months.',
  query: ofProcessing,
  replies: { 200: AssessmentReportModel },
  readable: true,
});
export const getAssessmentTable = endpoint({
  ...read,
  id: 'getAssessmentTable',
  path: '/v1/reports/assessments.csv',
  summary: 'The worksheets for impact assessments as a table',
  query: ofProcessing,
  replies: { 200: csv },
});
export const getBreachReport = endpoint({
  ...read,
  id: 'getBreachReport',
  path: '/v1/reports/breaches',
  summary: 'The breach register as a report',
  description:
    'Each breach noticed in the time, until when the authority had to be told, how it stands, and how many people it reached (GDPR 33(5)). It names nobody. Default: twelve months.',
  query: ofProcessing,
  replies: { 200: BreachReportModel },
  readable: true,
});
export const getBreachTable = endpoint({
  ...read,
  id: 'getBreachTable',
  path: '/v1/reports/breaches.csv',
  summary: 'The breach register as a table',
  query: ofProcessing,
  replies: { 200: csv },
});
