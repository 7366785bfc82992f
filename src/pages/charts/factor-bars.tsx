/**
 * What counted in a decision: rows in the order of their weight, bars to the left against the person, to the right for
 * them.
 * Flow:    ai-use/decision-card.tsx, decision-page.tsx → here.
 * Promise: rows are text with a bar beside it, so that they stay readable on a phone; no score is shown.
 * Source:  docs/design.md 12 (chart 3).
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

/** Whom the words speak to: the person it is about, or somebody at work. */
type Whose = 'you' | 'person';
const sides = {
  you: { for: 'use.decision.for', against: 'use.decision.against' },
  person: { for: 'console.ai.for', against: 'console.ai.against' },
} as const;

const Row = ({
  factor,
  whose,
  chrome,
}: {
  readonly factor: FactorAnswer;
  readonly whose: Whose;
  readonly chrome: Chrome;
}) => (
  <li class="factor">
    <span class="factor-words">
      {factor.label} <span class="quiet">{factor.value}</span>
    </span>
    <span class={`factor-side ${factor.direction}`}>{sayOn(chrome, sides[whose][factor.direction])}</span>
    <Bar factor={factor} />
  </li>
);

interface FactorBarsProps {
  readonly factors: readonly FactorAnswer[];
  readonly chrome: Chrome;
  readonly whose?: Whose;
}

export const FactorBars = ({ factors, chrome, whose = 'you' }: FactorBarsProps) => (
  <div class="factors">
    <p class="factor-sides" aria-hidden="true">
      <span class="against">{sayOn(chrome, sides[whose].against)}</span>
      <span class="for">{sayOn(chrome, sides[whose].for)}</span>
    </p>
    <ol>
      {factors.map((factor) => (
        <Row factor={factor} whose={whose} chrome={chrome} />
      ))}
    </ol>
  </div>
);
