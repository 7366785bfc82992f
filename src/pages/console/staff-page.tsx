/**
 * Staff: who can come in, what is open with which scopes, and when each was last seen.
 * Flow:    http/handlers/console/staff.ts → here → frame.tsx; staff-member-page.tsx shows one of them.
 * Promise: a state is said in words; what somebody did is not listed a second time: the link leads to the ledger.
 * Source:  decision 0133; docs/design.md 12 (console).
 */
import type { SeenMember } from '../../answers/console/staff.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import { type Chrome, countOn, dayOn, sayOn, timeOn } from '../chrome.ts';
import { WideTable } from '../controls.tsx';
import { auditHref } from './audit-links.ts';
import { type ConsoleChrome, consolePageOf } from './frame.tsx';
import { Downloads, Filters, Nothing, Panel } from './parts.tsx';

const shows = ['all', 'in', 'out'] as const;
export type StaffShow = (typeof shows)[number];
const PAGE = '/console/staff';

interface Props {
  readonly member: SeenMember;
  readonly chrome: ConsoleChrome;
}

export const whoIs = ({ described, id, actor }: SeenMember): string => described?.name ?? id ?? actor;

export function stateWords(member: SeenMember, chrome: Chrome): string {
  const [ended] = member.ended;
  return ended === undefined
    ? sayOn(chrome, `console.staff.state.${member.state}`)
    : sayOn(chrome, 'console.staff.state.ended', { day: dayOn(chrome, timeOf(ended.at)) });
}

export const seenWords = ({ seenAt }: SeenMember, chrome: Chrome): string =>
  seenAt === undefined ? sayOn(chrome, 'console.staff.seen.never') : timeOn(chrome, timeOf(seenAt));

/** The entries of the ledger that are theirs, for whoever may open it. */
export const Acts = ({ member, chrome }: Props) =>
  chrome.areas.includes('ledger') ? (
    <a href={auditHref({ actor: member.actor })}>
      {sayOn(chrome, 'console.staff.acts')}
      <span class="visually-hidden">: {whoIs(member)}</span>
    </a>
  ) : (
    <span class="quiet">{sayOn(chrome, 'console.staff.acts.closed')}</span>
  );

const OpenNow = ({ member, chrome }: Props) => {
  const sessions = member.open.filter(({ kind }) => kind === 'session').length;
  const counts = { sessions, links: member.open.length - sessions };
  return member.open.length === 0 ? (
    <span class="quiet">{sayOn(chrome, 'console.staff.open.none')}</span>
  ) : (
    <>
      <code class="hash" lang="en">
        {member.scopes.join(' ')}
      </code>
      <span class="setting-what">{sayOn(chrome, 'console.staff.open', counts)}</span>
    </>
  );
};

const Row = ({ member, chrome }: Props) => (
  <tr>
    <th scope="row">
      <a href={`${PAGE}/${member.actor}`}>{whoIs(member)}</a>
      {member.id === undefined ? <span class="setting-what">{sayOn(chrome, 'console.staff.unnamed')}</span> : null}
    </th>
    <td data-name={sayOn(chrome, 'console.staff.column.state')}>{stateWords(member, chrome)}</td>
    <td data-name={sayOn(chrome, 'console.staff.column.open')}>
      <OpenNow member={member} chrome={chrome} />
    </td>
    <td data-name={sayOn(chrome, 'console.staff.column.seen')}>{seenWords(member, chrome)}</td>
    <td data-name={sayOn(chrome, 'console.staff.column.acts')}>
      <Acts member={member} chrome={chrome} />
    </td>
  </tr>
);

interface StaffList {
  readonly members: readonly SeenMember[];
  readonly show: StaffShow;
  /** How many stand before the first of these. */
  readonly from: number;
  readonly total: number;
  readonly page: number;
  readonly hasMore: boolean;
}

const Table = ({ members, chrome }: Pick<StaffList, 'members'> & { readonly chrome: ConsoleChrome }) => (
  <WideTable label={sayOn(chrome, 'console.nav.staff')} look="stack-table staff-table">
    <thead>
      <tr>
        {(['who', 'state', 'open', 'seen', 'acts'] as const).map((column) => (
          <th scope="col">{sayOn(chrome, `console.staff.column.${column}`)}</th>
        ))}
      </tr>
    </thead>
    <tbody>
      {members.map((member) => (
        <Row member={member} chrome={chrome} />
      ))}
    </tbody>
  </WideTable>
);

const Turn = ({ list, chrome }: { readonly list: StaffList; readonly chrome: ConsoleChrome }) => {
  const at = (page: number): string => `${PAGE}?${new URLSearchParams({ show: list.show, page: String(page) })}`;
  return list.page === 1 && !list.hasMore ? null : (
    <p class="more-link">
      {list.page === 1 ? null : <a href={at(list.page - 1)}>{sayOn(chrome, 'console.staff.before')}</a>}{' '}
      {list.hasMore ? <a href={at(list.page + 1)}>{sayOn(chrome, 'console.staff.more')}</a> : null}
    </p>
  );
};

const List = ({ list, chrome }: { readonly list: StaffList; readonly chrome: ConsoleChrome }) => {
  const { members, from, total, show } = list;
  const counts = {
    from: countOn(chrome, from + 1),
    to: countOn(chrome, from + members.length),
    total: countOn(chrome, total),
  };
  return (
    <Panel
      id="staff"
      title={sayOn(chrome, `console.staff.show.${show}`)}
      {...(members.length === 0 ? {} : { note: sayOn(chrome, 'console.staff.counts', counts) })}
    >
      {members.length === 0 ? (
        <Nothing words={sayOn(chrome, 'console.staff.none')} />
      ) : (
        <Table members={members} chrome={chrome} />
      )}
      <Turn list={list} chrome={chrome} />
      <Downloads chrome={chrome} page={PAGE} files={['staff.csv']} query={{ show }} />
    </Panel>
  );
};

export const staffPage = (list: StaffList, chrome: ConsoleChrome): string =>
  consolePageOf({
    title: sayOn(chrome, 'console.staff.title'),
    lead: sayOn(chrome, 'console.staff.lead'),
    chrome: { ...chrome, area: 'staff' },
    isBroad: true,
    children: (
      <>
        <Filters
          label={sayOn(chrome, 'console.staff.show')}
          links={shows.map((each) => ({
            href: `${PAGE}?show=${each}`,
            label: sayOn(chrome, `console.staff.show.${each}`),
            on: each === list.show,
          }))}
        />
        <List list={list} chrome={chrome} />
      </>
    ),
  });
