/**
 * Proof that choices were made, kept without the person where the company asked for it, and its end.
 * Flow:    commit-erasure (before the views go) → here → facts `consent.proof-kept`; retention-end → here →
 *          `payload.expired`.
 * Promise: purpose, versions, act and instants, and nothing else; it is off unless it was switched on, and it ends.
 * Source:  GDPR 7(1), 17(3)(e); docs/design.md 6.
 */

import { and, eq, isNotNull, sql } from 'drizzle-orm';
import type { Act, ConsentAct } from '../../evaluation/person.ts';
import { endOf } from '../../evaluation/span.ts';
import type { ConsentProofKept } from '../../facts/erasure.ts';
import type { NewFact } from '../../facts/fact.ts';
import { newId } from '../../seal/seal.ts';
import { ask, rowsQuery, type Steps } from '../../store/query.ts';
import { consentStates } from '../../vocabulary/consent.ts';
import { defined } from '../../vocabulary/defined.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import type { Placed } from '../../vocabulary/place.ts';
import { actsOf } from '../queries.ts';
import type { ErasurePlan, ErasureSetup } from './erasure.ts';

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
export const proofEnd = ({ keepConsentProof }: ErasureSetup, { at }: Pick<ErasurePlan, 'at'>): number | undefined =>
  keepConsentProof === undefined ? undefined : endOf(at, keepConsentProof.span);

export function* factsOfProof(setup: ErasureSetup, plan: ErasurePlan): Steps<readonly NewFact[]> {
  const until = proofEnd(setup, plan);
  if (setup.keepConsentProof === undefined || until === undefined) return [];
  const { ground } = setup.keepConsentProof;
  const { subject, request, ids } = plan;
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

/** Where the proofs stand whose time is over. */
export function* endedProofs(now: number): Steps<readonly Placed[]> {
  return (yield* ask(proofsKept, {})).filter(({ payload }) => hasEnded(payload, now));
}
