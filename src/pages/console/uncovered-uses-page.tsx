/**
 * Model calls that nobody had asked for: by service and AI system, with what to do about each.
 * Flow:    http/handlers/console/oversight.ts, oversight-page.tsx → here → parts.tsx.
 * Promise: the numbers of `GET /v1/uncovered-uses` for the same time.
 * Source:  decision 0076; docs/design.md 12 (console).
 */
import type { UncoveredUses } from '../../answers/oversight/uncovered-uses.ts';
import { countOn, dayOn, sayOn } from '../chrome.ts';
import { WideTable } from '../controls.tsx';
import { Icon } from '../icons.tsx';
import { type ConsoleChrome, consolePageOf } from './frame.tsx';
import { Downloads, Filters, Nothing, Panel } from './parts.tsx';

const spans = ['3', '12', '24'] as const;
const PAGE = '/console/oversight/uncovered-uses';

interface Shown {
  readonly calls: UncoveredUses;
  readonly names: ReadonlyMap<string, string>;
  /** How many months back. */
  readonly months: (typeof spans)[number];
}

type Group = UncoveredUses['groups'][number];

const GroupRow = ({
  group,
  names,
  chrome,
}: Pick<Shown, 'names'> & { readonly group: Group; readonly chrome: ConsoleChrome }) => (
  <tr>
    <th scope="row">{group.service ?? sayOn(chrome, 'console.calls.unnamed')}</th>
    <td data-name={sayOn(chrome, 'console.calls.system')}>
      {group.aiSystem === null
        ? sayOn(chrome, 'console.calls.undeclared')
        : (names.get(group.aiSystem) ?? group.aiSystem)}
    </td>
    <td data-name={sayOn(chrome, 'console.calls.models')}>{group.models.join(', ') || '–'}</td>
    <td data-name={sayOn(chrome, 'console.calls.count')}>{countOn(chrome, group.count)}</td>
    <td data-name={sayOn(chrome, 'console.calls.reported')}>{countOn(chrome, group.reported)}</td>
    <td data-name={sayOn(chrome, 'console.calls.first')}>{dayOn(chrome, group.firstAt)}</td>
    <td data-name={sayOn(chrome, 'console.calls.last')}>{dayOn(chrome, group.lastAt)}</td>
    <td data-name={sayOn(chrome, 'console.calls.do')}>
      {group.causes.map(({ cause }) => sayOn(chrome, `console.calls.do.${cause}`)).join(' ')}
    </td>
  </tr>
);

const Groups = ({ calls, names, chrome }: Shown & { readonly chrome: ConsoleChrome }) => (
  <WideTable label={sayOn(chrome, 'console.calls.title')} look="stack-table">
    <thead>
      <tr>
        <th scope="col">{sayOn(chrome, 'console.calls.service')}</th>
        <th scope="col">{sayOn(chrome, 'console.calls.system')}</th>
        <th scope="col">{sayOn(chrome, 'console.calls.models')}</th>
        <th scope="col">{sayOn(chrome, 'console.calls.count')}</th>
        <th scope="col">{sayOn(chrome, 'console.calls.reported')}</th>
        <th scope="col">{sayOn(chrome, 'console.calls.first')}</th>
        <th scope="col">{sayOn(chrome, 'console.calls.last')}</th>
        <th scope="col">{sayOn(chrome, 'console.calls.do')}</th>
      </tr>
    </thead>
    <tbody>
      {calls.groups.map((group) => (
        <GroupRow group={group} names={names} chrome={chrome} />
      ))}
    </tbody>
  </WideTable>
);

const Alarm = ({ total, chrome }: { readonly total: number; readonly chrome: ConsoleChrome }) => (
  <p class="warning" role="alert">
    <Icon name="late" />
    <span>{sayOn(chrome, 'console.calls.alarm', { count: total })}</span>
  </p>
);

/** On the page of oversight; always a way to the list, which also says when there is nothing on it. */
export const UncoveredUsesPanel = ({ total, chrome }: { readonly total: number; readonly chrome: ConsoleChrome }) => (
  <Panel id="calls" title={sayOn(chrome, 'console.calls.title')}>
    {total === 0 ? null : <Alarm total={total} chrome={chrome} />}
    <p class="more-link">
      <a href={PAGE}>{sayOn(chrome, 'console.calls.see')}</a>
    </p>
  </Panel>
);

export const uncoveredUsesPage = (shown: Shown, chrome: ConsoleChrome): string => {
  const { calls, months } = shown;
  return consolePageOf({
    title: sayOn(chrome, 'console.calls.title'),
    lead: sayOn(chrome, 'console.calls.lead', { from: dayOn(chrome, calls.from), to: dayOn(chrome, calls.to) }),
    chrome: { ...chrome, area: 'oversight' },
    children: (
      <>
        <Filters
          label={sayOn(chrome, 'console.filter.time')}
          links={spans.map((each) => ({
            href: `${PAGE}?months=${each}`,
            label: sayOn(chrome, 'console.filter.months', { months: Number(each) }),
            on: months === each,
          }))}
        />
        <Panel id="list" title={sayOn(chrome, 'console.calls.service')}>
          {calls.total === 0 ? (
            <Nothing words={sayOn(chrome, 'console.calls.none')} />
          ) : (
            <>
              <Alarm total={calls.total} chrome={chrome} />
              <Groups {...shown} chrome={chrome} />
            </>
          )}
          <Downloads
            chrome={chrome}
            page={PAGE}
            files={['uncovered-uses.csv', 'uncovered-uses.json']}
            query={{ months }}
          />
        </Panel>
      </>
    ),
  });
};
