/**
 * Routes of the reports in the console: what there is, one report as a page to print, and the same as a file.
 * Flow:    here → endpoints.ts, http/handlers/console/reports.ts.
 * Promise: opened by whoever may read reports, as in the API; the time and the law stand in the address, so that a view
 *          can be kept as a link.
 * Source:  11 CCR 7101(b), 7102; GDPR 30(1), 35(7); AI Act 27(1); docs/law.md 8.
 */
import { z } from 'zod';
import { endpoint, media } from '../endpoint.ts';
import { Day, LanguageTag, Regime } from '../models/basics.ts';

const html = media('text/html; charset=utf-8', 'A page.');
const reading = { method: 'get', tags: ['console'], page: true, who: { staff: ['reports'] } } as const;
/** A field of a form that was left empty is sent as an empty text. */
const orEmpty = <M extends z.ZodType>(model: M) => z.union([model, z.literal('')]).exactOptional();
const language = { language: LanguageTag.exactOptional() };
const span = z.strictObject({ ...language, from: orEmpty(Day), to: orEmpty(Day), regime: orEmpty(Regime) });

export const showReports = endpoint({
  ...reading,
  id: 'showReports',
  path: '/console/reports',
  summary: 'The reports that there are',
  query: z.strictObject(language),
  replies: { 200: html },
});
export const showReport = endpoint({
  ...reading,
  id: 'showReport',
  path: '/console/reports/{report}',
  summary: 'One report as a page to print',
  params: z.object({ report: z.enum(['requests', 'processing', 'assessments', 'breaches']) }),
  query: span,
  replies: { 200: html },
});
export const getReportFile = endpoint({
  ...reading,
  id: 'getReportFile',
  path: '/console/reports/files/{file}',
  summary: 'One report as a file: JSON as in the API, or a table',
  params: z.object({
    file: z.enum([
      'requests.json',
      'requests.csv',
      'request-log.csv',
      'processing.json',
      'processing.csv',
      'assessments.json',
      'assessments.csv',
      'breaches.json',
      'breaches.csv',
    ]),
  }),
  query: span,
  replies: {
    200: media(['application/json', 'text/csv; charset=utf-8'], 'The report; no cell is taken for a formula.'),
  },
});
