/**
 * What was ended of tokens and sessions, as this node knows it: heard from the ledger every second.
 * Flow:    entries (by kind) → here → views/access → http.
 * Promise: the node that records an end knows it before it answers; every other one within five seconds, as long as it
 *          reaches the database, and without the database no call is answered anyway.
 * Source:  decision 0043; decision 0063.
 */
import type { Keyring } from '../seal/keys.ts';
import { ask, type Steps, wait } from '../store/query.ts';
import type { Store } from '../store/store.ts';
import {
  type AccessState,
  type AccessWanted,
  accessKinds,
  emptyAccess,
  foldAccess,
  isEndedIn,
  type Revocation,
  staffSinceIn,
} from '../views/access/access-fold.ts';
import type { Instant } from '../vocabulary/instant.ts';
import type { StaffRole } from '../vocabulary/staff.ts';
import { isSameSum, readHead, sumIn } from './bound/head.ts';
import type { BoundMemory } from './bound/memory.ts';
import { sumOfFacts } from './bound/summed.ts';
import { Unfit } from './bound/unfit.ts';
import { isAsHashed, keyIdsOf, readFact } from './opened.ts';
import { factsOfKinds } from './queries.ts';

export interface Access {
  /** Reads what was recorded since. */
  hear(): Promise<void>;
  isEnded(wanted: AccessWanted): boolean;
  /** The newest first. */
  revocations(): readonly Revocation[];
  /** Who works here in that role now, or did at some time since. */
  staffSince(role: StaffRole, since: Instant): readonly string[];
}

export async function openAccess({
  store,
  keyring,
  bound,
}: {
  readonly store: Store;
  readonly keyring: Keyring;
  readonly bound: BoundMemory;
}): Promise<Access> {
  const state: AccessState = emptyAccess();
  let next = { log: 0, from: 0 };
  function* newFacts(): Steps<void> {
    const rows = yield* ask(factsOfKinds, { kinds: accessKinds, ...next });
    if (rows.length === 0) return;
    const keys = yield* wait(keyring.forOpening(keyIdsOf(rows)));
    for (const row of rows) {
      if (!isAsHashed(row)) doubt();
      const fact = readFact(row, keys.get(row.keyId ?? ''));
      // Folded once, whoever else listens at the same time.
      if (row.log < next.log || (row.log === next.log && row.index < next.from)) continue;
      if (fact !== undefined) foldAccess(state, fact);
      next = { log: row.log, from: row.index + 1 };
    }
  }
  function doubt(): void {
    bound.report.note({ table: 'entries (access)', key: 'as a whole' });
    bound.inDoubt.add('access');
  }
  let judged: string | undefined;
  /** One that is missing, or called something else, would let in whom it kept out. */
  function* judgeAll(): Steps<void> {
    const head = yield* readHead(keyring);
    const [, said] = typeof head === 'string' ? [] : (head.sums.access ?? []);
    if (said !== undefined && said === judged) return;
    if (typeof head !== 'string' && isSameSum(yield* sumOfFacts(keyring, 'access'), sumIn(keyring, head, 'access'))) {
      judged = said;
      return;
    }
    doubt();
  }
  const hear = (): Promise<void> =>
    store.read(function* () {
      yield* newFacts();
      yield* judgeAll();
    });
  await hear();
  return {
    hear,
    isEnded(wanted) {
      if (bound.inDoubt.has('access')) throw new Unfit();
      return isEndedIn(state, wanted);
    },
    revocations: () => [...state.revocations.values()].reverse(),
    staffSince: (role, since) => staffSinceIn(state, role, since),
  };
}
