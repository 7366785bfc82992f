/**
 * What stays after an erasure, line by line: by law, by a hold, by a wish of the person.
 * Flow:    certify → here → the certificate.
 * Promise: nothing stays that is not named here, with its ground and its end.
 * Source:  docs/design.md 6; docs/law.md 6.2, 6.4.
 */

import { and, eq, sql } from 'drizzle-orm';
import { ask, rowsQuery, type Steps } from '../../store/query.ts';
import { defined } from '../../vocabulary/defined.ts';
import type { KeepGround } from '../../vocabulary/hold.ts';
import { proofUntil } from './consent-proof.ts';
import type { ErasingRoom, Undertaking } from './erasing.ts';

export interface Stay {
  readonly what: string;
  readonly code: string;
  /** The ground in law, where one was named. */
  readonly on?: KeepGround;
  readonly purpose?: string;
  readonly hold?: string;
  readonly until?: number;
}

const p = sql.placeholder;

const proofsFrom = rowsQuery<{ log: number; from: number }>()('proofsFrom', ({ db, t }) =>
  db
    .select({ payload: t.entries.payload })
    .from(t.entries)
    .where(
      and(
        eq(t.entries.kind, sql`'consent.proof-kept'`),
        eq(t.entries.log, p('log')),
        sql`${t.entries.index} >= ${p('from')}`,
      ),
    ),
);

/** The law asks for 24 months from the closing; the end of that day counts. */
function twoYearsAfter(at: number): number {
  const date = new Date(at);
  date.setUTCMonth(date.getUTCMonth() + 24);
  return date.getTime() + 86_400_000;
}

/** Only where there was a choice to prove. */
function* proofStay(room: ErasingRoom, undertaking: Undertaking): Steps<readonly Stay[]> {
  const until = proofUntil(room, undertaking);
  const ground = room.keepConsentProof?.ground;
  if (until === undefined || ground === undefined) return [];
  const { before, request, ids } = undertaking;
  const rows = yield* ask(proofsFrom, { log: before.log, from: before.size });
  const isMine = (payload: Uint8Array | null): boolean =>
    payload !== null &&
    (JSON.parse(Buffer.from(payload).toString()) as { readonly certificate: string }).certificate ===
      (request ?? ids.certified);
  if (!rows.some(({ payload }) => isMine(payload))) return [];
  return [{ what: 'proof of your choices', code: 'consent-proof', on: ground, until }];
}

export function* staysOf(room: ErasingRoom, undertaking: Undertaking, now: number): Steps<readonly Stay[]> {
  const { suppressions, until, holds = [], keep = [] } = undertaking;
  return [
    ...holds.map(
      ({ id, ground, until: end }): Stay => ({
        what: 'what is kept under a legal hold',
        code: 'legal-hold',
        on: ground,
        hold: id,
        ...defined({ until: end }),
      }),
    ),
    ...keep.map(
      ({ purpose, code, until: end }): Stay => ({
        what: 'what the law keeps for a purpose',
        code: 'kept-purpose',
        on: code,
        purpose,
        until: end,
      }),
    ),
    ...(yield* proofStay(room, undertaking)),
    { what: 'the note that a request was made', code: 'request-record', until: twoYearsAfter(now) },
    { what: 'the mark that keeps you erased', code: 'erased-mark', until },
    ...(suppressions.length === 0 ? [] : [{ what: 'your wish to be left alone', code: 'suppression-mark' }]),
    { what: 'bare hashes that say nothing about you', code: 'ledger-hashes' },
    { what: 'this certificate', code: 'certificate' },
  ];
}

/** As the fact and the certificate write it: one by the day, the other to the millisecond. */
export const shownStay = ({ until, ...stay }: Stay, form: (at: number) => string) => ({
  ...stay,
  ...(until === undefined ? {} : { until: form(until) }),
});
