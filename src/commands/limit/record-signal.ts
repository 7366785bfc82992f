/**
 * The privacy signal of a person's browser is recorded as their opt-out of sale and sharing.
 * Flow:    http/signal.ts (the person’s page, call or pass, with `Sec-GPC: 1`) → here → fact `limit.set`.
 * Promise: recorded once while it stands, with the header, where it was sent and when; nothing under a law that does
 *          not know the signal.
 * Source:  11 CCR 7025(c); docs/law.md 3.7 (opt-out signals); decision 0031.
 */
import { isNewSignal, isSignalKnown } from '../../evaluation/signal.ts';
import type { Instant } from '../../facts/fact.ts';
import { isProblem, type Problem } from '../../vocabulary/problems.ts';
import type { Command, CommandRule, Decided, State } from '../command.ts';
import { timeOf } from '../refusal.ts';
import { drawsForPerson, identifierFor, isOwnCall, personFor } from '../subject/person-for.ts';

const draws = { limit: 'lim', ...drawsForPerson } as const;

interface RecordSignal {
  readonly subject: string;
  /**
   * Method and template of the page or call that carried the signal, never a path with somebody's ids; of a page of the
   * company also its origin.
   */
  readonly page: string;
  /** How the browser said it, where that was not the header. */
  readonly said?: 'navigator.globalPrivacyControl';
}

interface RecordedSignal {
  readonly isNew: boolean;
  /** The limit that was set. */
  readonly id?: string;
  readonly why?: 'unknown-to-law';
}

function decide(
  state: State,
  command: Command<RecordSignal, typeof draws>,
  now: Instant,
): Decided<RecordedSignal> | Problem {
  const { input, caller, ids } = command;
  const person = state.person(identifierFor(input, caller));
  const law = { regime: state.defaultRegime, on: now };
  if (!isNewSignal(person, law)) {
    const why = isSignalKnown(person, law) ? {} : { why: 'unknown-to-law' as const };
    return { facts: [], result: { isNew: false, ...why } };
  }
  const about = personFor(state, command, false);
  if (isProblem(about)) return about;
  return {
    facts: [
      ...about.facts,
      {
        id: ids.limit,
        kind: 'limit.set',
        subject: about.subject,
        payload: {
          v: 1,
          kind: 'opt-out-sale-share',
          source: 'gpc',
          evidence: `${input.said === undefined ? 'Sec-GPC: 1' : `${input.said}: true`}; ${input.page}; ${timeOf(now)}`,
          channel: isOwnCall(caller) ? 'self' : caller.actor.role,
        },
      },
    ],
    effects: about.effects,
    result: { isNew: true, id: ids.limit },
    main: ids.limit,
  };
}

export const recordSignal: CommandRule<RecordSignal, RecordedSignal, typeof draws> = {
  kind: 'signal.record',
  draws: () => draws,
  keys: (input, caller) => ({ people: [identifierFor(input, caller)], registry: 'read' }),
  decide,
  reply: (result) => ({ status: 200, body: result }),
};
