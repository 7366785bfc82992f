/**
 * What is known about one request now: the row that its facts are folded into.
 * Flow:    facts/request (recorded) → here → commands (what step fits), answers (lists, due dates).
 * Promise: plain JSON without free text or identifier; the words of the person and the officer stay sealed in the
 *          facts.
 * Source:  docs/design.md 8.1; docs/promises.md I15.
 */

import type { Actor, DecidedFact, DecidedFactOf, Instant, NewFact } from '../../facts/fact.ts';
import type { RequestLogged, Stopped } from '../../facts/request.ts';
import { defined } from '../../vocabulary/defined.ts';
import type { TreePoint } from '../../vocabulary/place.ts';
import {
  isPauseReason,
  type PauseReason,
  type RequestChannel,
  type RequestKind,
  type RequestState,
  requestIn,
  type VerificationLevel,
} from '../../vocabulary/request.ts';
import { foldTasks, type TaskRow } from './task-row.ts';
import { endedBy, type ToldOfRequest, toldBy } from './told.ts';

export interface ShownClock {
  readonly rule: string;
  readonly source: string;
  readonly words: string;
}

export interface RequestRow {
  readonly id: string;
  /** Absent once the person is erased and only the minimal record stays. */
  readonly subject?: string;
  readonly kind: RequestKind;
  readonly regimes: readonly string[];
  readonly state: RequestState;
  readonly channel: RequestChannel;
  readonly openedBy?: { readonly id: string; readonly role: string; readonly through?: { readonly id: string } };
  readonly receivedAt: Instant;
  readonly dueAt: Instant;
  /** The last instant if the one extension is used; absent where none is left. */
  readonly extendedDueAt?: Instant;
  readonly ackDueAt?: Instant;
  /** The last day before it was extended: until then the extension had to be told. */
  readonly noticeDueAt?: Instant;
  readonly clock: ShownClock;
  readonly verification: VerificationLevel;
  readonly extended: boolean;
  readonly appealed: boolean;
  /** The state to return to, while paused. */
  readonly pausedFrom?: RequestState;
  /** Its pauses, the newest last; one that goes on has no end, and one that began too late moves nothing. */
  readonly pauses?: readonly {
    readonly why: PauseReason;
    readonly from: Instant;
    readonly to?: Instant;
    readonly late?: true;
  }[];
  /** The last instant if a suspension counted that does not move `dueAt`. */
  readonly suspendedDueAt?: Instant;
  readonly language?: string;
  readonly period?: { readonly from?: string; readonly to?: string };
  readonly closedAt?: Instant;
  readonly denialCode?: string;
  /** Who refused it; somebody else decides about an appeal. */
  readonly deniedBy?: string;
  /** Whose link they came in by. */
  readonly deniedThrough?: string;
  /** Who made sure who asks, by a sign-in of their own: through a link nobody can say who it was. */
  readonly verifiedBy?: readonly string[];
  /** The size of the ledger at which the answer was given. */
  readonly treeSize?: number;
  /** The log of that size; the first one where it is left out. */
  readonly treeLog?: number;
  /** What it stopped; absent where it was recorded before requests did. */
  readonly stopped?: readonly Stopped[];
  /** The reviews it opened; it ends when they end. */
  readonly reviews?: readonly string[];
  /** What connected systems have to do for it. */
  readonly tasks?: readonly TaskRow[];
  /** What the person was told of it, the oldest first. */
  readonly told?: readonly ToldOfRequest[];
}

/** Is it an appeal whose answer is owed? Its time counts from the appeal. */
export const isAppeal = ({ appealed, kind }: Pick<RequestRow, 'appealed' | 'kind'>): boolean =>
  appealed || kind === 'dsr-appeal';

const DAY = 86_400_000;

/** What moved the last day after the rule had set it; where only another day is told, nothing did. */
export const clockMoved = (row: RequestRow) => ({
  isAppeal: isAppeal(row),
  extended: row.extended,
  waited:
    !row.appealed &&
    row.suspendedDueAt === undefined &&
    (row.pauses ?? []).some(({ from, to, late }) => late !== true && to !== undefined && to - from >= DAY),
});

export const treePointOf = ({ treeSize, treeLog = 0 }: RequestRow): TreePoint | undefined =>
  treeSize === undefined ? undefined : { log: treeLog, size: treeSize };

const throughOf = ({ through }: Actor) => (through === undefined ? {} : { through: { id: through.id } });

const ms = (time: string): Instant => Date.parse(time);

function without<K extends keyof RequestRow>(row: RequestRow, ...members: readonly K[]): Omit<RequestRow, K> {
  return Object.fromEntries(
    Object.entries(row).filter(([member]) => !(members as readonly string[]).includes(member)),
  ) as Omit<RequestRow, K>;
}

/** The instants of a clock, as a row keeps them. */
const dueOf = (due: {
  dueAt: string;
  extendedDueAt?: string | undefined;
  ackDueAt?: string | undefined;
  clock: ShownClock;
}) => ({
  dueAt: ms(due.dueAt),
  clock: due.clock,
  ...(due.extendedDueAt === undefined ? {} : { extendedDueAt: ms(due.extendedDueAt) }),
  ...(due.ackDueAt === undefined ? {} : { ackDueAt: ms(due.ackDueAt) }),
});

/** Members in an order of their own, because an opened payload has another one, and a rebuilt view is the same view. */
const stoppedRow = ({ kind, purpose, dataCategories, fact, since, already }: Stopped): Stopped => ({
  kind,
  ...defined({ purpose, dataCategories }),
  fact,
  since,
  ...defined({ already }),
});

function opened(fact: DecidedFactOf<'request.received'>): RequestRow {
  const { payload } = fact;
  return {
    id: fact.id,
    subject: fact.subject,
    kind: payload.kind,
    regimes: payload.regimes,
    state: 'received',
    channel: payload.channel,
    openedBy: { id: fact.actor.id, role: fact.actor.role, ...throughOf(fact.actor) },
    receivedAt: ms(payload.receivedAt),
    ...dueOf(payload),
    verification: payload.verification,
    extended: false,
    appealed: false,
    ...defined({
      language: payload.language,
      period: payload.period,
      stopped: payload.stopped?.map(stoppedRow),
      reviews: payload.reviews,
    }),
  };
}

/** What stays when the person is gone. It stands alone, so that the view can be rebuilt from it. */
function loggedRow(payload: RequestLogged): RequestRow {
  return {
    id: payload.request,
    kind: payload.kind,
    regimes: payload.regimes,
    state: payload.outcome,
    channel: payload.channel,
    receivedAt: ms(payload.receivedAt),
    dueAt: ms(payload.dueAt),
    clock: payload.clock,
    verification: 'none',
    extended: false,
    appealed: false,
    ...(payload.closedAt === undefined ? {} : { closedAt: ms(payload.closedAt) }),
    ...defined({ denialCode: payload.denialCode, language: payload.language }),
  };
}

/**
 * A pause of before the reasons were named moved nothing, and moves nothing now; one that began after the last day
 * cannot bring that day back.
 */
const pausedBy = ({ pauses = [], dueAt }: RequestRow, { payload, at }: DecidedFactOf<'request.paused'>) =>
  payload.code !== undefined && isPauseReason(payload.code)
    ? { pauses: [...pauses, { why: payload.code, from: at, ...(at > dueAt ? { late: true as const } : {}) }] }
    : {};

const instantIn = <K extends string>(member: K, time: string | undefined) =>
  time === undefined ? {} : { [member]: ms(time) };

const instantOf = (time: string | undefined, otherwise: Instant): Instant =>
  time === undefined ? otherwise : ms(time);

const resumedBy = ({ pauses }: RequestRow, { payload, at }: DecidedFactOf<'request.resumed'>) => ({
  ...(pauses === undefined
    ? {}
    : { pauses: pauses.map((pause) => ({ to: instantOf(payload.arrivedAt, at), ...pause })) }),
  ...instantIn('dueAt', payload.dueAt),
  ...instantIn('extendedDueAt', payload.extendedDueAt),
  ...instantIn('suspendedDueAt', payload.suspendedDueAt),
});

/** A contest may join a request that stood already. */
function withReview(row: RequestRow, { id, payload }: DecidedFactOf<'review.opened'>): RequestRow {
  const { reviews = [] } = row;
  return payload.request !== row.id || reviews.includes(id) ? row : { ...row, reviews: [...reviews, id] };
}

const verifiedBy = (row: RequestRow, { actor, payload }: DecidedFactOf<'request.verified'>): RequestRow => ({
  ...row,
  state: 'verified',
  verification: payload.level,
  ...(actor.through === undefined ? { verifiedBy: [...new Set([...(row.verifiedBy ?? []), actor.id])] } : {}),
});

/** There is one extension, and it has to be told before the last day that it moves. */
const extendedBy = (row: RequestRow, { payload }: DecidedFactOf<'request.extended'>): RequestRow => ({
  ...without(row, 'extendedDueAt'),
  extended: true,
  dueAt: ms(payload.dueAt),
  noticeDueAt: row.dueAt,
});

/** The row after something was written about the request, a message ended, or a system was asked. */
function told(row: RequestRow, fact: DecidedFact): RequestRow {
  switch (fact.kind) {
    case 'task.opened':
    case 'task.moved':
    case 'task.done':
      return { ...row, tasks: foldTasks(row.tasks ?? [], fact) };
    case 'message.written':
      return { ...row, told: [...(row.told ?? []), toldBy(fact)] };
    case 'message.sent':
    case 'message.given-up':
    case 'message.handed-over':
      return row.told === undefined ? row : { ...row, told: endedBy(row.told, fact) };
    default:
      return row;
  }
}

/** The row after a step; a fact of another area leaves it as it is. */
function stepped(row: RequestRow, fact: DecidedFact): RequestRow {
  switch (fact.kind) {
    case 'request.verified':
      return verifiedBy(row, fact);
    case 'request.extended':
      return extendedBy(row, fact);
    case 'request.paused':
      return { ...row, state: 'paused', pausedFrom: row.state, ...pausedBy(row, fact) };
    case 'request.resumed':
      return { ...without(row, 'pausedFrom'), state: row.pausedFrom ?? row.state, ...resumedBy(row, fact) };
    case 'request.denied':
      return {
        ...without(row, 'pausedFrom', 'deniedThrough'),
        state: 'denied',
        closedAt: fact.at,
        denialCode: fact.payload.code,
        deniedBy: fact.actor.id,
        ...defined({ deniedThrough: fact.actor.through?.id }),
      };
    case 'request.fulfilled': {
      const { treeSize, treeLog, code } = fact.payload;
      const stopped = fact.payload.stopped?.map(stoppedRow);
      const open = without(row, 'denialCode', 'pausedFrom');
      return {
        ...open,
        state: 'fulfilled',
        closedAt: fact.at,
        ...defined({ treeSize, treeLog, denialCode: code, stopped }),
      };
    }
    case 'request.cancelled':
      return { ...without(row, 'pausedFrom'), state: 'cancelled', closedAt: fact.at };
    case 'review.opened':
      return withReview(row, fact);
    case 'request.appealed':
      return {
        ...without(row, 'closedAt', 'extendedDueAt', 'ackDueAt', 'noticeDueAt', 'suspendedDueAt'),
        state: 'appealed',
        appealed: true,
        extended: false,
        ...dueOf(fact.payload),
        ...defined({ stopped: fact.payload.stopped?.map(stoppedRow) ?? row.stopped }),
      };
    default:
      return told(row, fact);
  }
}

/** The request that a fact is about, or nothing for facts of other areas. */
export function requestOf(fact: NewFact): string | undefined {
  switch (fact.kind) {
    case 'request.received':
      return fact.id;
    case 'request.verified':
    case 'request.extended':
    case 'request.paused':
    case 'request.resumed':
    case 'request.denied':
    case 'request.fulfilled':
    case 'request.cancelled':
    case 'request.appealed':
    case 'request.logged':
    case 'review.opened':
    case 'task.opened':
    case 'task.moved':
    case 'task.done':
      return fact.payload.request;
    case 'message.written':
    case 'message.sent':
    case 'message.given-up':
    case 'message.handed-over':
      return requestIn(fact.payload.about);
    default:
      return undefined;
  }
}

/** The row after a fact. A step whose beginning is gone (its payload expired) leaves no row. */
export function foldRequest(row: RequestRow | undefined, fact: DecidedFact): RequestRow | undefined {
  if (fact.kind === 'request.received') return opened(fact);
  if (fact.kind === 'request.logged') return loggedRow(fact.payload);
  return row === undefined ? undefined : stepped(row, fact);
}
