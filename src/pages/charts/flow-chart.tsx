/**
 * The flow from a person's data, through AI systems, to what these do: a drawing for wide screens, a list for phones.
 * Flow:    ai-use/flow-section.tsx → here → flow-layout.ts.
 * Promise: labels stand on the marks; every number in the drawing is also in the list and the table.
 * Source:  docs/design.md 12 (chart 1).
 */
import { type Chrome, sayOn } from '../chrome.ts';
import { type FlowBand, type FlowNode, type FlowSystem, flowLayout, labelLines, lineLengths } from './flow-layout.ts';

const WIDTH = 1060;
const DATA_X = 214;
const SYSTEM_X = 520;
const END_X = 826;
const BAR = 9;
const TOP = 44;
const LINE = 16;

const round = (value: number): number => Math.round(value * 10) / 10;

function curve({ from, to }: FlowBand): string {
  const [start, end] = [DATA_X + BAR, SYSTEM_X];
  const middle = (start + end) / 2;
  const [top, bottom] = from.map((y) => round(y + TOP));
  const [endTop, endBottom] = to.map((y) => round(y + TOP));
  return `M${start} ${top}C${middle} ${top} ${middle} ${endTop} ${end} ${endTop}V${endBottom}C${middle} ${endBottom} ${middle} ${bottom} ${start} ${bottom}Z`;
}

const middleOf = ({ y, height }: FlowNode): number => round(y + height / 2 + TOP);

interface LinesProps {
  readonly lines: readonly string[];
  readonly x: number;
  readonly look: string;
}

/** Lines under each other; what stands left of its bar ends there. */
const Lines = ({ lines, x, y, look }: LinesProps & { readonly y: number }) => (
  <>
    {lines.map((line, place) => (
      <text class={look} x={x} y={round(y + place * LINE)} {...(x < DATA_X ? { 'text-anchor': 'end' as const } : {})}>
        {line}
      </text>
    ))}
  </>
);

/** A name, of one line or two, with its count below, around the middle of its bar. */
const Label = ({ node, lines, x, look, chrome }: LinesProps & { readonly node: FlowNode; readonly chrome: Chrome }) => {
  const top = middleOf(node) - 2 - (lines.length - 1) * (LINE / 2);
  return (
    <>
      <Lines lines={lines} x={x} y={top} look={look} />
      <Lines
        lines={[sayOn(chrome, 'use.flow.times', { count: node.count })]}
        x={x}
        y={top + (lines.length - 1) * LINE + 17}
        look="flow-count"
      />
    </>
  );
};

const DataNode = ({ node, chrome }: { readonly node: FlowNode; readonly chrome: Chrome }) => (
  <>
    <rect class="flow-data" x={DATA_X} y={round(node.y + TOP)} width={BAR} height={round(node.height)} rx="2" />
    <Label
      node={node}
      lines={labelLines(node.label, lineLengths.data)}
      x={DATA_X - 12}
      look="flow-name"
      chrome={chrome}
    />
  </>
);

const SystemNode = ({
  node,
  chrome,
}: {
  readonly node: FlowNode & { readonly does: string };
  readonly chrome: Chrome;
}) => (
  <>
    <rect
      class={`band out s${node.series}`}
      x={SYSTEM_X + BAR}
      y={round(node.y + TOP)}
      width={END_X - SYSTEM_X - BAR}
      height={round(node.height)}
    />
    <rect
      class={`mark-bar s${node.series}`}
      x={SYSTEM_X}
      y={round(node.y + TOP)}
      width={BAR}
      height={round(node.height)}
      rx="2"
    />
    <rect
      class={`mark-bar s${node.series}`}
      x={END_X}
      y={round(node.y + TOP)}
      width={BAR}
      height={round(node.height)}
      rx="2"
    />
    <Label
      node={node}
      lines={labelLines(node.label, lineLengths.systems)}
      x={SYSTEM_X + BAR + 13}
      look="flow-name strong"
      chrome={chrome}
    />
    <Lines
      lines={labelLines(node.does, lineLengths.does)}
      x={END_X + BAR + 13}
      y={middleOf(node) + 5 - (labelLines(node.does, lineLengths.does).length - 1) * (LINE / 2)}
      look="flow-does"
    />
  </>
);

const describe = (chrome: Chrome, system: FlowSystem): string =>
  sayOn(chrome, 'use.flow.description', {
    system: system.name,
    count: system.uses,
    categories: system.categories
      .map(({ label, count }) => `${label} ${sayOn(chrome, 'use.flow.times', { count })}`)
      .join(', '),
  });

const Drawing = ({ chrome, systems }: { readonly chrome: Chrome; readonly systems: readonly FlowSystem[] }) => {
  const layout = flowLayout(systems, sayOn(chrome, 'use.flow.no-category'));
  return (
    <svg
      class="flow"
      viewBox={`0 0 ${WIDTH} ${Math.ceil(layout.height + TOP + 10)}`}
      role="img"
      aria-labelledby="flow-title flow-words"
    >
      <title id="flow-title">{sayOn(chrome, 'use.flow.label')}</title>
      <desc id="flow-words">{systems.map((system) => describe(chrome, system)).join(' ')}</desc>
      <text class="flow-head" x={DATA_X - 12} y="14" text-anchor="end">
        {sayOn(chrome, 'use.flow.data')}
      </text>
      <text class="flow-head" x={SYSTEM_X + BAR + 13} y="14">
        {sayOn(chrome, 'use.flow.system')}
      </text>
      <text class="flow-head" x={END_X + BAR + 13} y="14">
        {sayOn(chrome, 'use.flow.for')}
      </text>
      {layout.bands.map((band) => (
        <path class={`band s${band.series}`} d={curve(band)} />
      ))}
      {layout.systems.map((node) => (
        <SystemNode node={node} chrome={chrome} />
      ))}
      {layout.data.map((node) => (
        <DataNode node={node} chrome={chrome} />
      ))}
    </svg>
  );
};

const List = ({ chrome, systems }: { readonly chrome: Chrome; readonly systems: readonly FlowSystem[] }) => (
  <ul class="flow-list">
    {systems.map((system) => (
      <li>
        <p class="flow-list-name">
          <span class={`dot s${system.series}`} aria-hidden="true" />
          <strong>{system.name}</strong> {sayOn(chrome, 'use.flow.times', { count: system.uses })}
        </p>
        <p class="quiet">
          {system.categories
            .map(({ label, count }) => `${label} ${sayOn(chrome, 'use.flow.times', { count })}`)
            .join(', ')}
        </p>
        <p>{system.does}</p>
      </li>
    ))}
  </ul>
);

export const FlowChart = ({
  chrome,
  systems,
}: {
  readonly chrome: Chrome;
  readonly systems: readonly FlowSystem[];
}) => (
  <>
    <Drawing chrome={chrome} systems={systems} />
    <List chrome={chrome} systems={systems} />
  </>
);
