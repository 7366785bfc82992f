/**
 * Somebody of the staff looks at a person's record: the look is recorded before they see anything.
 * Flow:    http (GET … for officers) → here → facts `look.taken` (about nobody) and `look.recorded` (in the person's
 *          chain).
 * Promise: the person can read who looked, in which role and why, but for a reason that the law keeps from them: then
 *          only the fact of staff stands.
 * Source:  docs/design.md 8; GDPR 15, 23.
 */
import type { NewFact } from '../../facts/fact.ts';
import { isConfidential, type LookReason, type LookWhat } from '../../vocabulary/look.ts';
import type { CommandRule } from '../command.ts';

const draws = { taken: 'fact', recorded: 'fact' } as const;

interface TakeLook {
  readonly subject: string;
  readonly what: LookWhat;
  readonly reason: LookReason;
  /** Where it is one decision alone. */
  readonly decision?: string;
  /** Decisions whose verdict is held back from whoever looks, and whom each is about. */
  readonly withheld?: readonly { readonly decision: string; readonly subject: string }[];
}

interface LookTaken {
  readonly isInChain: boolean;
}

export const takeLook: CommandRule<TakeLook, LookTaken, typeof draws> = {
  kind: 'look.take',
  draws: () => draws,
  keys: ({ subject }) => ({ people: [subject] }),
  decide: (state, { input, ids, caller }) => {
    const person = state.person(input.subject);
    const { what, reason, withheld = [] } = input;
    const veiled = withheld.length === 0 ? {} : { withheld: true as const };
    const taken: NewFact = { id: ids.taken, kind: 'look.taken', payload: { v: 1, what, reason, ...veiled } };
    if (person.found !== 'known' || isConfidential(reason)) return { facts: [taken], result: { isInChain: false } };
    const theirs = withheld.filter(({ subject }) => subject === person.subject).map(({ decision }) => decision);
    const one = input.decision === undefined ? {} : { decision: input.decision };
    const recorded: NewFact = {
      id: ids.recorded,
      kind: 'look.recorded',
      subject: person.subject,
      payload: {
        v: 1,
        what,
        reason,
        role: caller.actor.role,
        ...one,
        ...(theirs.length === 0 ? {} : { withheld: theirs }),
      },
    };
    return { facts: [taken, recorded], result: { isInChain: true } };
  },
  reply: (_, entry) => ({ status: 201, body: entry === undefined ? {} : { entry } }),
};
