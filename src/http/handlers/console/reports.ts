/**
 * Handlers of the reports in the console: the list, one report as a page, and the same as a file.
 * Flow:    app → here → answers/report (the same as the API) → pages/console.
 * Promise: page, table and JSON of one address show the same answer over the same time, both chosen days included.
 * Source:  11 CCR 7101(b), 7102; GDPR 30(1), 35(7); AI Act 27(1).
 */
import type { QueryOf } from '../../../../openapi/endpoint.ts';
import * as endpoints from '../../../../openapi/endpoints/console-reports.ts';
import type { TimeSpan } from '../../../answers/oversight/ask.ts';
import { askAssessments, assessmentTable } from '../../../answers/report/ask-assessments.ts';
import { askBreachReport, breachTable } from '../../../answers/report/ask-breaches.ts';
import { askProcessing, processingTable } from '../../../answers/report/ask-processing.ts';
import { askRequestReport, requestLog, requestTable } from '../../../answers/report/ask-requests.ts';
import { calendarDay } from '../../../language/dates.ts';
import { type AnyReport, reportPage, reportsPage } from '../../../pages/console/reports-page.tsx';
import type { Reads } from '../../../ports/reads.ts';
import type { Answer } from '../../answer.ts';
import { type Bound, on } from '../../bind.ts';
import { consoleChrome, withoutEmpty } from '../../console.ts';
import { renderJson } from '../../reply.ts';
import { daysOrYear } from '../../span-of-time.ts';
import { asFile, CSV, streamedTable } from '../../table-answer.ts';

type Query = QueryOf<typeof endpoints.showReport>;

const regimeIn = ({ regime }: Query) => (regime ? { regime } : {});

function daysOf({ from, to }: TimeSpan, timeZone: string) {
  return { from: calendarDay(from, timeZone), to: calendarDay(to - 1, timeZone) };
}

export function consoleReportHandlers(reads: Reads): readonly Bound[] {
  const ask = async (name: AnyReport['name'], query: Query, language: string): Promise<AnyReport> => {
    const span = daysOrYear(reads, query);
    if (name === 'requests') return { name, report: await askRequestReport(reads, { ...span, ...regimeIn(query) }) };
    if (name === 'processing') return { name, report: await askProcessing(reads, span, language) };
    if (name === 'breaches') return { name, report: await askBreachReport(reads, span) };
    return { name, report: await askAssessments(reads, span, language) };
  };
  const tableOf = (asked: AnyReport): string => {
    if (asked.name === 'requests') return requestTable(asked.report);
    if (asked.name === 'breaches') return breachTable(asked.report);
    return asked.name === 'processing' ? processingTable(asked.report) : assessmentTable(asked.report);
  };
  return [
    on(endpoints.showReports)(async (context) => ({
      status: 200,
      text: reportsPage(await consoleChrome(reads, context)),
    })),
    on(endpoints.showReport)(async (context) => {
      const { query, params, language } = context;
      const asked = await ask(params.report, query, language);
      const days = daysOf(daysOrYear(reads, query), reads.settings.timeZone);
      const { language: _, ...chosen } = withoutEmpty(query);
      return { status: 200, text: reportPage({ ...asked, days, chosen }, await consoleChrome(reads, context)) };
    }),
    on(endpoints.getReportFile)(
      async ({ query, params: { file }, language }): Promise<Answer<typeof endpoints.getReportFile>> => {
        const span = daysOrYear(reads, query);
        if (file === 'request-log.csv') return streamedTable(file, requestLog(reads, { ...span, ...regimeIn(query) }));
        const [name, form] = file.split('.') as [AnyReport['name'], 'json' | 'csv'];
        const asked = await ask(name, query, language);
        return form === 'json'
          ? { ...renderJson(200, asked.report), headers: asFile(file) }
          : { status: 200, text: tableOf(asked), media: CSV, headers: asFile(file) };
      },
    ),
  ];
}
