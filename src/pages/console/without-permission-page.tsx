/**
 * Uses that had no permission: the alarm with a list by service and AI system, and the page of the entries behind it.
 * Flow:    oversight-page.tsx, http/handlers/console/oversight.ts → here → parts.tsx.
 * Promise: the numbers of `GET /v1/uses-without-permission`; every row leads to its entries.
 * Source:  docs/law.md 7; docs/design.md 12 (console).
 */
import type { GroupsWithoutPermission, PageWithoutPermission } from '../../answers/oversight/without-permission.ts';
import { reasonSentence } from '../../language/reasons.ts';
import { countOn, dayOn, sayOn } from '../chrome.ts';
import { WideTable } from '../controls.tsx';
import { Icon } from '../icons.tsx';
import { type ConsoleChrome, consolePageOf } from './frame.tsx';
import { Downloads, Nothing, Panel } from './parts.tsx';

type Group = GroupsWithoutPermission['groups'][number];

interface Shown {
  readonly names: ReadonlyMap<string, string>;
  /** How many months back, as the filter of the page says. */
  readonly months: string;
}

const nameOf = ({ names }: Shown, key: string): string => names.get(key) ?? key;
const serviceWords = (service: string | null): string => service?.slice(-8) ?? '–';

const PAGE = '/console/oversight/uses-without-permission';
const hrefOf = ({ service, aiSystem }: Pick<Group, 'service' | 'aiSystem'>, { months }: Shown): string =>
  `${PAGE}?${new URLSearchParams({ months, aiSystem, ...(service === null ? {} : { service }) })}`;

const whyWords = (chrome: ConsoleChrome, reasons: readonly { readonly reason: string }[]): string =>
  reasons.map(({ reason }) => reasonSentence(chrome.language, reason, 'officer')).join(' ');

const GroupRow = ({
  group,
  shown,
  chrome,
}: {
  readonly group: Group;
  readonly shown: Shown;
  readonly chrome: ConsoleChrome;
}) => (
  <tr>
    <th scope="row">{nameOf(shown, group.aiSystem)}</th>
    <td data-name={sayOn(chrome, 'console.withoutPermission.service')}>
      <span class="hash">{serviceWords(group.service)}</span>
    </td>
    <td data-name={sayOn(chrome, 'use.table.count')}>{countOn(chrome, group.count)}</td>
    <td data-name={sayOn(chrome, 'console.withoutPermission.people')}>{countOn(chrome, group.people)}</td>
    <td data-name={sayOn(chrome, 'console.withoutPermission.first')}>{dayOn(chrome, group.firstAt)}</td>
    <td data-name={sayOn(chrome, 'console.withoutPermission.last')}>{dayOn(chrome, group.lastAt)}</td>
    <td data-name={sayOn(chrome, 'console.withoutPermission.why')}>{whyWords(chrome, group.reasons)}</td>
    <td data-name={sayOn(chrome, 'console.withoutPermission.entries')}>
      <a href={hrefOf(group, shown)}>{sayOn(chrome, 'console.withoutPermission.see')}</a>
    </td>
  </tr>
);

interface AlarmProps extends Shown {
  readonly groups: GroupsWithoutPermission;
  readonly chrome: ConsoleChrome;
}

/** Stands before every figure; gone only where there is nothing to say. */
export const WithoutPermissionAlarm = ({ groups: found, chrome, ...shown }: AlarmProps) =>
  found.total === 0 ? null : (
    <Panel id="without-permission" title={sayOn(chrome, 'console.oversight.withoutPermission')}>
      <p class="warning" role="alert">
        <Icon name="late" />
        <span>{sayOn(chrome, 'console.withoutPermission.alarm', { count: found.total })}</span>
      </p>
      <WideTable label={sayOn(chrome, 'console.oversight.withoutPermission')} look="stack-table">
        <thead>
          <tr>
            <th scope="col">{sayOn(chrome, 'use.table.system')}</th>
            <th scope="col">{sayOn(chrome, 'console.withoutPermission.service')}</th>
            <th scope="col">{sayOn(chrome, 'use.table.count')}</th>
            <th scope="col">{sayOn(chrome, 'console.withoutPermission.people')}</th>
            <th scope="col">{sayOn(chrome, 'console.withoutPermission.first')}</th>
            <th scope="col">{sayOn(chrome, 'console.withoutPermission.last')}</th>
            <th scope="col">{sayOn(chrome, 'console.withoutPermission.why')}</th>
            <th scope="col">{sayOn(chrome, 'console.withoutPermission.entries')}</th>
          </tr>
        </thead>
        <tbody>
          {found.groups.map((group) => (
            <GroupRow group={group} shown={shown} chrome={chrome} />
          ))}
        </tbody>
      </WideTable>
      <Downloads
        chrome={chrome}
        page="/console/oversight"
        files={['without-permission.csv']}
        query={{ months: shown.months }}
        about={sayOn(chrome, 'console.oversight.withoutPermission')}
      />
    </Panel>
  );

interface ListWithoutPermission extends Shown {
  readonly items: PageWithoutPermission['items'];
  /** What the address narrows it to. */
  readonly filters: Readonly<Record<string, string>>;
  /** The address of the next page. */
  readonly more?: string;
}

const Entries = ({ list, chrome }: { readonly list: ListWithoutPermission; readonly chrome: ConsoleChrome }) => (
  <WideTable label={sayOn(chrome, 'console.withoutPermission.entries')} look="stack-table">
    <thead>
      <tr>
        <th scope="col">{sayOn(chrome, 'console.withoutPermission.entry')}</th>
        <th scope="col">{sayOn(chrome, 'console.withoutPermission.happened')}</th>
        <th scope="col">{sayOn(chrome, 'console.withoutPermission.recorded')}</th>
        <th scope="col">{sayOn(chrome, 'use.table.system')}</th>
        <th scope="col">{sayOn(chrome, 'console.withoutPermission.service')}</th>
        <th scope="col">{sayOn(chrome, 'console.withoutPermission.purpose')}</th>
        <th scope="col">{sayOn(chrome, 'console.withoutPermission.person')}</th>
        <th scope="col">{sayOn(chrome, 'console.withoutPermission.why')}</th>
      </tr>
    </thead>
    <tbody>
      {list.items.map((use) => (
        <tr>
          <th scope="row">
            <span class="hash">{`${use.log}/${use.index}`}</span>
          </th>
          <td data-name={sayOn(chrome, 'console.withoutPermission.happened')}>{dayOn(chrome, use.occurredAt)}</td>
          <td data-name={sayOn(chrome, 'console.withoutPermission.recorded')}>{dayOn(chrome, use.recordedAt)}</td>
          <td data-name={sayOn(chrome, 'use.table.system')}>{nameOf(list, use.aiSystem)}</td>
          <td data-name={sayOn(chrome, 'console.withoutPermission.service')}>
            <span class="hash">{serviceWords(use.service)}</span>
          </td>
          <td data-name={sayOn(chrome, 'console.withoutPermission.purpose')}>{use.purpose}</td>
          <td data-name={sayOn(chrome, 'console.withoutPermission.person')}>
            <span class="hash">{use.subject}</span>
          </td>
          <td data-name={sayOn(chrome, 'console.withoutPermission.why')}>{whyWords(chrome, [use])}</td>
        </tr>
      ))}
    </tbody>
  </WideTable>
);

export const withoutPermissionPage = (list: ListWithoutPermission, chrome: ConsoleChrome): string =>
  consolePageOf({
    title: sayOn(chrome, 'console.oversight.withoutPermission'),
    chrome: { ...chrome, area: 'oversight' },
    children: (
      <Panel id="entries" title={sayOn(chrome, 'console.withoutPermission.entries')}>
        {list.items.length === 0 ? (
          <Nothing words={sayOn(chrome, 'console.withoutPermission.none')} />
        ) : (
          <Entries list={list} chrome={chrome} />
        )}
        {list.more === undefined ? null : (
          <p class="more-link">
            <a href={list.more}>{sayOn(chrome, 'console.withoutPermission.next')}</a>
          </p>
        )}
        <Downloads
          chrome={chrome}
          page={PAGE}
          files={['uses-without-permission.csv', 'uses-without-permission.json']}
          query={list.filters}
        />
      </Panel>
    ),
  });
