/**
 * One request: what the person asks, what was done so far, and each step that is possible now as a form.
 * Flow:    http/handlers/console/requests.ts → here → frame.tsx.
 * Promise: only possible steps have a form; a refusal offers only grounds that law knows here; an erasure is asked
 *          about twice.
 * Source:  docs/law.md 2.7, 3.3, 3.4; WCAG 3.3.4.
 */

import type { RequestWork } from '../../answers/console/request-work.ts';
import { isMessageKey, say } from '../../language/say.ts';
import { defined } from '../../vocabulary/defined.ts';
import type { RequestStep } from '../../vocabulary/request.ts';
import { type Chrome, dayOn, sayOn } from '../chrome.ts';
import { ButtonLink } from '../controls.tsx';
import { Icon } from '../icons.tsx';
import { AtSystems } from './at-systems.tsx';
import { type ConsoleChrome, consolePageOf } from './frame.tsx';
import { Aside, DueDay, Facts, Form, Input, Nothing, Panel, Radios, Select, TextArea } from './parts.tsx';
import { ToTell } from './untold.tsx';

export interface RequestPage {
  readonly work: RequestWork;
  readonly error?: string;
  readonly wrong?: readonly string[];
  /** The step that was tried, and the words that had been typed for it. */
  readonly typed?: { readonly step: RequestStep; readonly reason: string };
  /** A letter exists, or would be written now. */
  readonly letter: 'none' | 'preview' | 'final';
}

interface Props {
  readonly page: RequestPage;
  readonly chrome: ConsoleChrome;
}

const stepWords = (chrome: Chrome, step: string): string => {
  const key = `console.taken.${step}`;
  return isMessageKey(key) ? say(chrome.language, key) : step;
};

const About = ({ page: { work }, chrome }: Props) => (
  <Panel id="about" title={sayOn(chrome, 'console.request.about')}>
    <Facts
      facts={[
        [sayOn(chrome, 'console.column.state'), work.stateWords],
        [sayOn(chrome, 'requests.received'), `${dayOn(chrome, work.receivedAt)}, ${work.channelWords}`],
        ...(work.closedAt === null
          ? ([[sayOn(chrome, 'console.column.due'), <DueDay due={work.due} />]] as const)
          : ([[sayOn(chrome, 'console.column.ended'), dayOn(chrome, work.closedAt)]] as const)),
        [sayOn(chrome, 'console.clock'), work.clock],
        [sayOn(chrome, 'console.request.who'), work.verificationWords],
        [sayOn(chrome, 'console.regimes'), work.regimes.join(', ')],
        [sayOn(chrome, 'console.number'), <span class="hash">{work.id}</span>],
      ]}
    />
  </Panel>
);

const StepsTaken = ({ page: { work }, chrome }: Props) => (
  <Panel id="taken" title={sayOn(chrome, 'console.request.taken')}>
    <ol class="steps">
      {work.taken.map(({ step, at, reason }) => (
        <li class="done">
          <strong>{stepWords(chrome, step)}</strong>
          <span>{dayOn(chrome, at)}</span>
          {reason === undefined ? null : <span>{reason}</span>}
        </li>
      ))}
    </ol>
  </Panel>
);

const Code = ({
  work,
  step,
  chrome,
}: {
  readonly work: RequestWork;
  readonly step: RequestStep;
  readonly chrome: Chrome;
}) => {
  const options = (choices: RequestWork['grounds']) =>
    choices.map(({ code, words }) => ({ value: code, label: words }));
  if (step === 'verify')
    return (
      <Select id="level" name="level" label={sayOn(chrome, 'console.request.level')} options={options(work.levels)} />
    );
  if (step === 'pause')
    return <Select id="wait" name="code" label={sayOn(chrome, 'console.request.wait')} options={options(work.waits)} />;
  if (step === 'deny')
    return <Radios name="code" legend={sayOn(chrome, 'console.request.ground')} options={options(work.grounds)} />;
  return null;
};

const Sure = ({ chrome }: { readonly chrome: Chrome }) => (
  <>
    <p class="warning">
      <Icon name="delete" />
      <span>{sayOn(chrome, 'console.request.erasure-warning')}</span>
    </p>
    <label class="tick">
      <input type="checkbox" name="sure" value="yes" required />
      <span>{sayOn(chrome, 'console.request.erasure-sure')}</span>
    </label>
  </>
);

const Rectified = ({ chrome }: { readonly chrome: Chrome }) => (
  <>
    {(['what', 'from', 'to', 'told'] as const).map((name) => (
      <Input
        id={`rectified-${name}`}
        name={name}
        label={sayOn(chrome, `console.rectified.${name}`)}
        required={name === 'what' || name === 'to'}
      />
    ))}
  </>
);

const StepForm = ({ page: { work, typed }, step, chrome }: Props & { readonly step: RequestStep }) => {
  const isErasure = step === 'fulfil' && work.kind === 'erasure';
  const isTried = typed?.step === step;
  return (
    <details class="more-form" open={isTried}>
      <summary>{sayOn(chrome, `console.do.${step}`)}</summary>
      <div class="more">
        <p class="hint">{sayOn(chrome, `console.do.${step}.effect`)}</p>
        <Form
          chrome={chrome}
          action={`/console/requests/${work.id}/${step}`}
          label={sayOn(chrome, `console.do.${step}`)}
          look={isErasure || step === 'deny' ? 'stop' : 'main'}
        >
          <Code work={work} step={step} chrome={chrome} />
          {step === 'fulfil' && work.kind === 'rectification' ? <Rectified chrome={chrome} /> : null}
          <TextArea
            id={`reason-${step}`}
            name="reason"
            label={sayOn(chrome, 'console.request.reason')}
            hint={sayOn(chrome, 'console.request.reason.hint')}
            value={isTried ? typed.reason : ''}
            required={step !== 'fulfil' || !work.answersItself}
          />
          {isErasure ? <Sure chrome={chrome} /> : null}
        </Form>
      </div>
    </details>
  );
};

const Steps = ({ page, chrome }: Props) => {
  const { work } = page;
  const possible = work.possible.filter((step) => !(work.verifyFirst && step === 'fulfil'));
  return (
    <Panel id="next" title={sayOn(chrome, 'console.request.next')}>
      {work.verifyFirst && work.closedAt === null ? (
        <p class="warning">
          <Icon name="person" />
          <span>
            {sayOn(chrome, 'console.request.verify-first')} {work.levelNeeded}
          </span>
        </p>
      ) : null}
      {work.verifyFirst || work.waitsAt.length === 0 ? null : (
        <p class="warning">
          <Icon name="late" />
          <span>
            {sayOn(chrome, 'console.request.waits-at', { systems: work.waitsAt.join(', ') })}{' '}
            <a href="/console/connected">{sayOn(chrome, 'console.nav.connected')}</a>
          </span>
        </p>
      )}
      {possible.length === 0 ? (
        <Nothing words={sayOn(chrome, 'console.request.over')} />
      ) : (
        <div class="steps-forms">
          {possible.map((step) => (
            <StepForm page={page} step={step} chrome={chrome} />
          ))}
        </div>
      )}
    </Panel>
  );
};

const RequestMessage = ({ page: { work, letter }, chrome }: Props) => (
  <Panel id="asked" title={sayOn(chrome, 'console.request.message')}>
    {work.isErased ? (
      <Nothing words={sayOn(chrome, 'console.request.erased')} />
    ) : (
      <>
        {work.message === null ? (
          <Nothing words={sayOn(chrome, 'console.request.no-message')} />
        ) : (
          <blockquote class="quote">{work.message}</blockquote>
        )}
        <Aside chrome={chrome} words={sayOn(chrome, 'console.look.recorded')} />
      </>
    )}
    {letter === 'none' ? null : (
      <p class="downloads">
        <ButtonLink href={`/console/requests/${work.id}/letter`} label={sayOn(chrome, `console.letter.${letter}`)} />
      </p>
    )}
  </Panel>
);

/** What counts already, before anybody answers; a refusal is the only answer that can lift it. */
const StoppedByIt = ({ page: { work }, chrome }: Props) =>
  work.stopped === null ? null : (
    <Panel id="stopped" title={work.stopped.title} note={sayOn(chrome, 'console.request.as-told')}>
      <ul>
        {(work.stopped.list ?? []).map((item) => (
          <li>{item}</li>
        ))}
      </ul>
      {(work.stopped.paragraphs ?? []).map((words) => (
        <p>{words}</p>
      ))}
    </Panel>
  );

const UntoldPanel = ({ page: { work }, chrome }: Props) =>
  work.untold.length === 0 ? null : (
    <Panel id="untold" title={sayOn(chrome, 'console.untold.title')} note={sayOn(chrome, 'console.told.note')}>
      <ToTell request={work} chrome={chrome} />
    </Panel>
  );

const DecidedFromIt = ({ page: { work }, chrome }: Props) =>
  work.decidedFrom.length === 0 ? null : (
    <Panel
      id="decided-from"
      title={sayOn(chrome, 'console.decided-from.title')}
      note={sayOn(chrome, 'console.decided-from.note')}
    >
      <ul class="rows">
        {work.decidedFrom.map(({ decision, decidedAt, inputs, review }) => (
          <li>
            <span class="hash">{decision}</span>, {dayOn(chrome, decidedAt)}: {inputs.join(', ')}.{' '}
            {review === null ? (
              sayOn(chrome, 'console.decided-from.nobody')
            ) : (
              <a href={`/console/reviews/${review}`}>{sayOn(chrome, 'console.decided-from.review')}</a>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );

export const requestPage = (page: RequestPage, chrome: ConsoleChrome): string =>
  consolePageOf({
    title: page.work.title,
    chrome: { ...chrome, area: 'requests' },
    back: { href: '/console/requests', label: sayOn(chrome, 'console.requests.all') },
    ...defined({ error: page.error, wrong: page.wrong }),
    children: (
      <div class="two">
        <div>
          <RequestMessage page={page} chrome={chrome} />
          <StoppedByIt page={page} chrome={chrome} />
          <UntoldPanel page={page} chrome={chrome} />
          <AtSystems work={page.work} chrome={chrome} />
          <DecidedFromIt page={page} chrome={chrome} />
          <Steps page={page} chrome={chrome} />
        </div>
        <div>
          <About page={page} chrome={chrome} />
          {page.work.taken.length === 0 ? null : <StepsTaken page={page} chrome={chrome} />}
        </div>
      </div>
    ),
  });
