/**
 * The record of a request that stays by law when the person is erased.
 * Flow:    erasure → here → fact `request.logged`.
 * Promise: id, kind, regimes, channel, instants, outcome and code of denial; no text, no identifier, no subject.
 * Source:  11 CCR 7101(b); DESIGN section 6.
 */
import type { RequestLogged } from '../../facts/request.ts';
import type { RequestRow } from './request-row.ts';

const rfc3339 = (instant: number): string => new Date(instant).toISOString();

/** `closedAt` closes a request that was still open: the erasure ended it. */
export function minimalRecord(row: RequestRow, closedAt: number): RequestLogged {
  const open = row.closedAt === undefined;
  return {
    v: 1,
    request: row.id,
    kind: row.kind,
    regimes: [...row.regimes],
    channel: row.channel,
    receivedAt: rfc3339(row.receivedAt),
    dueAt: rfc3339(row.dueAt),
    clock: row.clock,
    closedAt: rfc3339(row.closedAt ?? closedAt),
    outcome: open ? 'cancelled' : row.state,
    ...(row.denialCode === undefined ? {} : { denialCode: row.denialCode }),
  };
}
