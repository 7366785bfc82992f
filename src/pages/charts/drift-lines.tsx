/**
 * Two shares by month as lines: one solid, one dashed, with points, so that they are told apart without colour.
 * Flow:    console/oversight-page.tsx → here.
 * Promise: a month without anything to divide by leaves a gap; the numbers stand in the table twin.
 * Source:  docs/design.md 12 (chart 4); WCAG 1.4.1.
 */
import { monthWords, shortMonth } from '../../language/dates.ts';
import { type Chrome, sayOn } from '../chrome.ts';
import { scrolls } from '../controls.tsx';

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

const WIDTH = 880;
const HEIGHT = 150;
const LEFT = 40;
const TOP = 8;
const BOTTOM = 24;

const y = (rate: number): number => Math.round((TOP + (1 - rate) * (HEIGHT - TOP - BOTTOM)) * 10) / 10;

function xOf(place: number, count: number): number {
  const step = (WIDTH - LEFT - 34) / Math.max(1, count - 1);
  return Math.round((LEFT + 10 + place * step) * 10) / 10;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The points that are there, in stretches without a gap. */
function stretches(rates: readonly (number | null)[]): readonly (readonly Point[])[] {
  const found: Point[][] = [[]];
  for (const [place, rate] of rates.entries()) {
    if (rate === null) found.push([]);
    else found.at(-1)?.push({ x: xOf(place, rates.length), y: y(rate) });
  }
  return found.filter((stretch) => stretch.length > 0);
}

const Line = ({ rates, look }: { readonly rates: readonly (number | null)[]; readonly look: 'first' | 'second' }) => (
  <>
    {stretches(rates).map((points) => (
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

/** On a narrow picture only every other month is named. */
const isNamed = (place: number, count: number): boolean => count <= 7 || (count - 1 - place) % 2 === 0;

export const DriftLines = ({ chrome, id, title, months }: DriftProps) => {
  const names = namesOn(chrome);
  const [first, last] = [months[0]?.month ?? '2000-01', months.at(-1)?.month ?? '2000-01'];
  const span = { from: monthWords(chrome.language, first), to: monthWords(chrome.language, last) };
  const group = { role: 'group', 'aria-label': title, ...scrolls } as const;
  return (
    <div class="drift-scroll" {...group}>
      <svg class="drift" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-labelledby={`${id}-title ${id}-words`}>
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-words`}>
          {sayOn(chrome, 'console.drift.description', { first: names.first, second: names.second, ...span })}
        </desc>
        {[0, 0.5, 1].map((rate) => (
          <>
            <line class="grid" x1={LEFT} x2={WIDTH} y1={y(rate)} y2={y(rate)} />
            <text x={LEFT - 8} y={y(rate) + 4} text-anchor="end">
              {sayOn(chrome, 'console.rate', { percent: rate * 100 })}
            </text>
          </>
        ))}
        {months.map(({ month }, place) =>
          isNamed(place, months.length) ? (
            <text x={xOf(place, months.length)} y={HEIGHT - 6} text-anchor="middle">
              {shortMonth(chrome.language, month)}
            </text>
          ) : null,
        )}
        <Line rates={months.map((month) => month.second)} look="second" />
        <Line rates={months.map((month) => month.first)} look="first" />
      </svg>
    </div>
  );
};
