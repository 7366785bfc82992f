/**
 * "Where your data went": the flow chart with its table twin.
 * Flow:    page.tsx → here → charts/flow-chart.tsx.
 * Promise: the section is left out where nothing was used; then "Nothing recorded" says so.
 * Source:  docs/design.md 12 (chart 1).
 */
import type { SystemAnswer } from '../../answers/use/system-answer.ts';
import { FlowChart } from '../charts/flow-chart.tsx';
import type { FlowSystem } from '../charts/flow-layout.ts';
import { type Chrome, countOn, sayOn } from '../chrome.ts';
import { More, Section, WideTable } from '../controls.tsx';
import type { AnswerProps } from './answer-props.ts';
import { seriesOf } from './series.ts';

function flowOf(system: SystemAnswer, systems: readonly SystemAnswer[], none: string): FlowSystem {
  const uses = system.uses.allowed + system.uses.reported;
  const categories = system.uses.byCategory.map(({ label, count }) => ({ label, count }));
  return {
    key: system.key,
    name: system.name,
    does: system.choice.purposes[0]?.name ?? '',
    uses,
    series: seriesOf(systems, system.key),
    categories: categories.length === 0 ? [{ label: none, count: uses }] : categories,
  };
}

const Numbers = ({ systems, chrome }: { readonly systems: readonly FlowSystem[]; readonly chrome: Chrome }) => (
  <WideTable label={sayOn(chrome, 'use.flow.label')}>
    <thead>
      <tr>
        <th scope="col">{sayOn(chrome, 'use.table.system')}</th>
        <th scope="col">{sayOn(chrome, 'use.table.data')}</th>
        <th scope="col" class="number">
          {sayOn(chrome, 'use.table.count')}
        </th>
      </tr>
    </thead>
    <tbody>
      {systems.flatMap(({ name, categories }) =>
        categories.map(({ label, count }) => (
          <tr>
            <th scope="row">{name}</th>
            <td>{label}</td>
            <td class="number">{countOn(chrome, count)}</td>
          </tr>
        )),
      )}
    </tbody>
  </WideTable>
);

export const FlowSection = ({ answer, chrome }: AnswerProps) => {
  const used = answer.systems.filter(({ uses }) => uses.allowed + uses.reported > 0);
  if (used.length === 0) return null;
  const systems = used.map((system) => flowOf(system, answer.systems, sayOn(chrome, 'use.flow.no-category')));
  return (
    <Section id="flow" title={sayOn(chrome, 'use.flow.title')} note={answer.period.words}>
      <div class="card">
        <FlowChart chrome={chrome} systems={systems} />
        <div class="under-chart">
          <More summary={sayOn(chrome, 'use.table.show')}>
            <Numbers systems={systems} chrome={chrome} />
          </More>
          <p class="quiet">{sayOn(chrome, 'use.flow.note')}</p>
        </div>
      </div>
    </Section>
  );
};
