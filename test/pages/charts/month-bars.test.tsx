import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { MonthBars } from '../../../src/pages/charts/month-bars.tsx';
import { outside } from '../../given/pages.ts';

const heightOf = (count: number, highest: number): number => {
  const bars = [{ month: '2026-11', count }];
  const system = { key: 'checks', name: 'Checks', series: 1 };
  const drawn = renderToString(<MonthBars chrome={outside} bars={bars} highest={highest} system={system} />);
  return Number(/class="month[^>]* height="([\d.]+)"/.exec(drawn)?.[1]);
};

describe('the bars of months', () => {
  it('of systems beside each other are drawn to one scale, so that more uses are never the lower bar', () => {
    expect(heightOf(119, 119)).toBeGreaterThan(30);
    expect(heightOf(2, 119)).toBeLessThan(5);
    expect(heightOf(60, 119)).toBeLessThan(heightOf(119, 119));
  });

  it('show one use among thousands, too', () => expect(heightOf(1, 5000)).toBeGreaterThanOrEqual(3));
});
