/**
 * Handlers of what is ended of tokens and principals.
 * Flow:    app → here → commands `access.revoke`, `access.restore`; the list as the house heard it.
 * Promise: the id of a token reaches the house hashed only; this node refuses before it answers.
 * Source:  decision 0043.
 */
import * as access from '../../../openapi/endpoints/access.ts';
import type { House } from '../../ports/house.ts';
import { revocationHoldsWithinSeconds } from '../../vocabulary/access.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import { isProblem } from '../../vocabulary/problems.ts';
import { type Bound, on } from '../bind.ts';
import { senderOf } from '../call.ts';
import type { Digest } from '../cursor.ts';
import type { AccessEvent } from '../edge.ts';
import { renderJson, renderRecorded } from '../reply.ts';
import { tokenName } from '../session/token-name.ts';

interface Revoking {
  readonly digest: Digest;
  readonly happened?: (event: AccessEvent) => void;
}

export const revocationHandlers = (house: House, { digest, happened }: Revoking): readonly Bound[] => [
  on(access.postRevocation)(async (context) => {
    const { tokenId, principal, cause } = context.body;
    const ended =
      tokenId === undefined
        ? ({ what: 'principal', key: house.actorOf(principal ?? '') } as const)
        : ({ what: 'token', key: digest(tokenName(tokenId)) } as const);
    const recorded = await house.record('access.revoke', { ...ended, cause }, senderOf(context));
    if (!isProblem(recorded))
      happened?.({ what: 'access-revoked', requestId: context.requestId, actor: context.caller.actor.id });
    return renderRecorded(recorded);
  }),
  on(access.listRevocations)(() => {
    const items = house.revocations().map(({ at, liftedAt, ...ended }) => ({
      ...ended,
      at: timeOf(at),
      liftedAt: liftedAt === undefined ? null : timeOf(liftedAt),
      holdsWithin: revocationHoldsWithinSeconds,
    }));
    return renderJson(200, { items });
  }),
  on(access.liftRevocation)(async (context) => {
    const input = { revocation: context.params.id };
    const recorded = await house.record('access.restore', input, senderOf(context));
    if (!isProblem(recorded))
      happened?.({ what: 'access-restored', requestId: context.requestId, actor: context.caller.actor.id });
    return renderRecorded(recorded);
  }),
];
