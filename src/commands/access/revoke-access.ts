/**
 * A token, or everything of a principal, is ended; a principal is let in again.
 * Flow:    http (/v1/revocations) → here → facts `access.revoked`, `access.restored` → views/access.
 * Promise: what was ended stays on the list; after a restoration only what is issued later counts.
 * Source:  decision 0043.
 */
import type { RevocationCause } from '../../vocabulary/access.ts';
import { defined } from '../../vocabulary/defined.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import { problem } from '../../vocabulary/problems.ts';
import type { CommandRule } from '../command.ts';

interface Ended {
  readonly what: 'token' | 'principal';
  /** As `AccessEnded.key`. */
  readonly key: string;
}

interface RevokeAccess extends Ended {
  readonly cause: RevocationCause;
}

interface EndedAccess extends RevokeAccess {
  readonly id: string;
  readonly at: string;
  readonly liftedAt: string | null;
}

const draws = { revocation: 'rvk' } as const;

export const revokeAccess: CommandRule<RevokeAccess, EndedAccess, typeof draws> = {
  kind: 'access.revoke',
  draws: () => draws,
  keys: () => ({}),
  decide: (_state, { input, ids }, now) => ({
    facts: [{ id: ids.revocation, kind: 'access.revoked', payload: { v: 1, ...input } }],
    result: { id: ids.revocation, ...input, at: timeOf(now), liftedAt: null },
  }),
  reply: (result, entry) => ({ status: 201, body: { ...result, ...defined({ entry }) } }),
};

const drawsToRestore = { restored: 'fact' } as const;

export const restoreAccess: CommandRule<{ readonly revocation: string }, EndedAccess, typeof drawsToRestore> = {
  kind: 'access.restore',
  draws: () => drawsToRestore,
  keys: ({ revocation }) => ({ facts: [revocation] }),
  decide(state, { input: { revocation }, ids }, now) {
    const fact = state.fact(revocation);
    if (fact?.kind !== 'access.revoked') return problem('not-found');
    const { what, key, cause } = fact.payload;
    if (what === 'token') return problem('invalid-transition', 'A token that was ended stays ended.');
    return {
      facts: [{ id: ids.restored, kind: 'access.restored', payload: { v: 1, what, key, revocation } }],
      result: { id: revocation, what, key, cause, at: timeOf(fact.at), liftedAt: timeOf(now) },
    };
  },
  reply: (result, entry) => ({ status: 200, body: { ...result, ...defined({ entry }) } }),
};
