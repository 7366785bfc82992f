/**
 * The stop switch of an AI system: stopped at once, and let go on again.
 * Flow:    http (POST, DELETE /v1/ai-systems/{key}/suspension) → here → facts `ai-system.suspended`,
 *          `ai-system.resumed`.
 * Promise: from the answer on nothing is allowed for a stopped AI system; turning it where it already stands records
 *          nothing.
 * Source:  docs/design.md 7 and 8; AI Act 14(4)(e).
 */

import { stopNow } from '../../evaluation/registry.ts';
import type { Instant } from '../../facts/fact.ts';
import type { AiSystemSuspended } from '../../facts/registry.ts';
import { defined } from '../../vocabulary/defined.ts';
import { type Problem, problem } from '../../vocabulary/problems.ts';
import type { Command, CommandRule, Decided, State } from '../command.ts';
import { inTheFuture, momentNamed, timeOf } from '../refusal.ts';

const draws = { fact: 'fact' } as const;

type TurnSwitch = Omit<AiSystemSuspended, 'v'>;

interface Turned {
  readonly key: string;
  readonly suspended: boolean;
  readonly at: string;
  readonly isChanged: boolean;
}

function turn(
  state: State,
  command: Command<TurnSwitch, typeof draws>,
  to: { readonly stopped: boolean; readonly now: Instant },
): Decided<Turned> | Problem {
  const { key, reason, occurredAt, affectedSince } = command.input;
  if (!state.registry.aiSystems.has(key)) return problem('not-found');
  const future = inTheFuture(occurredAt, to.now, '/occurredAt') ?? inTheFuture(affectedSince, to.now, '/affectedSince');
  if (future !== undefined) return future;
  const stands = stopNow(state.registry, key);
  if ((stands !== undefined) === to.stopped) {
    const since = state.registry.turns.get(key)?.at(-1)?.at ?? to.now;
    return { facts: [], result: { key, suspended: to.stopped, at: timeOf(since), isChanged: false } };
  }
  const moment = momentNamed(occurredAt, to.now);
  const payload = {
    v: 1 as const,
    key,
    ...defined({ reason }),
    ...(moment === undefined ? {} : { occurredAt: timeOf(moment) }),
    ...(affectedSince === undefined ? {} : { affectedSince: timeOf(Date.parse(affectedSince)) }),
  };
  const kind = to.stopped ? 'ai-system.suspended' : 'ai-system.resumed';
  return {
    facts: [{ id: command.ids.fact, kind, payload }],
    result: { key, suspended: to.stopped, at: timeOf(to.now), isChanged: true },
  };
}

const turnTo = (stopped: boolean): CommandRule<TurnSwitch, Turned, typeof draws> => ({
  kind: stopped ? 'ai-system.suspend' : 'ai-system.resume',
  draws: () => draws,
  keys: () => ({ registry: 'write' }),
  decide: (state, command, now) => turn(state, command, { stopped, now }),
  reply: ({ isChanged, ...body }, entry) => ({
    status: stopped && isChanged ? 201 : 200,
    body: { ...body, ...defined({ entry }) },
  }),
});

export const suspendAiSystem = turnTo(true);
export const resumeAiSystem = turnTo(false);
