/**
 * The end of what is kept about the requests of an erased person: 24 months after each was closed.
 * Flow:    what-remains (names the end in the certificate), retention-end (keeps it) → here.
 * Promise: never sooner than the law asks for, and not a day longer than the certificate says.
 * Source:  11 CCR 7101(b); docs/law.md 2.6, 6.2; decision 0037.
 */
import { and, eq, isNotNull, sql } from 'drizzle-orm';
import type { RequestLogged } from '../../facts/request.ts';
import { ask, rowsQuery, type Steps, writeQuery } from '../../store/query.ts';
import { DAY_MS } from '../../vocabulary/instant.ts';
import type { Placed } from '../../vocabulary/place.ts';

/** The law asks for 24 months from the closing; the end of that day counts. */
export function endOfRequestRecord(closedAt: number): number {
  const date = new Date(closedAt);
  date.setUTCMonth(date.getUTCMonth() + 24);
  return date.getTime() + DAY_MS;
}

const recordsKept = rowsQuery<object>()('recordsKept', ({ db, t }) =>
  db
    .select({ log: t.entries.log, index: t.entries.index, payload: t.entries.payload })
    .from(t.entries)
    .where(and(eq(t.entries.kind, sql`'request.logged'`), isNotNull(t.entries.payload)))
    .orderBy(t.entries.log, t.entries.index),
);

const dropRecord = writeQuery<{ request: string }>()('dropRecord', ({ db, t }) =>
  db.delete(t.requests).where(eq(t.requests.id, sql.placeholder('request'))),
);

/** Where the records stand whose time is over; their rows in the list of requests go with them. */
export function* endRequestRecords(now: number): Steps<readonly Placed[]> {
  const ended: Placed[] = [];
  for (const { log, index, payload } of yield* ask(recordsKept, {})) {
    if (payload === null) continue;
    const { request, closedAt } = JSON.parse(Buffer.from(payload).toString()) as RequestLogged;
    if (closedAt === undefined || endOfRequestRecord(Date.parse(closedAt)) > now) continue;
    ended.push({ log, index });
    yield* ask(dropRecord, { request });
  }
  return ended;
}
