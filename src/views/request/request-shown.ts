/**
 * A request as replies and lists show it.
 * Flow:    the row → here → the replies of commands, the lists and pages of answers.
 * Promise: the members that docs/design.md 8.1 fixes are always there; nothing of the person's words is shown.
 * Source:  docs/design.md 8.1.
 */

import type { Stopped } from '../../facts/request.ts';
import { defined } from '../../vocabulary/defined.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import type { RequestRow, ShownClock } from './request-row.ts';
import { acknowledgedAt } from './told.ts';

export interface ShownRequest {
  readonly id: string;
  readonly subject?: string;
  readonly kind: string;
  readonly regimes: readonly string[];
  readonly state: string;
  readonly channel: string;
  readonly receivedAt: string;
  readonly dueAt: string;
  readonly suspendedDueAt?: string;
  readonly ackDueAt?: string;
  readonly acknowledgedAt?: string;
  readonly clock: ShownClock;
  readonly verification: string;
  readonly extended: boolean;
  readonly appealed: boolean;
  readonly language?: string;
  readonly period?: { readonly from?: string; readonly to?: string };
  readonly closedAt?: string;
  readonly denialCode?: string;
  readonly treeSize?: number;
  readonly stopped?: readonly ShownStop[];
  readonly reviews?: readonly string[];
}

interface ShownStop extends Omit<Stopped, 'fact' | 'purpose'> {
  readonly id: string;
  readonly purpose: string | null;
}

const showStop = ({ fact, purpose, ...stop }: Stopped): ShownStop => ({ id: fact, ...stop, purpose: purpose ?? null });

/** Only where a law asks for it. */
function acknowledged(row: RequestRow): { readonly acknowledgedAt?: string } {
  const at = row.ackDueAt === undefined ? undefined : acknowledgedAt(row);
  return at === undefined ? {} : { acknowledgedAt: timeOf(at) };
}

export function showRequest(row: RequestRow): ShownRequest {
  return {
    id: row.id,
    ...defined({ subject: row.subject }),
    kind: row.kind,
    regimes: row.regimes,
    state: row.state,
    channel: row.channel,
    receivedAt: timeOf(row.receivedAt),
    dueAt: timeOf(row.dueAt),
    ...(row.suspendedDueAt === undefined ? {} : { suspendedDueAt: timeOf(row.suspendedDueAt) }),
    ...(row.ackDueAt === undefined ? {} : { ackDueAt: timeOf(row.ackDueAt) }),
    ...acknowledged(row),
    clock: row.clock,
    verification: row.verification,
    extended: row.extended,
    appealed: row.appealed,
    ...defined({ language: row.language, period: row.period }),
    ...(row.closedAt === undefined ? {} : { closedAt: timeOf(row.closedAt) }),
    ...defined({
      denialCode: row.denialCode,
      treeSize: row.treeSize,
      stopped: row.stopped?.map(showStop),
      reviews: row.reviews,
    }),
  };
}
