/**
 * The page "How AI uses your data": one sentence, where the data went, the systems, the decisions, the rights.
 * Flow:    http/handlers → here → the parts beside it → layout.
 * Promise: it shows the same answer as the JSON, nothing more; controls appear only for the person, signed in.
 * Source:  docs/design.md 12 (the AI-use page); docs/design.md 8.1.
 */
import type { AiUseAnswer } from '../../answers/use/ai-use-answer.ts';
import { summaryParts } from '../../language/summary.ts';
import { type Chrome, dayOn, sayOn } from '../chrome.ts';
import { Contacts } from '../contacts.tsx';
import { Rich, Section } from '../controls.tsx';
import { Icon } from '../icons.tsx';
import { pageOf } from '../layout.tsx';
import type { AnswerProps } from './answer-props.ts';
import { DecisionsSection } from './decisions-section.tsx';
import { FlowSection } from './flow-section.tsx';
import { RightsSection } from './rights-section.tsx';
import { seriesOf } from './series.ts';
import { AiSystemCard, highestMonth } from './system-card.tsx';
import { WithoutPermissionSection } from './without-permission.tsx';

const ProofCard = ({ answer, chrome }: AnswerProps) => (
  <aside class="proof" aria-labelledby="proof">
    <h2 id="proof">
      <Icon name="shield" />
      {sayOn(chrome, 'use.proof.title')}
    </h2>
    <p>
      {answer.proof.words}{' '}
      {chrome.session === undefined ? null : <a href={answer.proof.ledger.href}>{sayOn(chrome, 'use.proof.check')}</a>}
    </p>
  </aside>
);

const Lead = ({ answer, chrome }: AnswerProps) => (
  <div class="lead">
    <div>
      <h1>{sayOn(chrome, chrome.session === undefined ? 'use.title.officer' : 'use.title')}</h1>
      <p class="summary">
        <Rich parts={summaryParts(answer.language, answer.numbers, answer.period.span)} />
      </p>
      {answer.signal === null ? null : <p>{answer.signal.words}</p>}
    </div>
    <ProofCard answer={answer} chrome={chrome} />
  </div>
);

const NoUse = ({ answer, chrome }: AnswerProps) =>
  answer.noUseRecorded === null ? null : (
    <Section id="nothing" title={sayOn(chrome, 'use.none.title')}>
      <div class="card">
        <p>{answer.noUseRecorded.words}</p>
        {answer.noUseRecorded.systemsNotReporting.length === 0 ? null : (
          <ul class="chips">
            {answer.noUseRecorded.systemsNotReporting.map(({ name }) => (
              <li class="chip">{name}</li>
            ))}
          </ul>
        )}
      </div>
    </Section>
  );

const decisionsBy = (answer: AiUseAnswer, key: string): number =>
  answer.automatedDecisions.filter(({ aiSystem }) => aiSystem.key === key).length;

/** Several systems may serve one purpose; that it was changed is said once. */
const firstOf = ({ systems }: AiUseAnswer, saved: string | undefined) =>
  systems.find(({ choice }) => choice.purposes.some(({ purpose }) => purpose === saved));

const Systems = ({ answer, chrome }: AnswerProps) =>
  answer.systems.length === 0 ? null : (
    <Section id="systems" title={sayOn(chrome, 'use.systems.title')} note={sayOn(chrome, 'use.systems.note')}>
      {answer.systems.map((system) => (
        <AiSystemCard
          system={system}
          months={answer.period.months}
          series={seriesOf(answer.systems, system.key)}
          highest={highestMonth(answer.systems, answer.period.months)}
          decisions={decisionsBy(answer, system.key)}
          isSavedElsewhere={system !== firstOf(answer, chrome.saved)}
          chrome={chrome}
        />
      ))}
    </Section>
  );

const Trainings = ({ answer, chrome }: AnswerProps) =>
  answer.trainings.length === 0 ? null : (
    <Section id="trainings" title={sayOn(chrome, 'use.trained.title')} note={sayOn(chrome, 'use.trained.note')}>
      <div class="card">
        <ul class="rows">
          {answer.trainings.map(({ words, purpose }) => (
            <li>
              {words}
              <br />
              <span class="because">
                {sayOn(chrome, 'use.fact.for')}: {purpose.name}
              </span>
            </li>
          ))}
        </ul>
      </div>
    </Section>
  );

/** Looks of one day, role and reason have one sentence: it stands once, with how often. */
function grouped(looks: AnswerProps['answer']['looks']): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const { words } of looks) counts.set(words, (counts.get(words) ?? 0) + 1);
  return [...counts];
}

const Looks = ({ answer, chrome }: AnswerProps) => (
  <Section id="looks" title={sayOn(chrome, 'use.looks.title')}>
    <div class="card">
      {answer.looks.length === 0 ? (
        <p>{sayOn(chrome, 'use.looks.none')}</p>
      ) : (
        <ul class="rows">
          {grouped(answer.looks).map(([words, count]) => (
            <li>
              {words} {count === 1 ? null : <span class="quiet">{sayOn(chrome, 'use.flow.times', { count })}</span>}
            </li>
          ))}
        </ul>
      )}
    </div>
  </Section>
);

const SignIns = ({ answer, chrome }: AnswerProps) =>
  answer.signIns.length === 0 ? null : (
    <Section id="sign-ins" title={sayOn(chrome, 'use.sign-ins.title')}>
      <div class="card">
        <ul class="rows">
          {answer.signIns.map(({ words }) => (
            <li>{words}</li>
          ))}
        </ul>
      </div>
    </Section>
  );

const Content = ({ answer, chrome }: AnswerProps) => (
  <>
    <Lead answer={answer} chrome={chrome} />
    <WithoutPermissionSection answer={answer} chrome={chrome} />
    <NoUse answer={answer} chrome={chrome} />
    <FlowSection answer={answer} chrome={chrome} />
    <Systems answer={answer} chrome={chrome} />
    <Trainings answer={answer} chrome={chrome} />
    <DecisionsSection answer={answer} chrome={chrome} />
    <RightsSection rights={answer.rights} chrome={chrome} />
    <Looks answer={answer} chrome={chrome} />
    <SignIns answer={answer} chrome={chrome} />
    <Contacts contacts={answer.contacts} chrome={chrome} />
    <p class="stamp">{dayOn(chrome, answer.generatedAt)}</p>
  </>
);

/** The whole page, for the person (with a session in `chrome`) or for an officer (without). */
export const aiUsePage = (answer: AiUseAnswer, chrome: Chrome): string =>
  pageOf({
    title: sayOn(chrome, chrome.session === undefined ? 'use.title.officer' : 'use.title'),
    chrome: chrome.session === undefined ? chrome : { ...chrome, here: 'ai-use' },
    languageFallback: answer.languageFallback,
    children: <Content answer={answer} chrome={chrome} />,
  });
