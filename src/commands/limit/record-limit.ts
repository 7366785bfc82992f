/**
 * A restriction, an objection or an opt-out is set or lifted.
 * Flow:    http (POST …/limits, /v1/me/limits), pages, import → here → facts `limit.set`, `limit.lifted`.
 * Promise: a limit counts from the answer on. A lift counts only if it is known to have happened after the limit; one
 *          that does not is recorded all the same and says so.
 * Source:  docs/design.md 6, 7 and 8.1.
 */

import type { Suppression } from '../../evaluation/person.ts';
import { liftCounts, limitKey } from '../../evaluation/standing.ts';
import type { Instant, NewFact } from '../../facts/fact.ts';
import type { LimitLifted, LimitSet } from '../../facts/limit.ts';
import type { ActWarning } from '../../vocabulary/consent.ts';
import { defined } from '../../vocabulary/defined.ts';
import type { LimitKind, SuppressionCode } from '../../vocabulary/limit.ts';
import { isProblem, type Problem } from '../../vocabulary/problems.ts';
import type { Command, CommandRule, Decided, Effect, State } from '../command.ts';
import { inTheFuture, momentNamed, timeOf, unfit } from '../refusal.ts';
import { drawsForPerson, identifierFor, isOwnCall, type PersonFor, personFor } from '../subject/person-for.ts';
import { refusedLift } from './lift.ts';

const draws = { limit: 'lim', ...drawsForPerson } as const;

/** What is recorded of a limit, but for what the house finds out itself, and whether it is set or lifted. */
export interface RecordLimit extends Omit<LimitSet, 'v' | 'channel'>, Pick<LimitLifted, 'code'> {
  readonly subject: string;
  readonly state: 'set' | 'lifted';
}

export interface RecordedLimit {
  readonly id: string;
  readonly subject: string;
  readonly kind: LimitKind;
  readonly purpose: string | null;
  readonly state: 'set' | 'lifted';
  readonly effect: 'set' | 'lifted' | 'none';
  readonly at: string;
  readonly occurredAt?: string;
  readonly warnings: readonly ActWarning[];
}

type LimitCommand = Command<RecordLimit, typeof draws>;

function decide(state: State, command: LimitCommand, now: Instant): Decided<RecordedLimit> | Problem {
  const { input, caller } = command;
  const wrong =
    inTheFuture(input.occurredAt, now, '/occurredAt') ??
    unfitScope(input, state) ??
    (input.state === 'lifted' ? refusedLift(input, caller, { registry: state.registry, now }) : undefined);
  if (wrong !== undefined) return wrong;
  const about = personFor(state, command, isOwnCall(caller));
  return isProblem(about) ? about : recorded(command, about, now);
}

function unfitScope({ kind, purpose, dataCategories }: RecordLimit, state: State): Problem | undefined {
  if (kind === 'opt-out' && purpose === undefined) {
    return unfit('/purpose', 'required', {
      message: 'An opt-out of this kind names its purpose.',
      fix: 'Name the purpose, or use one of the other kinds.',
    });
  }
  if (purpose !== undefined && !state.registry.purposes.has(purpose)) {
    return unfit('/purpose', 'unknown-purpose', {
      message: 'No such purpose is published.',
      fix: 'Name a published purpose, or leave it out.',
    });
  }
  if (dataCategories === undefined || kind === 'restriction') return undefined;
  return unfit('/dataCategories', 'only-for-restriction', {
    message: 'Only a restriction can name kinds of data.',
    fix: 'Leave dataCategories out.',
  });
}

function recorded(command: LimitCommand, about: PersonFor, now: Instant): Decided<RecordedLimit> {
  const { input, caller, ids } = command;
  const id = ids.limit;
  const occurredAt = momentNamed(input.occurredAt, now);
  const { effect, warnings } =
    input.state === 'set' ? ({ effect: 'set', warnings: [] } as const) : effectOfLift(command, about, now);
  const kept = {
    v: 1 as const,
    kind: input.kind,
    ...defined({ purpose: input.purpose }),
    ...(input.dataCategories === undefined ? {} : { dataCategories: [...input.dataCategories].sort() }),
    ...defined({ reason: input.reason, evidence: input.evidence }),
    ...(occurredAt === undefined ? {} : { occurredAt: timeOf(occurredAt) }),
    channel: isOwnCall(caller) ? 'self' : caller.actor.role,
  };
  const fact: NewFact =
    effect === 'set'
      ? { id, kind: 'limit.set', subject: about.subject, payload: { ...kept, ...defined({ source: input.source }) } }
      : {
          id,
          kind: 'limit.lifted',
          subject: about.subject,
          payload: { ...kept, ...defined({ code: input.code }), effect, warnings: [...warnings] },
        };
  const result: RecordedLimit = {
    id,
    subject: about.subject,
    kind: input.kind,
    purpose: input.purpose ?? null,
    state: input.state,
    effect,
    at: timeOf(now),
    ...(occurredAt === undefined ? {} : { occurredAt: timeOf(occurredAt) }),
    warnings,
  };
  const lifted = input.state === 'lifted' ? suppressionsLifted(command, about.suppressions, occurredAt) : [];
  return {
    facts: [...about.facts, fact],
    result,
    effects: [...about.effects, ...lifted],
    main: id,
  };
}

function effectOfLift(
  command: LimitCommand,
  about: PersonFor,
  now: Instant,
): { readonly effect: 'lifted' | 'none'; readonly warnings: readonly ActWarning[] } {
  const { input, caller } = command;
  const occurredAt = momentNamed(input.occurredAt, now);
  const dated = occurredAt !== undefined || isOwnCall(caller);
  const limit = about.standing.limits[limitKey(input.kind, input.purpose, input.dataCategories)];
  const isSuppressed = suppressionsLifted(command, about.suppressions, occurredAt).length > 0;
  if (limit?.set === undefined)
    return isSuppressed ? { effect: 'lifted', warnings: [] } : { effect: 'none', warnings: ['nothing-to-lift'] };
  if (liftCounts(limit, { at: now, dated, ...defined({ occurredAt }) })) return { effect: 'lifted', warnings: [] };
  return { effect: 'none', warnings: [dated ? 'older-than-a-no' : 'occurred-at-needed'] };
}

/**
 * The wishes that outlived an erasure and that this lift speaks about; a message from before the erasure lifts none.
 */
function suppressionsLifted(
  { input, caller }: LimitCommand,
  suppressions: readonly Suppression[],
  occurredAt: Instant | undefined,
): readonly Effect[] {
  const code: SuppressionCode | undefined = input.kind === 'objection' ? 'objection-marketing' : codeOf(input.kind);
  if (code === undefined || (occurredAt === undefined && !isOwnCall(caller))) return [];
  const identifier = identifierFor(input, caller);
  return suppressions
    .filter(
      (wish) =>
        wish.code === code && wish.purpose === input.purpose && (occurredAt === undefined || occurredAt > wish.at),
    )
    .map((wish) => ({ effect: 'lift-suppression', identifier, code, ...defined({ purpose: wish.purpose }) }) as const);
}

const codeOf = (kind: LimitKind): SuppressionCode | undefined =>
  kind === 'opt-out' || kind === 'opt-out-sale-share' || kind === 'opt-out-profiling' ? kind : undefined;

export const recordLimit: CommandRule<RecordLimit, RecordedLimit, typeof draws> = {
  kind: 'limit.record',
  draws: () => draws,
  keys: (input, caller) => ({ people: [identifierFor(input, caller)], registry: 'read' }),
  decide,
  reply: (result, entry) => ({ status: 201, body: { ...result, ...defined({ entry }) } }),
};
