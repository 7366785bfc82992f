/**
 * What a reviewer reads: the data and what the person says and sends, later the part of the AI, at last how it ended.
 * Flow:    review-steps.tsx → here → charts.
 * Promise: the evidence holds no outcome, no score and no factor; a file is opened by a button of its own, because
 *          opening it is what counts as having seen it.
 * Source:  docs/law.md 7; AI Act 14(4)(b).
 */
import type { AiPartShown, EvidenceShown, ReviewWork } from '../../answers/console/review-work.ts';
import { FactorBars } from '../charts/factor-bars.tsx';
import { dayOn, sayOn } from '../chrome.ts';
import { WideTable } from '../controls.tsx';
import { Icon } from '../icons.tsx';
import type { ConsoleChrome } from './frame.tsx';
import { Form } from './parts.tsx';

interface EvidenceProps {
  readonly work: ReviewWork;
  readonly evidence: EvidenceShown;
  readonly chrome: ConsoleChrome;
}

const Inputs = ({ evidence, chrome }: Omit<EvidenceProps, 'work'>) => {
  const isContested = evidence.inputs.some(({ shouldBe }) => shouldBe !== null);
  return (
    <WideTable label={sayOn(chrome, 'console.evidence.inputs')}>
      <thead>
        <tr>
          <th scope="col">{sayOn(chrome, 'console.evidence.data')}</th>
          <th scope="col">{sayOn(chrome, 'console.evidence.used')}</th>
          {isContested ? <th scope="col">{sayOn(chrome, 'console.evidence.should-be')}</th> : null}
          <th scope="col">{sayOn(chrome, 'use.decision.source')}</th>
        </tr>
      </thead>
      <tbody>
        {evidence.inputs.map(({ label, value, shouldBe, category, source }) => (
          <tr>
            <th scope="row">{label}</th>
            <td>{value}</td>
            {isContested ? <td>{shouldBe === null ? '' : <span class="should">{shouldBe}</span>}</td> : null}
            <td>{source ?? category}</td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
};

const Files = ({ work, evidence, chrome }: EvidenceProps) =>
  evidence.files.length === 0 ? null : (
    <>
      <h3>{sayOn(chrome, 'console.evidence.files')}</h3>
      <ul class="files">
        {evidence.files.map(({ id, name, kilobytes, seen }, place) => (
          <li>
            <span>
              {name ?? sayOn(chrome, 'console.evidence.file', { number: place + 1 })}{' '}
              <span class="quiet">{sayOn(chrome, 'console.evidence.size', { kilobytes })}</span>
            </span>
            {work.closedAt !== null ? null : (
              <Form
                chrome={chrome}
                action={`/console/reviews/${work.id}/files/${id}`}
                label={sayOn(chrome, seen ? 'console.evidence.again' : 'console.evidence.open-file')}
                look="quiet"
              />
            )}
          </li>
        ))}
      </ul>
    </>
  );

interface QuestionsProps {
  readonly work: ReviewWork;
  readonly chrome: ConsoleChrome;
  /** Those that were asked when somebody had seen the part of the AI. */
  readonly afterView: boolean;
}

/** What a colleague wanted to know, word for word. */
export const Questions = ({ work, chrome, afterView }: QuestionsProps) =>
  work.questions
    .filter((question) => question.afterView === afterView)
    .map(({ seat, words }) => (
      <>
        <h3>{sayOn(chrome, seat === work.seat ? 'console.question.yours' : `console.question.${seat}`)}</h3>
        <blockquote class="quote">{words}</blockquote>
      </>
    ));

export const Evidence = ({ work, evidence, chrome }: EvidenceProps) => (
  <>
    <p>
      {evidence.what}, {dayOn(chrome, evidence.decidedAt)}
    </p>
    <h3>{sayOn(chrome, 'console.evidence.statement')}</h3>
    {evidence.statement === null ? (
      <p class="quiet">{sayOn(chrome, 'console.evidence.no-statement')}</p>
    ) : (
      <blockquote class="quote">{evidence.statement}</blockquote>
    )}
    <h3>{sayOn(chrome, 'console.evidence.inputs')}</h3>
    <Inputs evidence={evidence} chrome={chrome} />
    <Files work={work} evidence={evidence} chrome={chrome} />
    {evidence.limits.length === 0 ? null : (
      <>
        <h3>{sayOn(chrome, 'use.guide.fails')}</h3>
        <ul class="rows">
          {evidence.limits.map((words) => (
            <li>{words}</li>
          ))}
        </ul>
      </>
    )}
  </>
);

export const AiPart = ({ ai, chrome }: { readonly ai: AiPartShown; readonly chrome: ConsoleChrome }) => (
  <>
    <h3>{sayOn(chrome, 'console.ai.title')}</h3>
    <p class="verdict">{ai.outcome}</p>
    <p>
      {ai.role} {ai.output}
    </p>
    {ai.factors.length === 0 ? (
      <p class="quiet">{sayOn(chrome, 'decision.factors.none')}</p>
    ) : (
      <FactorBars factors={ai.factors} chrome={chrome} whose="person" />
    )}
    {ai.factorsWords === null ? null : <p class="quiet">{ai.factorsWords}</p>}
    {ai.counterfactuals.length === 0 ? null : (
      <ul class="rows">
        {ai.counterfactuals.map((words) => (
          <li>{words}</li>
        ))}
      </ul>
    )}
    <p class="warning">
      <Icon name="eye" />
      <span>{sayOn(chrome, 'console.ai.warning')}</span>
    </p>
  </>
);

export const Ended = ({ work, chrome }: { readonly work: ReviewWork; readonly chrome: ConsoleChrome }) => (
  <>
    <p class="verdict">{work.stateWords}</p>
    {work.end === null ? null : (
      <>
        {work.end.newOutcome === null ? null : (
          <p>{sayOn(chrome, 'review.new-outcome', { outcome: work.end.newOutcome })}</p>
        )}
        <p class="quote">{work.end.reasons}</p>
        <h3>{sayOn(chrome, work.end.qualifies ? 'console.end.meaningful' : 'console.end.not-meaningful')}</h3>
        <ul class="rows">
          <li>{sayOn(chrome, 'console.end.minutes', { minutes: work.end.minutes })}</li>
          {work.end.lacks.map((words) => (
            <li>{words}</li>
          ))}
        </ul>
      </>
    )}
  </>
);
