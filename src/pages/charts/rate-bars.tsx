/**
 * Shares as rows: a name, a bar, the share in words. Readable without the drawing.
 * Flow:    console/oversight-page.tsx → here.
 * Promise: the bar repeats what the row says and is hidden from screen readers; nothing to divide by is said, not drawn
 *          as zero.
 * Source:  docs/design.md 12 (charts on a phone).
 */
interface RateBar {
  readonly name: string;
  /** From 0 to 1, or null where there is nothing to divide by. */
  readonly rate: number | null;
  readonly words: string;
}

export const RateBars = ({ bars, look = '' }: { readonly bars: readonly RateBar[]; readonly look?: 'second' | '' }) => (
  <ul class="bars">
    {bars.map(({ name, rate, words }) => (
      <li class="bar-row">
        <span>{name}</span>
        <svg viewBox="0 0 100 16" preserveAspectRatio="none" aria-hidden="true" focusable="false">
          <rect class="bar-ground" width="100" height="16" rx="2" />
          {rate === null || rate === 0 ? null : (
            <rect class={`bar-fill ${look}`} width={Math.max(0.6, rate * 100)} height="16" rx="2" />
          )}
        </svg>
        <span class="bar-value">{words}</span>
      </li>
    ))}
  </ul>
);
