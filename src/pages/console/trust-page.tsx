/**
 * Trust and fairness: choices, uses, decisions and what became of them, for those who answer for an AI system.
 * Flow:    http/handlers/console/trust.ts → here → frame.tsx.
 * Promise: what is withheld is said and not shown as zero; beside every comparison of groups stands what it may and may
 *          not mean.
 * Source:  decision 0116; docs/design.md 12 (charts with a table twin).
 */
import type { Trust } from '../../answers/oversight/ask-trust.ts';
import type { TrustMeasure } from '../../answers/oversight/trust.ts';
import { monthWords } from '../../language/dates.ts';
import { regimeWords } from '../../language/regions.ts';
import { isMessageKey } from '../../language/say.ts';
import { RateBars } from '../charts/rate-bars.tsx';
import { type Chrome, countOn, dayOn, sayOn } from '../chrome.ts';
import { ButtonLink, WideTable } from '../controls.tsx';
import { type ConsoleChrome, consolePageOf } from './frame.tsx';
import { Filters, Nothing, Panel, Select } from './parts.tsx';

const spans = ['3', '12', '24'] as const;

interface TrustPage extends Trust {
  readonly chosenMonths: (typeof spans)[number];
  readonly names: ReadonlyMap<string, string>;
}

interface Props {
  readonly page: TrustPage;
  readonly chrome: ConsoleChrome;
}

const queryOf = ({ chosenMonths, aiSystem }: Pick<TrustPage, 'chosenMonths' | 'aiSystem'>): string =>
  `?${new URLSearchParams({ months: chosenMonths, ...(aiSystem === null ? {} : { aiSystem }) })}`;

const nameOf = ({ names }: TrustPage, key: string): string => names.get(key) ?? key;

const cell = (chrome: Chrome, value: number | null | undefined): string =>
  value === null || value === undefined ? sayOn(chrome, 'console.trust.withheld') : countOn(chrome, value);

interface TableProps {
  readonly chrome: Chrome;
  readonly label: string;
  readonly first: string;
  readonly measures: readonly TrustMeasure[];
  readonly rows: TrustPage['months'];
  readonly nameOf: (name: string) => string;
  readonly hrefOf?: (name: string) => string;
}

const Table = ({ chrome, label, first, measures, rows, nameOf: named, hrefOf }: TableProps) => (
  <WideTable label={label}>
    <thead>
      <tr>
        <th scope="col">{first}</th>
        {measures.map((measure) => (
          <th scope="col">{sayOn(chrome, `console.trust.${measure}`)}</th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map(({ name, cells }) => (
        <tr>
          <th scope="row">{hrefOf === undefined ? named(name) : <a href={hrefOf(name)}>{named(name)}</a>}</th>
          {measures.map((measure) => (
            <td>{cell(chrome, cells[measure])}</td>
          ))}
        </tr>
      ))}
    </tbody>
  </WideTable>
);

const Months = ({ page, chrome }: Props) => (
  <Panel id="months" title={sayOn(chrome, 'console.trust.months')} note={sayOn(chrome, 'console.trust.months.note')}>
    <Table
      chrome={chrome}
      label={sayOn(chrome, 'console.trust.months')}
      first={sayOn(chrome, 'use.table.month')}
      measures={page.measures}
      rows={page.months}
      nameOf={(month) => monthWords(chrome.language, month)}
    />
  </Panel>
);

const systemMeasures = ['uses', 'without', 'decisions', 'against', 'contested', 'changed'] as const;

const Systems = ({ page, chrome }: Props) => (
  <Panel id="systems" title={sayOn(chrome, 'console.trust.systems')} note={sayOn(chrome, 'console.trust.systems.note')}>
    {page.aiSystems.length === 0 ? (
      <Nothing words={sayOn(chrome, 'console.drift.none')} />
    ) : (
      <Table
        chrome={chrome}
        label={sayOn(chrome, 'console.trust.systems')}
        first={sayOn(chrome, 'console.column.system')}
        measures={systemMeasures}
        rows={page.aiSystems}
        nameOf={(key) => nameOf(page, key)}
        hrefOf={(key) => `/console/trust${queryOf({ ...page, aiSystem: key })}`}
      />
    )}
  </Panel>
);

type Groups = TrustPage['groups'][number];

function groupWords({ by }: Groups, group: string, chrome: Chrome): string {
  if (group === 'none') return sayOn(chrome, 'console.customers.age.none');
  if (by === 'regime')
    return group
      .split(' ')
      .map((each) => regimeWords(chrome.language, each))
      .join(', ');
  const key = `console.customers.age.${group}`;
  return by === 'ageBand' && isMessageKey(key) ? sayOn(chrome, key) : group;
}

const percent = (value: number): number => Math.round(value * 1000) / 10;

const ShareBars = ({ groups, chrome }: { readonly groups: Groups; readonly chrome: Chrome }) => (
  <RateBars
    bars={groups.rows.map(({ group, share, low, high }) => ({
      name: groupWords(groups, group, chrome),
      rate: share,
      words:
        share === null || low === null || high === null
          ? sayOn(chrome, 'console.trust.withheld')
          : sayOn(chrome, 'console.trust.share', { share: percent(share), low: percent(low), high: percent(high) }),
    }))}
  />
);

const GroupTable = ({ groups, chrome }: { readonly groups: Groups; readonly chrome: Chrome }) => {
  const head = ['people', 'decisions', 'contested', 'changed'] as const;
  return (
    <WideTable label={sayOn(chrome, `console.trust.by.${groups.by}`)} look="stack-table">
      <thead>
        <tr>
          <th scope="col">{sayOn(chrome, `console.trust.by.${groups.by}`)}</th>
          {head.map((name) => (
            <th scope="col">{sayOn(chrome, `console.trust.${name}`)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {groups.rows.map((row) => (
          <tr>
            <th scope="row">{groupWords(groups, row.group, chrome)}</th>
            {head.map((name) => (
              <td data-name={sayOn(chrome, `console.trust.${name}`)}>{cell(chrome, row[name])}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
};

const Fairness = ({ page, chrome }: Props) => (
  <Panel id="groups" title={sayOn(chrome, 'console.trust.groups')} note={sayOn(chrome, 'console.trust.groups.note')}>
    <p class="warning">{sayOn(chrome, 'console.trust.difference')}</p>
    {page.countedOf === null ? null : (
      <p class="quiet">{sayOn(chrome, 'console.trust.cut', { count: countOn(chrome, page.countedOf) })}</p>
    )}
    {page.groups.map((groups) => (
      <>
        <h3>{sayOn(chrome, `console.trust.by.${groups.by}`)}</h3>
        {groups.rows.length === 0 ? (
          <Nothing words={sayOn(chrome, 'console.trust.none')} />
        ) : (
          <>
            <ShareBars groups={groups} chrome={chrome} />
            <GroupTable groups={groups} chrome={chrome} />
          </>
        )}
      </>
    ))}
  </Panel>
);

const SystemForm = ({ page, chrome }: Props) => (
  <form class="audit-form trust-form" method="get" action="/console/trust">
    <input type="hidden" name="months" value={page.chosenMonths} />
    <Select
      id="aiSystem"
      name="aiSystem"
      label={sayOn(chrome, 'console.column.system')}
      chosen={page.aiSystem ?? ''}
      options={[
        { value: '', label: sayOn(chrome, 'console.filter.all-systems') },
        ...[...page.names].map(([value, label]) => ({ value, label })),
      ]}
    />
    <button class="main" type="submit">
      {sayOn(chrome, 'console.filter.apply')}
    </button>
  </form>
);

const files = [
  ['trust.csv', 'console.reports.table'],
  ['trust.json', 'console.reports.data'],
] as const;

export const trustPage = (page: TrustPage, chrome: ConsoleChrome): string =>
  consolePageOf({
    title: sayOn(chrome, 'console.nav.trust'),
    lead: sayOn(chrome, 'console.trust.lead', { from: dayOn(chrome, page.from), to: dayOn(chrome, page.to) }),
    chrome: { ...chrome, area: 'trust' },
    beside: files.map(([file, label]) => (
      <ButtonLink href={`/console/trust/files/${file}${queryOf(page)}`} label={sayOn(chrome, label)} />
    )),
    children: (
      <>
        <Filters
          label={sayOn(chrome, 'console.filter.time')}
          links={spans.map((months) => ({
            href: `/console/trust${queryOf({ ...page, chosenMonths: months })}`,
            label: sayOn(chrome, 'console.filter.months', { months: Number(months) }),
            on: page.chosenMonths === months,
          }))}
        />
        <SystemForm page={page} chrome={chrome} />
        <p class="quiet">{sayOn(chrome, 'console.trust.small-cells', page.withheldBelow)}</p>
        <Months page={page} chrome={chrome} />
        {page.aiSystem === null ? <Systems page={page} chrome={chrome} /> : null}
        <Fairness page={page} chrome={chrome} />
      </>
    ),
  });
