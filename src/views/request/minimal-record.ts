/**
 * The record of a request that stays by law when the person is erased.
 * Flow:    erasure → here → fact `request.logged`.
 * Promise: id, kind, regimes, channel, instants, outcome and code of denial; no text, no identifier, no subject.
 * Source:  11 CCR 7101(b); docs/design.md 6.
 */

import type { RequestLogged } from '../../facts/request.ts';
import { defined } from '../../vocabulary/defined.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import type { RequestRow } from './request-row.ts';

/** `closedAt` closes a request that was still open: the erasure ended it. */
export function minimalRecord(row: RequestRow, closedAt: number): RequestLogged {
  const open = row.closedAt === undefined;
  return {
    v: 1,
    request: row.id,
    kind: row.kind,
    regimes: [...row.regimes],
    channel: row.channel,
    receivedAt: timeOf(row.receivedAt),
    dueAt: timeOf(row.dueAt),
    clock: row.clock,
    closedAt: timeOf(row.closedAt ?? closedAt),
    outcome: open ? 'cancelled' : row.state,
    ...defined({ denialCode: row.denialCode, language: row.language }),
  };
}
