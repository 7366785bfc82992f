/**
 * The worksheets for impact assessments as a page to print.
 * Flow:    http/handlers/reports (an answer) → here → layout; its body → console/reports-page.tsx.
 * Promise: shows the answer and nothing else; what is missing is said as missing, and that a person writes the rest.
 * Source:  docs/design.md 12; GDPR 35(7); AI Act 27(1).
 */
import type { AssessmentReport } from '../../answers/report/ask-assessments.ts';
import { wordsOfCode } from '../../language/categories.ts';
import { type Chrome, sayOn } from '../chrome.ts';
import { Section } from '../controls.tsx';
import { pageOf } from '../layout.tsx';
import { ReportLead } from './report-lead.tsx';

type Assessed = AssessmentReport['aiSystems'][number];
type Worksheet = Assessed['worksheets'][number];
type Part = Worksheet['parts'][number];

const what = (chrome: Chrome, each: Part['missing'][number]): string =>
  sayOn(chrome, `report.assessment.what.${each}.officer`);

const Known = ({ part, chrome }: { readonly part: Part; readonly chrome: Chrome }) => (
  <dl class="facts">
    {part.known.map((each) => (
      <div>
        <dt>{what(chrome, each.what)}</dt>
        {each.words.map((words) => (
          <dd>{words}</dd>
        ))}
      </div>
    ))}
  </dl>
);

const Missing = ({ part, chrome }: { readonly part: Part; readonly chrome: Chrome }) =>
  part.missing.length === 0 ? null : (
    <p class="to-write">
      <strong>{sayOn(chrome, 'report.assessment.missing.officer')}:</strong>{' '}
      {part.missing.map((each) => what(chrome, each)).join(' · ')}
    </p>
  );

const Sheet = ({ sheet, chrome }: { readonly sheet: Worksheet; readonly chrome: Chrome }) => (
  <>
    <h3 class="sheet">{sayOn(chrome, `report.assessment.${sheet.kind}.officer`)}</h3>
    {sheet.parts.map((part) => (
      <div class="card assessed">
        <h4>
          {sayOn(chrome, partKey(sheet.kind, part.part))} <code>{part.source}</code>
        </h4>
        <Known part={part} chrome={chrome} />
        <Missing part={part} chrome={chrome} />
      </div>
    ))}
  </>
);

/** The law names four parts of the one and six of the other. */
const partKey = (kind: Worksheet['kind'], part: Part['part']) =>
  kind === 'dpia' && part !== 'e' && part !== 'f'
    ? (`report.assessment.dpia.${part}.officer` as const)
    : (`report.assessment.fria.${part}.officer` as const);

const onFile = ({ onFile: made }: Assessed, chrome: Chrome): string =>
  made.length === 0
    ? sayOn(chrome, 'report.assessment.on-file.none.officer')
    : `${sayOn(chrome, 'report.assessment.on-file.officer')}: ${made
        .map(({ kind, reference }) => `${wordsOfCode(kind)}, ${reference}`)
        .join('; ')}`;

export const AssessmentBody = ({ report, chrome }: { readonly report: AssessmentReport; readonly chrome: Chrome }) => (
  <>
    {report.aiSystems.length === 0 ? <p>{sayOn(chrome, 'report.assessment.nothing.officer')}</p> : null}
    {report.aiSystems.map((system) => (
      <Section id={system.aiSystem} title={system.name ?? system.aiSystem} note={onFile(system, chrome)}>
        {system.worksheets.map((sheet) => (
          <Sheet sheet={sheet} chrome={chrome} />
        ))}
      </Section>
    ))}
  </>
);

export const assessmentPage = (report: AssessmentReport, chrome: Chrome): string => {
  const title = sayOn(chrome, 'report.assessment.title.officer');
  const words = sayOn(chrome, 'report.assessment.lead.officer');
  return pageOf({
    title,
    chrome,
    children: (
      <>
        <ReportLead title={title} words={words} span={report} chrome={chrome} />
        <AssessmentBody report={report} chrome={chrome} />
      </>
    ),
  });
};
