/**
 * The data that a decision about the person was made from, with their own values.
 * Flow:    decision-card.tsx, decision-page.tsx → here.
 * Promise: every value as it was recorded, none left out.
 * Source:  docs/law.md 4 level 2 (inputs).
 */
import type { DecisionAnswer } from '../../answers/decision/decision-answer.ts';
import { type Chrome, sayOn } from '../chrome.ts';
import { WideTable } from '../controls.tsx';

export const Inputs = ({ decision, chrome }: { readonly decision: DecisionAnswer; readonly chrome: Chrome }) => (
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
