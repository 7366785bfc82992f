/**
 * The lists of the console as files: which items, and which of their members are the columns of its table.
 * Flow:    http/handlers/console/files.ts → here → the questions of the pages and of the API, list-file.ts.
 * Promise: the items are those of the page under the same filters, all of them, as the API shows them; people by
 *          pseudonym. Read in one order, whatever becomes of an item meanwhile, so that none stands there twice.
 * Source:  decision 0129.
 */
import type { AffectedWanted } from '../../ports/breach-reads.ts';
import type { FoundRun, Reads } from '../../ports/reads.ts';
import type { RequestRow } from '../../views/request/request-row.ts';
import { type ShownRequest, showRequest } from '../../views/request/request-shown.ts';
import type { ReviewRow } from '../../views/review/review-row.ts';
import { showReview } from '../../views/review/review-shown.ts';
import { defined } from '../../vocabulary/defined.ts';
import { isOpenRequest } from '../../vocabulary/request.ts';
import { isOpenReview } from '../../vocabulary/review.ts';
import type { SettingShown } from '../../vocabulary/setting.ts';
import { askReached, type ShownBreach } from '../breach/ask.ts';
import { askAffected, type TimeSpan } from '../oversight/ask.ts';
import { askEachUseWithoutPermission } from '../oversight/without-permission.ts';
import { everyProposal } from '../proposal/ask.ts';
import { askOpenTasks } from '../request/open-tasks.ts';
import { askNoLonger, askRuns } from '../training/ask.ts';
import { isLate, isWanted, type RequestQueueQuery, type ReviewQueueQuery } from './ask-queues.ts';
import { type ConnectedWants, isTaskWanted } from './connected.ts';
import { everyItem, type ListFile, listFile } from './list-file.ts';
import type { PublishedLine } from './published.ts';
import { requestCard } from './request-work.ts';
import { type ConsoleContext, reviewCard } from './review-card.ts';
import { type SeenMember, type StaffMember, staffLine } from './staff.ts';

/** So many are read at once. */
const limit = 200;

interface RequestsWanted extends RequestQueueQuery {
  readonly work: ConsoleContext;
  readonly shown: (row: RequestRow) => ShownRequest;
}

async function* requestsOf(reads: Reads, { show, kind, work, shown }: RequestsWanted): AsyncGenerator<ShownRequest> {
  const rows = everyItem<RequestRow, number>((before) => reads.requests({ limit, ...defined({ before, kind }) }));
  for await (const row of rows) {
    const isAskedFor = isOpenRequest(row.state) ? show !== 'ended' : show === 'ended';
    if (isAskedFor && (show !== 'late' || isLate(requestCard(row, work)))) yield shown(row);
  }
}

const ofRequests = [
  'id',
  'kind',
  'state',
  'receivedAt',
  'dueAt',
  'extended',
  'verification',
  'channel',
  'regimes',
  'subject',
  'closedAt',
  'denialCode',
  'appealed',
] as const;

export const requestsFile = (reads: Reads, wanted: RequestsWanted): ListFile =>
  listFile(() => requestsOf(reads, wanted), ofRequests);

async function* requestsAbout(reads: Reads, subject: string): AsyncGenerator<ShownRequest> {
  const rows = everyItem<RequestRow, number>((before) => reads.requests({ subject, limit, ...defined({ before }) }));
  for await (const row of rows) yield showRequest(row);
}

export const requestsOfFile = (reads: Reads, subject: string): ListFile =>
  listFile(() => requestsAbout(reads, subject), ofRequests);

async function* reviewsOf(reads: Reads, { show, aiSystem }: ReviewQueueQuery, work: ConsoleContext) {
  const rows = everyItem<ReviewRow, number>((before) => reads.reviews({ limit, ...defined({ before, aiSystem }) }));
  for await (const row of rows) {
    const isAskedFor = show === 'ended' ? row.state === 'concluded' : isOpenReview(row);
    if (isAskedFor && isWanted(reviewCard(row, work), show)) yield showReview(row);
  }
}

export const reviewsFile = (reads: Reads, wanted: ReviewQueueQuery, work: ConsoleContext): ListFile =>
  listFile(
    () => reviewsOf(reads, wanted, work),
    [
      'id',
      'aiSystem',
      'decision',
      'why',
      'state',
      'openedAt',
      'dueAt',
      'reviewers',
      'regimes',
      'subject',
      'closedAt',
      'outcome',
    ],
  );

export const tasksFile = (reads: Reads, wanted: ConnectedWants): ListFile =>
  listFile(
    () => everyItem((before?: number) => askOpenTasks(reads, { limit, ...defined({ before }) }, isTaskWanted(wanted))),
    ['request', 'system', 'name', 'work', 'kind', 'state', 'tries', 'code', 'details', 'nextAt'],
  );

export const proposalsFile = (reads: Reads): ListFile =>
  listFile(
    () => everyProposal(reads),
    ['id', 'act', 'state', 'by', 'at', 'until', 'subject', 'settledBy', 'settledAt'],
  );

export const affectedFile = (reads: Reads, wanted: TimeSpan & { readonly key: string }): ListFile =>
  listFile(
    () => everyItem((after?: string) => askAffected(reads, { ...wanted, limit, ...defined({ after }) })),
    ['decision', 'decidedAt', 'adverse', 'effect', 'review', 'subject'],
  );

type UsesWanted = TimeSpan & { readonly service?: string; readonly aiSystem?: string };

export const usesFile = (reads: Reads, wanted: UsesWanted): ListFile =>
  listFile(
    () =>
      everyItem((before?: number) => askEachUseWithoutPermission(reads, { ...wanted, limit, ...defined({ before }) })),
    [
      'log',
      'index',
      'id',
      'occurredAt',
      'recordedAt',
      'aiSystem',
      'service',
      'purpose',
      'dataCategories',
      'subject',
      'reason',
    ],
  );

export const runsFile = (reads: Reads): ListFile =>
  listFile(
    () => everyItem((before?: number) => askRuns(reads, { limit, ...defined({ before }) })),
    ['id', 'aiSystem', 'modelVersion', 'purpose', 'state', 'included', 'refused', 'registeredAt', 'endedAt'],
  );

async function* noLongerOf(reads: Reads, run: FoundRun) {
  const people = everyItem((after: string | undefined) => askNoLonger(reads, run, { limit, after: after ?? '' }));
  for await (const { identifiers: _clear, ...person } of people) yield person;
}

export const noLongerFile = (reads: Reads, run: FoundRun): ListFile =>
  listFile(() => noLongerOf(reads, run), ['subject', 'reason', 'since']);

export const settingsFile = (settings: readonly SettingShown[]): ListFile =>
  listFile(() => settings, ['name', 'group', 'source', 'isSecret', 'value']);

/** A number of people that is withheld is an empty cell. */
export const versionsFile = (lines: readonly PublishedLine[]): ListFile =>
  listFile(
    () => lines.flatMap(({ versions, ...line }) => versions.map((version) => ({ ...line, ...version }))),
    ['area', 'key', 'name', 'version', 'publishedAt', 'asksAgain', 'isHardToRead', 'people'],
  );

async function* staffOf(members: readonly StaffMember[], seen: (member: StaffMember) => Promise<SeenMember>) {
  for (const member of members) yield staffLine(await seen(member));
}

export const staffFile = (...asked: Parameters<typeof staffOf>): ListFile =>
  listFile(
    () => staffOf(...asked),
    ['actor', 'state', 'roles', 'scopes', 'sessions', 'links', 'lastSeenAt', 'endedAt', 'cause'],
  );

const ofBreaches = [
  'id',
  'what',
  'noticedAt',
  'recordedAt',
  'regimes',
  'from',
  'to',
  'aiSystems',
  'purposes',
  'dataCategories',
  'dueAt',
  'isLate',
  'authority',
  'people',
] as const;

const stateOf = ({ state }: ShownBreach['authority']): string => state;

export const breachesFile = (breaches: readonly ShownBreach[]): ListFile => ({
  table: listFile(
    () =>
      breaches.map(({ authority, people, ...breach }) => ({
        ...breach,
        authority: stateOf(authority),
        people: stateOf(people),
      })),
    ofBreaches,
  ).table,
  json: listFile(() => breaches, ofBreaches).json,
});

/** By pseudonym, as every list of the console; the API has their customer numbers. */
async function* reachedOf(reads: Reads, wanted: AffectedWanted) {
  const people = everyItem((after: string | undefined) => askReached(reads, wanted, { limit, after: after ?? '' }));
  for await (const { identifiers: _clear, ...person } of people) yield person;
}

export const reachedFile = (reads: Reads, wanted: AffectedWanted): ListFile =>
  listFile(() => reachedOf(reads, wanted), ['subject', 'uses']);
