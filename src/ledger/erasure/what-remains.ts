/**
 * What remains of a person after an erasure: decided at its beginning, and listed line by line in its certificate.
 * Flow:    begin-erasure (before the views of the person go) → here; certify-erasure → here → the certificate.
 * Promise: what an officer names must fit the law of this person; after a restore exactly what the journal says stays,
 *          and nothing of a hold that has ended since. Nothing stays that is not listed, with its ground and its end.
 * Source:  GDPR 17(3); docs/design.md 6; docs/law.md 6.2, 6.4.
 */

import { and, eq, ne, sql } from 'drizzle-orm';
import { basisFor } from '../../evaluation/case.ts';
import { standingHolds } from '../../evaluation/holds.ts';
import { type Keep, keepsByLaw } from '../../evaluation/keeps.ts';
import { emptyStanding, regimesOr, type Standing } from '../../evaluation/person.ts';
import { inForceOrFirst } from '../../evaluation/registry.ts';
import { ask, rowsQuery, type Steps } from '../../store/query.ts';
import { defined } from '../../vocabulary/defined.ts';
import type { KeepGround } from '../../vocabulary/hold.ts';
import { type FieldError, type Problem, problem } from '../../vocabulary/problems.ts';
import type { HoldLine, IntentLine } from '../journal.ts';
import type { Loaded } from '../loaded.ts';
import { freshRegistry } from '../registry-memory.ts';
import { proofEnd } from './consent-proof.ts';
import type { ErasurePlan, ErasureSetup } from './erasure.ts';
import { endOfRequestRecord } from './request-record.ts';

const p = sql.placeholder;

const lastUses = rowsQuery<{ subject: string }>()('lastUses', ({ db, t }) =>
  db
    .select({ purpose: t.uses.purpose, at: sql<number>`max(${t.uses.occurredAt})`.mapWith(Number) })
    .from(t.uses)
    .where(sql`${eq(t.uses.subject, p('subject'))} and ${ne(t.uses.outcome, sql`'refused'`)}`)
    .groupBy(t.uses.purpose),
);

interface Wish {
  readonly keep?: readonly Keep[];
  readonly again?: IntentLine;
  readonly ended?: ReadonlySet<string>;
}
interface About {
  readonly loaded: Loaded;
  readonly subject: string;
  readonly now: number;
}

const standingOf = ({ loaded, subject }: About): Standing => loaded.people.get(subject)?.standing ?? emptyStanding;

/** An officer cannot keep for a purpose that does not exist, for a time that is over, or on a duty that is none. */
export function* checkKeep(setup: ErasureSetup, { keep = [] }: Wish, about: About): Steps<Problem | undefined> {
  if (keep.length === 0) return undefined;
  const registry = yield* freshRegistry(setup.room, setup.room.memory.registry);
  const regimes = regimesOr(standingOf(about), setup.room.defaultRegime);
  const errors = keep.flatMap(({ purpose: key, code, until }, i): readonly FieldError[] => {
    const purpose = inForceOrFirst(registry.purposes.get(key), about.now);
    if (purpose === undefined) return [unfit(`/keep/${i}/purpose`, 'unknown-purpose', 'Name a published purpose.')];
    if (until <= about.now)
      return [unfit(`/keep/${i}/until`, 'in-the-past', 'Name a later moment, or keep nothing for this purpose.')];
    const isOwed =
      code !== 'legal-obligation' ||
      regimes.some((regime) => basisFor(purpose, regime, about.now) === 'legal-obligation');
    return isOwed
      ? []
      : [
          unfit(
            `/keep/${i}/code`,
            'no-legal-obligation',
            'This purpose rests on no legal obligation for this person; name a code of GDPR 17(3).',
          ),
        ];
  });
  return errors.length === 0 ? undefined : problem('validation-failed', undefined, errors);
}

const unfit = (pointer: string, code: string, fix: string): FieldError => ({
  pointer,
  code,
  message: 'This member does not fit.',
  fix,
});

export function* decideWhatRemains(
  setup: ErasureSetup,
  wish: Wish,
  about: About,
): Steps<{ readonly keep: readonly Keep[]; readonly holds: readonly HoldLine[] }> {
  const { again, ended } = wish;
  if (again !== undefined)
    return { keep: again.keep ?? [], holds: (again.holds ?? []).filter(({ id }) => ended?.has(id) !== true) };
  const standing = standingOf(about);
  const registry = yield* freshRegistry(setup.room, setup.room.memory.registry);
  const lastUsed = new Map((yield* ask(lastUses, { subject: about.subject })).map(({ purpose, at }) => [purpose, at]));
  const owed = keepsByLaw(standing, registry, { now: about.now, defaultRegime: setup.room.defaultRegime, lastUsed });
  const keep = [...new Map([...owed, ...(wish.keep ?? [])].map((each) => [each.purpose, each])).values()];
  return { keep, holds: standingHolds(standing, about.now) };
}

/** Without the mark a duty of law still allows by itself; a ground of GDPR 17(3) would be forgotten with it. */
export const marksNeededUntil = (keep: readonly Keep[]): readonly number[] =>
  keep.flatMap(({ code, until }) => (code === 'legal-obligation' ? [] : [until]));

interface Remaining {
  readonly what: string;
  readonly code: string;
  /** The ground in law, where one was named. */
  readonly on?: KeepGround;
  readonly purpose?: string;
  readonly hold?: string;
  readonly until?: number;
}

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

/** Only where there was a choice to prove. */
function* proofStay(setup: ErasureSetup, plan: ErasurePlan): Steps<readonly Remaining[]> {
  const until = proofEnd(setup, plan);
  const ground = setup.keepConsentProof?.ground;
  if (until === undefined || ground === undefined) return [];
  const { before, request, ids } = plan;
  const rows = yield* ask(proofsFrom, { log: before.log, from: before.size });
  const isMine = (payload: Uint8Array | null): boolean =>
    payload !== null &&
    (JSON.parse(Buffer.from(payload).toString()) as { readonly certificate: string }).certificate ===
      (request ?? ids.certified);
  if (!rows.some(({ payload }) => isMine(payload))) return [];
  return [{ what: 'proof of your choices', code: 'consent-proof', on: ground, until }];
}

export function* listWhatRemains(setup: ErasureSetup, plan: ErasurePlan, now: number): Steps<readonly Remaining[]> {
  const { suppressions, until, holds = [], keep = [] } = plan;
  return [
    ...holds.map(
      ({ id, ground, until: end }): Remaining => ({
        what: 'what is kept under a legal hold',
        code: 'legal-hold',
        on: ground,
        hold: id,
        ...defined({ until: end }),
      }),
    ),
    ...keep.map(
      ({ purpose, code, until: end }): Remaining => ({
        what: 'what the law keeps for a purpose',
        code: 'kept-purpose',
        on: code,
        purpose,
        until: end,
      }),
    ),
    ...(yield* proofStay(setup, plan)),
    { what: 'the note that a request was made', code: 'request-record', until: endOfRequestRecord(now) },
    { what: 'the mark that keeps you erased', code: 'erased-mark', until },
    ...(suppressions.length === 0 ? [] : [{ what: 'your wish to be left alone', code: 'suppression-mark' }]),
    { what: 'the random name under which others were told', code: 'told-name' },
    { what: 'bare hashes that say nothing about you', code: 'ledger-hashes' },
    { what: 'this certificate', code: 'certificate' },
  ];
}

/** As the fact and the certificate write it: one by the day, the other to the millisecond. */
export const writeRemaining = ({ until, ...stay }: Remaining, form: (at: number) => string) => ({
  ...stay,
  ...(until === undefined ? {} : { until: form(until) }),
});
