/**
 * The first page of the console: what waits for whoever is signed in, what is late first.
 * Flow:    http/handlers/console/start.ts → here → frame.tsx.
 * Promise: only what the session may open stands here; of a person no more than the pseudonym.
 * Source:  docs/design.md 12 (console); docs/law.md 2.1, 7.
 */
import type { BreachWork } from '../../answers/console/breach-work.ts';
import type { Due } from '../../answers/console/due.ts';
import type { RequestCard } from '../../answers/console/request-work.ts';
import type { ReviewCard } from '../../answers/console/review-card.ts';
import type { SystemState } from '../../answers/console/systems.ts';
import type { FollowUp } from '../../answers/subject/follow-ups.ts';
import { waysOfShowing } from '../../vocabulary/notice.ts';
import { countOn, dayOn, sayOn } from '../chrome.ts';
import { Icon } from '../icons.tsx';
import { Clocks, shortly } from './breach-parts.tsx';
import { type ConsoleChrome, consolePageOf, mayOn } from './frame.tsx';
import { DueDay, Figure, Form, Nothing, Panel, Select } from './parts.tsx';
import { RequestTable } from './request-list.tsx';
import { ReviewTable } from './review-list.tsx';
import { ViewsPanel } from './saved-views.tsx';
import { ToTell } from './untold.tsx';

interface Start {
  /** Absent where the session may not see them. */
  readonly reviews?: {
    readonly mine: readonly ReviewCard[];
    readonly free: readonly ReviewCard[];
    readonly late: number;
    readonly waiting: number;
  };
  readonly requests?: { readonly next: readonly RequestCard[]; readonly late: number; readonly waiting: number };
  readonly stopped?: readonly SystemState[];
  /** How many uses of a year had no permission. */
  readonly uncovered?: number;
  /** Rows that are not what this service wrote. */
  readonly unfit?: readonly { readonly table: string; readonly key: string }[];
  /** People whom somebody has to go after. */
  readonly followUps?: readonly FollowUp[];
  /** Requests of which law wants people told something that has not reached them. */
  readonly untold?: readonly RequestCard[];
  /** Breaches of which the authority must still be told. */
  readonly breaches?: readonly BreachWork[];
  /** Outcomes that law wants people told of, and that have not reached them. */
  readonly notices?: readonly { readonly decision: string; readonly due: Due }[];
}

interface Props {
  readonly start: Start;
  readonly chrome: ConsoleChrome;
}

const Figures = ({ start: { reviews, requests, stopped }, chrome }: Props) => {
  const late = (count: number) => (count === 0 ? {} : { note: sayOn(chrome, 'console.start.late', { count }) });
  return (
    <dl class="figures">
      {reviews === undefined ? null : (
        <>
          <Figure title={sayOn(chrome, 'console.start.mine')} value={countOn(chrome, reviews.mine.length)} />
          <Figure
            title={sayOn(chrome, 'console.start.reviews')}
            value={countOn(chrome, reviews.waiting)}
            {...late(reviews.late)}
          />
        </>
      )}
      {requests === undefined ? null : (
        <Figure
          title={sayOn(chrome, 'console.start.requests')}
          value={countOn(chrome, requests.waiting)}
          {...late(requests.late)}
        />
      )}
      {stopped === undefined ? null : (
        <Figure title={sayOn(chrome, 'console.start.stopped')} value={countOn(chrome, stopped.length)} />
      )}
    </dl>
  );
};

const Reviews = ({ start: { reviews }, chrome }: Props) =>
  reviews === undefined ? null : (
    <>
      <Panel id="mine" title={sayOn(chrome, 'console.start.mine')}>
        {reviews.mine.length === 0 ? (
          <Nothing words={sayOn(chrome, 'console.start.mine.none')} />
        ) : (
          <ReviewTable items={reviews.mine} chrome={chrome} />
        )}
      </Panel>
      <Panel id="free" title={sayOn(chrome, 'console.start.free')} note={sayOn(chrome, 'console.start.free.note')}>
        {reviews.free.length === 0 ? (
          <Nothing words={sayOn(chrome, 'console.start.free.none')} />
        ) : (
          <ReviewTable items={reviews.free} chrome={chrome} />
        )}
        <p class="more-link">
          <a href="/console/reviews">{sayOn(chrome, 'console.reviews.all')}</a>
        </p>
      </Panel>
    </>
  );

const Requests = ({ start: { requests }, chrome }: Props) =>
  requests === undefined ? null : (
    <Panel id="requests" title={sayOn(chrome, 'console.start.due')}>
      {requests.next.length === 0 ? (
        <Nothing words={sayOn(chrome, 'console.requests.none')} />
      ) : (
        <RequestTable items={requests.next} chrome={chrome} />
      )}
      <p class="more-link">
        <a href="/console/requests">{sayOn(chrome, 'console.requests.all')}</a>
      </p>
    </Panel>
  );

/** Before everything else: people's data was used, and nothing on record allowed it. */
const Uncovered = ({ start: { uncovered = 0 }, chrome }: Props) =>
  uncovered === 0 ? null : (
    <Panel id="uncovered" title={sayOn(chrome, 'console.oversight.withoutPermission')}>
      <p class="warning" role="alert">
        <Icon name="late" />
        <span>{sayOn(chrome, 'console.withoutPermission.alarm', { count: uncovered })}</span>
      </p>
      <p class="more-link">
        <a href="/console/oversight/uses-without-permission">{sayOn(chrome, 'console.withoutPermission.see')}</a>
      </p>
    </Panel>
  );

/** Somebody changed the database past this service; whoever a row is about is refused until it is mended. */
const Unfit = ({ start: { unfit = [] }, chrome }: Props) =>
  unfit.length === 0 ? null : (
    <Panel id="unfit" title={sayOn(chrome, 'console.unfit.title')}>
      <p class="warning" role="alert">
        <Icon name="late" />
        <span>{sayOn(chrome, 'console.unfit.alarm', { count: unfit.length })}</span>
      </p>
      <ul class="rows">
        {unfit.map(({ table, key }) => (
          <li>
            {table}: <span class="hash">{key}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );

const Breaches = ({ start: { breaches = [] }, chrome }: Props) =>
  breaches.length === 0 ? null : (
    <Panel id="breaches" title={sayOn(chrome, 'console.breaches.due.title')}>
      {breaches.map((breach) => (
        <div class="case">
          <p>
            <a href={`/console/breaches/${breach.id}`}>{shortly(breach.what)}</a>
          </p>
          <Clocks breach={breach} chrome={chrome} />
        </div>
      ))}
    </Panel>
  );

const Stopped = ({ start: { stopped }, chrome }: Props) =>
  stopped === undefined || stopped.length === 0 ? null : (
    <Panel id="stopped" title={sayOn(chrome, 'console.start.stopped')}>
      <ul class="rows">
        {stopped.map(({ key, name, stop }) => (
          <li>
            <a href={`/console/systems/${key}`}>{name}</a>
            {stop === null ? null : `: ${sayOn(chrome, 'console.system.stopped-on', { day: dayOn(chrome, stop.at) })}`}
          </li>
        ))}
      </ul>
    </Panel>
  );

const followUpWords = (chrome: ConsoleChrome, one: FollowUp): string =>
  one.why === 'identifier-shared'
    ? sayOn(chrome, 'console.follow.shared', { others: one.others.join(', ') })
    : sayOn(chrome, 'console.follow.undone', {
        purpose: one.purpose,
        said: dayOn(chrome, one.saidAt),
        came: dayOn(chrome, one.recordedAt),
      });

const FollowUps = ({ start: { followUps }, chrome }: Props) =>
  followUps === undefined || followUps.length === 0 ? null : (
    <Panel id="follow-ups" title={sayOn(chrome, 'console.follow.title')} note={sayOn(chrome, 'console.follow.note')}>
      <ul class="rows">
        {followUps.map((one) => (
          <li>
            <span class="hash">{one.subject}</span>: {followUpWords(chrome, one)}
          </li>
        ))}
      </ul>
    </Panel>
  );

const Notices = ({ start: { notices }, chrome }: Props) =>
  notices === undefined || notices.length === 0 ? null : (
    <Panel id="notices" title={sayOn(chrome, 'console.told.title')} note={sayOn(chrome, 'console.told.note')}>
      {notices.map(({ decision, due }) => (
        <div class="case">
          <p>
            {mayOn(chrome, 'explain') ? (
              <a href={`/console/decisions/${decision}`}>
                {sayOn(chrome, 'console.told.decision')} <span class="hash">{decision.slice(-6)}</span>
              </a>
            ) : (
              <span class="hash">{decision.slice(-6)}</span>
            )}
            , <DueDay due={due} />
          </p>
          <div class="search-row">
            <Form
              chrome={chrome}
              action={`/console/notices/${decision}/given`}
              label={sayOn(chrome, 'console.told.send')}
              look="quiet"
            >
              <Select
                id={`how-${decision}`}
                name="how"
                label={sayOn(chrome, 'console.told.how')}
                options={waysOfShowing.map((way) => ({ value: way, label: sayOn(chrome, `console.told.${way}`) }))}
              />
            </Form>
          </div>
        </div>
      ))}
    </Panel>
  );

const UntoldRequests = ({ start: { untold = [] }, chrome }: Props) =>
  untold.length === 0 ? null : (
    <Panel id="untold" title={sayOn(chrome, 'console.untold.title')} note={sayOn(chrome, 'console.told.note')}>
      {untold.map((request) => (
        <div class="case">
          <p>
            <a href={`/console/requests/${request.id}`}>
              {request.title} <span class="hash">{request.id.slice(-6)}</span>
            </a>
          </p>
          <ToTell request={request} chrome={chrome} />
        </div>
      ))}
    </Panel>
  );

export const startPage = (start: Start, chrome: ConsoleChrome): string =>
  consolePageOf({
    title: sayOn(chrome, 'console.start.title'),
    lead: sayOn(chrome, 'console.start.lead'),
    chrome: { ...chrome, area: 'start' },
    children: (
      <>
        <Unfit start={start} chrome={chrome} />
        <Uncovered start={start} chrome={chrome} />
        <Breaches start={start} chrome={chrome} />
        <Figures start={start} chrome={chrome} />
        <Stopped start={start} chrome={chrome} />
        <FollowUps start={start} chrome={chrome} />
        <Notices start={start} chrome={chrome} />
        <UntoldRequests start={start} chrome={chrome} />
        <Reviews start={start} chrome={chrome} />
        <Requests start={start} chrome={chrome} />
        <ViewsPanel chrome={chrome} />
      </>
    ),
  });
