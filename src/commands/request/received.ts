/**
 * What the arrival of a request records, whoever files it and by which way.
 * Flow:    open.ts, of-contest.ts → here → law (clock) → fact `request.received`.
 * Promise: the clock of every law of the person starts when it arrived; what it stopped and the reviews it opened are
 *          named.
 * Source:  docs/design.md 8.1; docs/law.md 2, 3.
 */
import type { Standing } from '../../evaluation/person.ts';
import type { Instant } from '../../facts/fact.ts';
import type { Mandate, RequestReceived, Stopped } from '../../facts/request.ts';
import { type Calendar, clockFor } from '../../law/law.ts';
import { defined } from '../../vocabulary/defined.ts';
import type { RequestChannel, RequestKind } from '../../vocabulary/request.ts';
import { saysNo } from '../../vocabulary/request-limits.ts';
import type { Caller } from '../command.ts';
import { timeOf } from '../refusal.ts';
import { dueMembers } from './clock-members.ts';

interface RequestAsked {
  readonly kind: RequestKind;
  readonly message?: string;
  readonly language?: string;
  readonly period?: { readonly from?: string; readonly to?: string };
  readonly mandate?: Mandate;
  readonly calendar: Calendar;
}

interface Asker {
  readonly caller: Caller;
  readonly regimes: readonly string[];
  readonly standing: Pick<Standing, 'language'>;
}

interface Opened {
  readonly receivedAt: Instant;
  readonly stopped?: readonly Stopped[];
  readonly reviews: readonly string[];
}

export const channelOf = (caller: Caller): RequestChannel => {
  if (caller.self !== undefined) return 'self';
  return caller.scopes.includes('agent') ? 'agent' : 'staff';
};

export function requestReceived(
  { kind, message, language: written, period, mandate, calendar }: RequestAsked,
  { caller, regimes, standing }: Asker,
  { receivedAt, stopped = [], reviews }: Opened,
): RequestReceived {
  const language = written ?? standing.language;
  const channel = channelOf(caller);
  return {
    v: 1,
    kind,
    regimes: [...regimes],
    channel,
    receivedAt: timeOf(receivedAt),
    ...dueMembers(clockFor({ kind, regimes, receivedAt }, calendar)),
    verification: channel === 'self' ? 'session' : 'none',
    ...defined({ message, language, period, mandate }),
    ...(saysNo(kind) || stopped.length > 0 ? { stopped: [...stopped] } : {}),
    ...(reviews.length === 0 ? {} : { reviews: [...reviews] }),
  };
}
