/**
 * The reports in the console: what there is, and one report over a time as a page to print, with its files.
 * Flow:    http/handlers/console/reports.ts → here → reports (the same bodies as in the API), frame.tsx.
 * Promise: time and law are chosen by GET, so that a view is a link; the files are of the same time as the page.
 * Source:  docs/design.md 12 (console); 11 CCR 7102; GDPR 30(1), 35(7); AI Act 27(1).
 */
import type { AssessmentReport } from '../../answers/report/ask-assessments.ts';
import type { BreachReport } from '../../answers/report/ask-breaches.ts';
import type { ProcessingReport } from '../../answers/report/ask-processing.ts';
import type { RequestReport } from '../../answers/report/ask-requests.ts';
import { regimeWords } from '../../language/regions.ts';
import type { MessageKey } from '../../language/say.ts';
import { dayOn, sayOn } from '../chrome.ts';
import { ButtonLink } from '../controls.tsx';
import { AssessmentBody } from '../reports/assessment-page.tsx';
import { BreachRegisterBody } from '../reports/breach-page.tsx';
import { ProcessingBody, RequestReportBody } from '../reports/report-pages.tsx';
import { type ConsoleChrome, consolePageOf } from './frame.tsx';
import { DayInput, Panel, Select } from './parts.tsx';

const reportNames = ['requests', 'processing', 'assessments', 'breaches'] as const;
type ReportName = (typeof reportNames)[number];

interface ReportWords {
  readonly title: MessageKey;
  readonly lead: MessageKey;
  readonly files: readonly (readonly [file: string, label: MessageKey])[];
}

const reports: Readonly<Record<ReportName, ReportWords>> = {
  requests: {
    title: 'report.requests.title.officer',
    lead: 'console.reports.requests',
    files: [
      ['requests.csv', 'console.reports.table'],
      ['request-log.csv', 'console.reports.log'],
      ['requests.json', 'console.reports.data'],
    ],
  },
  processing: {
    title: 'report.processing.title.officer',
    lead: 'console.reports.processing',
    files: [
      ['processing.csv', 'console.reports.table'],
      ['processing.json', 'console.reports.data'],
    ],
  },
  assessments: {
    title: 'report.assessment.title.officer',
    lead: 'report.assessment.lead.officer',
    files: [
      ['assessments.csv', 'console.reports.table'],
      ['assessments.json', 'console.reports.data'],
    ],
  },
  breaches: {
    title: 'report.breach.title.officer',
    lead: 'report.breach.lead.officer',
    files: [
      ['breaches.csv', 'console.reports.table'],
      ['breaches.json', 'console.reports.data'],
    ],
  },
};

/** The bodies of law that a report can be narrowed to. */
const regimes = ['EU', 'UK', 'US', 'US-CA', 'BR', 'CA', 'CA-QC'] as const;

export type AnyReport =
  | { readonly name: 'requests'; readonly report: RequestReport }
  | { readonly name: 'processing'; readonly report: ProcessingReport }
  | { readonly name: 'assessments'; readonly report: AssessmentReport }
  | { readonly name: 'breaches'; readonly report: BreachReport };

type ShownReport = AnyReport & {
  /** The first and the last day. */
  readonly days: { readonly from: string; readonly to: string };
  /** What was chosen, as it stands in the address. */
  readonly chosen: Readonly<Record<string, string>>;
};

const queryOf = (chosen: ShownReport['chosen']): string => {
  const query = new URLSearchParams(chosen).toString();
  return query === '' ? '' : `?${query}`;
};

const RegimeSelect = ({ chosen = '', chrome }: { readonly chosen?: string; readonly chrome: ConsoleChrome }) => {
  const known = [...new Set([...regimes, ...(chosen === '' ? [] : [chosen])])];
  return (
    <Select
      id="regime"
      name="regime"
      label={sayOn(chrome, 'console.reports.law')}
      chosen={chosen}
      options={[
        { value: '', label: sayOn(chrome, 'console.reports.law.all') },
        ...known.map((value) => ({ value, label: regimeWords(chrome.language, value) })),
      ]}
    />
  );
};

interface Props {
  readonly shown: ShownReport;
  readonly chrome: ConsoleChrome;
}

const TimeForm = ({ shown, chrome }: Props) => (
  <form class="audit-form" method="get" action={`/console/reports/${shown.name}`}>
    <DayInput id="from" name="from" label={sayOn(chrome, 'console.reports.from')} value={shown.days.from} />
    <DayInput id="to" name="to" label={sayOn(chrome, 'console.reports.to')} value={shown.days.to} />
    {shown.name === 'requests' ? <RegimeSelect chosen={shown.chosen['regime'] ?? ''} chrome={chrome} /> : null}
    <button class="main" type="submit">
      {sayOn(chrome, 'console.filter.apply')}
    </button>
  </form>
);

const Body = ({ shown, chrome }: Props) => {
  if (shown.name === 'requests') return <RequestReportBody report={shown.report} chrome={chrome} />;
  if (shown.name === 'processing') return <ProcessingBody report={shown.report} chrome={chrome} />;
  if (shown.name === 'breaches') return <BreachRegisterBody report={shown.report} chrome={chrome} />;
  return <AssessmentBody report={shown.report} chrome={chrome} />;
};

export const reportPage = (shown: ShownReport, chrome: ConsoleChrome): string => {
  const { title, lead, files } = reports[shown.name];
  const { from, to } = shown.days;
  return consolePageOf({
    title: sayOn(chrome, title),
    lead: sayOn(chrome, lead),
    back: { href: '/console/reports', label: sayOn(chrome, 'console.nav.reports') },
    chrome: { ...chrome, area: 'reports' },
    beside: files.map(([file, label]) => (
      <ButtonLink href={`/console/reports/files/${file}${queryOf(shown.chosen)}`} label={sayOn(chrome, label)} />
    )),
    children: (
      <div class="report">
        <div class="panel report-time">
          <TimeForm shown={shown} chrome={chrome} />
          <p class="report-span">
            {sayOn(chrome, 'report.span.officer', { from: dayOn(chrome, from), to: dayOn(chrome, to) })}
          </p>
        </div>
        <Body shown={shown} chrome={chrome} />
      </div>
    ),
  });
};

export const reportsPage = (chrome: ConsoleChrome): string =>
  consolePageOf({
    title: sayOn(chrome, 'console.nav.reports'),
    lead: sayOn(chrome, 'console.reports.lead'),
    chrome: { ...chrome, area: 'reports' },
    children: reportNames.map((name) => {
      const { title, lead, files } = reports[name];
      return (
        <Panel id={name} title={sayOn(chrome, title)}>
          <p>{sayOn(chrome, lead)}</p>
          <p class="report-links">
            <ButtonLink
              href={`/console/reports/${name}`}
              label={sayOn(chrome, 'console.reports.open')}
              about={sayOn(chrome, title)}
              look="main"
            />
            {files.map(([file, label]) => (
              <ButtonLink
                href={`/console/reports/files/${file}`}
                label={sayOn(chrome, label)}
                about={sayOn(chrome, title)}
              />
            ))}
          </p>
        </Panel>
      );
    }),
  });
