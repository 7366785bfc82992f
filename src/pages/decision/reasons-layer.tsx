/**
 * The second layer of a decision: up to four reasons, one thing that would have changed the result, and the way to a
 * person.
 * Flow:    decision-page.tsx → here → charts/factor-bars.tsx.
 * Promise: no score; an approximation is called one beside the reasons it is about.
 * Source:  docs/design.md 12 (chart 3); decision 0008.
 */
import type { AggregateAnswer, ExplanationAnswer, Layer2 } from '../../answers/explanation/explanation-answer.ts';
import { Involved, LookAgain } from '../ai-use/decision-card.tsx';
import { FactorBars } from '../charts/factor-bars.tsx';
import { type Chrome, sayOn } from '../chrome.ts';

interface LayerProps {
  readonly layer: Layer2;
  readonly explanation: ExplanationAnswer;
  readonly chrome: Chrome;
}

/** What counted the other way, so that nobody has to open a further layer to learn what helped them. */
export function othersOf({ layers: [, { reasons }, { factors }] }: ExplanationAnswer) {
  const [reason] = reasons;
  return reason?.direction !== 'against' ? [] : factors.filter(({ direction }) => direction === 'for').slice(0, MOST);
}
const MOST = 4;

const Reasons = ({ layer, explanation, chrome }: LayerProps) => {
  const others = othersOf(explanation);
  return (
    <div class="block">
      <h2>{layer.lead}</h2>
      <ol class="rows">
        {layer.reasons.map(({ words, note }) => (
          <li>
            {words} {note === null ? null : <span class="quiet">{note}</span>}
          </li>
        ))}
      </ol>
      {others.length === 0 ? null : (
        <>
          <h3>{sayOn(chrome, 'explanation.reasons.helped')}</h3>
          <ol class="rows">
            {others.map(({ words }) => (
              <li>{words}</li>
            ))}
          </ol>
        </>
      )}
      {layer.reasons.length === 0 ? null : <FactorBars factors={[...layer.reasons, ...others]} chrome={chrome} />}
      {layer.reasons.length === 0 ? null : <p class="quiet">{layer.words}</p>}
      {layer.method === null ? null : <p class="quiet">{layer.method}</p>}
    </div>
  );
};

const Together = ({ aggregate }: { readonly aggregate: AggregateAnswer }) => (
  <div class="block">
    <h2>{aggregate.title}</h2>
    <p>{aggregate.words}</p>
    <ul class="rows">
      {[...aggregate.outcomes, ...aggregate.factors].map(({ words }) => (
        <li>{words}</li>
      ))}
    </ul>
  </div>
);

export const ReasonsLayer = ({ layer, explanation, chrome }: LayerProps) => {
  const [{ aiRole }, , { humanInvolvement, rights }, { modelVersion }] = explanation.layers;
  const involved = {
    aiRole,
    humanInvolvement,
    modelVersion,
    decidedAt: explanation.decidedAt,
    effect: explanation.effect,
    rights,
  };
  return (
    <div class="decision">
      <div class="decision-words">
        <Reasons layer={layer} explanation={explanation} chrome={chrome} />
        <div class="block">
          <h2>{sayOn(chrome, 'explanation.counterfactual.lead')}</h2>
          <p>{layer.counterfactualWords}</p>
        </div>
        {layer.aggregate === null ? null : <Together aggregate={layer.aggregate} />}
      </div>
      <div class="decision-side">
        <h2>{sayOn(chrome, 'use.decision.who')}</h2>
        <Involved decision={involved} chrome={chrome} />
        <LookAgain decision={{ rights, effect: explanation.effect }} chrome={chrome} />
      </div>
    </div>
  );
};
