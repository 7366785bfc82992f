/**
 * Proof that choices were made, kept without the person where the company asked for it, and its end.
 * Flow:    gone (before the views go) → here → facts `consent.proof-kept`; sweep → here → `payload.expired`.
 * Promise: purpose, versions, act and instants, and nothing else; it is off unless it was switched on, and it ends.
 * Source:  GDPR 7(1), 17(3)(e); docs/design.md 6.
 */

import { and, eq, isNotNull, sql } from 'drizzle-orm';
import type { Act, ConsentAct } from '../../evaluation/person.ts';
import { endOf } from '../../evaluation/span.ts';
import type { ConsentProofKept } from '../../facts/erasure.ts';
import type { NewFact } from '../../facts/fact.ts';
import { newId } from '../../seal/seal.ts';
import { ask, put, rowsQuery, type Steps } from '../../store/query.ts';
import { consentStates } from '../../vocabulary/consent.ts';
import { defined } from '../../vocabulary/defined.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import { actsOf } from '../queries.ts';
import type { ErasingRoom, Undertaking } from './erasing.ts';
import { expire } from './erasure-queries.ts';
import { countOf, partsOf, type Range, rangesOf } from './ranges.ts';
import { type Grown, recordFacts } from './record-facts.ts';

const ACTS_PER_FACT = 200;

const proofsKept = rowsQuery<object>()('proofsKept', ({ db, t }) =>
  db
    .select({ log: t.entries.log, index: t.entries.index, payload: t.entries.payload })
    .from(t.entries)
    .where(and(eq(t.entries.kind, sql`'consent.proof-kept'`), isNotNull(t.entries.payload)))
    .orderBy(t.entries.log, t.entries.index),
);

const isChoice = (act: Act): act is ConsentAct =>
  (consentStates as readonly string[]).includes(act.what) && 'purposeVersion' in act;

const proofOf = ({
  purpose,
  purposeVersion,
  notice,
  what,
  at,
  occurredAt,
}: ConsentAct): ConsentProofKept['acts'][number] => ({
  purpose,
  purposeVersion,
  ...defined({ notice }),
  act: what,
  at: timeOf(at),
  ...(occurredAt === undefined ? {} : { occurredAt: timeOf(occurredAt) }),
});

/** Until when, where proof is kept at all. */
export const proofUntil = ({ keepConsentProof }: ErasingRoom, { at }: Pick<Undertaking, 'at'>): number | undefined =>
  keepConsentProof === undefined ? undefined : endOf(at, keepConsentProof.span);

export function* keptProof(room: ErasingRoom, undertaking: Undertaking): Steps<readonly NewFact[]> {
  const until = proofUntil(room, undertaking);
  if (room.keepConsentProof === undefined || until === undefined) return [];
  const { ground } = room.keepConsentProof;
  const { subject, request, ids } = undertaking;
  const acts = (yield* ask(actsOf, { subjects: [subject] })).map(({ doc }) => JSON.parse(doc) as Act).filter(isChoice);
  const parts = Array.from({ length: Math.ceil(acts.length / ACTS_PER_FACT) }, (_, i) =>
    acts.slice(i * ACTS_PER_FACT, (i + 1) * ACTS_PER_FACT),
  );
  return parts.map((part) => ({
    id: newId('fact'),
    kind: 'consent.proof-kept',
    payload: { v: 1, certificate: request ?? ids.certified, ground, until: timeOf(until), acts: part.map(proofOf) },
  }));
}

const hasEnded = (payload: Uint8Array | null, now: number): boolean =>
  payload !== null && Date.parse((JSON.parse(Buffer.from(payload).toString()) as ConsentProofKept).until) <= now;

/** Empties the proofs whose time is over, under a fact that says so. */
export function* expireProofs(room: ErasingRoom, now: number): Steps<Grown | undefined> {
  const over = (yield* ask(proofsKept, {})).filter(({ payload }) => hasEnded(payload, now));
  if (over.length === 0) return undefined;
  const parts = partsOf(rangesOf(over));
  const count = countOf(parts.flat());
  const facts = parts.map(
    (covers, i): NewFact => ({
      id: newId('fact'),
      kind: 'payload.expired',
      payload: { v: 1, covers, count, part: i + 1, parts: parts.length },
    }),
  );
  const grown = yield* recordFacts(room, facts);
  for (const [i, ranges] of parts.entries()) yield* emptied(ranges, facts[i]?.id ?? '');
  return grown;
}

function* emptied(ranges: readonly Range[], fact: string): Steps<void> {
  yield* put(
    'covered',
    ranges.map((range) => ({ ...range, fact, what: 'expired' })),
  );
  for (const range of ranges) yield* ask(expire, { ...range });
}
