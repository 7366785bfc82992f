/**
 * What still counts of tokens and sessions: folded from what was ended, let in again, and who still works here.
 * Flow:    ledger (recorded facts, heard every second) → here → http (each token, each session).
 * Promise: a fold of facts alone, so that every node comes to the same list and a rebuilt one is the same.
 * Source:  decision 0043.
 */
import type { RecordedFact } from '../../facts/fact.ts';
import type { RevocationCause } from '../../vocabulary/access.ts';
import type { Instant } from '../../vocabulary/instant.ts';
import type { StaffRole } from '../../vocabulary/staff.ts';

/** The kinds of facts that this fold is made of. */
export const accessKinds = ['access.revoked', 'access.restored', 'staff.described'] as const;

/** One entry of the list of what was ended. */
export interface Revocation {
  readonly id: string;
  readonly what: 'token' | 'principal';
  readonly key: string;
  readonly cause: RevocationCause;
  readonly at: Instant;
  /** When the principal was let in again. */
  readonly liftedAt?: Instant;
}

interface StaffAccess {
  readonly active: boolean;
  readonly roles: readonly StaffRole[];
  /** What began before is over: they had left then, and came back. */
  readonly before?: Instant;
  /** Roles that they held while they worked here and do not hold now, with the time at which each ended. */
  readonly until: ReadonlyMap<StaffRole, Instant>;
}

export interface AccessState {
  /** By id, the oldest first. */
  readonly revocations: Map<string, Revocation>;
  readonly tokens: Set<string>;
  /** By pseudonym: how many revocations stand, and before when nothing counts. */
  readonly principals: Map<string, { readonly standing: ReadonlySet<string>; readonly before?: Instant }>;
  readonly staff: Map<string, StaffAccess>;
}

export const emptyAccess = (): AccessState => ({
  revocations: new Map(),
  tokens: new Set(),
  principals: new Map(),
  staff: new Map(),
});

export function foldAccess(state: AccessState, fact: RecordedFact): void {
  if (fact.kind === 'access.revoked') {
    const { what, key, cause } = fact.payload;
    state.revocations.set(fact.id, { id: fact.id, what, key, cause, at: fact.at });
    if (what === 'token') state.tokens.add(key);
    else {
      const known = state.principals.get(key);
      state.principals.set(key, { ...known, standing: new Set([...(known?.standing ?? []), fact.id]) });
    }
  } else if (fact.kind === 'access.restored') {
    const { key, revocation } = fact.payload;
    const ended = state.revocations.get(revocation);
    if (ended !== undefined) state.revocations.set(revocation, { ...ended, liftedAt: fact.at });
    const standing = [...(state.principals.get(key)?.standing ?? [])].filter((id) => id !== revocation);
    state.principals.set(key, { standing: new Set(standing), before: fact.at });
  } else if (fact.kind === 'staff.described') {
    const { actor, active, roles } = fact.payload;
    const known = state.staff.get(actor);
    const before = known?.active === false && active ? fact.at : known?.before;
    const held = known?.active === true ? known.roles : [];
    const until = new Map([...(known?.until ?? []), ...held.map((role) => [role, fact.at] as const)]);
    for (const role of active ? roles : []) until.delete(role);
    state.staff.set(actor, { active, roles, until, ...(before === undefined ? {} : { before }) });
  }
}

/** Of a token or a session: the hash of its own id, where it has one, whose it is, and when it began. */
export interface AccessWanted {
  readonly token?: string;
  /** The pseudonyms of whom it speaks for. */
  readonly principals: readonly string[];
  readonly begunAt: Instant;
}

export function isEndedIn(state: AccessState, { token, principals, begunAt }: AccessWanted): boolean {
  if (token !== undefined && state.tokens.has(token)) return true;
  return principals.some((principal) => {
    const ended = state.principals.get(principal);
    const staff = state.staff.get(principal);
    const before = Math.max(ended?.before ?? 0, staff?.before ?? 0);
    return (ended?.standing.size ?? 0) > 0 || staff?.active === false || begunAt < before;
  });
}

/** Members of staff who work here in that role now, or did at some time since, by their pseudonyms. */
export const staffSinceIn = (state: AccessState, role: StaffRole, since: Instant): readonly string[] =>
  [...state.staff].flatMap(([actor, { active, roles, until }]) =>
    (active && roles.includes(role)) || (until.get(role) ?? Number.NEGATIVE_INFINITY) > since ? [actor] : [],
  );
