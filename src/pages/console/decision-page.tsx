/**
 * One automated decision for whoever helps the person: what they are told, why, and what would have changed it.
 * Flow:    http/handlers/console/desk.ts → here → frame.tsx.
 * Promise: the same explanation that the person gets; the record with its proof stays one call away in the API.
 * Source:  docs/law.md 4; docs/design.md 12 (support).
 */
import type { ExplanationAnswer } from '../../answers/explanation/explanation-answer.ts';
import { FactorBars } from '../charts/factor-bars.tsx';
import { dayOn, sayOn } from '../chrome.ts';
import { WideTable } from '../controls.tsx';
import { othersOf } from '../decision/reasons-layer.tsx';
import { type ConsoleChrome, consolePageOf } from './frame.tsx';
import { Aside, Facts, Panel } from './parts.tsx';

interface Props {
  readonly explanation: ExplanationAnswer;
  readonly chrome: ConsoleChrome;
}

const Reasons = ({ explanation, chrome }: Props) => {
  const [, second] = explanation.layers;
  const others = othersOf(explanation);
  return (
    <Panel
      id="reasons"
      title={sayOn(chrome, 'console.decision.reasons')}
      note={sayOn(chrome, 'console.desk.their-words')}
    >
      {second.reasons.length === 0 ? (
        <p>{second.lead}</p>
      ) : (
        <FactorBars factors={[...second.reasons, ...others]} chrome={chrome} whose="person" />
      )}
      <ul class="rows">
        {second.reasons.map(({ words, note }) => (
          <li>
            {words} {note === null ? null : <span class="quiet">{note}</span>}
          </li>
        ))}
      </ul>
      {others.length === 0 ? null : (
        <>
          <h3>{sayOn(chrome, 'explanation.reasons.helped')}</h3>
          <ul class="rows">
            {others.map(({ words }) => (
              <li>{words}</li>
            ))}
          </ul>
        </>
      )}
      <p>{second.counterfactualWords}</p>
      {second.method === null ? null : <p class="quiet">{second.method}</p>}
    </Panel>
  );
};

const Data = ({ explanation: { layers }, chrome }: Props) => (
  <Panel id="data" title={sayOn(chrome, 'use.decision.data')}>
    <WideTable label={sayOn(chrome, 'use.decision.data')}>
      <thead>
        <tr>
          <th scope="col">{sayOn(chrome, 'console.evidence.data')}</th>
          <th scope="col">{sayOn(chrome, 'console.evidence.used')}</th>
          <th scope="col">{sayOn(chrome, 'use.decision.source')}</th>
        </tr>
      </thead>
      <tbody>
        {layers[2].dataUsed.map(({ label, value, source, categoryLabel }) => (
          <tr>
            <th scope="row">{label}</th>
            <td>{value}</td>
            <td>{source ?? categoryLabel}</td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  </Panel>
);

const About = ({ explanation, chrome }: Props) => {
  const [first, , third, fourth] = explanation.layers;
  return (
    <Panel id="about" title={sayOn(chrome, 'console.review.about')}>
      <Facts
        facts={[
          [sayOn(chrome, 'console.column.system'), explanation.aiSystem.name],
          [sayOn(chrome, 'console.decision.day'), dayOn(chrome, explanation.decidedAt)],
          [sayOn(chrome, 'console.decision.role'), first.aiRole.words],
          [sayOn(chrome, 'use.decision.person'), third.humanInvolvement.words],
          [sayOn(chrome, 'use.decision.permission'), fourth.permission.words],
          ...(explanation.effect.words === null
            ? []
            : ([[sayOn(chrome, 'console.column.state'), explanation.effect.words]] as const)),
          [sayOn(chrome, 'console.number'), <span class="hash">{explanation.id}</span>],
        ]}
      />
      <Aside chrome={chrome} words={sayOn(chrome, 'console.look.recorded')} />
    </Panel>
  );
};

export const consoleDecisionPage = (explanation: ExplanationAnswer, chrome: ConsoleChrome): string => {
  const [{ what, outcome, sentence }] = explanation.layers;
  return consolePageOf({
    title: sayOn(chrome, 'explanation.title', { what, outcome }),
    lead: sentence,
    chrome: { ...chrome, area: 'desk' },
    back: { href: '/console/desk', label: sayOn(chrome, 'console.desk.title') },
    children: (
      <div class="two">
        <div>
          <Reasons explanation={explanation} chrome={chrome} />
          <Data explanation={explanation} chrome={chrome} />
        </div>
        <div>
          <About explanation={explanation} chrome={chrome} />
        </div>
      </div>
    ),
  });
};
