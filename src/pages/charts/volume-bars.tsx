/**
 * How much was recorded when, as stacked bars with numbered lines where something was published or stopped.
 * Flow:    console/audit-chart.tsx → here.
 * Promise: heights are counts on one scale; the numbers stand in the table twin, and the lines in the list below.
 * Source:  docs/design.md 12 (chart 4); WCAG 1.4.1.
 */
import type { BarWidth, VolumeBar } from '../../answers/ledger/bars.ts';
import { hourWords, shortDayWords, shortMonth } from '../../language/dates.ts';
import { type Chrome, countOn, sayOn } from '../chrome.ts';

/** From the ground upwards. */
export const volumeSeries = ['allowed', 'other', 'reported', 'refused'] as const;

interface VolumeProps {
  readonly chrome: Chrome;
  readonly title: string;
  readonly description: string;
  readonly bars: readonly VolumeBar[];
  readonly width: BarWidth;
  /** Moments of the numbered lines, in order. */
  readonly marks: readonly number[];
}

/** One for a desk, one for a phone; the style sheet shows one. */
const frames = {
  wide: { width: 900, height: 236, labels: 9 },
  narrow: { width: 320, height: 210, labels: 4 },
} as const;
type Frame = keyof typeof frames;

const LEFT = 56;
const RIGHT = 6;
const TOP = 30;
const BOTTOM = 34;

const round = (value: number): number => Math.round(value * 10) / 10;
const sumOf = (bar: VolumeBar): number => volumeSeries.reduce((sum, series) => sum + bar[series], 0);

/** The step of the grid: one, two or five of a power of ten, so that there are at most four. */
function stepFor(most: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, most / 4)));
  return [1, 2, 5, 10].map((each) => each * power).find((step) => step * 4 >= most) ?? most;
}

interface Scale {
  readonly frame: Frame;
  readonly step: number;
  readonly top: number;
  readonly slot: number;
  x(place: number): number;
  y(count: number): number;
}

function scaleOf(bars: readonly VolumeBar[], frame: Frame): Scale {
  const { width, height } = frames[frame];
  const most = Math.max(1, ...bars.map(sumOf));
  const step = stepFor(most);
  const top = Math.ceil(most / step) * step;
  const slot = (width - LEFT - RIGHT) / Math.max(1, bars.length);
  return {
    frame,
    step,
    top,
    slot,
    x: (place) => round(LEFT + place * slot),
    y: (count) => round(TOP + (1 - count / top) * (height - TOP - BOTTOM)),
  };
}

const Grid = ({ scale, chrome }: { readonly scale: Scale; readonly chrome: Chrome }) => (
  <>
    {Array.from({ length: Math.round(scale.top / scale.step) + 1 }, (_, at) => at * scale.step).map((count) => (
      <>
        <line class="grid" x1={LEFT} x2={frames[scale.frame].width - RIGHT} y1={scale.y(count)} y2={scale.y(count)} />
        <text x={LEFT - 8} y={scale.y(count) + 4} text-anchor="end">
          {countOn(chrome, count)}
        </text>
      </>
    ))}
  </>
);

const Bar = ({ bar, place, scale }: { readonly bar: VolumeBar; readonly place: number; readonly scale: Scale }) => {
  const gap = Math.min(3, scale.slot * 0.22);
  const size = { x: round(scale.x(place) + gap / 2), width: round(Math.min(56, scale.slot - gap)) };
  let below = 0;
  return (
    <>
      {volumeSeries.map((series) => {
        const count = bar[series];
        if (count === 0) return null;
        const [bottom, top] = [scale.y(below), scale.y(below + count)];
        below += count;
        // Neighbours keep a thin line of ground between them, and a single entry can still be seen.
        return (
          <rect
            class={`v-${series}`}
            {...size}
            y={round(Math.min(top, bottom - 1.5))}
            height={round(Math.max(1.5, bottom - top - (below > count ? 0.8 : 0)))}
          />
        );
      })}
      {bar.erasures === 0 ? null : (
        <path class="v-erasure" d={erasureTick(size.x + size.width / 2, frames[scale.frame].height - BOTTOM + 3)} />
      )}
    </>
  );
};

const erasureTick = (x: number, y: number): string =>
  [-4, -1, 2].map((left) => `M${round(x + left)} ${y + 6}l3 -6`).join('');

function labelOf(bar: VolumeBar, width: BarWidth, chrome: Chrome): string {
  if (width === 'hour') return hourWords(chrome.language, bar.from, chrome.timeZone);
  if (width === 'month') return shortMonth(chrome.language, new Date(bar.from + 43_200_000).toISOString().slice(0, 7));
  return shortDayWords(chrome.language, bar.from, chrome.timeZone);
}

/** Names stand apart, and where a day holds several bars only its first has one. */
function namesOf({ bars, width, chrome }: VolumeProps, { frame }: Scale): readonly { at: number; words: string }[] {
  const named = bars.map((bar, at) => ({ at, words: labelOf(bar, width, chrome) }));
  const first = named.filter(({ words }, at) => words !== named[at - 1]?.words);
  const every = Math.ceil(first.length / frames[frame].labels);
  return first.filter((_, at) => at % every === 0);
}

const Names = ({ props, scale }: { readonly props: VolumeProps; readonly scale: Scale }) => (
  <>
    {namesOf(props, scale).map(({ at, words }) => (
      <text
        x={round(scale.x(at) + Math.min(28, scale.slot / 2))}
        y={frames[scale.frame].height - 6}
        text-anchor={at === 0 ? 'start' : 'middle'}
      >
        {words}
      </text>
    ))}
  </>
);

/** Lines that would lie on each other share one, with both numbers. */
function linesOf({ bars, marks }: VolumeProps, scale: Scale): readonly { x: number; from: number; to: number }[] {
  const [first, last] = [bars[0]?.from ?? 0, bars.at(-1)?.to ?? 1];
  const span = scale.slot * bars.length;
  const lines: { x: number; from: number; to: number }[] = [];
  for (const [at, moment] of marks.entries()) {
    const x = round(LEFT + (span * (moment - first)) / Math.max(1, last - first));
    const before = lines.at(-1);
    if (before !== undefined && x - before.x < 26) before.to = at + 1;
    else lines.push({ x, from: at + 1, to: at + 1 });
  }
  return lines;
}

const Lines = ({ props, scale }: { readonly props: VolumeProps; readonly scale: Scale }) => {
  const { height, width } = frames[scale.frame];
  return (
    <>
      {linesOf(props, scale).map(({ x, from, to }) => (
        <>
          <line class="v-mark" x1={x} x2={x} y1={20} y2={height - BOTTOM} />
          <text class="v-mark-number" x={Math.min(width - 12, x)} y={14} text-anchor="middle">
            {from === to ? from : `${from}–${to}`}
          </text>
        </>
      ))}
    </>
  );
};

/** The most refused ones are named above the bars around them. */
const Peak = ({ props, scale }: { readonly props: VolumeProps; readonly scale: Scale }) => {
  const { bars, chrome } = props;
  const most = Math.max(0, ...bars.map(({ refused }) => refused));
  const at = bars.findIndex(({ refused }) => refused === most);
  if (most === 0 || bars.length < 2) return null;
  const reach = Math.ceil(36 / scale.slot);
  const around = bars.slice(Math.max(0, at - reach), at + reach + 1);
  const middle = scale.x(at) + scale.slot / 2;
  return (
    <text
      class="v-peak"
      x={round(Math.min(frames[scale.frame].width - 40, Math.max(LEFT + 36, middle)))}
      y={round(Math.max(TOP + 8, scale.y(Math.max(...around.map(sumOf))) - 6))}
      text-anchor="middle"
    >
      {sayOn(chrome, 'console.audit.chart.peak', { number: countOn(chrome, most) })}
    </text>
  );
};

const Picture = ({ frame, ...props }: VolumeProps & { readonly frame: Frame }) => {
  const scale = scaleOf(props.bars, frame);
  const { width, height } = frames[frame];
  const [titleId, wordsId] = [`volume-${frame}-title`, `volume-${frame}-words`];
  return (
    <svg
      class={`volume ${frame}`}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-labelledby={`${titleId} ${wordsId}`}
    >
      <title id={titleId}>{props.title}</title>
      <desc id={wordsId}>{props.description}</desc>
      <Grid scale={scale} chrome={props.chrome} />
      <Lines props={props} scale={scale} />
      {props.bars.map((bar, place) => (
        <Bar bar={bar} place={place} scale={scale} />
      ))}
      <Names props={props} scale={scale} />
      <Peak props={props} scale={scale} />
    </svg>
  );
};

export const VolumeBars = (props: VolumeProps) => (
  <>
    <Picture {...props} frame="wide" />
    <Picture {...props} frame="narrow" />
  </>
);
