/**
 * The queue of reviews: what waits, what is mine, what is late, by the day it is due.
 * Flow:    http/handlers/console/reviews.ts → here → frame.tsx.
 * Promise: the row says why somebody has to look and by when; nothing of what the person wrote or the AI decided.
 * Source:  docs/law.md 7; docs/design.md 12 (console).
 */
import type { Colleague } from '../../answers/console/ask-colleagues.ts';
import type { ReviewCard } from '../../answers/console/review-card.ts';
import { defined } from '../../vocabulary/defined.ts';
import { dayOn, sayOn } from '../chrome.ts';
import { WideTable } from '../controls.tsx';
import { type ConsoleChrome, consolePageOf } from './frame.tsx';
import { Downloads, DueDay, Filters, Nothing } from './parts.tsx';
import { AskForMany } from './together-reviews-page.tsx';

const reviewViews = ['waiting', 'mine', 'late', 'ended'] as const;
type ReviewViews = (typeof reviewViews)[number];

interface ReviewList {
  readonly show: ReviewViews;
  readonly aiSystem?: string;
  readonly systems: readonly { readonly key: string; readonly name: string }[];
  readonly items: readonly ReviewCard[];
  /** More wait than are shown. */
  readonly isCut: boolean;
  /** Who could be asked to look at several. */
  readonly colleagues: readonly Colleague[];
  /** As whoever is signed in signs in. */
  readonly me: string;
}

interface RowProps {
  readonly card: ReviewCard;
  readonly chrome: ConsoleChrome;
  /** A box in the row, for asking somebody to look at several. */
  readonly isChosenFrom: boolean;
}

const ChooseBox = ({ card: { id, aiSystem }, chrome }: Omit<RowProps, 'isChosenFrom'>) => (
  <td data-name={sayOn(chrome, 'console.together.choose')}>
    <label class="choose">
      <input type="checkbox" name={id} value="yes" />
      <span class="visually-hidden">
        {sayOn(chrome, 'console.together.choose.one', { title: aiSystem.name, number: id.slice(-6) })}
      </span>
    </label>
  </td>
);

const Row = ({ card, chrome, isChosenFrom }: RowProps) => (
  <tr>
    <th scope="row">
      <a href={`/console/reviews/${card.id}`}>
        {card.aiSystem.name} <span class="hash">{card.id.slice(-6)}</span>
      </a>
    </th>
    <td data-name={sayOn(chrome, 'console.column.why')}>{card.whyWords}</td>
    <td data-name={sayOn(chrome, 'console.column.state')}>{card.stateWords}</td>
    <td data-name={sayOn(chrome, 'console.column.holder')}>
      {sayOn(chrome, `console.holder.${card.holder}`)}
      {card.needsTwo ? `, ${sayOn(chrome, 'console.needs-two')}` : ''}
    </td>
    <td data-name={sayOn(chrome, card.closedAt === null ? 'console.column.due' : 'console.column.ended')}>
      {card.closedAt === null ? <DueDay due={card.due} /> : dayOn(chrome, card.closedAt)}
    </td>
    {isChosenFrom ? <ChooseBox card={card} chrome={chrome} /> : null}
  </tr>
);

export const ReviewTable = ({
  items,
  chrome,
  isChosenFrom = false,
}: {
  readonly items: readonly ReviewCard[];
  readonly chrome: ConsoleChrome;
  readonly isChosenFrom?: boolean;
}) => (
  <WideTable label={sayOn(chrome, 'console.nav.reviews')} look="stack-table">
    <thead>
      <tr>
        <th scope="col">{sayOn(chrome, 'console.column.system')}</th>
        <th scope="col">{sayOn(chrome, 'console.column.why')}</th>
        <th scope="col">{sayOn(chrome, 'console.column.state')}</th>
        <th scope="col">{sayOn(chrome, 'console.column.holder')}</th>
        <th scope="col">
          {sayOn(
            chrome,
            items.some(({ closedAt }) => closedAt === null) ? 'console.column.due' : 'console.column.ended',
          )}
        </th>
        {isChosenFrom ? <th scope="col">{sayOn(chrome, 'console.together.choose')}</th> : null}
      </tr>
    </thead>
    <tbody>
      {items.map((card) => (
        <Row card={card} chrome={chrome} isChosenFrom={isChosenFrom} />
      ))}
    </tbody>
  </WideTable>
);

/** What is open can be chosen from; what has ended has no reviewer to find. */
const List = ({ list, chrome }: { readonly list: ReviewList; readonly chrome: ConsoleChrome }) =>
  list.show === 'ended' ? (
    <ReviewTable items={list.items} chrome={chrome} />
  ) : (
    <form method="post" action="/console/together/reviews">
      <input type="hidden" name="csrf" value={chrome.session?.csrf ?? ''} />
      <ReviewTable items={list.items} chrome={chrome} isChosenFrom />
      <AskForMany colleagues={list.colleagues} me={list.me} chrome={chrome} />
    </form>
  );

const addressOf = (show: ReviewViews, aiSystem?: string): string =>
  `/console/reviews?show=${show}${aiSystem === undefined ? '' : `&aiSystem=${encodeURIComponent(aiSystem)}`}`;

const Narrow = ({ list, chrome }: { readonly list: ReviewList; readonly chrome: ConsoleChrome }) => (
  <>
    <Filters
      label={sayOn(chrome, 'console.filter.show')}
      links={reviewViews.map((show) => ({
        href: addressOf(show, list.aiSystem),
        label: sayOn(chrome, `console.reviews.${show}`),
        on: list.show === show,
      }))}
    />
    {list.systems.length < 2 ? null : (
      <Filters
        label={sayOn(chrome, 'console.column.system')}
        links={[
          {
            href: addressOf(list.show),
            label: sayOn(chrome, 'console.filter.all-systems'),
            on: list.aiSystem === undefined,
          },
          ...list.systems.map(({ key, name }) => ({
            href: addressOf(list.show, key),
            label: name,
            on: list.aiSystem === key,
          })),
        ]}
      />
    )}
  </>
);

export const reviewListPage = (list: ReviewList, chrome: ConsoleChrome): string =>
  consolePageOf({
    title: sayOn(chrome, 'console.nav.reviews'),
    lead: sayOn(chrome, 'console.reviews.lead'),
    chrome: { ...chrome, area: 'reviews' },
    children: (
      <>
        <Narrow list={list} chrome={chrome} />
        <div class="panel">
          {list.items.length === 0 ? (
            <Nothing words={sayOn(chrome, 'console.reviews.none')} />
          ) : (
            <List list={list} chrome={chrome} />
          )}
          {list.isCut ? <p class="quiet">{sayOn(chrome, 'console.list.cut')}</p> : null}
          <Downloads
            chrome={chrome}
            page="/console/reviews"
            files={['reviews.csv', 'reviews.json']}
            query={{ show: list.show, ...defined({ aiSystem: list.aiSystem }) }}
          />
        </div>
      </>
    ),
  });
