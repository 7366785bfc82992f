/**
 * The page of one automated decision: everything that was recorded when it was made, and nothing that was not.
 * Flow:    http/handlers → here → layout.
 * Promise: the person's own values, the ordered factors, the result with its scale and rule, the human part, the gaps.
 * Source:  LAW 4 level 2; GDPR 15(1)(h), 22.
 */
import type { ComponentChildren } from 'preact';
import type { DecisionAnswer } from '../answers/decision/decision-answer.ts';
import { Involved, LookAgain } from './ai-use/decision-card.tsx';
import { RightsSection } from './ai-use/rights-section.tsx';
import { FactorBars } from './charts/factor-bars.tsx';
import { type Chrome, countOn, dayOn, sayOn } from './chrome.ts';
import { Section, WideTable } from './controls.tsx';
import { pageOf } from './layout.tsx';

interface DecisionProps {
  readonly decision: DecisionAnswer;
  readonly chrome: Chrome;
}

const Inputs = ({ decision, chrome }: DecisionProps) => (
  <WideTable label={sayOn(chrome, 'use.decision.data')}>
    <thead>
      <tr>
        <th scope="col">{sayOn(chrome, 'use.decision.data')}</th>
        <th scope="col">{sayOn(chrome, 'use.decision.value')}</th>
        <th scope="col">{sayOn(chrome, 'use.decision.kind')}</th>
        <th scope="col">{sayOn(chrome, 'use.decision.source')}</th>
      </tr>
    </thead>
    <tbody>
      {decision.inputs.map(({ label, value, categoryLabel, source }) => (
        <tr>
          <th scope="row">{label}</th>
          <td>{value}</td>
          <td>{categoryLabel}</td>
          <td>{source ?? ''}</td>
        </tr>
      ))}
    </tbody>
  </WideTable>
);

const Block = ({ title, children }: { readonly title: string; readonly children: ComponentChildren }) => (
  <div class="block">
    <h2>{title}</h2>
    {children}
  </div>
);

const Why = ({ decision, chrome }: DecisionProps) => (
  <div class="decision-words">
    <Block title={sayOn(chrome, 'use.decision.result')}>
      <p>{decision.output?.words ?? sayOn(chrome, 'decision.output.none')}</p>
    </Block>
    <Block title={sayOn(chrome, 'use.decision.factors')}>
      {decision.factors.length === 0 ? <p>{sayOn(chrome, 'decision.factors.none')}</p> : <FactorBars factors={decision.factors} chrome={chrome} />}
      {decision.factorsWords === null ? null : <p class="quiet">{decision.factorsWords}</p>}
      {decision.otherFactors.length === 0 ? null : (
        <ul class="rows">
          {decision.otherFactors.map((text) => (
            <li>{text}</li>
          ))}
        </ul>
      )}
    </Block>
    <Block title={sayOn(chrome, 'letter.explanation.changed')}>
      <p>{decision.counterfactualsWords}</p>
      <ul class="rows">
        {decision.counterfactuals.map(({ words }) => (
          <li>{words}</li>
        ))}
      </ul>
    </Block>
    {decision.consequences === null && decision.significance === null ? null : (
      <Block title={sayOn(chrome, 'use.decision.consequences')}>
        <p>{[decision.significance, decision.consequences].filter((text) => text !== null).join(' ')}</p>
      </Block>
    )}
    {decision.futureUse === null ? null : (
      <Block title={sayOn(chrome, 'decision.missing.futureUse')}>
        <p>{decision.futureUse}</p>
      </Block>
    )}
  </div>
);

const Side = ({ decision, chrome }: DecisionProps) => (
  <div class="decision-side">
    <h2>{sayOn(chrome, 'use.decision.who')}</h2>
    <Involved decision={decision} chrome={chrome} />
    <LookAgain decision={decision} chrome={chrome} />
    <h2>{sayOn(chrome, 'use.decision.permission')}</h2>
    <p class="effect">{decision.covered.words}</p>
    <p class="effect">{sayOn(chrome, 'use.decision.entry', { index: countOn(chrome, decision.entry.index) })}</p>
    <p class="hash">{decision.entry.leafHash}</p>
  </div>
);

const Missing = ({ decision, chrome }: DecisionProps) =>
  decision.notRecorded.length === 0 ? null : (
    <Section id="missing" title={sayOn(chrome, 'use.decision.missing')}>
      <div class="card">
        <ul class="rows">
          {decision.notRecorded.map(({ words }) => (
            <li>{words}</li>
          ))}
        </ul>
      </div>
    </Section>
  );

const Content = ({ decision, chrome }: DecisionProps) => (
  <>
    <div class="lead single">
      <div>
        <p class="over">
          {decision.aiSystem.name}, {dayOn(chrome, decision.decidedAt)}
        </p>
        <h1>
          {decision.what}: {decision.outcome}
        </h1>
        <p class="summary">
          {decision.aiRole.words} {decision.humanInvolvement.words}
        </p>
      </div>
    </div>
    <article class="card decision">
      <Why decision={decision} chrome={chrome} />
      <Side decision={decision} chrome={chrome} />
    </article>
    <Section id="data" title={sayOn(chrome, 'use.decision.data')}>
      <div class="card">
        <Inputs decision={decision} chrome={chrome} />
      </div>
    </Section>
    <Missing decision={decision} chrome={chrome} />
    <RightsSection rights={decision.rights} chrome={chrome} />
  </>
);

export const decisionPage = (decision: DecisionAnswer, chrome: Chrome): string =>
  pageOf({
    title: decision.headline,
    chrome: { ...chrome, here: 'ai-use' },
    languageFallback: decision.languageFallback,
    children: <Content decision={decision} chrome={chrome} />,
  });
