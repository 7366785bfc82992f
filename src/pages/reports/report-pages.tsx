/**
 * The reports as pages to print: figures about requests, and the records of processing.
 * Flow:    http/handlers/reports (an answer) → here → layout; their bodies → console/reports-page.tsx.
 * Promise: shows the answer and nothing else; what is missing is said as missing.
 * Source:  docs/design.md 12; 11 CCR 7102; GDPR 30(1).
 */
import type { ProcessingReport } from '../../answers/report/ask-processing.ts';
import type { RequestReport } from '../../answers/report/ask-requests.ts';
import { categoryLabel, wordsOfCode } from '../../language/categories.ts';
import { basisForOfficers } from '../../language/reasons.ts';
import { countryWords, regimeWords } from '../../language/regions.ts';
import { type Chrome, countOn, sayOn } from '../chrome.ts';
import { Section, WideTable } from '../controls.tsx';
import { pageOf } from '../layout.tsx';
import { ReportLead } from './report-lead.tsx';

interface TableOf {
  readonly label: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const Table = ({ label, head, rows }: TableOf) => (
  <WideTable label={label}>
    <thead>
      <tr>
        {head.map((title) => (
          <th scope="col">{title}</th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map(([first, ...others]) => (
        <tr>
          <th scope="row">{first}</th>
          {others.map((cell) => (
            <td>{cell}</td>
          ))}
        </tr>
      ))}
    </tbody>
  </WideTable>
);

const shareOn = (chrome: Chrome, share: number | null): string =>
  share === null ? '–' : `${countOn(chrome, Math.round(share * 1000) / 10)} %`;

const daysOn = (chrome: Chrome, days: number | null): string => (days === null ? '–' : countOn(chrome, days));

export const RequestReportBody = ({ report, chrome }: { readonly report: RequestReport; readonly chrome: Chrome }) => {
  const title = sayOn(chrome, 'report.requests.title.officer');
  const count = (value: number): string => countOn(chrome, value);
  const words = (['metric', 'received', 'complied', 'denied', 'open', 'withdrawn', 'mean', 'median'] as const).map(
    (name) => sayOn(chrome, `report.requests.${name}.officer`),
  );
  const facts: readonly (readonly [string, string])[] = [
    [sayOn(chrome, 'report.requests.received.officer'), count(report.received)],
    [sayOn(chrome, 'report.requests.on-time.officer'), shareOn(chrome, report.onTimeShare)],
    [sayOn(chrome, 'report.requests.extended.officer'), count(report.extended)],
    [sayOn(chrome, 'report.requests.late.officer'), count(report.openAndLate)],
  ];
  const rows = report.metrics.map(({ metric, meanDays, medianDays, ...each }) => [
    sayOn(chrome, `report.metric.${metric}.officer`),
    ...[each.received, each.complied, each.denied, each.open, each.withdrawn].map(count),
    daysOn(chrome, meanDays),
    daysOn(chrome, medianDays),
  ]);
  return (
    <>
      <div class="card">
        <Table
          label={title}
          head={[sayOn(chrome, 'report.what.officer'), sayOn(chrome, 'report.count.officer')]}
          rows={facts}
        />
      </div>
      <Section id="kinds" title={sayOn(chrome, 'report.requests.metric.officer')}>
        <div class="card">
          <Table label={sayOn(chrome, 'report.requests.metric.officer')} head={words} rows={rows} />
        </div>
      </Section>
    </>
  );
};

export const requestReportPage = (report: RequestReport, chrome: Chrome): string => {
  const title = sayOn(chrome, 'report.requests.title.officer');
  return pageOf({
    title,
    chrome,
    children: (
      <>
        <ReportLead title={title} span={report} chrome={chrome} />
        <RequestReportBody report={report} chrome={chrome} />
      </>
    ),
  });
};

type Activity = ProcessingReport['activities'][number];

const listed = (chrome: Chrome, missing: Activity['missing']): string =>
  missing.length === 0 ? '–' : missing.map((name) => sayOn(chrome, `report.processing.${name}.officer`)).join(', ');

const recipientsIn = ({ recipients }: Activity, chrome: Chrome): string => {
  const named = recipients.map(({ key, name, country, safeguard }) =>
    [
      name ?? key,
      ...(country === null ? [] : [countryWords(chrome.language, country)]),
      ...(safeguard === null ? [] : [wordsOfCode(safeguard)]),
    ].join(', '),
  );
  return named.length === 0 ? '–' : named.join('; ');
};

const cellsOf = (each: Activity, chrome: Chrome): readonly string[] => [
  each.name ?? each.purpose,
  Object.entries(each.legalBasis)
    .map(([regime, basis]) => `${regimeWords(chrome.language, regime)}: ${basisForOfficers(chrome.language, basis)}`)
    .join('; '),
  each.dataCategories.map((category) => categoryLabel(chrome.language, category, 'officer')).join(', '),
  each.aiSystems.map(({ key, name }) => name ?? key).join(', '),
  recipientsIn(each, chrome),
  each.retention ?? '–',
  listed(chrome, each.missing),
];

export const ProcessingBody = ({ report, chrome }: { readonly report: ProcessingReport; readonly chrome: Chrome }) => {
  const title = sayOn(chrome, 'report.processing.title.officer');
  const head = (['name', 'basis', 'data', 'systems', 'recipients', 'retention', 'missing'] as const).map((name) =>
    sayOn(chrome, `report.processing.${name}.officer`),
  );
  const rows = report.activities.map((each) => cellsOf(each, chrome));
  const { usesWithoutPermission, uncoveredCalls } = report.undeclared;
  const names = new Map(report.activities.flatMap((each) => each.aiSystems.map(({ key, name }) => [key, name ?? key])));
  const undeclared = [...usesWithoutPermission, ...uncoveredCalls].map(({ service, aiSystem, count }) => [
    service ?? '–',
    aiSystem === null ? '–' : (names.get(aiSystem) ?? aiSystem),
    countOn(chrome, count),
  ]);
  const columns = (['service', 'system'] as const).map((name) => sayOn(chrome, `report.processing.${name}.officer`));
  return (
    <>
      <div class="card">
        <Table label={title} head={head} rows={rows} />
      </div>
      <Section id="undeclared" title={sayOn(chrome, 'report.processing.undeclared.officer')}>
        <div class="card">
          {undeclared.length === 0 ? (
            <p>{sayOn(chrome, 'report.processing.nothing.officer')}</p>
          ) : (
            <Table
              label={sayOn(chrome, 'report.processing.undeclared.officer')}
              head={[...columns, sayOn(chrome, 'report.count.officer')]}
              rows={undeclared}
            />
          )}
        </div>
      </Section>
    </>
  );
};

export const processingPage = (report: ProcessingReport, chrome: Chrome): string => {
  const title = sayOn(chrome, 'report.processing.title.officer');
  return pageOf({
    title,
    chrome,
    children: (
      <>
        <ReportLead title={title} span={report} chrome={chrome} />
        <ProcessingBody report={report} chrome={chrome} />
      </>
    ),
  });
};
