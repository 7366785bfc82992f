/**
 * A second person confirms or declines what somebody proposed.
 * Flow:    http/record/second-person → here → fact `proposal.settled`; what was confirmed is done right after it.
 * Promise: nobody settles what they proposed, neither under a name of theirs nor through a link that they made; what
 *          has run out is settled no more. Only somebody who is described as working here counts as a person, where
 *          it is not about themself, and by a sign-in of their own.
 * Source:  decision 0044; decision 0040; decision 0066.
 */
import { isSamePerson } from '../../vocabulary/behind.ts';
import { defined } from '../../vocabulary/defined.ts';
import { staffIdentifier } from '../../vocabulary/identifier.ts';
import { problem } from '../../vocabulary/problems.ts';
import type { ProposalOutcome } from '../../vocabulary/proposal.ts';
import { refusedToConfirm } from '../about-themself.ts';
import type { Caller, CommandRule, State } from '../command.ts';
import { whyNoStepUp } from '../request/step-up.ts';

const draws = { settled: 'fact' } as const;

interface SettledProposal {
  readonly proposal: string;
  readonly outcome: ProposalOutcome;
}

interface SettleProposal extends SettledProposal {
  /** The pseudonym of whom it is about, where it is about somebody. */
  readonly about?: string;
}

function worksHere(state: State, { principal }: Caller): boolean {
  const person = state.person(staffIdentifier(principal));
  return person.found === 'known' && person.standing.staff?.active === true;
}

export const settleProposal: CommandRule<SettleProposal, SettledProposal, typeof draws> = {
  kind: 'proposal.settle',
  draws: () => draws,
  keys: ({ proposal }, { principal }) => ({ facts: [proposal], people: [staffIdentifier(principal)] }),
  decide(state, { input, ids, caller }, now) {
    const { proposal, outcome, about } = input;
    const fact = state.fact(proposal);
    if (fact?.kind !== 'proposal.made') return problem('not-found');
    const { act, until } = fact.payload;
    if (now >= Date.parse(until)) return problem('invalid-transition', 'This proposal has run out. Propose it again.');
    if (outcome === 'confirmed' && (isSamePerson(fact.actor, caller.actor) || !worksHere(state, caller)))
      return problem('second-person-needed');
    // Whoever made the link could sit there, so nobody can say that it was a second person.
    const unsure = outcome === 'confirmed' ? whyNoStepUp(caller) : undefined;
    if (unsure !== undefined) return unsure;
    const refused = outcome === 'confirmed' ? refusedToConfirm(state, caller, about) : undefined;
    if (refused !== undefined) return refused;
    const payload = { v: 1, proposal, act, outcome } as const;
    return { facts: [{ id: ids.settled, kind: 'proposal.settled', payload }], result: { proposal, outcome } };
  },
  reply: ({ proposal, outcome }, entry) => ({ status: 200, body: { proposal, outcome, ...defined({ entry }) } }),
};
