/**
 * Twelve small bars: how often one AI system used the person's data in each month, the newest one solid.
 * Flow:    ai-use/system-card.tsx → here.
 * Promise: heights are shares of the highest month of all systems on the page, so that a higher bar is more uses; the
 *          numbers stand in the table twin.
 * Source:  docs/design.md 12 (chart 2).
 */
import { monthWords, shortMonth } from '../../language/dates.ts';
import { type Chrome, sayOn } from '../chrome.ts';

interface MonthBar {
  readonly month: string;
  readonly count: number;
}

const STEP = 18;
const BAR = 13;
const HEIGHT = 36;

interface MonthBarsProps {
  readonly chrome: Chrome;
  readonly bars: readonly MonthBar[];
  /** Uses in the highest month of all systems that are shown beside each other. */
  readonly highest: number;
  readonly system: { readonly key: string; readonly name: string; readonly series: number };
}

function describe({ chrome, bars }: MonthBarsProps): string {
  const total = bars.reduce((sum, { count }) => sum + count, 0);
  const most = bars.reduce(
    (highest, bar) => (bar.count > highest.count ? bar : highest),
    bars[0] ?? { month: '2000-01', count: 0 },
  );
  return sayOn(chrome, 'use.system.bars-description', {
    total,
    most: monthWords(chrome.language, most.month),
    count: most.count,
  });
}

export const MonthBars = (props: MonthBarsProps) => {
  const { chrome, bars, system, highest } = props;
  const [first, last] = [bars[0]?.month ?? '2000-01', bars.at(-1)?.month ?? '2000-01'];
  const id = `months-${system.key}`;
  const title = sayOn(chrome, 'use.system.bars', {
    system: system.name,
    from: monthWords(chrome.language, first),
    to: monthWords(chrome.language, last),
  });
  return (
    <div class="months">
      <svg
        viewBox={`0 0 ${bars.length * STEP - (STEP - BAR)} ${HEIGHT + 1}`}
        width={bars.length * STEP - (STEP - BAR)}
        height={HEIGHT + 1}
        role="img"
        aria-labelledby={`${id}-title ${id}-words`}
      >
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-words`}>{describe(props)}</desc>
        {bars.map(({ count }, place) => {
          const height = count === 0 ? 0 : Math.max(3, (count / highest) * HEIGHT);
          const solid = place === bars.length - 1 ? ' solid' : '';
          return (
            <rect
              class={`month s${system.series}${solid}`}
              x={place * STEP}
              y={Math.round((HEIGHT - height) * 10) / 10}
              width={BAR}
              height={Math.round(height * 10) / 10}
              rx="1.5"
            />
          );
        })}
        <rect class="ground" x="0" y={HEIGHT} width={bars.length * STEP - (STEP - BAR)} height="1" />
      </svg>
      <p class="months-ends" aria-hidden="true">
        <span>{shortMonth(chrome.language, first)}</span>
        <span>{shortMonth(chrome.language, last)}</span>
      </p>
    </div>
  );
};
