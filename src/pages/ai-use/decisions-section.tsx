/**
 * The decisions on the AI-use page: the newest in full, earlier ones as rows.
 * Flow:    page.tsx → here → decision-card.tsx.
 * Promise: where no decision is on record the section says so in words.
 * Source:  docs/design.md 12 (your latest decision); docs/law.md 4 level 2.
 */
import type { DecisionAnswer } from '../../answers/decision/decision-answer.ts';
import { type Chrome, dayOn, sayOn } from '../chrome.ts';
import { Section } from '../controls.tsx';
import type { AnswerProps } from './answer-props.ts';
import { DecisionCard } from './decision-card.tsx';

const Earlier = ({ decisions, chrome }: { readonly decisions: readonly DecisionAnswer[]; readonly chrome: Chrome }) =>
  decisions.length === 0 ? null : (
    <div class="card">
      <h3>{sayOn(chrome, 'use.decisions.older')}</h3>
      <ul class="rows">
        {decisions.map((decision) => (
          <li>
            {chrome.session === undefined ? decision.what : <a href={decision.href}>{decision.what}</a>}:{' '}
            {decision.outcome}.{' '}
            <span class="quiet">
              {dayOn(chrome, decision.decidedAt)}, {decision.aiSystem.name}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );

export const DecisionsSection = ({ answer, chrome }: AnswerProps) => {
  const [newest, ...earlier] = answer.automatedDecisions;
  if (newest === undefined) {
    return (
      <Section id="decisions" title={sayOn(chrome, 'use.decisions.title')}>
        <div class="card">
          <p>{answer.automatedDecisionsWords}</p>
        </div>
      </Section>
    );
  }
  return (
    <Section id="decisions" title={sayOn(chrome, 'use.decisions.newest')} note={answer.automatedDecisionsWords}>
      <DecisionCard decision={newest} chrome={chrome} />
      <Earlier decisions={earlier} chrome={chrome} />
    </Section>
  );
};
