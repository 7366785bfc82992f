/**
 * The panel of volume over time: drawing, legend, what happened meanwhile, and the same numbers as a table.
 * Flow:    audit-page.tsx → here → charts/volume-bars.tsx.
 * Promise: every number of the drawing stands in the table; a bar leads to the entries of its time.
 * Source:  docs/design.md 12 (chart 4).
 */
import type { AuditChart, AuditFilters, AuditPlace } from '../../answers/ledger/audit.ts';
import type { VolumeBar } from '../../answers/ledger/bars.ts';
import { calendarDay } from '../../language/dates.ts';
import { VolumeBars, volumeSeries } from '../charts/volume-bars.tsx';
import { countOn, dayOn, sayOn, timeOn } from '../chrome.ts';
import { ButtonLink, More, WideTable } from '../controls.tsx';
import { auditHref, entryHref } from './audit-links.ts';
import type { ConsoleChrome } from './frame.tsx';
import { Filters, Nothing } from './parts.tsx';

interface ChartProps {
  readonly chart: AuditChart;
  readonly filters: AuditFilters;
  readonly place: AuditPlace;
  /** The calendar day it is now. */
  readonly today: string;
  readonly chrome: ConsoleChrome;
}

const iso = (instant: number): string => new Date(instant).toISOString();
const isByHours = ({ width }: AuditChart): boolean => width === 'hour' || width === 'hours';
const sumOf = (bar: VolumeBar): number => volumeSeries.reduce((sum, series) => sum + bar[series], 0);

const isEmpty = ({ bars }: AuditChart): boolean => bars.every((bar) => sumOf(bar) === 0);

const beginOf = (bar: VolumeBar, { chart, chrome }: ChartProps): string =>
  isByHours(chart) ? timeOn(chrome, iso(bar.from)) : dayOn(chrome, iso(bar.from));

/** Days are filtered by; within a day the list begins at the end of the bar. */
function hrefOf(bar: VolumeBar, { chart, filters, chrome }: ChartProps): string {
  if (isByHours(chart)) return auditHref(filters, { until: iso(bar.to) });
  const [from, to] = [bar.from, bar.to - 1].map((each) => calendarDay(each, chrome.timeZone));
  return auditHref({ ...filters, from: from ?? '', to: to ?? '' });
}

const Table = (props: ChartProps) => {
  const { chart, chrome } = props;
  const shown = chart.bars.filter((bar) => sumOf(bar) > 0).toReversed();
  return (
    <WideTable label={sayOn(chrome, 'console.audit.chart.title')} look="stack-table">
      <thead>
        <tr>
          <th scope="col">{sayOn(chrome, 'console.audit.chart.begins')}</th>
          {volumeSeries.map((series) => (
            <th scope="col" class="number">
              {sayOn(chrome, `console.audit.series.${series}`)}
            </th>
          ))}
          <th scope="col" class="number">
            {sayOn(chrome, 'console.audit.series.total')}
          </th>
        </tr>
      </thead>
      <tbody>
        {shown.map((bar) => (
          <tr>
            <th scope="row">
              <a href={hrefOf(bar, props)}>{beginOf(bar, props)}</a>
            </th>
            {volumeSeries.map((series) => (
              <td class="number" data-name={sayOn(chrome, `console.audit.series.${series}`)}>
                {countOn(chrome, bar[series])}
              </td>
            ))}
            <td class="number" data-name={sayOn(chrome, 'console.audit.series.total')}>
              {countOn(chrome, sumOf(bar))}
            </td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
};

const Legend = ({ chart, chrome }: ChartProps) => (
  <ul class="volume-legend">
    {volumeSeries.map((series) => {
      const count = chart.bars.reduce((sum, bar) => sum + bar[series], 0);
      return count === 0 ? null : (
        <li>
          <svg viewBox="0 0 12 12" aria-hidden="true" focusable="false">
            <rect class={`v-${series}`} width="12" height="12" rx="3" />
          </svg>
          {sayOn(chrome, `console.audit.series.${series}`)} <strong>{countOn(chrome, count)}</strong>
        </li>
      );
    })}
  </ul>
);

const Marks = ({ chart, filters, chrome }: ChartProps) => {
  const erasures = chart.bars.reduce((sum, bar) => sum + bar.erasures, 0);
  if (chart.marks.length === 0 && erasures === 0) return null;
  return (
    <More summary={sayOn(chrome, 'console.audit.marks')}>
      <ol class="volume-marks">
        {chart.marks.map((mark) => (
          <li>
            <a href={entryHref(mark, { filters, place: {} })}>
              {mark.words}
              {mark.name === null ? null : `: ${mark.name}`}
            </a>{' '}
            <span class="hint">{timeOn(chrome, mark.at)}</span>
          </li>
        ))}
      </ol>
      {erasures === 0 ? null : <p>{sayOn(chrome, 'console.audit.marks.erasures', { count: erasures })}</p>}
    </More>
  );
};

function describe({ chart, ...props }: ChartProps): string {
  const [first] = chart.bars;
  if (first === undefined) return '';
  const peak = chart.bars.reduce((most, bar) => (sumOf(bar) > sumOf(most) ? bar : most), first);
  return sayOn(props.chrome, 'console.audit.chart.description', {
    total: chart.bars.reduce((sum, bar) => sum + sumOf(bar), 0),
    most: countOn(props.chrome, sumOf(peak)),
    peak: beginOf(peak, { chart, ...props }),
  });
}

/** Spans by one press; each keeps the other filters. */
const Spans = ({ filters, today, chrome }: ChartProps) => {
  const before = (days: number): string => calendarDay(Date.parse(`${today}T12:00:00.000Z`) - days * 86_400_000, 'UTC');
  const { from: _from, to: _to, ...rest } = filters;
  const links = [
    { days: 1, from: today },
    { days: 7, from: before(6) },
    { days: 90, from: before(89) },
  ];
  return (
    <Filters
      label={sayOn(chrome, 'console.filter.time')}
      links={[
        {
          href: auditHref(rest),
          label: sayOn(chrome, 'console.audit.span.usual'),
          on: filters.from === undefined && filters.to === undefined,
        },
        ...links.map(({ days, from }) => ({
          href: auditHref({ ...rest, from }),
          label: sayOn(chrome, 'console.audit.span.days', { days }),
          on: filters.from === from && filters.to === undefined,
        })),
        {
          href: auditHref({ ...rest, from: before(364) }),
          label: sayOn(chrome, 'console.audit.span.year'),
          on: filters.from === before(364) && filters.to === undefined,
        },
      ]}
    />
  );
};

/** What takes long to count is not waited for: the page says so, and the next one has it. */
const Counting = ({ filters, place, chrome }: ChartProps) => (
  <div class="one-button">
    <p>{sayOn(chrome, 'console.audit.chart.counting')}</p>
    <ButtonLink href={auditHref(filters, place)} label={sayOn(chrome, 'console.audit.chart.draw')} />
  </div>
);

const Drawing = ({ title, ...props }: ChartProps & { readonly title: string }) => {
  const { chart, chrome } = props;
  if (chart.total === null) return <Counting {...props} />;
  if (isEmpty(chart)) return <Nothing words={sayOn(chrome, 'console.audit.chart.none')} />;
  return (
    <>
      <Legend {...props} />
      <VolumeBars
        chrome={chrome}
        title={title}
        description={describe(props)}
        bars={chart.bars}
        width={chart.width}
        marks={chart.marks.map(({ at }) => Date.parse(at))}
      />
    </>
  );
};

export const AuditVolume = (props: ChartProps) => {
  const { chart, filters, chrome } = props;
  const span = sayOn(chrome, 'console.audit.chart.span', {
    from: dayOn(chrome, iso(chart.from)),
    to: dayOn(chrome, iso(Math.max(chart.from, chart.to - 1))),
  });
  return (
    <section class="panel volume-panel" aria-labelledby="volume">
      <div class="panel-head">
        <h2 id="volume">{sayOn(chrome, 'console.audit.chart.title')}</h2>
        <p>
          {span}, {sayOn(chrome, 'console.audit.chart.width', { width: chart.width })}
        </p>
      </div>
      <Spans {...props} />
      <Drawing {...props} title={`${sayOn(chrome, 'console.audit.chart.title')}, ${span}`} />
      {filters.actor === undefined ? null : <p class="hint">{sayOn(chrome, 'console.audit.chart.not-by-actor')}</p>}
      <div class="volume-more">
        <Marks {...props} />
        {isEmpty(chart) ? null : (
          <More summary={sayOn(chrome, 'use.table.show')}>
            <Table {...props} />
          </More>
        )}
      </div>
    </section>
  );
};
