/**
 * Handlers of the reports that law asks for.
 * Flow:    app → here → answers/report → pages/reports.
 * Promise: page, table and JSON show the same answer; a table is written while it is read.
 * Source:  11 CCR 7101(b), 7102; GDPR 30(1), 35(7); AI Act 27(1).
 */
import * as endpoints from '../../../openapi/endpoints/reports.ts';
import { askAssessments, assessmentTable } from '../../answers/report/ask-assessments.ts';
import { askBreachReport, breachTable } from '../../answers/report/ask-breaches.ts';
import { askProcessing, processingTable } from '../../answers/report/ask-processing.ts';
import { askRequestReport, requestLog } from '../../answers/report/ask-requests.ts';
import { assessmentPage } from '../../pages/reports/assessment-page.tsx';
import { breachReportPage } from '../../pages/reports/breach-page.tsx';
import { processingPage, requestReportPage } from '../../pages/reports/report-pages.tsx';
import type { Reads } from '../../ports/reads.ts';
import { defined } from '../../vocabulary/defined.ts';
import { aYearBefore } from '../../vocabulary/instant.ts';
import { type Bound, on } from '../bind.ts';
import { chromeOf } from '../chrome.ts';
import { renderJson } from '../reply.ts';
import { yearBefore } from '../span-of-time.ts';
import { asFile, CSV, streamedTable } from '../table-answer.ts';

export const reportHandlers = (reads: Reads): readonly Bound[] => [
  on(endpoints.getRequestReport)(async (context) => {
    const { regime } = context.query;
    const report = await askRequestReport(reads, { ...yearBefore(reads, context.query), ...defined({ regime }) });
    if (context.form === 'json') return renderJson(200, report);
    return { status: 200, text: requestReportPage(report, chromeOf(reads, context)) };
  }),
  on(endpoints.getRequestLog)(async ({ query }) => {
    const { from, to } = yearBefore(reads, query);
    const twoYears = query.from === undefined ? aYearBefore(from) : from;
    return streamedTable(
      'requests.csv',
      requestLog(reads, { from: twoYears, to, ...defined({ regime: query.regime }) }),
    );
  }),
  on(endpoints.getProcessingReport)(async (context) => {
    const report = await askProcessing(reads, yearBefore(reads, context.query), context.language);
    if (context.form === 'json') return renderJson(200, report);
    return { status: 200, text: processingPage(report, chromeOf(reads, context)) };
  }),
  on(endpoints.getProcessingTable)(async ({ query, language }) => {
    const report = await askProcessing(reads, yearBefore(reads, query), language);
    return { status: 200, text: processingTable(report), media: CSV, headers: asFile('processing.csv') };
  }),
  on(endpoints.getAssessmentReport)(async (context) => {
    const report = await askAssessments(reads, yearBefore(reads, context.query), context.language);
    if (context.form === 'json') return renderJson(200, report);
    return { status: 200, text: assessmentPage(report, chromeOf(reads, context)) };
  }),
  on(endpoints.getAssessmentTable)(async ({ query, language }) => {
    const report = await askAssessments(reads, yearBefore(reads, query), language);
    return { status: 200, text: assessmentTable(report), media: CSV, headers: asFile('assessments.csv') };
  }),
  on(endpoints.getBreachReport)(async (context) => {
    const report = await askBreachReport(reads, yearBefore(reads, context.query));
    if (context.form === 'json') return renderJson(200, report);
    return { status: 200, text: breachReportPage(report, chromeOf(reads, context)) };
  }),
  on(endpoints.getBreachTable)(async ({ query }) => {
    const report = await askBreachReport(reads, yearBefore(reads, query));
    return { status: 200, text: breachTable(report), media: CSV, headers: asFile('breaches.csv') };
  }),
];
