/**
 * How every purpose of every AI system stands for a person now, told by the same evaluation that answers a check.
 * Flow:    gather.ts → here → evaluation.
 * Promise: the page and a check at the same moment say the same; nothing is worked out a second time.
 * Source:  docs/design.md 7 (the same function everywhere).
 */

import { evaluate } from '../../evaluation/evaluate.ts';
import { emptyStanding, type LimitState, type PersonState, regimesOr } from '../../evaluation/person.ts';
import { inForceOrFirst, type Registry } from '../../evaluation/registry.ts';
import { momentOf } from '../../evaluation/standing.ts';
import { defined } from '../../vocabulary/defined.ts';
import type { StandingNow } from './material.ts';

export interface WhoAndWhen {
  readonly registry: Registry;
  readonly person: PersonState;
  /** The identifier asked with, in normal form. */
  readonly subject: string;
  readonly defaultRegime: string;
  readonly now: number;
}

/** When the act happened that decided; the registry's own entries are no acts of the person. */
function sinceOf(id: string | undefined, person: PersonState): number | undefined {
  if (id === undefined || person.found !== 'known') return undefined;
  const choices = Object.values(person.standing.choices).flatMap(({ newest, objection, optOut }) => [
    newest,
    objection,
    optOut,
  ]);
  const limits = Object.values(person.standing.limits).map(({ set }: LimitState) => set);
  const act = [...choices, ...limits].find((one) => one?.id === id);
  return act === undefined ? undefined : momentOf(act);
}

function standingOf(aiSystem: string, purpose: string, asked: WhoAndWhen): StandingNow {
  const { registry, person, subject, defaultRegime, now } = asked;
  const { allowed, reason, bases, evidence } = evaluate(
    registry,
    person,
    { subject, aiSystem, purpose, defaultRegime },
    now,
  );
  const act = evidence.find(({ kind }) => kind.startsWith('consent.') || kind.startsWith('limit.'));
  const since = sinceOf(act?.id, person);
  return { aiSystem, purpose, allowed, reason, bases, ...defined({ since }) };
}

export function standingNow(asked: WhoAndWhen): readonly StandingNow[] {
  const systems = [...asked.registry.aiSystems.values()].flatMap(
    (versions) => inForceOrFirst(versions, asked.now) ?? [],
  );
  return systems.flatMap((system) => [...system.purposes].map((purpose) => standingOf(system.key, purpose, asked)));
}

/** The bodies of law of the person, and whether the installation's default had to be taken. */
export function regimesOf({ person, defaultRegime }: Pick<WhoAndWhen, 'person' | 'defaultRegime'>): {
  readonly regimes: readonly string[];
  readonly regimesAssumed: boolean;
} {
  const standing = person.found === 'known' ? person.standing : emptyStanding;
  return { regimes: regimesOr(standing, defaultRegime), regimesAssumed: standing.regimes.length === 0 };
}
