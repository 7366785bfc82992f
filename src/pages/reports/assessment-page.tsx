/**
 * The worksheets for impact assessments as a page to print.
 * Flow:    http/handlers/reports (an answer) → here → layout.
 * Promise: shows the answer and nothing else; what is missing is said as missing, and that a person writes the rest.
 * Source:  docs/design.md 12; GDPR 35(7); AI Act 27(1).
 */
import type { AssessmentReport } from '../../answers/report/ask-assessments.ts';
import { wordsOfCode } from '../../language/categories.ts';
import { type Chrome, dayOn, sayOn } from '../chrome.ts';
import { WideTable } from '../controls.tsx';
import { pageOf } from '../layout.tsx';

type Assessed = AssessmentReport['aiSystems'][number];
type Worksheet = Assessed['worksheets'][number];
type Part = Worksheet['parts'][number];

const what = (chrome: Chrome, each: Part['missing'][number]): string =>
  sayOn(chrome, `report.assessment.what.${each}.officer`);

const Known = ({ part, chrome }: { readonly part: Part; readonly chrome: Chrome }) =>
  part.known.length === 0 ? (
    <>–</>
  ) : (
    <dl>
      {part.known.map((each) => (
        <>
          <dt>{what(chrome, each.what)}</dt>
          {each.words.map((words) => (
            <dd>{words}</dd>
          ))}
        </>
      ))}
    </dl>
  );

const Missing = ({ part, chrome }: { readonly part: Part; readonly chrome: Chrome }) =>
  part.missing.length === 0 ? (
    <>–</>
  ) : (
    <ul>
      {part.missing.map((each) => (
        <li>{what(chrome, each)}</li>
      ))}
    </ul>
  );

const Sheet = ({ sheet, chrome }: { readonly sheet: Worksheet; readonly chrome: Chrome }) => {
  const title = sayOn(chrome, `report.assessment.${sheet.kind}.officer`);
  return (
    <>
      <h3>{title}</h3>
      <WideTable label={title}>
        <thead>
          <tr>
            {(['part', 'known', 'missing'] as const).map((name) => (
              <th scope="col">{sayOn(chrome, `report.assessment.${name}.officer`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sheet.parts.map((part) => (
            <tr>
              <th scope="row">
                {sayOn(chrome, partKey(sheet.kind, part.part))}
                <br />
                <span class="quiet">{part.source}</span>
              </th>
              <td>
                <Known part={part} chrome={chrome} />
              </td>
              <td>
                <Missing part={part} chrome={chrome} />
              </td>
            </tr>
          ))}
        </tbody>
      </WideTable>
    </>
  );
};

/** The law names four parts of the one and six of the other. */
const partKey = (kind: Worksheet['kind'], part: Part['part']) =>
  kind === 'dpia' && part !== 'e' && part !== 'f'
    ? (`report.assessment.dpia.${part}.officer` as const)
    : (`report.assessment.fria.${part}.officer` as const);

const OnFile = ({ system, chrome }: { readonly system: Assessed; readonly chrome: Chrome }) => (
  <p>
    {system.onFile.length === 0
      ? sayOn(chrome, 'report.assessment.on-file.none.officer')
      : `${sayOn(chrome, 'report.assessment.on-file.officer')}: ${system.onFile
          .map(({ kind, reference }) => `${wordsOfCode(kind)}, ${reference}`)
          .join('; ')}`}
  </p>
);

export const assessmentPage = (report: AssessmentReport, chrome: Chrome): string => {
  const title = sayOn(chrome, 'report.assessment.title.officer');
  const span = { from: dayOn(chrome, report.from), to: dayOn(chrome, report.to) };
  return pageOf({
    title,
    chrome,
    children: (
      <>
        <h1>{title}</h1>
        <p class="narrow">{sayOn(chrome, 'report.assessment.lead.officer')}</p>
        <p class="narrow">{sayOn(chrome, 'report.span.officer', span)}</p>
        {report.aiSystems.length === 0 ? <p>{sayOn(chrome, 'report.assessment.nothing.officer')}</p> : null}
        {report.aiSystems.map((system) => (
          <section>
            <h2>{system.name ?? system.aiSystem}</h2>
            <OnFile system={system} chrome={chrome} />
            {system.worksheets.map((sheet) => (
              <Sheet sheet={sheet} chrome={chrome} />
            ))}
          </section>
        ))}
      </>
    ),
  });
};
