/**
 * A request as replies and lists show it.
 * Flow:    the row → here → the replies of commands, the lists and pages of answers.
 * Promise: the members that DESIGN 8.1 fixes are always there; nothing of the person's words is shown.
 * Source:  DESIGN section 8.1.
 */
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

const rfc3339 = (instant: number): string => new Date(instant).toISOString();

export function showRequest(row: RequestRow): ShownRequest {
  return {
    id: row.id,
    ...(row.subject === undefined ? {} : { subject: row.subject }),
    kind: row.kind,
    regimes: row.regimes,
    state: row.state,
    channel: row.channel,
    receivedAt: rfc3339(row.receivedAt),
    dueAt: rfc3339(row.dueAt),
    ...(row.ackDueAt === undefined ? {} : { ackDueAt: rfc3339(row.ackDueAt) }),
    clock: row.clock,
    verification: row.verification,
    extended: row.extended,
    appealed: row.appealed,
    ...(row.language === undefined ? {} : { language: row.language }),
    ...(row.period === undefined ? {} : { period: row.period }),
    ...(row.closedAt === undefined ? {} : { closedAt: rfc3339(row.closedAt) }),
    ...(row.denialCode === undefined ? {} : { denialCode: row.denialCode }),
    ...(row.treeSize === undefined ? {} : { treeSize: row.treeSize }),
  };
}
