/**
 * Handlers of the reports that law asks for.
 * Flow:    app → here → answers/report → pages/reports.
 * Promise: page, table and JSON show the same answer; a table is written while it is read.
 * Source:  11 CCR 7101(b), 7102; GDPR 30(1), 35(7); AI Act 27(1).
 */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import * as endpoints from '../../../openapi/endpoints/reports.ts';
import { askAssessments, assessmentTable } from '../../answers/report/ask-assessments.ts';
import { askProcessing, processingTable } from '../../answers/report/ask-processing.ts';
import { askRequestReport, requestLog } from '../../answers/report/ask-requests.ts';
import { assessmentPage } from '../../pages/reports/assessment-page.tsx';
import { processingPage, requestReportPage } from '../../pages/reports/report-pages.tsx';
import type { Reads } from '../../ports/reads.ts';
import { defined } from '../../vocabulary/defined.ts';
import { aYearBefore } from '../../vocabulary/instant.ts';
import type { StreamAnswer } from '../answer.ts';
import { type Bound, on } from '../bind.ts';
import { chromeOf } from '../chrome.ts';
import { renderJson } from '../reply.ts';
import { yearBefore } from '../span-of-time.ts';

const CSV = 'text/csv; charset=utf-8';
const asTable = (name: string) => ({ 'Content-Disposition': `attachment; filename="${name}.csv"` });

/** A fault breaks the connection off, so that nobody takes a part for the whole. */
const streamed = (name: string, lines: AsyncIterable<string>): StreamAnswer => ({
  status: 200,
  media: CSV,
  headers: asTable(name),
  stream: (response) => void pipeline(Readable.from(lines), response).catch(() => response.destroy()),
});

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
    return streamed('requests', requestLog(reads, { from: twoYears, to, ...defined({ regime: query.regime }) }));
  }),
  on(endpoints.getProcessingReport)(async (context) => {
    const report = await askProcessing(reads, yearBefore(reads, context.query), context.language);
    if (context.form === 'json') return renderJson(200, report);
    return { status: 200, text: processingPage(report, chromeOf(reads, context)) };
  }),
  on(endpoints.getProcessingTable)(async ({ query, language }) => {
    const report = await askProcessing(reads, yearBefore(reads, query), language);
    return { status: 200, text: processingTable(report), media: CSV, headers: asTable('processing') };
  }),
  on(endpoints.getAssessmentReport)(async (context) => {
    const report = await askAssessments(reads, yearBefore(reads, context.query), context.language);
    if (context.form === 'json') return renderJson(200, report);
    return { status: 200, text: assessmentPage(report, chromeOf(reads, context)) };
  }),
  on(endpoints.getAssessmentTable)(async ({ query, language }) => {
    const report = await askAssessments(reads, yearBefore(reads, query), language);
    return { status: 200, text: assessmentTable(report), media: CSV, headers: asTable('assessments') };
  }),
];
