/**
 * The four steps of a review: ask somebody, look at the evidence, note an own view, end it with reasons.
 * Flow:    review-page.tsx → here → review-evidence.tsx.
 * Promise: each step says what it is for; what was typed survives a mistake; a step that is not one's own has no form.
 * Source:  docs/law.md 7; WCAG 3.3.
 */

import type { ComponentChildren } from 'preact';
import type { Colleague } from '../../answers/console/ask-colleagues.ts';
import type { ReviewWork } from '../../answers/console/review-work.ts';
import { defined } from '../../vocabulary/defined.ts';
import { reviewOutcomes, viewsAsAsked } from '../../vocabulary/review.ts';
import { sayOn } from '../chrome.ts';
import { More } from '../controls.tsx';
import { Icon } from '../icons.tsx';
import type { ConsoleChrome } from './frame.tsx';
import { Aside, Form, Input, Radios, Select, TextArea } from './parts.tsx';
import { AiPart, Ended, Evidence, Questions } from './review-evidence.tsx';

export interface TypedView {
  readonly view?: string;
  readonly words?: string;
  readonly outcome?: string;
  readonly reasons?: string;
  readonly newOutcome?: string;
  readonly disagreement?: string;
  readonly question?: string;
  readonly seat?: string;
  readonly reviewer?: string;
  /** Every field as it was sent, for the right values of data. */
  readonly fields?: Readonly<Record<string, unknown>>;
}

export interface FlowProps {
  readonly work: ReviewWork;
  readonly chrome: ConsoleChrome;
  readonly typed?: TypedView;
}

interface AssignProps extends FlowProps {
  /** Who could be asked instead. */
  readonly colleagues: readonly Colleague[];
}

type Turn = 'past' | 'now' | 'ahead';

const Step = ({
  title,
  turn,
  children,
}: {
  readonly title: string;
  readonly turn: Turn;
  readonly children?: ComponentChildren;
}) => (
  <li class={`flow-step ${turn}`} {...(turn === 'now' ? { 'aria-current': 'step' as const } : {})}>
    <h2>{title}</h2>
    {children}
  </li>
);

const isOver = ({ closedAt }: ReviewWork): boolean => closedAt !== null;
const path = ({ id }: ReviewWork, step: string): string => `/console/reviews/${id}/${step}`;

type OneSeat = AssignProps & { readonly seat: 'first' | 'second' };

/** What was typed comes back to the seat that it was typed for. */
const typedFor = (seat: string, typed: TypedView | undefined): TypedView =>
  typed?.seat === seat && typed.question !== undefined ? typed : {};

const AskColleague = ({ work, colleagues, chrome, seat, typed }: OneSeat) => (
  <More
    summary={sayOn(chrome, seat === 'second' ? 'console.assign.second' : 'console.assign.other')}
    open={typedFor(seat, typed).question !== undefined}
  >
    <Form chrome={chrome} action={path(work, 'assign')} label={sayOn(chrome, 'console.assign.ask')} look="quiet">
      <input type="hidden" name="seat" value={seat} />
      {colleagues.length === 0 ? (
        <Input
          id={`reviewer-${seat}`}
          name="reviewer"
          label={sayOn(chrome, 'console.assign.who')}
          hint={sayOn(chrome, 'console.assign.who.hint')}
          value={typedFor(seat, typed).reviewer ?? ''}
          required
        />
      ) : (
        <Select
          id={`reviewer-${seat}`}
          name="reviewer"
          label={sayOn(chrome, 'console.assign.whom')}
          options={colleagues.map(({ id, name }) => ({ value: id, label: name === id ? id : `${name} (${id})` }))}
          {...defined({ chosen: typedFor(seat, typed).reviewer })}
        />
      )}
      <TextArea
        id={`question-${seat}`}
        name="question"
        label={sayOn(chrome, 'console.assign.question')}
        hint={sayOn(chrome, 'console.assign.question.hint')}
        value={typedFor(seat, typed).question ?? ''}
      />
    </Form>
  </More>
);

const Readiness = ({ work, chrome }: FlowProps) =>
  work.ready === null || (work.ready.trained && work.ready.mayChange) ? null : (
    <p class="warning">
      <Icon name="eye" />
      <span>
        {work.ready.trained ? '' : `${sayOn(chrome, 'console.gap.no-training')} `}
        {work.ready.mayChange ? '' : `${sayOn(chrome, 'console.gap.no-authority')} `}
        {sayOn(chrome, 'console.assign.not-ready')}
      </span>
    </p>
  );

export const AssignStep = ({ work, colleagues, chrome, typed }: AssignProps) => {
  const asking = { work, colleagues, chrome, ...defined({ typed }) };
  const turn: Turn = work.holder === 'nobody' && !isOver(work) ? 'now' : 'past';
  return (
    <Step title={sayOn(chrome, 'console.step.assign')} turn={turn}>
      <p>{turn === 'now' ? sayOn(chrome, 'console.assign.lead') : sayOn(chrome, `console.assign.${work.holder}`)}</p>
      <Readiness work={work} chrome={chrome} />
      {turn !== 'now' ? null : (
        <Form chrome={chrome} action={path(work, 'assign')} label={sayOn(chrome, 'console.assign.me')} />
      )}
      {isOver(work) || work.ai !== null ? null : <AskColleague {...asking} seat="first" />}
      {isOver(work) || !work.needsTwo || work.secondAsked ? null : <AskColleague {...asking} seat="second" />}
    </Step>
  );
};

export const EvidenceStep = ({ work, chrome }: FlowProps) => {
  const title = sayOn(chrome, 'console.step.evidence');
  if (work.evidence !== null) {
    return (
      <Step title={title} turn={work.ownView === null && !isOver(work) ? 'now' : 'past'}>
        <Questions work={work} chrome={chrome} afterView={false} />
        <Evidence work={work} evidence={work.evidence} chrome={chrome} />
      </Step>
    );
  }
  const mine = work.seat !== null && !isOver(work);
  return (
    <Step title={title} turn={mine ? 'now' : isOver(work) ? 'past' : 'ahead'}>
      <p>{sayOn(chrome, 'console.evidence.lead')}</p>
      {mine ? (
        <>
          <Aside chrome={chrome} words={sayOn(chrome, 'console.look.recorded')} />
          <Form chrome={chrome} action={path(work, 'view-evidence')} label={sayOn(chrome, 'console.evidence.open')} />
        </>
      ) : null}
    </Step>
  );
};

const ViewForm = ({ work, chrome, typed }: FlowProps) => (
  <Form chrome={chrome} action={path(work, 'note-view')} label={sayOn(chrome, 'console.view.send')}>
    <Radios
      name="view"
      legend={sayOn(chrome, 'console.view.legend')}
      options={viewsAsAsked.map((view) => ({ value: view, label: sayOn(chrome, `console.view.${view}`) }))}
      {...(typed?.view === undefined ? {} : { chosen: typed.view })}
    />
    <TextArea
      id="words"
      name="words"
      label={sayOn(chrome, 'console.view.words')}
      hint={sayOn(chrome, 'console.view.words.hint')}
      value={typed?.words ?? ''}
      required
    />
  </Form>
);

export const ViewStep = ({ work, chrome, typed }: FlowProps) => {
  const { ownView, evidence } = work;
  const title = sayOn(chrome, 'console.step.view');
  if (ownView !== null) {
    return (
      <Step title={title} turn="past">
        <p>{sayOn(chrome, 'console.view.noted', { view: sayOn(chrome, `console.view.${ownView.view}`) })}</p>
        <p class="quote">{ownView.words}</p>
      </Step>
    );
  }
  const mine = evidence !== null && !isOver(work);
  return (
    <Step title={title} turn={mine ? 'now' : isOver(work) ? 'past' : 'ahead'}>
      <p>{sayOn(chrome, 'console.view.lead')}</p>
      {mine && work.notSeen > 0 ? (
        <p class="warning">
          <Icon name="eye" />
          <span>{sayOn(chrome, 'console.evidence.not-seen', { count: work.notSeen })}</span>
        </p>
      ) : null}
      {mine ? <ViewForm work={work} chrome={chrome} {...defined({ typed })} /> : null}
    </Step>
  );
};

const Outcomes = ({ chrome, typed }: Omit<FlowProps, 'work'>) => (
  <Radios
    name="outcome"
    legend={sayOn(chrome, 'console.end.legend')}
    options={reviewOutcomes.map((outcome) => ({
      value: outcome,
      label: sayOn(chrome, `console.outcome.${outcome}`),
      hint: sayOn(chrome, `console.end.${outcome}`),
    }))}
    {...(typed?.outcome === undefined ? {} : { chosen: typed.outcome })}
  />
);

const Reasons = ({ chrome, typed, hint }: Omit<FlowProps, 'work'> & { readonly hint: string }) => (
  <TextArea
    id="reasons"
    name="reasons"
    label={sayOn(chrome, 'console.end.reasons')}
    hint={hint}
    value={typed?.reasons ?? ''}
    required
  />
);

/** The values that the decision would be made again from; what the person corrected stands there already. */
const RightData = ({ work, chrome, typed }: FlowProps) =>
  work.evidence === null || work.evidence.inputs.length === 0 ? null : (
    <details class="more-form" open={typed?.outcome === 're-run'}>
      <summary>{sayOn(chrome, 'console.end.corrected')}</summary>
      <div class="more">
        <p class="hint">{sayOn(chrome, 'console.end.corrected.hint')}</p>
        {work.evidence.inputs.map(({ label, value, shouldBe }, place) => {
          const name = `correction-${place}`;
          const sent = typed?.fields?.[name];
          const hint = `${sayOn(chrome, 'console.evidence.used')}: ${value}`;
          return (
            <Input
              id={name}
              name={name}
              label={label}
              hint={hint}
              value={typeof sent === 'string' ? sent : (shouldBe ?? '')}
            />
          );
        })}
      </div>
    </details>
  );

const ConcludeForm = ({ work, chrome, typed }: FlowProps) => (
  <Form chrome={chrome} action={path(work, 'conclude')} label={sayOn(chrome, 'console.end.send')}>
    <Outcomes chrome={chrome} {...defined({ typed })} />
    <Input
      id="new-outcome"
      name="newOutcome"
      label={sayOn(chrome, 'console.end.new-outcome')}
      hint={sayOn(chrome, 'console.end.new-outcome.hint')}
      value={typed?.newOutcome ?? ''}
    />
    <RightData work={work} chrome={chrome} {...defined({ typed })} />
    <Reasons chrome={chrome} {...defined({ typed })} hint={sayOn(chrome, 'console.end.reasons.hint')} />
    {work.secondGiven ? (
      <TextArea
        id="disagreement"
        name="disagreement"
        label={sayOn(chrome, 'console.end.disagreement')}
        hint={sayOn(chrome, 'console.end.disagreement.hint')}
        value={typed?.disagreement ?? ''}
      />
    ) : null}
  </Form>
);

const OpinionForm = ({ work, chrome, typed }: FlowProps) => (
  <Form chrome={chrome} action={path(work, 'second-opinion')} label={sayOn(chrome, 'console.opinion.send')}>
    <Outcomes chrome={chrome} {...defined({ typed })} />
    <Reasons chrome={chrome} {...defined({ typed })} hint={sayOn(chrome, 'console.opinion.hint')} />
  </Form>
);

/** Read before the end, because the end has to answer it. */
const Opinion = ({ work: { opinion }, chrome }: FlowProps) =>
  opinion === null ? null : (
    <>
      <h3>{sayOn(chrome, 'console.opinion.theirs')}</h3>
      <p class="verdict">{opinion.outcome}</p>
      <p class="quote">{opinion.reasons}</p>
    </>
  );

const EndForm = (flow: FlowProps) => {
  const { work, chrome } = flow;
  if (work.seat === 'second')
    return work.secondGiven ? <p>{sayOn(chrome, 'console.opinion.given')}</p> : <OpinionForm {...flow} />;
  return work.needsTwo && !work.secondGiven ? (
    <p>{sayOn(chrome, 'console.opinion.wait')}</p>
  ) : (
    <ConcludeForm {...flow} />
  );
};

export const EndStep = (flow: FlowProps) => {
  const { work, chrome } = flow;
  const title = sayOn(chrome, 'console.step.end');
  if (isOver(work)) {
    return (
      <Step title={title} turn="past">
        <Questions work={work} chrome={chrome} afterView />
        <Ended work={work} chrome={chrome} />
      </Step>
    );
  }
  if (work.ai === null) {
    return (
      <Step title={title} turn="ahead">
        <p>{sayOn(chrome, 'console.end.ahead')}</p>
      </Step>
    );
  }
  return (
    <Step title={title} turn="now">
      <AiPart ai={work.ai} chrome={chrome} />
      <Questions work={work} chrome={chrome} afterView />
      <Opinion {...flow} />
      <EndForm {...flow} />
    </Step>
  );
};
