/**
 * The figures of oversight: how often people changed what AI decided, how long they took, how results drift.
 * Flow:    http/handlers/console/oversight.ts → here → charts.
 * Promise: every drawing has its numbers as a table; nobody stands there by name; nothing to divide by is said and not
 *          zero.
 * Source:  docs/law.md 7, 8; AI Act 14, 26; docs/design.md 12 (charts with a table twin).
 */
import type { OversightFigures } from '../../answers/oversight/figures.ts';
import type { GroupsWithoutPermission } from '../../answers/oversight/without-permission.ts';
import { monthBefore, monthOf, monthWords } from '../../language/dates.ts';
import { DriftLegend, DriftLines } from '../charts/drift-lines.tsx';
import { RateBars } from '../charts/rate-bars.tsx';
import { type Chrome, countOn, dayOn, sayOn } from '../chrome.ts';
import { More, WideTable } from '../controls.tsx';
import { type ConsoleChrome, consolePageOf } from './frame.tsx';
import { Downloads, Figure, Filters, Nothing, Panel } from './parts.tsx';
import { TrainingPanel } from './training-page.tsx';
import { UncoveredUsesPanel } from './uncovered-uses-page.tsx';
import { WithoutPermissionAlarm } from './without-permission-page.tsx';

const spans = ['3', '12', '24'] as const;

interface Oversight extends OversightFigures {
  readonly months: (typeof spans)[number];
  /** RFC 3339. */
  readonly from: string;
  readonly to: string;
  readonly withoutPermission: GroupsWithoutPermission;
  readonly names: ReadonlyMap<string, string>;
  /** Model calls that nobody had asked for. */
  readonly uncovered: number;
}

interface Props {
  readonly data: Oversight;
  readonly chrome: Chrome;
}

const percent = (chrome: Chrome, rate: number | null): string =>
  rate === null
    ? sayOn(chrome, 'console.rate.none')
    : sayOn(chrome, 'console.rate', { percent: countOn(chrome, Math.round(rate * 1000) / 10) });

const minutes = (chrome: Chrome, seconds: number | null): string =>
  seconds === null
    ? sayOn(chrome, 'console.rate.none')
    : sayOn(chrome, 'console.minutes', { minutes: Math.round(seconds / 6) / 10 });

const days = (chrome: Chrome, hours: number | null): string =>
  hours === null
    ? sayOn(chrome, 'console.rate.none')
    : sayOn(chrome, 'console.days', { days: Math.round(hours / 2.4) / 10 });

const nameOf = ({ names }: Oversight, key: string): string => names.get(key) ?? key;

const Figures = ({ data, chrome }: Props) => {
  const { reviews } = data.total;
  return (
    <dl class="figures">
      <Figure title={sayOn(chrome, 'console.oversight.concluded')} value={countOn(chrome, reviews.concluded)} />
      <Figure title={sayOn(chrome, 'console.oversight.override')} value={percent(chrome, reviews.overrideRate)} />
      <Figure
        title={sayOn(chrome, 'console.oversight.meaningful')}
        value={countOn(chrome, reviews.meaningful)}
        note={sayOn(chrome, 'console.oversight.of', { count: reviews.concluded })}
      />
      <Figure
        title={sayOn(chrome, 'console.oversight.spent')}
        value={minutes(chrome, reviews.secondsMedian)}
        note={sayOn(chrome, 'console.oversight.median')}
      />
      <Figure
        title={sayOn(chrome, 'console.oversight.wait')}
        value={days(chrome, reviews.waitHoursMedian)}
        note={sayOn(chrome, 'console.oversight.median')}
      />
      <Figure title={sayOn(chrome, 'console.oversight.overdue')} value={countOn(chrome, reviews.overdue)} />
    </dl>
  );
};

const Overrides = ({ data, chrome }: Props) => {
  const systems = data.systems.filter(({ reviews }) => reviews.concluded > 0);
  const words = (rate: number | null, count: number): string =>
    sayOn(chrome, 'console.oversight.rate-of', { rate: percent(chrome, rate), count });
  return (
    <div class="halves">
      <Panel
        id="override"
        title={sayOn(chrome, 'console.oversight.override')}
        note={sayOn(chrome, 'console.oversight.override.note')}
      >
        {systems.length === 0 ? <Nothing words={sayOn(chrome, 'console.oversight.none')} /> : null}
        <RateBars
          bars={systems.map(({ aiSystem, reviews }) => ({
            name: nameOf(data, aiSystem),
            rate: reviews.overrideRate,
            words: words(reviews.overrideRate, reviews.concluded),
          }))}
        />
      </Panel>
      <Panel
        id="agreement"
        title={sayOn(chrome, 'console.oversight.own-view')}
        note={sayOn(chrome, 'console.oversight.own-view.note')}
      >
        {systems.length === 0 ? <Nothing words={sayOn(chrome, 'console.oversight.none')} /> : null}
        <RateBars
          look="second"
          bars={systems.map(({ aiSystem, reviews }) => ({
            name: nameOf(data, aiSystem),
            rate: reviews.ownViewAgreementRate,
            words: percent(chrome, reviews.ownViewAgreementRate),
          }))}
        />
      </Panel>
    </div>
  );
};

interface FilesProps extends Props {
  readonly file: string;
  readonly about: 'console.oversight.reviewers' | 'console.drift.title' | 'console.nav.oversight';
}

const Files = ({ data: { months }, chrome, file, about }: FilesProps) => (
  <Downloads chrome={chrome} page="/console/oversight" files={[file]} query={{ months }} about={sayOn(chrome, about)} />
);

const Reviewers = ({ data, chrome }: Props) => (
  <Panel
    id="reviewers"
    title={sayOn(chrome, 'console.oversight.reviewers')}
    note={sayOn(chrome, 'console.oversight.reviewers.note')}
  >
    {data.total.reviews.reviewers.length === 0 ? (
      <Nothing words={sayOn(chrome, 'console.oversight.none')} />
    ) : (
      <WideTable label={sayOn(chrome, 'console.oversight.reviewers')} look="stack-table">
        <thead>
          <tr>
            <th scope="col">{sayOn(chrome, 'console.oversight.reviewer')}</th>
            <th scope="col">{sayOn(chrome, 'console.oversight.concluded')}</th>
            <th scope="col">{sayOn(chrome, 'console.oversight.override')}</th>
            <th scope="col">{sayOn(chrome, 'console.oversight.meaningful')}</th>
            <th scope="col">{sayOn(chrome, 'console.oversight.spent')}</th>
            <th scope="col">{sayOn(chrome, 'console.oversight.wait')}</th>
          </tr>
        </thead>
        <tbody>
          {data.total.reviews.reviewers.map((one) => (
            <tr>
              <th scope="row">
                <span class="hash">{one.reviewer.slice(-8)}</span>
              </th>
              <td data-name={sayOn(chrome, 'console.oversight.concluded')}>{countOn(chrome, one.concluded)}</td>
              <td data-name={sayOn(chrome, 'console.oversight.override')}>{percent(chrome, one.overrideRate)}</td>
              <td data-name={sayOn(chrome, 'console.oversight.meaningful')}>{countOn(chrome, one.meaningful)}</td>
              <td data-name={sayOn(chrome, 'console.oversight.spent')}>{minutes(chrome, one.secondsMedian)}</td>
              <td data-name={sayOn(chrome, 'console.oversight.wait')}>{days(chrome, one.waitHoursMedian)}</td>
            </tr>
          ))}
        </tbody>
      </WideTable>
    )}
    <Files data={data} chrome={chrome} file="reviewers.csv" about="console.oversight.reviewers" />
  </Panel>
);

type System = OversightFigures['systems'][number];

const MonthTable = ({
  system,
  name,
  chrome,
}: {
  readonly system: System;
  readonly name: string;
  readonly chrome: Chrome;
}) => (
  <More summary={sayOn(chrome, 'use.table.show')} about={name}>
    <WideTable label={name}>
      <thead>
        <tr>
          <th scope="col">{sayOn(chrome, 'use.table.month')}</th>
          <th scope="col">{sayOn(chrome, 'console.drift.uses')}</th>
          <th scope="col">{sayOn(chrome, 'console.drift.refused')}</th>
          <th scope="col">{sayOn(chrome, 'console.drift.decisions')}</th>
          <th scope="col">{sayOn(chrome, 'console.drift.adverse')}</th>
        </tr>
      </thead>
      <tbody>
        {system.byMonth.map((one) => (
          <tr>
            <th scope="row">{monthWords(chrome.language, one.month)}</th>
            <td>{countOn(chrome, one.allowed + one.refused + one.reported)}</td>
            <td>{percent(chrome, one.refusalRate)}</td>
            <td>{countOn(chrome, one.decisions)}</td>
            <td>{percent(chrome, one.adverseRate)}</td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  </More>
);

/** Every month of the time, also those without anything in them. */
function monthsOf({ months, to }: Oversight, { timeZone }: Chrome): readonly string[] {
  const last = monthOf(Date.parse(to), timeZone);
  return Array.from({ length: Number(months) }, (_, place) => monthBefore(last, Number(months) - 1 - place));
}

const SystemDrift = ({ system, data, chrome }: Props & { readonly system: System }) => {
  const name = nameOf(data, system.aiSystem);
  const byMonth = new Map(system.byMonth.map((one) => [one.month, one]));
  const months = monthsOf(data, chrome).map((month) => {
    const one = byMonth.get(month);
    return { month, first: one?.refusalRate ?? null, second: one?.adverseRate ?? null };
  });
  return (
    <div class="drift-of">
      <h3>{name}</h3>
      {months.every(({ first, second }) => first === null && second === null) ? (
        <Nothing words={sayOn(chrome, 'console.drift.none')} />
      ) : (
        <DriftLines chrome={chrome} id={`drift-${system.aiSystem}`} title={name} months={months} />
      )}
      <MonthTable system={system} name={name} chrome={chrome} />
    </div>
  );
};

const Drift = ({ data, chrome }: Props) => (
  <Panel id="drift" title={sayOn(chrome, 'console.drift.title')} note={sayOn(chrome, 'console.drift.note')}>
    {data.systems.length === 0 ? (
      <Nothing words={sayOn(chrome, 'console.oversight.none')} />
    ) : (
      <DriftLegend chrome={chrome} />
    )}
    {data.systems.map((system) => (
      <SystemDrift system={system} data={data} chrome={chrome} />
    ))}
    <Files data={data} chrome={chrome} file="months.csv" about="console.drift.title" />
  </Panel>
);

export const oversightPage = (data: Oversight, chrome: ConsoleChrome): string =>
  consolePageOf({
    title: sayOn(chrome, 'console.nav.oversight'),
    lead: sayOn(chrome, 'console.oversight.lead', { from: dayOn(chrome, data.from), to: dayOn(chrome, data.to) }),
    chrome: { ...chrome, area: 'oversight' },
    children: (
      <>
        <Filters
          label={sayOn(chrome, 'console.filter.time')}
          links={spans.map((months) => ({
            href: `/console/oversight?months=${months}`,
            label: sayOn(chrome, 'console.filter.months', { months: Number(months) }),
            on: data.months === months,
          }))}
        />
        <WithoutPermissionAlarm
          groups={data.withoutPermission}
          names={data.names}
          months={data.months}
          chrome={chrome}
        />
        <UncoveredUsesPanel total={data.uncovered} chrome={chrome} />
        <TrainingPanel chrome={chrome} />
        <Figures data={data} chrome={chrome} />
        <Overrides data={data} chrome={chrome} />
        <Reviewers data={data} chrome={chrome} />
        <Drift data={data} chrome={chrome} />
        <Files data={data} chrome={chrome} file="oversight.json" about="console.nav.oversight" />
      </>
    ),
  });
