/**
 * A request as replies and lists show it.
 * Flow:    the row → here → the replies of commands, the lists and pages of answers.
 * Promise: the members that docs/design.md 8.1 fixes are always there; nothing of the person's words is shown.
 * Source:  docs/design.md 8.1.
 */

import { defined } from '../../vocabulary/defined.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import type { RequestRow, ShownClock } from './request-row.ts';

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
  readonly clock: ShownClock;
  readonly verification: string;
  readonly extended: boolean;
  readonly appealed: boolean;
  readonly language?: string;
  readonly period?: { readonly from?: string; readonly to?: string };
  readonly closedAt?: string;
  readonly denialCode?: string;
  readonly treeSize?: number;
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
    clock: row.clock,
    verification: row.verification,
    extended: row.extended,
    appealed: row.appealed,
    ...defined({ language: row.language, period: row.period }),
    ...(row.closedAt === undefined ? {} : { closedAt: timeOf(row.closedAt) }),
    ...defined({ denialCode: row.denialCode, treeSize: row.treeSize }),
  };
}
