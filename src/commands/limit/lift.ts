/**
 * Who may lift which limit, and why.
 * Flow:    commands/limit → here.
 * Promise: services set limits and never lift them; a wish to be left alone is lifted only where the person asked for
 *          it.
 * Source:  docs/design.md 7; GDPR 18(3), 21(1) and (3).
 */
import { inForceOrFirst, type Registry } from '../../evaluation/registry.ts';
import type { Instant } from '../../facts/fact.ts';
import type { LiftCode, LimitKind } from '../../vocabulary/limit.ts';
import { isStaffRole } from '../../vocabulary/person.ts';
import { type Problem, problem } from '../../vocabulary/problems.ts';
import type { Caller } from '../command.ts';
import { unfit } from '../refusal.ts';
import { isOwnCall } from '../subject/person-for.ts';

interface Lifting {
  readonly kind: LimitKind;
  readonly purpose?: string;
  readonly code?: LiftCode;
  readonly evidence?: string;
}

export function refusedLift(
  lifting: Lifting,
  caller: Caller,
  published: { readonly registry: Registry; readonly now: Instant },
): Problem | undefined {
  if (isOwnCall(caller)) return undefined;
  if (!isStaffRole(caller.actor.role) && caller.actor.role !== 'system') {
    return problem('insufficient-scope', 'A service may set limits and never lift them; the person or staff can.');
  }
  if (lifting.code === undefined) {
    return unfit('/code', 'required', {
      message: 'Staff have to say why a limit is lifted.',
      fix: 'Send code, for example "asked-by-person".',
    });
  }
  if (!isWishToBeLeftAlone(lifting, published)) return undefined;
  if (lifting.code !== 'asked-by-person') {
    const fix = 'Send code "asked-by-person" with evidence, if the person asked for it.';
    return unfit('/code', 'only-asked-by-person', {
      message: 'A marketing objection or an opt-out ends only when the person asks for it.',
      fix,
    });
  }
  if (lifting.evidence !== undefined) return undefined;
  return unfit('/evidence', 'required', {
    message: 'It has to be shown that the person asked for it.',
    fix: 'Send evidence, for example where the letter is kept.',
  });
}

/** An objection to everything is one to marketing too. */
function isWishToBeLeftAlone(
  { kind, purpose }: Lifting,
  { registry, now }: { readonly registry: Registry; readonly now: Instant },
): boolean {
  if (kind === 'restriction') return false;
  if (kind !== 'objection' || purpose === undefined) return true;
  return inForceOrFirst(registry.purposes.get(purpose), now)?.forMarketing ?? true;
}
