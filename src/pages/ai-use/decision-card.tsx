/**
 * One decision on the AI-use page: what was decided, what counted, who was involved, and the way to a person.
 * Flow:    decisions-section.tsx, decision-page.tsx → here → charts/factor-bars.tsx.
 * Promise: at most four factors here, the strongest first; the full list is one click away. Who reads without a
 *          session, where no page can be opened from here, finds all of it on the card.
 * Source:  docs/design.md 12 (chart 3, your latest decision); docs/explanations.md (layers).
 */
import type { DecisionAnswer } from '../../answers/decision/decision-answer.ts';
import { FactorBars } from '../charts/factor-bars.tsx';
import { type Chrome, dayOn, sayOn } from '../chrome.ts';
import { ButtonLink, More } from '../controls.tsx';
import { Inputs } from './inputs-table.tsx';

interface DecisionProps {
  readonly decision: DecisionAnswer;
  readonly chrome: Chrome;
}

const MOST = 4;

const Changed = ({ decision, chrome }: DecisionProps) => {
  const shown = decision.counterfactuals
    .filter(({ offered }) => offered)
    .slice(0, chrome.session === undefined ? undefined : 1);
  return (
    <p class="changed">
      <strong>{sayOn(chrome, 'use.decision.changed')}</strong>{' '}
      {shown.length === 0 ? decision.counterfactualsWords : shown.map(({ words }) => words).join(' ')}
    </p>
  );
};

type Involving = Pick<
  DecisionAnswer,
  'humanInvolvement' | 'aiRole' | 'modelVersion' | 'decidedAt' | 'effect' | 'rights'
>;

/** The right to a human, where a law of the person gives it for this decision. */
const humanRightOf = ({ rights }: Pick<DecisionAnswer, 'rights'>) =>
  rights.find(({ right, available }) => right === 'human-review' && available);

export const Involved = ({ decision, chrome }: { readonly decision: Involving; readonly chrome: Chrome }) => {
  const { humanInvolvement, aiRole, modelVersion, decidedAt, effect } = decision;
  const day = dayOn(chrome, decidedAt);
  return (
    <ol class="steps">
      <li class="done">
        <strong>{aiRole.words}</strong>
        <span>
          {modelVersion === null ? day : sayOn(chrome, 'use.decision.version', { day, version: modelVersion })}
        </span>
      </li>
      <li class={humanInvolvement.qualifies ? 'done' : 'open'}>
        <strong>{sayOn(chrome, 'use.decision.person')}</strong>
        <span>{humanInvolvement.words}</span>
        {humanInvolvement.whatTheyDid === null ? null : <span>{humanInvolvement.whatTheyDid}</span>}
      </li>
      {effect.openReview === null && humanRightOf(decision) === undefined ? null : (
        <li class="open">
          <strong>{sayOn(chrome, effect.openReview === null ? 'use.decision.again' : 'review.title')}</strong>
          <span>{effect.openReview?.words ?? sayOn(chrome, 'use.decision.again.words')}</span>
        </li>
      )}
    </ol>
  );
};

/** The way to a person who can change it, where a law gives one: never more than one click from the decision. */
export const LookAgain = ({
  decision,
  chrome,
}: {
  readonly decision: Pick<DecisionAnswer, 'rights' | 'effect'>;
  readonly chrome: Chrome;
}) => {
  const review = humanRightOf(decision);
  const { openReview } = decision.effect;
  if (chrome.session === undefined || (review === undefined && openReview === null)) return null;
  // Whoever has asked is led to where it stands, which the steps above say, and is not asked to ask again.
  if (openReview !== null)
    return <ButtonLink href={openReview.href} label={sayOn(chrome, 'contest.see-open')} look="main" />;
  return review === undefined ? null : (
    <>
      <ButtonLink href={review.href} label={review.title} look="main" />
      <p class="effect">{sayOn(chrome, 'form.by-when', { within: review.answerWithin ?? '' })}</p>
    </>
  );
};

export const DecisionCard = ({ decision, chrome }: DecisionProps) => (
  <article class="card decision" aria-labelledby={`decision-${decision.id}`}>
    <div class="decision-words">
      <p class="over">
        {decision.aiSystem.name}, {dayOn(chrome, decision.decidedAt)}
      </p>
      <h3 id={`decision-${decision.id}`} class="outcome">
        {decision.what}: {decision.outcome}
      </h3>
      {decision.effect.words === null ? null : <p class="effect">{decision.effect.words}</p>}
      {decision.output === null ? null : <p>{decision.output.words}</p>}
      {decision.factors.length === 0 ? (
        <p>{sayOn(chrome, 'decision.factors.none')}</p>
      ) : (
        <FactorBars
          factors={decision.factors.slice(0, chrome.session === undefined ? undefined : MOST)}
          chrome={chrome}
        />
      )}
      {decision.factorsWords === null ? null : <p class="quiet">{decision.factorsWords}</p>}
      <Changed decision={decision} chrome={chrome} />
      {chrome.session === undefined ? (
        <More summary={sayOn(chrome, 'use.decision.data')}>
          <Inputs decision={decision} chrome={chrome} />
        </More>
      ) : (
        <p>
          <a href={decision.href}>{sayOn(chrome, 'use.decisions.all')}</a>
        </p>
      )}
    </div>
    <div class="decision-side">
      <h4>{sayOn(chrome, 'use.decision.who')}</h4>
      <Involved decision={decision} chrome={chrome} />
      <LookAgain decision={decision} chrome={chrome} />
    </div>
  </article>
);
