/**
 * The queue of requests by the day they are due.
 * Flow:    http/handlers/console/requests.ts → here → frame.tsx.
 * Promise: no name and no word of the person; what is late says so in words.
 * Source:  GDPR 12(3); docs/law.md 2.1.
 */
import type { ComponentChildren } from 'preact';
import type { RequestCard } from '../../answers/console/request-work.ts';
import { defined } from '../../vocabulary/defined.ts';
import { type RequestKind, requestKinds } from '../../vocabulary/request.ts';
import { dayOn, sayOn } from '../chrome.ts';
import { WideTable } from '../controls.tsx';
import { type ConsoleChrome, consolePageOf } from './frame.tsx';
import { Downloads, DueDay, Filters, Nothing, Select } from './parts.tsx';
import { StepForMany } from './together-page.tsx';

const requestViews = ['waiting', 'late', 'ended'] as const;
type RequestViews = (typeof requestViews)[number];

interface RequestList {
  readonly show: RequestViews;
  readonly kind?: RequestKind;
  readonly items: readonly RequestCard[];
  readonly isCut: boolean;
}

interface TableProps {
  readonly items: readonly RequestCard[];
  readonly chrome: ConsoleChrome;
  /** A box in each row, for a step that is taken for several. */
  readonly isChosenFrom?: boolean;
}

const ChooseBox = ({ card: { id, title }, chrome }: { readonly card: RequestCard; readonly chrome: ConsoleChrome }) => (
  <td data-name={sayOn(chrome, 'console.together.choose')}>
    <label class="choose">
      <input type="checkbox" name={id} value="yes" />
      <span class="visually-hidden">
        {sayOn(chrome, 'console.together.choose.one', { title, number: id.slice(-6) })}
      </span>
    </label>
  </td>
);

interface RowProps {
  readonly card: RequestCard;
  readonly last: string;
  readonly chrome: ConsoleChrome;
  readonly children: ComponentChildren;
}

const Row = ({ card, last, chrome, children }: RowProps) => {
  const { id, title, stateWords, receivedAt, closedAt, due, untold } = card;
  return (
    <tr>
      <th scope="row">
        <a href={`/console/requests/${id}`}>
          {title} <span class="hash">{id.slice(-6)}</span>
        </a>
      </th>
      <td data-name={sayOn(chrome, 'console.column.state')}>
        {stateWords}
        {untold.map(({ words }) => (
          <span class="quiet"> · {words}</span>
        ))}
      </td>
      <td data-name={sayOn(chrome, 'requests.received')}>{dayOn(chrome, receivedAt)}</td>
      <td data-name={last}>{closedAt === null ? <DueDay due={due} /> : dayOn(chrome, closedAt)}</td>
      {children}
    </tr>
  );
};

export const RequestTable = ({ items, chrome, isChosenFrom = false }: TableProps) => {
  const last = sayOn(
    chrome,
    items.some(({ closedAt }) => closedAt === null) ? 'console.column.due' : 'console.column.ended',
  );
  return (
    <WideTable label={sayOn(chrome, 'console.nav.requests')} look="stack-table">
      <thead>
        <tr>
          <th scope="col">{sayOn(chrome, 'requests.request')}</th>
          <th scope="col">{sayOn(chrome, 'console.column.state')}</th>
          <th scope="col">{sayOn(chrome, 'requests.received')}</th>
          <th scope="col">{last}</th>
          {isChosenFrom ? <th scope="col">{sayOn(chrome, 'console.together.choose')}</th> : null}
        </tr>
      </thead>
      <tbody>
        {items.map((card) => (
          <Row card={card} last={last} chrome={chrome}>
            {isChosenFrom ? <ChooseBox card={card} chrome={chrome} /> : null}
          </Row>
        ))}
      </tbody>
    </WideTable>
  );
};
const Narrow = ({ list, chrome }: { readonly list: RequestList; readonly chrome: ConsoleChrome }) => (
  <>
    <Filters
      label={sayOn(chrome, 'console.filter.show')}
      links={requestViews.map((show) => ({
        href: `/console/requests?show=${show}${list.kind === undefined ? '' : `&kind=${list.kind}`}`,
        label: sayOn(chrome, `console.requests.${show}`),
        on: list.show === show,
      }))}
    />
    <form class="filters search-row" method="get" action="/console/requests">
      <input type="hidden" name="show" value={list.show} />
      <Select
        id="kind"
        name="kind"
        label={sayOn(chrome, 'console.filter.kind')}
        options={[
          { value: '', label: sayOn(chrome, 'console.filter.all-kinds') },
          ...requestKinds.map((kind) => ({ value: kind, label: sayOn(chrome, `right.${kind}.title`) })),
        ]}
        {...defined({ chosen: list.kind })}
      />
      <button class="quiet" type="submit">
        {sayOn(chrome, 'console.filter.apply')}
      </button>
    </form>
  </>
);

/** What waits can be chosen from; what has ended has no step left. */
const List = ({ list: { items, show }, chrome }: { readonly list: RequestList; readonly chrome: ConsoleChrome }) =>
  show === 'ended' ? (
    <RequestTable items={items} chrome={chrome} />
  ) : (
    <form method="post" action="/console/together">
      <input type="hidden" name="csrf" value={chrome.session?.csrf ?? ''} />
      <RequestTable items={items} chrome={chrome} isChosenFrom />
      <StepForMany chrome={chrome} />
    </form>
  );

export const requestListPage = (list: RequestList, chrome: ConsoleChrome): string =>
  consolePageOf({
    title: sayOn(chrome, 'console.nav.requests'),
    lead: sayOn(chrome, 'console.requests.lead'),
    chrome: { ...chrome, area: 'requests' },
    children: (
      <>
        <Narrow list={list} chrome={chrome} />
        <div class="panel">
          {list.items.length === 0 ? (
            <Nothing words={sayOn(chrome, 'console.requests.none')} />
          ) : (
            <List list={list} chrome={chrome} />
          )}
          {list.isCut ? <p class="quiet">{sayOn(chrome, 'console.list.cut')}</p> : null}
          <Downloads
            chrome={chrome}
            page="/console/requests"
            files={['requests.csv', 'requests.json']}
            query={{ show: list.show, ...defined({ kind: list.kind }) }}
          />
        </div>
      </>
    ),
  });
