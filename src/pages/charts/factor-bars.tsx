/**
 * What counted in a decision: rows in the order of their weight, bars to the left against the person, to the right for them.
 * Flow:    ai-use/decision-card.tsx, decision-page.tsx → here.
 * Promise: rows are text with a bar beside it, so that they stay readable on a phone; no score is shown.
 * Source:  UX (chart 3; known gaps of the mocks).
 */
import type { FactorAnswer } from '../../answers/decision/decision-answer.ts';
import { type Chrome, sayOn } from '../chrome.ts';

const Bar = ({ factor }: { readonly factor: FactorAnswer }) => {
  const length = factor.strength;
  const x = factor.direction === 'for' ? 101 : 99 - length;
  return (
    <svg class="factor-bar" viewBox="0 0 200 16" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect class={factor.direction} x={x} y="1" width={length} height="14" rx="2" />
      <rect class="axis" x="99.6" y="0" width="0.8" height="16" />
    </svg>
  );
};

const Row = ({ factor, chrome }: { readonly factor: FactorAnswer; readonly chrome: Chrome }) => (
  <li class="factor">
    <span class="factor-words">
      {factor.label} <span class="quiet">{factor.value}</span>
    </span>
    <span class={`factor-side ${factor.direction}`}>{sayOn(chrome, factor.direction === 'for' ? 'use.decision.for' : 'use.decision.against')}</span>
    <Bar factor={factor} />
  </li>
);

export const FactorBars = ({ factors, chrome }: { readonly factors: readonly FactorAnswer[]; readonly chrome: Chrome }) => (
  <div class="factors">
    <p class="factor-sides" aria-hidden="true">
      <span class="against">{sayOn(chrome, 'use.decision.against')}</span>
      <span class="for">{sayOn(chrome, 'use.decision.for')}</span>
    </p>
    <ol>
      {factors.map((factor) => (
        <Row factor={factor} chrome={chrome} />
      ))}
    </ol>
  </div>
);
