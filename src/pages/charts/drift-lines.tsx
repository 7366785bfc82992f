/**
 * Two shares by month as lines: one solid, one dashed, with points, so that they are told apart without colour.
 * Flow:    console/oversight-page.tsx → here.
 * Promise: a month without anything to divide by leaves a gap; the numbers stand in the table twin.
 * Source:  docs/design.md 12 (chart 4); WCAG 1.4.1.
 */
import { monthWords, shortMonth } from '../../language/dates.ts';
import { type Chrome, sayOn } from '../chrome.ts';

interface DriftMonth {
  readonly month: string;
  readonly first: number | null;
  readonly second: number | null;
}

interface DriftProps {
  readonly chrome: Chrome;
  readonly id: string;
  readonly title: string;
  readonly months: readonly DriftMonth[];
}

const namesOn = (chrome: Chrome) => ({
  first: sayOn(chrome, 'console.drift.refused'),
  second: sayOn(chrome, 'console.drift.adverse'),
});

/** One for a desk, one for a phone, where letters of the first would be too small; the style sheet shows one. */
const widths = { wide: 880, narrow: 300 } as const;
type Frame = keyof typeof widths;

const HEIGHT = 150;
const LEFT = 40;
const TOP = 8;
const BOTTOM = 24;

const y = (rate: number): number => Math.round((TOP + (1 - rate) * (HEIGHT - TOP - BOTTOM)) * 10) / 10;

function xOf(place: number, { count, frame }: { readonly count: number; readonly frame: Frame }): number {
  const step = (widths[frame] - LEFT - 34) / Math.max(1, count - 1);
  return Math.round((LEFT + 10 + place * step) * 10) / 10;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The points that are there, in stretches without a gap. */
function stretches(rates: readonly (number | null)[], frame: Frame): readonly (readonly Point[])[] {
  const found: Point[][] = [[]];
  for (const [place, rate] of rates.entries()) {
    if (rate === null) found.push([]);
    else found.at(-1)?.push({ x: xOf(place, { count: rates.length, frame }), y: y(rate) });
  }
  return found.filter((stretch) => stretch.length > 0);
}

interface LineProps {
  readonly rates: readonly (number | null)[];
  readonly look: 'first' | 'second';
  readonly frame: Frame;
}

const Line = ({ rates, look, frame }: LineProps) => (
  <>
    {stretches(rates, frame).map((points) => (
      <>
        <polyline class={`line ${look}`} points={points.map((point) => `${point.x},${point.y}`).join(' ')} />
        {points.map((point) =>
          look === 'first' ? (
            <circle class={`point ${look}`} cx={point.x} cy={point.y} r="3.4" />
          ) : (
            <rect class={`point ${look}`} x={point.x - 3} y={point.y - 3} width="6" height="6" />
          ),
        )}
      </>
    ))}
  </>
);

/** Which line is which, once for all drawings of a page. */
export const DriftLegend = ({ chrome }: { readonly chrome: Chrome }) => (
  <p class="legend">
    {(['first', 'second'] as const).map((look) => (
      <span class="drift-name">
        <svg viewBox="0 0 26 10" aria-hidden="true" focusable="false">
          <polyline class={`line ${look}`} points="1,5 25,5" />
        </svg>
        {namesOn(chrome)[look]}
      </span>
    ))}
  </p>
);

/** Names stand apart: every other month on a desk, every fourth on a phone, the newest always. */
const isNamed = (place: number, { count, frame }: { readonly count: number; readonly frame: Frame }): boolean => {
  const every = count <= 7 ? 1 : 2;
  return (count - 1 - place) % (frame === 'wide' ? every : every * 2) === 0;
};

const Picture = ({ chrome, id, title, months, frame }: DriftProps & { readonly frame: Frame }) => {
  const names = namesOn(chrome);
  const [first, last] = [months[0]?.month ?? '2000-01', months.at(-1)?.month ?? '2000-01'];
  const span = { from: monthWords(chrome.language, first), to: monthWords(chrome.language, last) };
  const place = { count: months.length, frame };
  const [titleId, wordsId] = [`${id}-${frame}-title`, `${id}-${frame}-words`];
  return (
    <svg
      class={`drift ${frame}`}
      viewBox={`0 0 ${widths[frame]} ${HEIGHT}`}
      role="img"
      aria-labelledby={`${titleId} ${wordsId}`}
    >
      <title id={titleId}>{title}</title>
      <desc id={wordsId}>
        {sayOn(chrome, 'console.drift.description', { first: names.first, second: names.second, ...span })}
      </desc>
      {[0, 0.5, 1].map((rate) => (
        <>
          <line class="grid" x1={LEFT} x2={widths[frame]} y1={y(rate)} y2={y(rate)} />
          <text x={LEFT - 8} y={y(rate) + 4} text-anchor="end">
            {sayOn(chrome, 'console.rate', { percent: rate * 100 })}
          </text>
        </>
      ))}
      {months.map(({ month }, at) =>
        isNamed(at, place) ? (
          <text x={xOf(at, place)} y={HEIGHT - 6} text-anchor="middle">
            {shortMonth(chrome.language, month)}
          </text>
        ) : null,
      )}
      <Line rates={months.map((month) => month.second)} look="second" frame={frame} />
      <Line rates={months.map((month) => month.first)} look="first" frame={frame} />
    </svg>
  );
};

export const DriftLines = (props: DriftProps) => (
  <>
    <Picture {...props} frame="wide" />
    <Picture {...props} frame="narrow" />
  </>
);
